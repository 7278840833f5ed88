using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Siaran.Ingest;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>What may have been misread is held until an editor confirms it, and then published like anything else.</summary>
[TestClass]
public sealed class DoubtfulTests
{
    private const string Held = "confirmed: false\n";

    [TestMethod]
    public async Task A_held_upload_is_nowhere_until_it_is_confirmed_over_http()
    {
        await using var office = await Office.OpenAsync();
        using var posted = await PostAsync(office, "/releases", Texts.Release("Kabar yang Ditahan", frontMatter: Held));

        Assert.AreEqual(HttpStatusCode.Accepted, posted.StatusCode);
        var answer = await Instance.JsonAsync(posted);
        Assert.AreEqual("doubtful", answer.GetProperty("outcome").GetString());
        Assert.AreEqual("unconfirmed", CodeIn(answer));
        await office.CollectAsync();
        Assert.IsEmpty(await office.ItemsAsync());
        Assert.IsEmpty(await Office.BlobsAsync(office.Incoming));

        var state = await Instance.JsonAsync(
            await office.Editor.GetAsync(new Uri(posted.Headers.Location!.PathAndQuery, UriKind.Relative))
        );
        Assert.AreEqual("doubtful", state.GetProperty("outcome").GetString());
        Assert.AreEqual("unconfirmed", CodeIn(state));
        var confirm = state.GetProperty("confirm").GetString()!;
        Assert.AreEqual(answer.GetProperty("confirm").GetString(), confirm);

        using var confirmed = await PostAsync(office, new Uri(confirm).PathAndQuery);
        Assert.AreEqual(HttpStatusCode.Created, confirmed.StatusCode);
        Assert.AreEqual("Kabar yang Ditahan", (await office.ItemsAsync()).Single().Element("title")!.Value);
        Assert.IsEmpty(await Office.BlobsAsync(Doubtful(office)));

        using var again = await PostAsync(office, new Uri(confirm).PathAndQuery);
        Assert.AreEqual(HttpStatusCode.Conflict, again.StatusCode);
    }

    [TestMethod]
    public async Task A_held_blob_that_is_copied_back_to_incoming_is_confirmed_by_that()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("dinas/a.md", Texts.Release("Kabar yang Ditahan", frontMatter: Held));
        CollectionAssert.AreEquivalent(
            new[] { "dinas/a.md", "dinas/a.md.report.json" },
            (await Office.BlobsAsync(Doubtful(office))).ToArray()
        );
        Assert.IsEmpty(await office.ItemsAsync());

        var held = (await Doubtful(office).GetBlobClient("dinas/a.md").DownloadContentAsync()).Value;
        await office
            .Incoming.GetBlobClient("dinas/a.md")
            .UploadAsync(held.Content, new BlobUploadOptions { Metadata = held.Details.Metadata });
        await office.CollectAsync();

        Assert.HasCount(1, await office.ItemsAsync());
        Assert.IsEmpty(await Office.BlobsAsync(Doubtful(office)));
    }

    [TestMethod]
    public async Task A_newer_upload_of_the_same_name_takes_the_place_of_a_held_one()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release("Naskah Pertama", frontMatter: Held));
        var first = await StateAsync(office, "a.md");
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.PublishAsync("a.md", Texts.Release("Naskah Kedua", frontMatter: Held));
        var second = await StateAsync(office, "a.md");

        using var stale = await PostAsync(office, ConfirmIn(first));
        Assert.AreEqual(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.IsEmpty(await office.ItemsAsync());
        using var confirmed = await PostAsync(office, ConfirmIn(second));
        Assert.AreEqual(HttpStatusCode.Created, confirmed.StatusCode);
        Assert.AreEqual("Naskah Kedua", (await office.ItemsAsync()).Single().Element("title")!.Value);

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.PublishAsync("a.md", Texts.Release("Naskah Ketiga"));
        using var late = await PostAsync(office, ConfirmIn(second));
        Assert.AreEqual(HttpStatusCode.Conflict, late.StatusCode);
        Assert.AreEqual("Naskah Ketiga", (await office.ItemsAsync()).Single().Element("title")!.Value);
    }

    [TestMethod]
    [DataRow(Held)]
    [DataRow("publishAt: 11/12/2024\n")]
    public async Task A_file_that_was_held_or_rejected_in_between_still_revises_its_release(string frontMatter)
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release("Pasar Ikan Dibuka", "Pasar ikan di Baruna dibuka hari ini oleh bupati."));
        var guid = (await office.ItemsAsync()).Single().Element("guid")!.Value;
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.PublishAsync(
            "a.md",
            Texts.Release("Pasar Ikan Dibuka Lagi", "Pasar ikan di Baruna dibuka hari ini oleh bupati.", frontMatter)
        );
        Assert.AreEqual("Pasar Ikan Dibuka", (await office.ItemsAsync()).Single().Element("title")!.Value);
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        await office.PublishAsync("a.md", Texts.Release("Pasar Ikan Dibuka Kembali", "Pasar ikan di Baruna dibuka hari ini oleh bupati."));

        var item = (await office.ItemsAsync()).Single();
        Assert.AreEqual("Pasar Ikan Dibuka Kembali", item.Element("title")!.Value);
        Assert.AreEqual(guid, item.Element("guid")!.Value);
        Assert.IsEmpty(await Office.BlobsAsync(office.Rejected));
        Assert.IsEmpty(await Office.BlobsAsync(Doubtful(office)));
    }

    [TestMethod]
    public async Task Nobody_confirms_without_a_key_or_what_was_never_sent()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: Held));
        var path = new Uri(ConfirmIn(await StateAsync(office, "a.md")), UriKind.Relative);

        using var stranger = await office.Reader.PostAsync(path, null);
        Assert.AreEqual(HttpStatusCode.Unauthorized, stranger.StatusCode);
        using var none = await PostAsync(office, "/uploads/bm9uZQ/confirm");
        Assert.AreEqual(HttpStatusCode.NotFound, none.StatusCode);
        Assert.IsEmpty(await office.ItemsAsync());
    }

    [TestMethod]
    public async Task What_was_confirmed_is_not_held_again_when_its_row_is_restored()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release("Kabar yang Ditahan", frontMatter: Held));
        using var confirmed = await PostAsync(office, ConfirmIn(await StateAsync(office, "a.md")));
        Assert.AreEqual(HttpStatusCode.Created, confirmed.StatusCode);
        var table = new TableClient(office.Storage, Names.Releases);
        var row = (await table.QueryAsync<TableEntity>(row => row.RowKey == "current").ToListAsync()).Single();
        Assert.IsTrue(ReleaseId.TryParse(row.PartitionKey, out var id));
        row["Payload0"] = new byte[] { 1, 2, 3 };
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        var releases = office.Service<ReleaseTable>();
        await Assert.ThrowsExactlyAsync<InvalidDataException>(() => releases.FindAsync(id, CancellationToken.None));

        office.Clock.Advance(Repairs.Interval);
        await office.CollectAsync();

        Assert.AreEqual("Kabar yang Ditahan", (await releases.FindAsync(id, CancellationToken.None))!.Release.Content.Headline);
    }

    private static async Task<JsonElement> StateAsync(Office office, string upload)
    {
        var token = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(upload));
        return await Instance.JsonAsync(await office.Editor.GetAsync(new Uri($"/uploads/{token}", UriKind.Relative)));
    }

    private static Task<HttpResponseMessage> PostAsync(Office office, string path, string text = "") =>
        office.Editor.PostAsync(new Uri(path, UriKind.Relative), new StringContent(text, Encoding.UTF8, "text/markdown"));

    private static string ConfirmIn(JsonElement state) => new Uri(state.GetProperty("confirm").GetString()!).PathAndQuery;

    private static string? CodeIn(JsonElement answer) =>
        answer.GetProperty("report").GetProperty("findings")[0].GetProperty("code").GetString();

    private static BlobContainerClient Doubtful(Office office) => new(office.Storage, Names.Doubtful);
}

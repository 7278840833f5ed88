using System.Text.Json;
using System.Xml.Linq;
using Siaran.Ingest;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

[TestClass]
public sealed class CollectingTests
{
    [TestMethod]
    public async Task The_model_release_goes_from_incoming_to_three_feeds()
    {
        await using var office = await Office.OpenAsync();
        await office.UploadAsync("2-instruksi-presiden.txt", Texts.Model);

        await office.CollectAsync();

        const string headline = "2 Instruksi Presiden Berperan Strategis Atasi Kemiskinan NTB";
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.AreEqual(
            headline,
            XDocument.Parse(await office.ReadAsync("/feeds/all.rss")).Descendants("item").Single().Element("title")!.Value
        );
        Assert.AreEqual(
            headline,
            XDocument.Parse(await office.ReadAsync("/feeds/all.atom")).Descendants(atom + "entry").Single().Element(atom + "title")!.Value
        );
        Assert.AreEqual(headline, (await office.JsonAsync("/feeds/all.json")).GetProperty("items")[0].GetProperty("title").GetString());
        Assert.IsEmpty(await Office.BlobsAsync(office.Incoming));
        Assert.HasCount(1, await Office.BlobsAsync(office.Accepted));
    }

    [TestMethod]
    [DataRow("agency:diskominfo-nusa-jaya")]
    [DataRow("label:siaran-pers")]
    [DataRow("language:id")]
    [DataRow("tag:keyword:jembatan")]
    public async Task A_release_is_in_the_feed_of_each_of_its_keys(string key)
    {
        await using var office = await Office.OpenAsync();

        await office.PublishAsync("a.md", Texts.Release(frontMatter: "tags: [jembatan]\n"));

        Assert.HasCount(1, await office.ItemsAsync(key));
    }

    [TestMethod]
    public async Task The_same_upload_again_changes_nothing()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release());
        var before = await EverythingAsync(office);

        await office.UploadAsync("a.md", Texts.Release());
        var run = await office.RunAsync();

        Assert.AreEqual(CollectOutcome.Unchanged, run.Uploads.Single().Outcome);
        CollectionAssert.AreEqual(before, await EverythingAsync(office));
        Assert.IsEmpty(await Office.BlobsAsync(office.Incoming));
    }

    [TestMethod]
    public async Task A_release_that_moves_to_another_path_keeps_its_id_and_is_not_shown_twice()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("old/a.md", Texts.Release());
        var before = await office.ReadAsync("/feeds/all.rss");

        await office.PublishAsync("new/folder/b.md", Texts.Release());

        Assert.AreEqual(before, await office.ReadAsync("/feeds/all.rss"));
    }

    [TestMethod]
    public async Task A_correction_under_the_same_name_keeps_id_and_address()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release("Jembatan Lengan Dibuka"));
        var before = (await office.ItemsAsync()).Single();
        office.Clock.Advance(TimeSpan.FromMinutes(5));

        await office.PublishAsync("a.md", Texts.Release("Jembatan Lengan Resmi Dibuka"));

        var after = (await office.ItemsAsync()).Single();
        Assert.AreEqual("Jembatan Lengan Resmi Dibuka", after.Element("title")!.Value);
        Assert.AreEqual(before.Element("guid")!.Value, after.Element("guid")!.Value);
        Assert.AreEqual(before.Element("link")!.Value, after.Element("link")!.Value);
        Assert.AreEqual(before.Element("pubDate")!.Value, after.Element("pubDate")!.Value);
    }

    [TestMethod]
    public async Task Another_release_under_a_used_file_name_is_a_release_of_its_own()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("siaran.md", Texts.Release("Jembatan Lengan Dibuka"));

        await office.PublishAsync(
            "siaran.md",
            Texts.Release("Panen Raya di Lembah Selasih", "Petani menuai padi lebih awal tahun ini berkat irigasi baru.")
        );

        CollectionAssert.AreEquivalent(
            new[] { "Jembatan Lengan Dibuka", "Panen Raya di Lembah Selasih" },
            (await office.ItemsAsync()).Select(item => item.Element("title")!.Value).ToList()
        );
    }

    [TestMethod]
    public async Task An_id_that_another_release_has_is_refused_with_a_report_and_the_upload_is_kept()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        var other = Texts.Release(
            "Panen Raya di Lembah Selasih",
            "Petani menuai padi lebih awal tahun ini berkat irigasi baru.",
            "id: nj-1\n"
        );

        await office.PublishAsync("b.md", other);

        Assert.HasCount(1, await office.ItemsAsync());
        Assert.AreEqual(other, (await office.Rejected.GetBlobClient("b.md").DownloadContentAsync()).Value.Content.ToString());
        var report = JsonDocument
            .Parse((await office.Rejected.GetBlobClient("b.md.report.json").DownloadContentAsync()).Value.Content.ToString())
            .RootElement;
        Assert.AreEqual("id-taken", report.GetProperty("findings")[0].GetProperty("code").GetString());
    }

    [TestMethod]
    public async Task One_bad_upload_stops_no_other()
    {
        await using var office = await Office.OpenAsync();
        await office.UploadAsync("0-empty.txt", "");
        await office.UploadAsync("1-binary.txt", [0x50, 0x4B, 3, 4, 0, 0, 0, 0, 255, 254]);
        await office.UploadAsync("2-good.md", Texts.Release());
        await office.UploadAsync("3-bad-date.md", Texts.Release(frontMatter: "publishAt: besok\n"));
        await office.UploadAsync("4-large.txt", new byte[(4 * 1024 * 1024) + 1]);

        await office.CollectAsync();

        Assert.HasCount(1, await office.ItemsAsync());
        Assert.IsEmpty(await Office.BlobsAsync(office.Incoming));
        CollectionAssert.AreEquivalent(
            new[] { "0-empty.txt", "1-binary.txt", "3-bad-date.md", "4-large.txt" }
                .SelectMany(name => new[] { name, name + ".report.json" })
                .ToList(),
            (await Office.BlobsAsync(office.Rejected)).ToList()
        );
    }

    [TestMethod]
    public async Task A_second_rejected_upload_of_one_name_does_not_push_the_first_one_out()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", "---\npublishAt: besok\n---\nSatu");
        await office.PublishAsync("a.md", "---\npublishAt: lusa\n---\nDua");

        var kept = (await Office.BlobsAsync(office.Rejected)).Where(name => !name.EndsWith(".json", StringComparison.Ordinal)).ToList();
        var texts = new List<string>();
        foreach (var name in kept)
        {
            texts.Add((await office.Rejected.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToString()[^4..]);
        }

        CollectionAssert.AreEquivalent(new[] { "Satu", "\nDua" }, texts);
    }

    [TestMethod]
    [DataRow("folder/naïve ünïcode – “kutip”.md")]
    [DataRow("a?b#c%2f&d=e.md")]
    [DataRow("..hidden/.env.md")]
    [DataRow("rilis dengan spasi.md")]
    public async Task Any_blob_name_is_taken(string name)
    {
        await using var office = await Office.OpenAsync();

        await office.PublishAsync(name, Texts.Release());

        Assert.HasCount(1, await office.ItemsAsync());
        Assert.IsEmpty(await Office.BlobsAsync(office.Incoming));
    }

    [TestMethod]
    public async Task A_rejected_upload_with_the_longest_name_is_kept_too()
    {
        await using var office = await Office.OpenAsync();
        await office.UploadAsync(new string('a', 1020) + ".md", "");

        await office.CollectAsync();

        Assert.IsEmpty(await Office.BlobsAsync(office.Incoming));
        Assert.HasCount(2, await Office.BlobsAsync(office.Rejected));
    }

    private static async Task<List<string>> EverythingAsync(Office office)
    {
        var rows = new List<string>();
        foreach (var table in new[] { Names.Releases, Names.Listings, Names.Related, Names.Changes })
        {
            rows.AddRange(await office.RowsAsync(table));
        }

        return rows;
    }
}

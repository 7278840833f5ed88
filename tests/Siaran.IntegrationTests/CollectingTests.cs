using System.Text.Json;
using System.Xml.Linq;
using Siaran.Collecting;
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
        Assert.AreEqual(headline, XDocument.Parse(await office.ReadAsync("/feeds/all.rss")).Descendants("item").Single().Element("title")!.Value);
        Assert.AreEqual(headline, XDocument.Parse(await office.ReadAsync("/feeds/all.atom")).Descendants(atom + "entry").Single().Element(atom + "title")!.Value);
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

        await office.PublishAsync("siaran.md", Texts.Release("Panen Raya di Lembah Selasih", "Petani menuai padi lebih awal tahun ini berkat irigasi baru."));

        CollectionAssert.AreEquivalent(
            new[] { "Jembatan Lengan Dibuka", "Panen Raya di Lembah Selasih" }, (await office.ItemsAsync()).Select(item => item.Element("title")!.Value).ToList());
    }

    [TestMethod]
    public async Task An_id_that_another_release_has_is_refused_with_a_report_and_the_upload_is_kept()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        var other = Texts.Release("Panen Raya di Lembah Selasih", "Petani menuai padi lebih awal tahun ini berkat irigasi baru.", "id: nj-1\n");

        await office.PublishAsync("b.md", other);

        Assert.HasCount(1, await office.ItemsAsync());
        Assert.AreEqual(other, (await office.Rejected.GetBlobClient("b.md").DownloadContentAsync()).Value.Content.ToString());
        var report = JsonDocument.Parse((await office.Rejected.GetBlobClient("b.md.report.json").DownloadContentAsync()).Value.Content.ToString()).RootElement;
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
            new[] { "0-empty.txt", "1-binary.txt", "3-bad-date.md", "4-large.txt" }.SelectMany(name => new[] { name, name + ".report.json" }).ToList(),
            (await Office.BlobsAsync(office.Rejected)).ToList());
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

    [TestMethod]
    public async Task A_run_cut_short_anywhere_loses_nothing_and_shows_nothing_twice()
    {
        var undisturbed = await PublishThreeAsync(null);
        for (var calls = 1; ; calls++)
        {
            var outage = new OutageAfter();
            await using var office = await Office.OpenAsync(policy: outage);
            await UploadThreeAsync(office);
            outage.Arm(calls);
            try
            {
                await office.CollectAsync();
            }
            catch (InvalidOperationException) when (outage.Happened)
            {
                // The run could not even list what waits; the next one can.
            }

            outage.Disarm();
            await office.CollectAsync();

            Assert.AreEqual(undisturbed.Feed, await office.ReadAsync("/feeds/all.rss"), $"after {calls} calls");
            CollectionAssert.AreEquivalent(undisturbed.Changes, await ChangesAsync(office), $"after {calls} calls");
            Assert.IsEmpty(await Office.BlobsAsync(office.Incoming), $"after {calls} calls");
            if (!outage.Happened)
            {
                break;
            }
        }
    }

    [TestMethod]
    public async Task Two_instances_at_once_do_no_harm()
    {
        await using var one = await Office.OpenAsync();
        await using var other = await Office.OpenAsync(one.Storage, one.Clock);
        for (var i = 0; i < 12; i++)
        {
            await one.UploadAsync($"{i}.md", Texts.Release($"Kabar nomor {i}", $"Kabar nomor {i} tentang hal ke-{i} di Baruna."));
        }

        await Task.WhenAll(one.CollectAsync(), other.CollectAsync());
        await one.CollectAsync();

        Assert.HasCount(12, await one.ItemsAsync());
        Assert.HasCount(12, await ChangesAsync(one));
        Assert.IsEmpty(await Office.BlobsAsync(one.Incoming));
        Assert.IsEmpty(await Office.BlobsAsync(one.Rejected));
    }

    [TestMethod]
    public async Task Two_instances_that_took_the_same_uploads_in_another_order_serve_the_same_bytes()
    {
        await using var one = await Office.OpenAsync();
        await using var other = await Office.OpenAsync();
        string[] days = ["2026-01-05", "2026-01-07", "2026-01-06", "2026-01-08"];
        async Task PublishAsync(Office office, int i) =>
            await office.PublishAsync($"{i}.md", Texts.Release($"Kabar nomor {i}", $"Kabar nomor {i} tentang hal ke-{i} di Baruna.", $"publishAt: {days[i]}T09:00+08:00\n"));
        foreach (var i in Enumerable.Range(0, days.Length))
        {
            await PublishAsync(one, i);
            await PublishAsync(other, days.Length - 1 - i);
        }

        foreach (var format in new[] { "rss", "atom", "json" })
        {
            Assert.AreEqual(await one.ReadAsync($"/feeds/all.{format}"), await other.ReadAsync($"/feeds/all.{format}"));
        }
    }

    private static async Task<(string Feed, List<string> Changes)> PublishThreeAsync(OutageAfter? outage)
    {
        await using var office = await Office.OpenAsync(policy: outage);
        await UploadThreeAsync(office);
        await office.CollectAsync();
        return (await office.ReadAsync("/feeds/all.rss"), await ChangesAsync(office));
    }

    private static async Task UploadThreeAsync(Office office)
    {
        await office.UploadAsync("a.md", Texts.Release("Jembatan Lengan Dibuka", frontMatter: "id: nj-1\n"));
        await office.UploadAsync("b.md", Texts.Release("Panen Raya di Lembah Selasih", "Petani menuai padi lebih awal tahun ini."));
        await office.UploadAsync("c.md", "");
    }

    private static async Task<List<string>> ChangesAsync(Office office) =>
        [.. (await office.JsonAsync("/changes")).GetProperty("changes").EnumerateArray().Select(change => $"{change.GetProperty("kind")} {change.GetProperty("id")}")];

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

using System.Text.Json;

namespace Siaran.IntegrationTests;

/// <summary>No report takes the place of an original or of another report, whatever the names.</summary>
[TestClass]
public sealed class ReportTests
{
    [TestMethod]
    public async Task An_original_that_is_named_like_a_report_and_the_report_of_that_name_are_both_kept()
    {
        await using var office = await Office.OpenAsync();
        await office.UploadAsync("a.md.report.json", "bukan siaran, melainkan berkas lain");
        await office.PublishAsync("a.md", "");

        Assert.AreEqual("bukan siaran, melainkan berkas lain", await TextAsync(office, "a.md.report.json.original"));
        Assert.AreEqual("a.md.report.json", await UploadOfAsync(office, "a.md.report.json.original.report.json"));
        Assert.AreEqual("", await TextAsync(office, "a.md"));
        Assert.AreEqual("a.md", await UploadOfAsync(office, "a.md.report.json"));
    }

    [TestMethod]
    public async Task A_second_rejection_of_one_name_leaves_the_first_with_its_report()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", "");
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        await office.PublishAsync("a.md", Texts.Release(frontMatter: "publishAt: 11/12/2024\n"));

        var names = await Office.BlobsAsync(office.Rejected);
        Assert.HasCount(4, names);
        var aside = names.Single(name =>
            name.StartsWith("a.md.2", StringComparison.Ordinal) && !name.EndsWith(".json", StringComparison.Ordinal)
        );
        Assert.AreEqual("", await TextAsync(office, aside));
        StringAssert.Contains(await TextAsync(office, aside + ".report.json"), "\"empty\"");
        StringAssert.Contains(await TextAsync(office, "a.md"), "11/12/2024");
        StringAssert.Contains(await TextAsync(office, "a.md.report.json"), "bad-date");
    }

    [TestMethod]
    [DataRow(1024)]
    [DataRow(1013)]
    [DataRow(900)]
    public async Task A_name_of_any_length_that_storage_takes_is_taken_or_rejected_with_a_report(int length)
    {
        await using var office = await Office.OpenAsync();
        var (good, bad) = (new string('b', length - 3) + ".md", new string('c', length - 3) + ".md");
        await office.UploadAsync(good, Texts.Release());
        await office.UploadAsync(bad, "");

        await office.CollectAsync();

        Assert.IsEmpty(await Office.BlobsAsync(office.Incoming));
        Assert.HasCount(1, await office.ItemsAsync());
        var names = await Office.BlobsAsync(office.Rejected);
        Assert.HasCount(2, names);

        // The emulator takes longer names than storage does.
        Assert.IsEmpty(names.Concat(await Office.BlobsAsync(office.Accepted)).Where(name => name.Length > 1024));
        Assert.AreEqual(bad, await UploadOfAsync(office, names.Single(name => name.EndsWith(".md.report.json", StringComparison.Ordinal))));
    }

    [TestMethod]
    public async Task A_release_that_was_taken_with_warnings_leaves_a_report_until_it_is_mended()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("dinas/a.md", Texts.Release("PASAR IKAN TANJUNG SIRA DIBUKA", frontMatter: "id: nj-1\n"));

        const string reportName = "reports/dinas/a.md.report.json";
        var text = (await office.Accepted.GetBlobClient(reportName).DownloadContentAsync()).Value.Content.ToString();
        StringAssert.Contains(text, "headline-in-capitals");
        StringAssert.Contains(text, "\"accepted\"");

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.PublishAsync("dinas/a.md", Texts.Release("Pasar Ikan Tanjung Sira Dibuka", frontMatter: "id: nj-1\n"));

        CollectionAssert.DoesNotContain((await Office.BlobsAsync(office.Accepted)).ToList(), reportName);
    }

    [TestMethod]
    public async Task A_mended_upload_clears_its_rejected_original_and_report()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", "");
        Assert.HasCount(2, await Office.BlobsAsync(office.Rejected));
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        await office.PublishAsync("a.md", Texts.Release());

        Assert.IsEmpty(await Office.BlobsAsync(office.Rejected));
    }

    private static async Task<string> TextAsync(Office office, string name) =>
        (await office.Rejected.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToString();

    private static async Task<string?> UploadOfAsync(Office office, string report) =>
        JsonDocument.Parse(await TextAsync(office, report)).RootElement.GetProperty("upload").GetString();
}

using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Storage;
using SkiaSharp;

namespace Siaran.IntegrationTests;

/// <summary>A folder of <c>incoming</c> with a document and its pictures is one upload.</summary>
[TestClass]
public sealed class FolderTests : IAsyncDisposable
{
    private const string Folder = "bpbd/2026/banjir/";

    private readonly StillClock clock = new(StillClock.Start);
    private MemoryStorage storage = null!;
    private PressRoom room = null!;

    [TestInitialize]
    public async Task OpenAsync()
    {
        storage = new MemoryStorage(clock);
        room = new PressRoom(storage, clock);
        await room.CreateAsync();
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [TestMethod]
    public async Task A_document_and_the_pictures_of_its_folder_are_one_release()
    {
        await PutAsync("rilis.md", Text("![Warga mengungsi](foto-1.png)"));
        await PutAsync("foto-1.png", Picture(1));
        await PutAsync("foto-2.png", Picture(2));
        await room.RunAsync();
        Assert.IsEmpty(await ReleasesAsync(), "It may still be copied.");

        await RunAfterAsync(TimeSpan.FromMinutes(1));

        var release = await OnlyReleaseAsync();
        CollectionAssert.AreEqual(new[] { "foto-1.png", "foto-2.png" }, release.Content.Attachments!.Select(one => one.FileName).ToArray());
        Assert.AreEqual("Warga mengungsi", release.Content.Attachments![0].Alt);
        Assert.Contains($"/releases/{release.Slug}/files/{release.Content.Attachments[0].Name}", release.Content.BodyHtml);
        Assert.AreEqual(Folder + "rilis.md", release.UploadName);
        Assert.IsEmpty(await NamesAsync(Names.Incoming));
        Assert.HasCount(1, await NamesAsync(Names.Accepted));
        Assert.IsEmpty(await NamesAsync(Names.Rejected));
    }

    [TestMethod]
    public async Task A_document_waits_for_a_picture_that_it_names()
    {
        await PutAsync("rilis.md", Text("![Warga mengungsi](foto-1.png)"));
        await RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.IsEmpty(await ReleasesAsync());
        await PutAsync("foto-1.png", Picture(1));

        await RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.HasCount(1, (await OnlyReleaseAsync()).Content.Attachments!);
        Assert.IsEmpty(await NamesAsync(Names.Incoming));
    }

    [TestMethod]
    public async Task A_document_is_taken_with_a_warning_where_its_picture_never_comes()
    {
        await PutAsync("rilis.md", Text("![Warga mengungsi](foto-1.png)"));
        await RunAfterAsync(TimeSpan.FromMinutes(9));
        Assert.IsEmpty(await ReleasesAsync());

        var run = await RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.IsNull((await OnlyReleaseAsync()).Content.Attachments);
        Assert.IsTrue(run.Uploads.Single().Report.Findings.Any(finding => finding.Code == "pictures-missing"));
        Assert.Contains($"reports/{Folder}rilis.md.report.json", await NamesAsync(Names.Accepted));
    }

    [TestMethod]
    public async Task A_correction_waits_as_long_as_what_it_corrects()
    {
        await PutAsync("rilis.md", Text("![Warga mengungsi](foto-1.png)", "id: nj-banjir\n"));
        clock.Now += TimeSpan.FromSeconds(1);
        await room.UploadAsync("koreksi.md", Text("", "id: nj-banjir\nrevision: minor\n"));
        await RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.IsEmpty(await ReleasesAsync());
        await PutAsync("foto-1.png", Picture(1));

        await RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.AreEqual(2, (await OnlyReleaseAsync()).Revision);
    }

    [TestMethod]
    [DataRow("id: nj-banjir\nstatus: withdrawn\nwithdrawnReason: Angka keliru.\n", DisplayName = "a withdrawal")]
    [DataRow("id: nj-banjir\ntags: [banjir]\n", DisplayName = "tags alone")]
    public async Task A_correction_keeps_the_pictures_from_before_what_brought_no_text(string matter)
    {
        await PutAsync("rilis.md", Text("![Warga mengungsi](foto-1.png)", "id: nj-banjir\n"));
        await PutAsync("foto-1.png", Picture(1));
        await RunAfterAsync(TimeSpan.FromMinutes(1));
        await PutAsync("rilis.md", $"---\n{matter}---\n");
        await RunAfterAsync(TimeSpan.FromMinutes(1));

        const string back = "id: nj-banjir\nstatus: published\n";
        await PutAsync("rilis.md", Text("![Warga mengungsi](foto-1.png)", back, headline: "Banjir Surut Seluruhnya"));
        await RunAfterAsync(TimeSpan.FromMinutes(1));

        var release = await OnlyReleaseAsync();
        Assert.AreEqual("Banjir Surut Seluruhnya", release.Content.Headline);
        Assert.AreEqual("foto-1.png", release.Content.Attachments!.Single().FileName);
    }

    [TestMethod]
    public async Task Of_several_documents_in_a_folder_each_has_the_pictures_that_it_names()
    {
        await PutAsync("a.md", Text("![Warga mengungsi](foto-1.png)", headline: "Banjir Surut di Lembah Selasih"));
        await PutAsync("b.md", Text("", headline: "Posko Banjir Dibuka di Baruna"));
        await PutAsync("foto-1.png", Picture(1));
        await PutAsync("foto-2.png", Picture(2));

        await RunAfterAsync(TimeSpan.FromMinutes(1));

        var releases = await ReleasesAsync();
        Assert.HasCount(2, releases);
        Assert.AreEqual("foto-1.png", releases.Single(one => one.Content.Attachments is not null).Content.Attachments!.Single().FileName);
        CollectionAssert.AreEqual(new[] { Folder + "foto-2.png" }, (await NamesAsync(Names.Incoming)).ToArray());
    }

    [TestMethod]
    public async Task At_the_root_a_document_has_only_the_pictures_that_it_names()
    {
        await room.UploadAsync("rilis.md", Text(""));
        await AddAsync("foto-1.png", Picture(1));

        await RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.IsNull((await OnlyReleaseAsync()).Content.Attachments);
        CollectionAssert.AreEqual(new[] { "foto-1.png" }, (await NamesAsync(Names.Incoming)).ToArray());
    }

    [TestMethod]
    public async Task A_folder_may_be_as_large_as_is_meant_and_no_larger()
    {
        var (text, picture) = (Text("![Warga mengungsi](foto-1.png)") + new string(' ', 1024), Picture(1));
        var all = System.Text.Encoding.UTF8.GetByteCount(text) + picture.Length;
        foreach (var (most, outcome) in new[] { (all + 1024, CollectOutcome.Created), (all - 1, CollectOutcome.Rejected) })
        {
            storage = new MemoryStorage(clock);
            await using var small = new PressRoom(
                storage,
                clock,
                settings: new Dictionary<string, string?> { ["Collect:MaxFileBytes"] = $"{most}", ["Collect:MaxBytes"] = $"{most}" }
            );
            await small.CreateAsync();
            await small.UploadAsync(Folder + "rilis.md", text);
            await small
                .Service<Inbox>()
                .AddAsync(new NewUpload(Folder + "foto-1.png", BinaryData.FromBytes(picture), "image/png"), CancellationToken.None);
            clock.Now += TimeSpan.FromMinutes(1);

            var taken = (await small.RunAsync()).Uploads.Single();

            Assert.AreEqual(outcome, taken.Outcome);
            Assert.AreEqual(outcome is CollectOutcome.Rejected, taken.Report.Findings.Any(finding => finding.Code == "too-large"));
        }
    }

    [TestMethod]
    public async Task A_picture_for_which_no_document_comes_is_rejected_with_a_report_and_kept()
    {
        await PutAsync("foto-1.png", Picture(1));
        await RunAfterAsync(TimeSpan.FromMinutes(59));
        Assert.HasCount(1, await NamesAsync(Names.Incoming));

        var run = await RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.AreEqual("picture-without-text", run.Uploads.Single().Report.Findings.Single().Code);
        Assert.IsEmpty(await NamesAsync(Names.Incoming));
        CollectionAssert.AreEquivalent(
            new[] { Folder + "foto-1.png", Folder + "foto-1.png.report.json" },
            (await NamesAsync(Names.Rejected)).ToArray()
        );
        var kept = await room.Service<RejectedUploads>().ReadAsync(Folder + "foto-1.png", CancellationToken.None);
        CollectionAssert.AreEqual(Picture(1), kept!.ToArray());
    }

    [TestMethod]
    public async Task A_picture_that_comes_after_its_text_was_published_comes_in_with_the_same_text_again()
    {
        await PutAsync("rilis.md", Text(""));
        await RunAfterAsync(TimeSpan.FromMinutes(1));
        var id = (await OnlyReleaseAsync()).Id;
        await PutAsync("foto-1.png", Picture(1));
        await RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.IsNull((await OnlyReleaseAsync()).Content.Attachments);
        CollectionAssert.AreEqual(new[] { Folder + "foto-1.png" }, (await NamesAsync(Names.Incoming)).ToArray());

        await PutAsync("rilis.md", Text(""));
        await RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.AreEqual(id, (await OnlyReleaseAsync()).Id);
        Assert.AreEqual("foto-1.png", (await OnlyReleaseAsync()).Content.Attachments!.Single().FileName);
        Assert.IsEmpty(await NamesAsync(Names.Incoming));
    }

    [TestMethod]
    public async Task A_rejected_document_leaves_its_pictures_for_the_mended_one()
    {
        await PutAsync("rilis.md", "---\npublishAt: kapan-kapan\n---\n\n# Banjir Surut\n\nAir surut.\n");
        await PutAsync("foto-1.png", Picture(1));
        await RunAfterAsync(TimeSpan.FromMinutes(1));
        CollectionAssert.AreEqual(new[] { Folder + "foto-1.png" }, (await NamesAsync(Names.Incoming)).ToArray());

        await PutAsync("rilis.md", Text(""));
        await RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.HasCount(1, (await OnlyReleaseAsync()).Content.Attachments!);
        Assert.IsEmpty(await NamesAsync(Names.Incoming));
        Assert.IsEmpty(await NamesAsync(Names.Rejected));
    }

    [TestMethod]
    public async Task A_correction_keeps_the_pictures_that_it_names_and_new_ones_take_the_place_of_the_rest()
    {
        await PutAsync("rilis.md", Text("![Warga mengungsi](foto-1.png)"));
        await PutAsync("foto-1.png", Picture(1));
        await PutAsync("foto-2.png", Picture(2));
        await RunAfterAsync(TimeSpan.FromMinutes(1));

        await PutAsync("rilis.md", Text("![Warga mengungsi](foto-1.png)\n\nHujan reda pada sore hari."));
        await RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.AreEqual("2 foto-1.png foto-2.png", await DescribedAsync());

        await PutAsync("rilis.md", Text("![Warga mengungsi](foto-1.png)\n\nHujan reda pada sore hari, dan jalan dibuka."));
        await PutAsync("foto-3.png", Picture(3));
        await RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.AreEqual("3 foto-1.png foto-3.png", await DescribedAsync());
        Assert.IsEmpty(await NamesAsync(Names.Incoming));
    }

    [TestMethod]
    public async Task An_upload_without_a_text_takes_no_pictures()
    {
        await PutAsync("rilis.md", Text("![Warga mengungsi](foto-1.png)", "id: nj-banjir\n"));
        await PutAsync("foto-1.png", Picture(1));
        await RunAfterAsync(TimeSpan.FromMinutes(1));
        await PutAsync("rilis.md", "---\nid: nj-banjir\nstatus: withdrawn\nwithdrawnReason: Salah tanggal.\n---\n");
        await PutAsync("foto-2.png", Picture(2));

        await RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.AreEqual(ReleaseStatus.Withdrawn, (await OnlyReleaseAsync()).Status);
        Assert.AreEqual("2 foto-1.png", await DescribedAsync());
        CollectionAssert.AreEqual(new[] { Folder + "foto-2.png" }, (await NamesAsync(Names.Incoming)).ToArray());
    }

    [TestMethod]
    public async Task A_document_that_is_held_keeps_its_pictures_until_it_is_confirmed()
    {
        await PutAsync("rilis.md", Text("", "confirmed: false\n"));
        await PutAsync("foto-1.png", Picture(1));
        await RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.IsEmpty(await NamesAsync(Names.Incoming));
        var held = (await room.Service<DoubtfulUploads>().FindAsync(Folder + "rilis.md", CancellationToken.None))!;

        Assert.IsNotNull(await room.Service<Inbox>().TryAddAsync(held.Upload, CancellationToken.None));
        await RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.HasCount(1, (await OnlyReleaseAsync()).Content.Attachments!);
    }

    [TestMethod]
    public async Task Two_instances_take_a_folder_once()
    {
        await PutAsync("rilis.md", Text("![Warga mengungsi](foto-1.png)"));
        await PutAsync("foto-1.png", Picture(1));
        await using var other = new PressRoom(storage, clock);
        clock.Now += TimeSpan.FromMinutes(1);

        await Task.WhenAll(Task.Run(room.RunAsync), Task.Run(other.RunAsync));
        await RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.AreEqual("1 foto-1.png", await DescribedAsync());
        Assert.IsEmpty(await NamesAsync(Names.Incoming));
        Assert.IsEmpty(await NamesAsync(Names.Rejected));
    }

    [TestMethod]
    public async Task A_rebuild_makes_the_same_of_it()
    {
        await PutAsync("rilis.md", Text("![Warga mengungsi](foto-1.png)"));
        await PutAsync("foto-1.png", Picture(1));
        await PutAsync("foto-2.png", Picture(2));
        await RunAfterAsync(TimeSpan.FromMinutes(1));
        await PutAsync("rilis.md", Text("![Warga mengungsi](foto-1.png)\n\nHujan reda pada sore hari."));
        await RunAfterAsync(TimeSpan.FromMinutes(1));
        var before = await RowsAsync();
        Assert.IsNotEmpty(before);

        var report = await room.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), CancellationToken.None);

        Assert.IsTrue(report!.Done);
        CollectionAssert.AreEqual(before, await RowsAsync());
    }

    private static string Text(string inserted, string frontMatter = "", string headline = "Banjir Surut di Lembah Selasih") =>
        Texts.Release(headline, $"Air surut sejak pagi di dekat Jembatan Lengan.\n\n{inserted}", frontMatter);

    /// <summary>Another one for each shade.</summary>
    internal static byte[] Picture(byte shade)
    {
        using var pixels = new SKBitmap(60, 40);
        using (var canvas = new SKCanvas(pixels))
        {
            canvas.Clear(new SKColor(shade, shade, 200));
        }

        using var encoded = pixels.Encode(SKEncodedImageFormat.Png, 90);
        return encoded.ToArray();
    }

    private Task<IncomingUpload> PutAsync(string file, string text) => room.UploadAsync(Folder + file, text);

    private Task<IncomingUpload> PutAsync(string file, byte[] picture) => AddAsync(Folder + file, picture);

    private Task<IncomingUpload> AddAsync(string name, byte[] picture) =>
        room.Service<Inbox>().AddAsync(new NewUpload(name, BinaryData.FromBytes(picture), "image/png"), CancellationToken.None);

    private Task<CollectRun> RunAfterAsync(TimeSpan passed)
    {
        clock.Now += passed;
        return room.RunAsync();
    }

    private async Task<IReadOnlyList<Release>> ReleasesAsync() =>
        [.. (await new Truth(room).ReleasesAsync()).Values.Select(stored => stored.Release)];

    private async Task<Release> OnlyReleaseAsync() => (await ReleasesAsync()).Single();

    private async Task<string> DescribedAsync()
    {
        var release = await OnlyReleaseAsync();
        return $"{release.Revision} {string.Join(' ', release.Content.Attachments!.Select(one => one.FileName))}";
    }

    private async Task<List<string>> NamesAsync(string container)
    {
        var names = new List<string>();
        await foreach (var blob in room.Service<StorageAccount>().Container(container).GetBlobsAsync())
        {
            if (!blob.Name.StartsWith("journal/", StringComparison.Ordinal) && blob.Properties.ContentLength > 0)
            {
                names.Add(blob.Name);
            }
        }

        return names;
    }

    private async Task<List<string>> RowsAsync()
    {
        var rows = new List<string>();
        foreach (var table in Names.Rebuildable)
        {
            await foreach (var row in room.Service<StorageAccount>().Table(table).QueryAsync<Azure.Data.Tables.TableEntity>())
            {
                if (row.PartitionKey != "runs")
                {
                    rows.Add(
                        $"{table} {string.Join(' ', row.Where(one => one.Key is not ("odata.etag" or "Timestamp" or "At" or "WrittenAt")).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={Shown(one.Value)}"))}"
                    );
                }
            }
        }

        return rows;
    }

    private static string Shown(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}";
}

using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>What was refused or held stays, the last of a name under its name, with its report.</summary>
[TestClass]
public sealed class ReportedUploadsTests : PressRoomTests
{
    private static readonly BinaryData Report = BinaryData.FromString("""{"outcome":"rejected"}""");

    [TestMethod]
    public async Task An_upload_is_kept_with_its_report_until_a_newer_one_is_taken()
    {
        await using var room = await OpenAsync();
        var rejected = room.Service<RejectedUploads>();
        var upload = await AddAsync(room, "a/b.md", "satu");

        await rejected.KeepAsync(upload, BinaryData.FromString("satu"), Report, default);
        await rejected.KeepAsync(upload, BinaryData.FromString("satu"), Report, default);

        Assert.AreEqual("satu", (await rejected.ReadAsync("a/b.md", default))!.ToString());
        Assert.AreEqual(Report.ToString(), (await rejected.ReportOfAsync("a/b.md", default))!.ToString());
        var kept = await rejected.FindKeptAsync("a/b.md", default);
        Assert.AreEqual(("a/b.md", "text/markdown", Clock.Now), (kept!.Name, kept.ContentType, kept.KeptAt));
        Assert.AreEqual(2, await CountAsync(room, Names.Rejected));

        await rejected.ClearAsync("a/b.md", default);
        Assert.AreEqual(0, await CountAsync(room, Names.Rejected));
        Assert.IsNull(await rejected.ReadAsync("a/b.md", default));
        Assert.IsNull(await rejected.ReportOfAsync("a/b.md", default));
        Assert.IsNull(await rejected.FindKeptAsync("a/b.md", default));
        Assert.IsFalse(await rejected.SettleAsync("a/b.md", default));
    }

    [TestMethod]
    public async Task A_second_upload_of_a_name_sets_the_first_aside_with_its_report()
    {
        await using var room = await OpenAsync();
        var rejected = room.Service<RejectedUploads>();
        await rejected.KeepAsync(await AddAsync(room, "a.md", "satu"), BinaryData.FromString("satu"), Report, default);
        Clock.Now += TimeSpan.FromMinutes(1);

        await rejected.KeepAsync(await AddAsync(room, "a.md", "dua"), BinaryData.FromString("dua"), Report, default);

        Assert.AreEqual("dua", (await rejected.ReadAsync("a.md", default))!.ToString());
        var names = await room.Service<StorageAccount>().Container(Names.Rejected).GetBlobsAsync().Select(blob => blob.Name).ToListAsync();
        Assert.HasCount(4, names);
        Assert.HasCount(2, names.Where(name => name.StartsWith("a.md.20260304T013000Z-", StringComparison.Ordinal)).ToList());
        Assert.AreEqual("a.md", string.Join(' ', (await rejected.ListAsync(default, 10, default)).Select(kept => kept.Name)));
    }

    [TestMethod]
    public async Task What_is_too_large_to_read_is_copied()
    {
        await using var room = await OpenAsync();
        var upload = await AddAsync(room, "a.md", "besar");

        await room.Service<RejectedUploads>().KeepAsync(upload, null, Report, default);

        Assert.AreEqual("besar", (await room.Service<RejectedUploads>().ReadAsync("a.md", default))!.ToString());
    }

    [TestMethod]
    public async Task A_list_has_the_newest_since_a_time_without_what_was_settled()
    {
        await using var room = await OpenAsync();
        var rejected = room.Service<RejectedUploads>();
        foreach (var name in (string[])["a.md", "b.md", "c.md"])
        {
            await rejected.KeepAsync(await AddAsync(room, name, name), BinaryData.FromString(name), Report, default);
            Clock.Now += TimeSpan.FromMinutes(1);
        }

        Assert.AreEqual("c.md b.md a.md", await NamesAsync(default, 10));
        Assert.AreEqual("c.md b.md", await NamesAsync(default, 2));
        Assert.AreEqual("c.md b.md", await NamesAsync(StillClock.Start.AddMinutes(1), 10));

        Assert.IsTrue(await rejected.SettleAsync("b.md", default));
        Assert.AreEqual("c.md a.md", await NamesAsync(default, 10));
        Assert.AreEqual("b.md", (await rejected.ReadAsync("b.md", default))!.ToString());

        async Task<string> NamesAsync(DateTimeOffset since, int most) =>
            string.Join(' ', (await rejected.ListAsync(since, most, default)).Select(kept => kept.Name));
    }

    [TestMethod]
    public async Task What_is_held_is_found_as_it_is_to_be_taken_once_it_is_confirmed()
    {
        await using var room = await OpenAsync();
        var doubtful = room.Service<DoubtfulUploads>();
        var upload = await AddAsync(room, "a.md", "ragu");
        await doubtful.KeepAsync(
            upload with
            {
                Metadata = new UploadMetadata { Actor = "Sari" },
            },
            BinaryData.FromString("ragu"),
            Report,
            default
        );

        var held = await doubtful.FindAsync("a.md", default);

        Assert.AreEqual(("a.md", "ragu", "text/markdown"), (held!.Upload.Name, held.Upload.Content.ToString(), held.Upload.ContentType));
        Assert.AreEqual(new UploadMetadata { Actor = "Sari", IsConfirmed = true }, held.Upload.Metadata);
        Assert.AreEqual(upload.VersionName, held.Version);
        Assert.IsNull(await doubtful.FindAsync("b.md", default));
    }

    [TestMethod]
    [DataRow("a.md", "a.md")]
    [DataRow("a.md.report.json", "a.md.report.json.original")]
    [DataRow("a.MD.REPORT.JSON", "a.MD.REPORT.JSON.original")]
    public void An_original_never_takes_the_name_of_a_report(string upload, string kept) =>
        Assert.AreEqual(kept, ReportedUploads.NameFor(upload));

    private static Task<IncomingUpload> AddAsync(PressRoom room, string name, string text) => room.UploadAsync(name, text);
}

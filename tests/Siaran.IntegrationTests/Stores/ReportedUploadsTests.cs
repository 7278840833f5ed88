using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>What was refused or held stays, the last of a name under its name, with its report.</summary>
[TestClass]
public sealed class ReportedUploadsTests : PressRoomTests
{
    /// <summary>Of a blob's name, in characters.</summary>
    private const int LongestName = 1024;

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

        await rejected.ClearAsync(upload, default);
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
    [DataRow("dinas.20260304T013000Z-12345678", true)]
    [DataRow("dinas.20260304T013000Z_12345678", false)]
    [DataRow("dinas.20260304T013000X-12345678", false)]
    [DataRow("dinas.20260304X013000Z-12345678", false)]
    [DataRow("dinas-20260304T013000Z-12345678", false)]
    [DataRow(".20260304T013000Z-12345678", false)]
    [DataRow("dinas.20260304T013000Z-123456789", false)]
    public async Task Only_what_has_the_whole_shape_of_what_is_set_aside_is_not_listed(string name, bool isSetAside)
    {
        await using var room = await OpenAsync();
        var rejected = room.Service<RejectedUploads>();
        await rejected.KeepAsync(await AddAsync(room, name, "satu"), BinaryData.FromString("satu"), Report, default);

        Assert.AreEqual(isSetAside ? 0 : 1, (await rejected.ListAsync(default, 10, default)).Count);
    }

    [TestMethod]
    public async Task What_is_copied_keeps_who_brought_it_and_a_report_is_json()
    {
        await using var room = await OpenAsync();
        var rejected = room.Service<RejectedUploads>();
        var upload = (await AddAsync(room, "a.md", "besar")) with { Metadata = new UploadMetadata { Actor = "Sari" } };

        await rejected.KeepAsync(upload, null, Report, default);

        Assert.AreEqual("Sari", (await rejected.FindKeptAsync("a.md", default))!.Metadata.Actor);
        Assert.AreEqual("a.md", (await rejected.ListAsync(default, 10, default)).Single().Name);
        Assert.AreEqual("application/json", await TypeAsync(room, "a.md.report.json"));
    }

    [TestMethod]
    public async Task What_lay_there_by_hand_is_set_aside_too_and_has_no_version()
    {
        await using var room = await OpenAsync();
        var (rejected, doubtful) = (room.Service<RejectedUploads>(), room.Service<DoubtfulUploads>());
        var account = room.Service<StorageAccount>();
        await account.Container(Names.Rejected).GetBlobClient("a.md").UploadAsync(BinaryData.FromString("tangan"));
        await account.Container(Names.Doubtful).GetBlobClient("a.md").UploadAsync(BinaryData.FromString("tangan"));

        await rejected.KeepAsync(await AddAsync(room, "a.md", "satu"), BinaryData.FromString("satu"), Report, default);

        // The hash of a version that is empty.
        Assert.AreEqual("tangan", (await rejected.ReadAsync("a.md.20260304T013000Z-e3b0c442", default))!.ToString());
        Assert.AreEqual("", (await doubtful.FindAsync("a.md", default))!.Version);
    }

    [TestMethod]
    public async Task The_longest_name_leaves_room_for_what_is_put_behind_it()
    {
        await using var room = await OpenAsync();
        var rejected = room.Service<RejectedUploads>();
        var name = "dinas/" + new string('n', LongestName - 6);
        var upload = (await AddAsync(room, "a.md", "satu")) with { Name = name };

        await rejected.KeepAsync(upload, BinaryData.FromString("satu"), Report, default);
        Clock.Now += TimeSpan.FromMinutes(1);
        await rejected.KeepAsync((await AddAsync(room, "a.md", "dua")) with { Name = name }, BinaryData.FromString("dua"), Report, default);

        var names = await room.Service<StorageAccount>().Container(Names.Rejected).GetBlobsAsync().Select(blob => blob.Name).ToListAsync();
        Assert.HasCount(4, names);
        Assert.IsTrue(names.TrueForAll(kept => kept.Length <= LongestName));
    }

    private static async Task<string> TypeAsync(PressRoom room, string name) =>
        (await room.Service<StorageAccount>().Container(Names.Rejected).GetBlobClient(name).GetPropertiesAsync()).Value.ContentType;

    [TestMethod]
    [DataRow("a.md", "a.md")]
    [DataRow("a.md.report.json", "a.md.report.json.original")]
    [DataRow("a.MD.REPORT.JSON", "a.MD.REPORT.JSON.original")]
    public void An_original_never_takes_the_name_of_a_report(string upload, string kept) =>
        Assert.AreEqual(kept, ReportedUploads.NameFor(upload));

    private static Task<IncomingUpload> AddAsync(PressRoom room, string name, string text) => room.UploadAsync(name, text);
}

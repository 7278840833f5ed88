using System.Text;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>How large a document may be with its pictures, and what becomes of both where a run dies or the same comes again.</summary>
[TestClass]
public sealed class FolderBoundTests : PressRoomTests
{
    private const string Folder = "bpbd/banjir/";
    private const int Most = 4096;

    [TestMethod]
    [DataRow(-1000, "Created", 1)]
    [DataRow(1, "Rejected", 0)]
    public async Task A_document_and_its_pictures_together_may_have_so_many_bytes(int beyond, string outcome, int fetched)
    {
        var downloads = 0;
        await using var room = await OpenAsync(
            Watching(message => downloads += Is(message, "GET", "/foto-1.png") ? 1 : 0),
            new Dictionary<string, string?> { ["Collect:MaxFileBytes"] = $"{Most}" }
        );
        var picture = FolderTests.Picture(1);
        var text = Texts.Release("Banjir Surut", "Air surut sejak pagi.\n\n![Warga](foto-1.png)");
        await room.UploadAsync(Folder + "a.md", text + new string('\n', Most + beyond - picture.Length - Encoding.UTF8.GetByteCount(text)));
        await AddAsync(room, "foto-1.png", picture);
        Clock.Now += TimeSpan.FromMinutes(1);

        var taken = (await room.RunAsync()).Uploads.Single();

        Assert.AreEqual((outcome, fetched), (taken.Outcome.ToString(), downloads));
        Assert.AreEqual(beyond > 0, taken.Report.Findings.Any(finding => finding.Code == "too-large"));
    }

    [TestMethod]
    public async Task A_document_without_pictures_is_not_measured_by_what_it_may_have_with_them()
    {
        await using var room = await OpenAsync(settings: new Dictionary<string, string?> { ["Collect:MaxFileBytes"] = "1024" });
        await room.UploadAsync(Folder + "a.md", Texts.Release("Banjir Surut", "Air surut sejak pagi.") + new string(' ', Most));
        Clock.Now += TimeSpan.FromMinutes(1);

        Assert.AreEqual(CollectOutcome.Created, (await room.RunAsync()).Uploads.Single().Outcome);
    }

    [TestMethod]
    public async Task What_a_run_that_died_has_closed_goes_with_the_pictures_that_were_taken_with_it_and_no_others()
    {
        var isCut = true;
        await using (var dying = await OpenAsync(Cutting(message => isCut && message.Request.Method.Method == "DELETE")))
        {
            await PutAsync(dying, "![Warga](foto-1.png)", 1);
            Assert.AreEqual(CollectOutcome.Failed, (await dying.RunAsync()).Uploads.Single().Outcome);
            isCut = false;
        }

        await using var room = await OpenAsync();
        await AddAsync(room, "foto-2.png", FolderTests.Picture(2));
        Clock.Now += TimeSpan.FromMinutes(1);
        var run = await room.RunAsync();

        Assert.IsEmpty(run.Uploads);
        Assert.AreEqual(Folder + "foto-2.png", (await room.Service<Inbox>().ListAllAsync(default)).Single().Name);
        Assert.AreEqual(1, (await OnlyReleaseAsync(room)).Revision);
    }

    [TestMethod]
    public async Task The_same_text_with_the_same_picture_is_no_revision()
    {
        await using var room = await OpenAsync();
        await PutAsync(room, "![Warga](foto-1.png)", 1);
        Assert.AreEqual(CollectOutcome.Created, (await room.RunAsync()).Uploads.Single().Outcome);

        await PutAsync(room, "![Warga](foto-1.png)", 1);
        var again = (await room.RunAsync()).Uploads.Single();

        Assert.AreEqual(CollectOutcome.Unchanged, again.Outcome);
        Assert.Contains("unchanged", again.Report.Findings.Select(finding => finding.Code));
        Assert.AreEqual(1, (await OnlyReleaseAsync(room)).Revision);
    }

    [TestMethod]
    public async Task After_a_withdrawal_a_release_has_the_pictures_of_its_last_text_and_not_of_its_first()
    {
        await using var room = await OpenAsync();
        await PutAsync(room, "![Warga](foto-1.png)", 1, "id: nj-1\n");
        await room.RunAsync();
        await PutAsync(room, "![Warga](foto-2.png)", 2, "id: nj-1\n");
        await room.RunAsync();
        await room.UploadAsync(Folder + "a.md", "---\nid: nj-1\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n");
        await RunAfterAsync(room);
        Assert.AreEqual(ReleaseStatus.Withdrawn, (await OnlyReleaseAsync(room)).Status);

        await room.UploadAsync(
            Folder + "a.md",
            Texts.Release("Banjir Surut", "Air surut seluruhnya.\n\n![Warga](foto-2.png)", "id: nj-1\nstatus: published\n")
        );
        await RunAfterAsync(room);

        var release = await OnlyReleaseAsync(room);
        Assert.AreEqual((4, "foto-2.png"), (release.Revision, release.Content.Attachments!.Single().FileName));
    }

    [TestMethod]
    [DataRow("lain/a.md", 0, "folder:lain")]
    [DataRow("a.md", 0, "incoming")]
    [DataRow("lain/1.png", 1, "folder:lain")]
    public async Task What_is_refused_before_it_is_fetched_is_audited_by_who_brought_it(string name, int isPicture, string actor)
    {
        await using var room = await OpenAsync(settings: new Dictionary<string, string?> { ["Collect:MaxBytes"] = "1024" });
        await (
            isPicture > 0
                ? room.Service<Inbox>().AddAsync(new NewUpload(name, BinaryData.FromBytes(FolderTests.Picture(1)), "image/png"), default)
                : room.UploadAsync(name, new string('a', 2000))
        );
        Clock.Now += TimeSpan.FromHours(1);

        Assert.AreEqual(CollectOutcome.Rejected, (await room.RunAsync()).Uploads.Single().Outcome);

        Assert.AreEqual(actor, await AuditedAsync(room));
    }

    [TestMethod]
    public async Task What_comes_by_a_folder_that_no_office_holds_is_refused_and_audited_by_that_folder()
    {
        await using var room = await OpenAsync();
        await room.Service<OfficeTable>().TryWriteAsync(OfficesOf("dishub"), null, default);
        await room.UploadAsync("lain/a.md", Texts.Release());

        var refused = (await room.RunAsync()).Uploads.Single();

        Assert.AreEqual((CollectOutcome.Rejected, "no-office"), (refused.Outcome, refused.Report.Findings.Single().Code));
        Assert.AreEqual("folder:lain", await AuditedAsync(room));
    }

    [TestMethod]
    public async Task Two_large_uploads_are_both_read()
    {
        await using var room = await OpenAsync();
        foreach (var number in new[] { 1, 2 })
        {
            await room.UploadAsync(
                $"{number}.md",
                Texts.Release($"Jembatan {number}", frontMatter: $"id: nj-{number}\n")
                    + string.Concat(Enumerable.Repeat(new string('語', 500) + '\n', 720))
            );
        }

        var run = await room.RunAsync();

        Assert.AreEqual("Created Created", string.Join(' ', run.Uploads.Select(one => one.Outcome)), run.Uploads[0].Report.ToJson());
    }

    [TestMethod]
    public async Task No_more_uploads_are_fetched_at_once_than_is_set()
    {
        var (now, most) = (0, 0);
        await using var room = await OpenAsync(
            async message =>
            {
                if (
                    message.Request.Method.Method != "GET"
                    || !message.Request.Uri.ToString().Contains("/incoming/", StringComparison.Ordinal)
                )
                {
                    return null;
                }

                most = Math.Max(most, Interlocked.Increment(ref now));
                for (var turn = 0; turn < 200; turn++)
                {
                    await Task.Yield();
                }

                return () =>
                {
                    Interlocked.Decrement(ref now);
                    return ValueTask.CompletedTask;
                };
            },
            new Dictionary<string, string?> { ["Collect:AtOnce"] = "1" }
        );
        for (var number = 0; number < 6; number++)
        {
            await room.UploadAsync($"{number}.md", Texts.Release($"Jembatan {number}", frontMatter: $"id: nj-{number}\n"));
        }

        await room.RunAsync();

        Assert.AreEqual(1, most);
    }

    private async Task PutAsync(PressRoom room, string inserted, byte shade, string frontMatter = "")
    {
        await room.UploadAsync(Folder + "a.md", Texts.Release("Banjir Surut", $"Air surut sejak pagi.\n\n{inserted}", frontMatter));
        await AddAsync(room, $"foto-{shade}.png", FolderTests.Picture(shade));
        Clock.Now += TimeSpan.FromMinutes(1);
    }

    private static Task<IncomingUpload> AddAsync(PressRoom room, string file, byte[] picture) =>
        room.Service<Inbox>().AddAsync(new NewUpload(Folder + file, BinaryData.FromBytes(picture), "image/png"), default);

    private async Task RunAfterAsync(PressRoom room)
    {
        Clock.Now += TimeSpan.FromMinutes(1);
        await room.RunAsync();
    }

    private static async Task<Release> OnlyReleaseAsync(PressRoom room) =>
        (await room.Service<ReleaseTable>().ReadStoredAsync(null, 10, default)).Releases.Single().Release;

    private async Task<string> AuditedAsync(PressRoom room) =>
        (await room.Service<AuditTable>().ReadAsync(Clock.Now.AddDays(-1), Clock.Now.AddDays(1), null, default).ToListAsync())
            .Single()
            .Actor;
}

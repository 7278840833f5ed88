using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>What of an upload is fetched, and what is refused before that.</summary>
[TestClass]
public sealed class UploadReaderTests : PressRoomTests
{
    private int downloads;

    [TestMethod]
    public async Task What_is_too_large_is_refused_by_its_length_and_not_fetched()
    {
        var text = Texts.Release(body: string.Concat(Enumerable.Repeat("Warga dua kecamatan kini terhubung. ", 40)));
        var length = System.Text.Encoding.UTF8.GetByteCount(text);
        await using var room = await RoomAsync(new Dictionary<string, string?> { ["Collect:MaxBytes"] = $"{length}" });
        await room.UploadAsync("a.md", text);
        await room.UploadAsync("b.md", text + "\n");

        var run = await room.RunAsync();

        Assert.AreEqual("a.md Created, b.md Rejected", string.Join(", ", run.Uploads.Select(one => $"{one.Upload} {one.Outcome}")));
        Assert.AreEqual("too-large", run.Uploads[1].Report.Findings.Single().Code);
        Assert.AreEqual(1, downloads, "Only what is not too large.");
    }

    [TestMethod]
    public async Task What_is_in_hand_is_not_fetched_again()
    {
        await using var room = await RoomAsync();

        await room.PostAsync("a.md", Texts.Release());

        Assert.AreEqual(0, downloads);
    }

    [TestMethod]
    public async Task A_picture_for_which_no_document_came_is_refused_by_what_it_is()
    {
        await using var room = await RoomAsync();
        await room.UploadAsync("x/1.jpg", "gambar");
        Clock.Now += TimeSpan.FromHours(1);

        var refused = (await room.RunAsync()).Uploads.Single();

        Assert.AreEqual(("x/1.jpg", CollectOutcome.Rejected), (refused.Upload, refused.Outcome));
        Assert.AreEqual("picture-without-text", refused.Report.Findings.Single().Code);
        Assert.AreEqual(0, downloads);
        Assert.AreEqual(1, await CountAsync(room, Names.Rejected) - 1, "It and its report.");
    }

    [TestMethod]
    public async Task What_a_run_that_died_has_closed_is_only_taken_away()
    {
        var isCut = true;
        await using (var dying = await OpenAsync(Cutting(message => isCut && Is(message, "DELETE", "/incoming/a.md"))))
        {
            await dying.UploadAsync("a.md", Texts.Release());
            Assert.AreEqual(CollectOutcome.Failed, (await dying.RunAsync()).Uploads.Single().Outcome);
            isCut = false;
        }

        await using var room = await RoomAsync();
        var run = await room.RunAsync();

        Assert.IsEmpty(run.Uploads);
        Assert.AreEqual(0, downloads);
        Assert.AreEqual(0, await CountAsync(room, Names.Incoming));
        Assert.AreEqual(1, await CountAsync(room, Names.Accepted));
    }

    [TestMethod]
    public async Task Those_that_came_before_the_last_of_some_are_found_and_no_others()
    {
        await using var room = await RoomAsync();
        foreach (var name in new[] { "a.md", "b.md", "c.md", "d.md" })
        {
            await room.UploadAsync(name, Texts.Release());
            Clock.Now += TimeSpan.FromSeconds(1);
        }

        var reader = room.Service<UploadReader>();
        var all = (await reader.ListAsync(default)).OrderBy(one => one.Upload.Name, StringComparer.Ordinal).ToList();

        var earlier = await reader.FindEarlierAsync([all[2], all[0]], default);

        Assert.AreEqual("b.md", earlier.Single().Upload.Name);
        Assert.IsEmpty(await reader.FindEarlierAsync([all[0]], default));
    }

    private Task<PressRoom> RoomAsync(IReadOnlyDictionary<string, string?>? settings = null) =>
        OpenAsync(
            Watching(message =>
                downloads +=
                    message.Request.Method.Method == "GET"
                    && message.Request.Uri.ToString().Contains("/incoming/", StringComparison.Ordinal)
                        ? 1
                        : 0
            ),
            settings
        );
}

using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>Where re-tagging begins, goes on and begins again.</summary>
[TestClass]
public sealed class RetagPositionTests : PressRoomTests
{
    private const string First = "program-jembatan\tjembatan\tJBT\n";
    private const string Second = "program-pasar\tpasar\tPSR\n";

    [TestMethod]
    public async Task Each_version_is_a_pass_of_its_own_from_the_first_release_on()
    {
        await using var room = await OpenAsync();
        var position = room.Service<RetagPosition>();

        var first = (await FindAsync(position))!;
        Assert.AreEqual((1, null, false, Clock.Now), (first.Pass, first.Cursor, first.IsDone, first.Since));
        var moved = await position.MoveAsync(first, "b", default);
        Assert.AreEqual(("b", false), (moved.Cursor, moved.IsDone));
        Assert.AreEqual(moved, await FindAsync(position));
        var done = await position.MoveAsync(moved, null, default);
        Assert.AreEqual((null, true), (done.Cursor, done.IsDone));
        Assert.AreEqual(done, await FindAsync(position));

        await PutVocabularyAsync(room, "programmes.tsv", BinaryData.FromString(First));
        var second = (await FindAsync(position))!;
        Assert.AreEqual((2, null, false, Clock.Now), (second.Pass, second.Cursor, second.IsDone, second.Since));
        Assert.AreEqual(room.Service<CurrentTagger>().Version, second.Version);
        Assert.AreNotEqual(first.Version, second.Version);
    }

    [TestMethod]
    public async Task Vocabularies_that_cannot_be_used_have_what_is_done_begun_again_once()
    {
        await using var room = await OpenAsync();
        var position = room.Service<RetagPosition>();
        var begun = (await FindAsync(position))!;
        await PutVocabularyAsync(room, "programmes.tsv", BinaryData.FromBytes(new byte[] { 0x61, 0xFF }));

        Assert.IsNull(await FindAsync(position));
        Assert.AreEqual(begun, await room.Service<RetagTable>().FindAsync(default), "It was not done yet.");
        var done = await position.MoveAsync(begun, null, default);
        Assert.IsNull(await FindAsync(position));
        var again = (await room.Service<RetagTable>().FindAsync(default))!;
        Assert.AreEqual(
            (done.Pass + 1, null, false, Clock.Now, done.Version),
            (again.Pass, again.Cursor, again.IsDone, again.Since, again.Version)
        );
        Assert.IsNull(await FindAsync(position));
        Assert.AreEqual(again, await room.Service<RetagTable>().FindAsync(default), "Once.");
        await PutVocabularyAsync(room, "programmes.tsv", BinaryData.FromString(Second));
        Assert.AreEqual(again.Pass + 1, (await FindAsync(position))!.Pass);
    }

    [TestMethod]
    public async Task While_tables_are_rebuilt_nothing_is_tagged_again()
    {
        await using var room = await OpenAsync(settings: new Dictionary<string, string?> { ["Retag:Settling"] = "00:00:00" });
        await room.PostAsync("a.md", Texts.Release());
        await PutVocabularyAsync(room, "programmes.tsv", BinaryData.FromString(First));
        var mark = await room.Service<RebuildProgress>()
            .TryStoreAsync(new RebuildState(true, "", 0, 0, Clock.Now.AddHours(1)) { StartedAt = Clock.Now }, null, default);
        Clock.Now += CurrentTagger.Freshness;

        Assert.AreEqual(new RetagRun(0, 0, IsDone: false), await room.Service<Retagger>().RunAsync(default));
        await room.Service<RebuildProgress>().EndAsync(new RebuildReport(true, 1, 0, 0, Clock.Now), default);

        Assert.IsNotNull(mark);
        Assert.AreEqual(new RetagRun(1, 1, IsDone: true), await room.Service<Retagger>().RunAsync(default));
        Assert.AreEqual(new RetagRun(0, 0, IsDone: true), await room.Service<Retagger>().RunAsync(default));
    }

    [TestMethod]
    public async Task Feeds_that_a_new_vocabulary_changes_are_announced_to_the_hub()
    {
        var hub = new MemoryHub();
        await using var room = new PressRoom(
            Storage,
            Clock,
            hub: hub,
            settings: new Dictionary<string, string?> { ["Retag:Settling"] = "00:00:00" }
        );
        await room.CreateAsync();
        await room.PostAsync("a.md", Texts.Release());
        Clock.Now += TimeSpan.FromMinutes(10);
        await room.RunAsync();
        hub.Clear();
        await PutVocabularyAsync(room, "programmes.tsv", BinaryData.FromString(First));
        Clock.Now += CurrentTagger.Freshness;

        Assert.AreEqual(1, (await room.Service<Retagger>().RunAsync(default)).Changed);
        Clock.Now += TimeSpan.FromMinutes(10);
        await room.RunAsync();

        Assert.Contains(topic => topic.Contains("program-jembatan", StringComparison.Ordinal), hub.Taken);
    }

    private async Task<RetagProgress?> FindAsync(RetagPosition position)
    {
        Clock.Now += CurrentTagger.Freshness;
        return await position.FindAsync(default);
    }
}

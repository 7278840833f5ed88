using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Replies;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.IntegrationTests.Stores;

/// <summary>In which order a change becomes known, and to whom.</summary>
[TestClass]
public sealed class PublishingTests : PressRoomTests
{
    private static readonly ReleaseId Bridge = ReleaseId.FromEditorKey("nj-1");

    private readonly List<string> written = [];

    [TestMethod]
    public async Task The_feeds_of_a_revision_are_those_that_it_enters_and_leaves_in_order()
    {
        await using var room = await OpenAsync();
        await room.PostAsync("a.md", Texts.Release(frontMatter: "id: nj-1\ntags: [jembatan, baruna]\n"));
        var stored = await FindAsync(room);
        var left = FeedKey.Of(new TagId(TagKind.Keyword, "cuaca"));

        var keys = Publisher.FeedKeysOf(stored.Tagged, [left], Clock.Now);

        CollectionAssert.AreEqual(FeedKeys.Of(stored.Tagged).Append(left).Order().ToList(), keys.ToList());
        CollectionAssert.AreEqual(
            new[] { left },
            Publisher.FeedKeysOf(stored.Tagged, [left], stored.Release.PublishAt.AddSeconds(-1)).ToList()
        );
    }

    [TestMethod]
    public async Task A_release_whose_time_comes_while_it_is_stored_enters_its_feeds_only_once_they_are_remembered()
    {
        await using var room = await WatchedAsync();
        await room.PostAsync("a.md", Texts.Release(frontMatter: "id: nj-1\ntags: [jembatan]\n"));
        var stored = await FindAsync(room);
        written.Clear();

        var changed = await room.Service<Publisher>().PublishAsync([stored with { FeedKeys = [FeedKey.All] }], default);

        Assert.IsEmpty(changed);
        Assert.AreEqual("Releases", string.Join(' ', written), "It is noted as one that waits.");
    }

    [TestMethod]
    public async Task What_is_repaired_is_written_to_all_its_feeds_again_and_under_an_embargo_to_none()
    {
        await using var room = await WatchedAsync();
        await room.PostAsync("a.md", Texts.Release(frontMatter: "id: nj-1\ntags: [jembatan]\n"));
        await room.PostAsync(
            "b.md",
            Texts.Release("Pasar Dibuka", "Bupati membuka pasar.", $"id: nj-2\npublishAt: {Clock.Now.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}\n")
        );
        var (publisher, seen) = (room.Service<Publisher>(), await FindAsync(room));
        var waiting = (await room.Service<ReleaseTable>().FindAsync(ReleaseId.FromEditorKey("nj-2"), default))!;

        var changed = await publisher.RepairAsync(seen, default);
        written.Clear();
        var ofWaiting = await publisher.RepairAsync(waiting, default);

        CollectionAssert.AreEquivalent(seen.FeedKeys.ToList(), changed.ToList());
        Assert.IsEmpty(ofWaiting);
        Assert.DoesNotContain("Listings", written);
    }

    [TestMethod]
    public async Task Readers_replies_go_with_the_release_that_is_withdrawn()
    {
        await using var room = await OpenAsync();
        await room.Service<OfficeTable>().TryWriteAsync(OfficesOf("dishub"), null, default);
        await room.UploadAsync("dishub/a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        await room.RunAsync();
        var stored = (await room.Service<ReleaseTable>().ReadStoredAsync(null, 10, default)).Releases.Single();
        var replies = room.Service<ReplyTable>();
        var reply = new Replies.Reply(Guid.NewGuid(), Clock.Now, "Rina", "Terima kasih.");
        Assert.AreEqual("dishub", stored.Release.Office);
        await replies.TryAddAsync(new WaitingReply(reply, "dishub", stored.Release.Id, "Jembatan Dibuka", "rina@nusa.example"), default);

        await room.UploadAsync("dishub/b.md", $"---\nid: {stored.Release.Id}\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n");
        await room.RunAsync();

        Assert.IsEmpty(await replies.WaitingAsync("dishub", default).ToListAsync());
    }

    [TestMethod]
    public async Task What_partners_are_about_to_hear_of_is_served_by_this_instance_already()
    {
        var (room, asks, heard) = (default(PressRoom), false, "");
        await using var opened = await OpenAsync(
            async message =>
            {
                if (asks && Writes(message, "/Changes"))
                {
                    asks = false;
                    heard = await FeedAsync(room!);
                }

                return null;
            },
            new Dictionary<string, string?> { ["Site:Freshness"] = "1.00:00:00" }
        );
        room = opened;
        await room.PostAsync("a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        Assert.DoesNotContain("Pasar Dibuka", await FeedAsync(room));
        asks = true;

        await room.PostAsync("b.md", Texts.Release("Pasar Dibuka", "Bupati membuka pasar.", "id: nj-2\n"));

        Assert.Contains("Pasar Dibuka", heard);
    }

    [TestMethod]
    public async Task A_hub_is_to_hear_of_each_feed_from_before_it_changes()
    {
        var hub = new MemoryHub();
        await using var room = new PressRoom(Storage, Clock, Watching(Note), hub: hub);
        await room.CreateAsync();
        written.Clear();

        await room.PostAsync("a.md", Texts.Release(frontMatter: "id: nj-1\ntags: [jembatan]\n"));

        Assert.IsLessThan(written.IndexOf("Listings"), written.IndexOf("Push"));
        Assert.IsGreaterThanOrEqualTo(0, written.IndexOf("Push"));
    }

    [TestMethod]
    public async Task While_the_tables_are_rebuilt_nothing_comes_out_and_afterwards_all_that_was_due_does()
    {
        await using var room = await OpenAsync();
        await room.PostAsync("a.md", Texts.Release(frontMatter: $"id: nj-1\npublishAt: {Clock.Now.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}\n"));
        Clock.Now += TimeSpan.FromHours(1);
        var (progress, embargoes) = (room.Service<RebuildProgress>(), room.Service<Embargoes>());
        await progress.TryStoreAsync(new RebuildState(true, "", 0, 0, Clock.Now.AddHours(1)) { StartedAt = Clock.Now }, null, default);

        var during = await embargoes.ReleaseDueAsync(default);
        await progress.EndAsync(new RebuildReport(true, 0, 0, 0, Clock.Now), default);
        var after = await embargoes.ReleaseDueAsync(default);

        Assert.IsEmpty(during.Released);
        Assert.IsEmpty(during.Changed);
        Assert.AreEqual("Jembatan Lengan Dibuka", after.Released.Single().Release.Content.Headline);
        Assert.Contains(FeedKey.All, after.Changed);
    }

    private Task<PressRoom> WatchedAsync() => OpenAsync(Watching(Note));

    /// <summary>The table that is written to.</summary>
    private void Note(Azure.Core.HttpMessage message)
    {
        if (message.Request.Method.Method != "GET" && Names.Tables.FirstOrDefault(name => Writes(message, $"/{name}")) is { } table)
        {
            written.Add(table);
        }
    }

    private static async Task<StoredRelease> FindAsync(PressRoom room) => (await room.Service<ReleaseTable>().FindAsync(Bridge, default))!;

    private static async Task<string> FeedAsync(PressRoom room) =>
        (await room.AskAsync(request => room.Service<Endpoints.FeedService>().GetAsync(request, "all.rss", default))).Text;
}

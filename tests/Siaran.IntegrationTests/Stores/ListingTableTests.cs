using System.Globalization;
using Siaran.IntegrationTests.Memory;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.IntegrationTests.Stores;

/// <summary>A listing is what its newest changes made of it, in whatever order they come; its pages close and stay.</summary>
[TestClass]
public sealed class ListingTableTests : PressRoomTests
{
    private static readonly FeedKey Feed = FeedKey.Of(new TagId(TagKind.Keyword, "jembatan"));
    private readonly List<string> announced = [];

    [TestMethod]
    public async Task A_feed_that_nobody_wrote_is_none_and_that_of_everything_is_empty()
    {
        var listings = (await RoomAsync()).Service<ListingTable>();

        Assert.IsNull(await listings.ReadAsync(Feed, default));
        Assert.IsNull(await listings.ReadHeadAsync(Feed, default));
        var all = (await listings.ReadAsync(FeedKey.All, default))!;
        Assert.AreEqual(
            (0L, FeedKeys.AllTitle, DateTimeOffset.UnixEpoch, 0),
            (all.Head.Version, all.Head.Title, all.Head.LastModified, all.Entries.Count)
        );
        Assert.AreEqual(0L, (await listings.ReadHeadAsync(FeedKey.All, default))!.Version);
        Assert.AreEqual(0L, await listings.ReadKeysVersionAsync(default));
    }

    [TestMethod]
    public async Task Entries_are_newest_first_and_the_newest_gives_the_title()
    {
        var room = await RoomAsync();

        await CommitAsync(
            room,
            Live(1, minute: 5, title: "Jembatan"),
            Live(2, minute: 9, title: "Jembatan Kita"),
            Live(3, minute: 7, title: "jembatan")
        );

        Assert.AreEqual("v1 3/3 Jembatan Kita: 2 3 1", await SaidAsync(room));
        await CommitAsync(room, Live(4, minute: 8, title: "Lama"));
        Assert.AreEqual("v2 4/4 Jembatan Kita: 2 4 3 1", await SaidAsync(room));
        await CommitAsync(room, Live(5, minute: 9, title: "Jembatan Juga"));
        Assert.StartsWith("v3 5/5 Jembatan Juga:", await SaidAsync(room), "Of one time the first by the alphabet.");
        await CommitAsync(room, Live(6, minute: 9, title: "Jembatan Lama"));
        Assert.StartsWith("v4 6/6 Jembatan Juga:", await SaidAsync(room));
        await CommitAsync(room, Live(7, minute: 10, title: "Zaman Baru"));
        Assert.StartsWith("v5 7/7 Zaman Baru:", await SaidAsync(room));
        Assert.AreEqual(5, announced.Count);
    }

    [TestMethod]
    public async Task What_says_the_same_again_changes_nothing_and_is_announced_to_nobody()
    {
        var room = await RoomAsync();
        await CommitAsync(room, Live(1));
        announced.Clear();

        Assert.IsEmpty(await CommitAsync(room, Live(1)));
        Assert.IsEmpty(await CommitAsync(room, Live(1) with { Edition = new Edition(2, 0) }), "Its edition is noted, and nobody sees it.");
        Assert.IsEmpty(await CommitAsync(room, Live(1, text: "Lama.")), "The noted edition is later.");

        Assert.IsEmpty(announced);
        Assert.AreEqual("v1 1/1 Jembatan: 1", await SaidAsync(room));
        Assert.HasCount(
            1,
            await CommitAsync(room, Live(1) with { Edition = new Edition(2, 0), Rewrites = true }),
            "A damaged row is written all the same."
        );
        Assert.AreEqual("v2 1/1 Jembatan: 1", await SaidAsync(room));
    }

    [TestMethod]
    public async Task The_latest_edition_wins_in_whatever_order_they_come()
    {
        var room = await RoomAsync();
        await CommitAsync(room, Live(1, text: "Kedua.") with { Edition = new Edition(2, 0) });

        Assert.IsEmpty(await CommitAsync(room, Live(1, text: "Pertama.")));
        Assert.IsEmpty(await CommitAsync(room, Gone(1) with { Edition = new Edition(1, 7) }));
        Assert.HasCount(1, await CommitAsync(room, Live(1, text: "Ketiga.") with { Edition = new Edition(2, 1) }));
        Assert.AreEqual("Ketiga.", await TextAsync(room, 1));
    }

    [TestMethod]
    public async Task A_revision_that_is_taken_back_gives_its_place_to_an_earlier_one_once_and_does_not_return()
    {
        var room = await RoomAsync();
        var late = Live(1, text: "Kedua.") with { Edition = new Edition(2, 0), UploadVersion = "b" };
        await CommitAsync(room, late);
        var earlier = Live(1, text: "Pertama.") with { Edition = new Edition(1, 0), UploadVersion = "a" };

        Assert.IsEmpty(await CommitAsync(room, earlier with { TakesBack = new(3, "c") }), "Another is the last.");
        Assert.HasCount(1, await CommitAsync(room, earlier with { TakesBack = new(2, "b") }));
        Assert.AreEqual("Pertama.", await TextAsync(room, 1));

        Assert.IsEmpty(await CommitAsync(room, late));
        Assert.IsEmpty(await CommitAsync(room, late with { Edition = new Edition(2, 1) }));
        Assert.AreEqual("Pertama.", await TextAsync(room, 1));

        // The next revision has its number.
        Assert.HasCount(1, await CommitAsync(room, late with { UploadVersion = "d" }));
        Assert.IsEmpty(await CommitAsync(room, earlier with { TakesBack = new(2, "b") }), "Late.");
        Assert.AreEqual("Kedua.", await TextAsync(room, 1));
    }

    [TestMethod]
    public async Task A_revision_that_is_taken_back_before_it_comes_never_comes()
    {
        var room = await RoomAsync();
        var late = Live(1) with { UploadVersion = "a" };

        Assert.IsEmpty(await CommitAsync(room, late with { Entry = null, Edition = default, TakesBack = new(1, "a") }));
        Assert.IsEmpty(await CommitAsync(room, late));

        Assert.HasCount(1, await CommitAsync(room, late with { UploadVersion = "b" }));
        Assert.HasCount(1, await CommitAsync(room, Live(2) with { UploadVersion = "" }), "Of a copied original nothing is known.");
    }

    [TestMethod]
    public async Task What_never_was_there_leaves_no_tombstone_and_keeps_earlier_states_out()
    {
        var room = await RoomAsync();

        Assert.IsEmpty(await CommitAsync(room, Tombstone(1) with { Edition = new Edition(2, 0) }));
        Assert.IsNull(await room.Service<ListingTable>().ReadAsync(Feed, default), "A listing that only remembers is none.");
        Assert.IsEmpty(await CommitAsync(room, Gone(2) with { Edition = new Edition(2, 0) }));
        Assert.IsEmpty(await CommitAsync(room, Live(1), Live(2)));
        Assert.IsNull(await room.Service<ListingTable>().ReadHeadAsync(Feed, default));
        Assert.IsEmpty(announced);
        Assert.IsEmpty(await room.Service<ListingTable>().ListKeysAsync(null, 10, default));

        await CommitAsync(room, Live(3));
        Assert.AreEqual("v1 1/1 Jembatan: 3", await SaidAsync(room));
    }

    [TestMethod]
    public async Task A_withdrawn_release_leaves_its_tombstone_and_one_that_left_leaves_nothing()
    {
        var room = await RoomAsync();
        await CommitAsync(room, Live(1, minute: 1), Live(2, minute: 2), Live(3, minute: 3));

        await CommitAsync(room, Tombstone(2, minute: 2) with { Edition = new Edition(2, 0) });
        Assert.AreEqual("v2 2/3 Jembatan: 3 -2 1", await SaidAsync(room));
        await CommitAsync(room, Gone(3) with { Edition = new Edition(2, 0) });
        Assert.AreEqual("v3 1/2 Jembatan: -2 1", await SaidAsync(room));
        Assert.IsEmpty(await CommitAsync(room, Gone(3) with { Edition = new Edition(3, 0) }), "It is gone already.");
        Assert.IsEmpty(await CommitAsync(room, Live(3) with { Edition = new Edition(2, 5) }), "But that was noted.");
        await CommitAsync(room, Live(2, minute: 2) with { Edition = new Edition(3, 0) });
        Assert.AreEqual("v4 2/2 Jembatan: 2 1", await SaidAsync(room));
        await CommitAsync(room, Gone(1) with { Edition = new Edition(2, 0) }, Gone(2) with { Edition = new Edition(4, 0) });
        Assert.AreEqual("v5 0/0 Jembatan: ", await SaidAsync(room));
    }

    [TestMethod]
    public async Task A_changed_time_moves_an_entry_and_doubles_it_nowhere()
    {
        var room = await RoomAsync();
        await CommitAsync(room, Live(1, minute: 1), Live(2, minute: 2));

        await CommitAsync(room, Live(1, minute: 3) with { Edition = new Edition(2, 0) });

        Assert.AreEqual("v2 2/2 Jembatan: 1 2", await SaidAsync(room));
    }

    [TestMethod]
    public async Task Each_commit_is_at_least_a_second_later_than_the_one_before()
    {
        var room = await RoomAsync();
        Clock.Now = StillClock.Start.AddMilliseconds(700);
        await CommitAsync(room, Live(1));
        var first = await HeadAsync(room);
        await CommitAsync(room, Live(2));
        var second = await HeadAsync(room);
        Clock.Now += TimeSpan.FromHours(1);
        await CommitAsync(room, Live(3));

        Assert.AreEqual(StillClock.Start, first.LastModified);
        Assert.AreEqual(StillClock.Start.AddSeconds(1), second.LastModified);
        Assert.AreEqual(StillClock.Start.AddHours(1), (await HeadAsync(room)).LastModified);
    }

    [TestMethod]
    public async Task The_oldest_close_into_a_page_when_enough_are_open_and_a_correction_opens_its_entry_again()
    {
        var room = await RoomAsync();
        await CommitAsync(room, [.. Enumerable.Range(1, Archive.ClosesAt - 1).Select(number => Live(number, minute: number))]);
        Assert.AreEqual((Archive.ClosesAt - 1, 0), await OpenAndClosedAsync(room));

        await CommitAsync(room, Live(Archive.ClosesAt, minute: Archive.ClosesAt));

        Assert.AreEqual((Archive.Newest, 1), await OpenAndClosedAsync(room));
        Assert.AreEqual(string.Join(' ', Enumerable.Range(1, Archive.PageSize).Reverse()), await PageAsync(room, 1));
        Assert.IsNull(await room.Service<ListingTable>().ReadPageAsync(Feed, 2, default));
        Assert.HasCount(Archive.PageSize, await room.Service<ListingTable>().IdsOfPageAsync(Feed, 1, default));

        await CommitAsync(room, Live(1, minute: 1, text: "Dikoreksi.") with { Edition = new Edition(2, 0) });
        Assert.AreEqual((Archive.Newest + 1, 1), await OpenAndClosedAsync(room));
        Assert.AreEqual(Archive.ClosesAt, (await HeadAsync(room)).Count, "It is one release still.");
        Assert.IsEmpty(
            await CommitAsync(room, Live(2, minute: 2, text: "Salah ketik.") with { Edition = new Edition(2, 0), KeepsPages = true }),
            "What is no news stays in its page as it is."
        );
        Assert.IsEmpty(await CommitAsync(room, Live(2, minute: 2, text: "Terlambat.")), "Yet it was noted.");
        Assert.HasCount(
            1,
            await CommitAsync(room, Live(70, minute: 70, text: "Salah ketik.") with { Edition = new Edition(2, 0), KeepsPages = true }),
            "An open one is written."
        );
    }

    [TestMethod]
    public async Task A_withdrawal_reaches_every_closed_page_that_has_the_release()
    {
        var room = await RoomAsync();
        await CommitAsync(room, [.. Enumerable.Range(1, Archive.ClosesAt).Select(number => Live(number, minute: number))]);
        Clock.Now += TimeSpan.FromHours(3);

        await CommitAsync(room, Tombstone(3, minute: 3) with { Edition = new Edition(2, 0) });

        Assert.Contains(" -3 ", await PageAsync(room, 1));
        Assert.AreEqual(Clock.Now, (await room.Service<ListingTable>().ReadPageAsync(Feed, 1, default))!.LastModified);
        Assert.AreEqual((Archive.Newest + 1, 1), await OpenAndClosedAsync(room));
        Assert.AreEqual(Archive.ClosesAt - 1, (await HeadAsync(room)).Count);
        await CommitAsync(room, Gone(4) with { Edition = new Edition(2, 0) });
        Assert.AreEqual(Archive.ClosesAt - 2, (await HeadAsync(room)).Count);
        Assert.Contains(" 4 ", await PageAsync(room, 1), "Archives do not change where nothing was withdrawn.");
    }

    [TestMethod]
    public async Task A_batch_may_close_several_pages()
    {
        var room = await RoomAsync();

        await CommitAsync(room, [.. Enumerable.Range(1, 130).Select(number => Live(number, minute: number))]);

        Assert.AreEqual((55, 3), await OpenAndClosedAsync(room));
        Assert.StartsWith("75 74 ", await PageAsync(room, 3));
        Assert.AreEqual(130, (await HeadAsync(room)).Count);
    }

    [TestMethod]
    public async Task A_page_is_restored_only_while_the_listing_is_as_it_was()
    {
        var room = await RoomAsync();
        var listings = room.Service<ListingTable>();
        await CommitAsync(room, [.. Enumerable.Range(1, Archive.ClosesAt).Select(number => Live(number, minute: number))]);
        var head = await HeadAsync(room);
        var page = (await listings.ReadPageAsync(Feed, 1, default))!;

        Assert.IsTrue(await listings.RestorePageAsync(head, 1, [.. page.Entries.Take(2)], default));

        Assert.AreEqual("25 24", await PageAsync(room, 1));
        Assert.AreEqual(head.Version + 1, (await HeadAsync(room)).Version);
        Assert.IsFalse(await listings.RestorePageAsync(head, 1, page.Entries, default));
        Assert.AreEqual("25 24", await PageAsync(room, 1));
    }

    [TestMethod]
    public async Task The_directory_follows_the_heads_in_order_with_titles_and_counts()
    {
        var room = await RoomAsync();
        var listings = room.Service<ListingTable>();
        var (roads, all) = (FeedKey.Of(new TagId(TagKind.Keyword, "jalan")), FeedKey.All);
        await CommitAsync(room, Live(1), Live(1) with { Key = roads, Title = "Jalan" }, Live(1) with { Key = all, Title = "Semua" });
        var version = await listings.ReadKeysVersionAsync(default);
        await CommitAsync(room, Live(2));

        Assert.AreEqual(1L, version);
        Assert.AreEqual(2L, await listings.ReadKeysVersionAsync(default));
        Assert.IsEmpty(await CommitAsync(room, Live(2)));
        Assert.AreEqual(2L, await listings.ReadKeysVersionAsync(default), "Nothing new to say.");
        Assert.AreEqual("all Semua 1, tag:keyword:jalan Jalan 1, tag:keyword:jembatan Jembatan 2", await KeysAsync(listings, null, 10));
        Assert.AreEqual("tag:keyword:jalan Jalan 1", await KeysAsync(listings, FeedKind.Tag, 1));
        Assert.AreEqual("all Semua 1", await KeysAsync(listings, FeedKind.All, 10));
        CollectionAssert.AreEquivalent(new[] { Feed, roads, all }, (await listings.KeysOfAsync(IdOf(1), default)).ToArray());
        CollectionAssert.AreEqual(new[] { Feed }, (await listings.KeysOfAsync(IdOf(2), default)).ToArray());
    }

    private async Task<PressRoom> RoomAsync() => room ??= await OpenAsync();

    private PressRoom? room;

    [TestCleanup]
    public async Task CloseAsync()
    {
        if (room is not null)
        {
            await room.DisposeAsync();
        }
    }

    private Task<IReadOnlySet<FeedKey>> CommitAsync(PressRoom room, params ListingChange[] changes) =>
        room.Service<ListingTable>()
            .CommitAsync(
                changes,
                (key, _) =>
                {
                    announced.Add(key.ToString());
                    return Task.CompletedTask;
                },
                default
            );

    private static async Task<string> KeysAsync(ListingTable listings, FeedKind? kind, int limit) =>
        string.Join(
            ", ",
            (await listings.ListKeysAsync(kind, limit, default)).Select(listed => $"{listed.Key} {listed.Title} {listed.Count}")
        );

    private static async Task<ListingHead> HeadAsync(PressRoom room) => (await room.Service<ListingTable>().ReadHeadAsync(Feed, default))!;

    private static async Task<(int Open, int Closed)> OpenAndClosedAsync(PressRoom room)
    {
        var listing = (await room.Service<ListingTable>().ReadAsync(Feed, default))!;
        Assert.HasCount(listing.Head.Open, listing.Entries);
        return (listing.Head.Open, listing.Head.ClosedPages);
    }

    private static async Task<string> PageAsync(PressRoom room, int number) =>
        string.Join(' ', (await room.Service<ListingTable>().ReadPageAsync(Feed, number, default))!.Entries.Select(NameOf));

    private static async Task<string> TextAsync(PressRoom room, int number) =>
        (
            (ListingEntry.Live)
                (await room.Service<ListingTable>().ReadAsync(Feed, default))!.Entries.Single(entry => entry.Id == IdOf(number))
        ).Tagged.Release.Content.Paragraphs.Single();

    /// <summary>Version, releases and open entries, title, and the entries; a tombstone with a minus.</summary>
    private static async Task<string> SaidAsync(PressRoom room)
    {
        var listing = (await room.Service<ListingTable>().ReadAsync(Feed, default))!;
        return $"v{listing.Head.Version} {listing.Head.Count}/{listing.Head.Open} {listing.Head.Title}: {string.Join(' ', listing.Entries.Select(NameOf))}";
    }

    private static string NameOf(ListingEntry entry) =>
        (entry is ListingEntry.Tombstone ? "-" : "") + int.Parse(entry.Id.ToString()[..8], CultureInfo.InvariantCulture);

    private static ReleaseId IdOf(int number) => new(Guid.Parse($"{number:D8}-0000-8000-8000-000000000000"));

    private static ListingChange Live(int number, int minute = 0, string title = "Jembatan", string text = "Warga datang.")
    {
        var content = new ReleaseContent
        {
            Headline = $"Kabar {number}",
            Paragraphs = [text],
            BodyHtml = $"<p>{text}</p>",
        };
        var at = StillClock.Start.AddMinutes(minute);
        var made = (RevisionOutcome.Created)
            Revising.Create(IdOf(number), new Submission { Content = content, PublishAt = at }, new UploadSource("a.md", at));
        return new ListingChange(
            Feed,
            title,
            IdOf(number),
            at,
            new ListingEntry.Live(new TaggedRelease(made.Release, new Annotations { Version = "1" }))
        )
        {
            Edition = Edition.First,
        };
    }

    private static ListingChange Gone(int number) => Live(number) with { Entry = null };

    private static ListingChange Tombstone(int number, int minute = 0)
    {
        var live = Live(number, minute);
        return live with
        {
            Entry = new ListingEntry.Tombstone(live.Id, $"kabar-{number}", live.PublishAt, StillClock.Start.AddHours(2), "Keliru."),
        };
    }
}

using Azure.Data.Tables;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Replies;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>What the table of replies promises to readers, moderators and those who wrote.</summary>
[TestClass]
public sealed class ReplyTableTests : PressRoomTests
{
    private static readonly ReleaseId Bridge = ReleaseId.FromEditorKey("jembatan");
    private static readonly ReleaseId Harvest = ReleaseId.FromEditorKey("panen");

    [TestMethod]
    public async Task What_waits_is_found_whole_by_its_office_alone()
    {
        await using var room = await OpenAsync();
        var replies = room.Service<ReplyTable>();
        var (one, other) = (Waiting("Terima kasih.", 0), Waiting("Kapan dibuka?", 1));

        Assert.IsTrue(await replies.TryAddAsync(other, default));
        Assert.IsTrue(await replies.TryAddAsync(one, default));

        var waiting = await replies.WaitingAsync("dishub", default).Select(found => found with { Version = "" }).ToListAsync();
        CollectionAssert.AreEqual((WaitingReply[])[one, other], waiting);
        Assert.IsEmpty(await replies.WaitingAsync("dinkes", default).ToListAsync());
        Assert.AreEqual(one, (await replies.FindWaitingAsync("dishub", one.Reply.Key, default))! with { Version = "" });
        Assert.IsNull(await replies.FindWaitingAsync("dinkes", one.Reply.Key, default));
        Assert.IsEmpty((await replies.ReadAsync(Bridge, default)).Shown);
    }

    [TestMethod]
    public async Task The_same_sent_again_waits_once()
    {
        await using var room = await OpenAsync();
        var replies = room.Service<ReplyTable>();
        await replies.TryAddAsync(Waiting("Terima kasih.", 0), default);

        Assert.IsTrue(await replies.TryAddAsync(Waiting("Terima kasih.", 1), default));
        Assert.IsTrue(await replies.TryAddAsync(Waiting("Terima kasih.", 2) with { Release = Harvest }, default));
        Assert.IsTrue(await replies.TryAddAsync(Waiting("Terima kasih.", 3) with { Email = "b@nusa.example" }, default));

        Assert.HasCount(3, await replies.WaitingAsync("dishub", default).ToListAsync());
    }

    [TestMethod]
    public async Task So_many_may_wait_under_a_release_and_for_an_office()
    {
        await using var room = await OpenAsync();
        var replies = room.Service<ReplyTable>();
        await replies.TryAddAsync(Waiting("Yang pertama", 0), default);
        await CopyAsync(room, ReplyTable.MostWaitingUnderRelease - 2, _ => Bridge);

        Assert.IsTrue(await replies.TryAddAsync(Waiting("Yang terakhir", 100), default));
        Assert.IsFalse(await replies.TryAddAsync(Waiting("Satu lagi", 101), default));
        Assert.IsTrue(await replies.TryAddAsync(Waiting("Yang terakhir", 102), default), "It waits already.");
        Assert.IsTrue(await replies.TryAddAsync(Waiting("Satu lagi", 103) with { Release = Harvest }, default));
        Assert.IsTrue(await replies.TryAddAsync(Waiting("Satu lagi", 104) with { Office = "dinkes" }, default));

        var there = await replies.WaitingAsync("dishub", default).CountAsync();
        await CopyAsync(room, ReplyTable.MostWaiting - there - 1, number => ReleaseId.FromEditorKey($"rilis-{number}"));
        Assert.IsTrue(await replies.TryAddAsync(Waiting("Halo", 999) with { Release = ReleaseId.FromEditorKey("terakhir") }, default));
        Assert.IsFalse(await replies.TryAddAsync(Waiting("Halo", 1000) with { Release = ReleaseId.FromEditorKey("penuh") }, default));
    }

    /// <summary>Puts replies next to the first that waits, in as few calls as there can be.</summary>
    private static async Task CopyAsync(PressRoom room, int count, Func<int, ReleaseId> release)
    {
        var table = room.Service<StorageAccount>().Table(Names.Replies);
        var first = await table.QueryAsync<TableEntity>(row => row.PartitionKey == "waiting:dishub").FirstAsync();
        var copies = Enumerable
            .Range(0, count)
            .Select(number => new TableEntity(first)
            {
                RowKey = first.RowKey[..^32] + Guid.NewGuid().ToString("N"),
                ["Release"] = release(number).ToString(),
                ["Saying"] = $"lain {number}",
            });
        foreach (var some in copies.Chunk(100))
        {
            await table.SubmitTransactionAsync(some.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
        }
    }

    [TestMethod]
    public async Task What_is_shown_has_no_address_and_says_since_when()
    {
        await using var room = await OpenAsync();
        var replies = room.Service<ReplyTable>();
        var waiting = Waiting("Terima kasih.", 0);
        await replies.TryAddAsync(waiting, default);

        await replies.ShowAsync(waiting, Clock.Now, default);
        await replies.ShowAsync(waiting, Clock.Now, default);

        var list = await replies.ReadAsync(Bridge, default);
        Assert.AreEqual(waiting.Reply with { ShownAt = Clock.Now }, list.Shown.Single());
        Assert.AreEqual(Clock.Now, list.ChangedAt);
        Assert.IsEmpty(await replies.WaitingAsync("dishub", default).ToListAsync());
        Assert.IsNull((await replies.ReadAsync(Harvest, default)).ChangedAt);
    }

    [TestMethod]
    public async Task What_is_removed_is_gone_and_the_page_has_changed()
    {
        await using var room = await OpenAsync();
        var replies = room.Service<ReplyTable>();
        var (one, other) = (Waiting("Terima kasih.", 0), Waiting("Kapan dibuka?", 1));
        await replies.ShowAsync(one, Clock.Now, default);
        await replies.ShowAsync(other, Clock.Now, default);

        await replies.RemoveAsync(Bridge, one.Reply.Key, Clock.Now.AddMinutes(5), default);

        var list = await replies.ReadAsync(Bridge, default);
        Assert.AreEqual("Kapan dibuka?", list.Shown.Single().Text);
        Assert.AreEqual(Clock.Now.AddMinutes(5), list.ChangedAt);
    }

    [TestMethod]
    public async Task What_is_refused_is_gone()
    {
        await using var room = await OpenAsync();
        var replies = room.Service<ReplyTable>();
        var waiting = Waiting("Beli sekarang!", 0);
        await replies.TryAddAsync(waiting, default);

        await replies.RefuseAsync(waiting, default);
        await replies.RefuseAsync(waiting, default);

        Assert.IsNull(await replies.FindWaitingAsync("dishub", waiting.Reply.Key, default));
    }

    [TestMethod]
    public async Task Of_two_moderators_the_first_decides()
    {
        await using var room = await OpenAsync();
        var replies = room.Service<ReplyTable>();
        var found = await AddAsync(replies, "Terima kasih.");

        var decided = await replies.TryDecideAsync(found, Clock.Now.AddSeconds(5), default);

        Assert.AreEqual(found with { DecidedAt = Clock.Now.AddSeconds(5), Version = decided!.Version }, decided);
        Assert.AreEqual(decided, await replies.FindWaitingAsync("dishub", found.Reply.Key, default));
        Assert.IsNull(await replies.TryDecideAsync(found, Clock.Now.AddSeconds(6), default), "It was decided since it was found.");
        Assert.IsFalse(await replies.TryRefuseAsync(found, default), "It was decided to show it.");
        Assert.AreEqual(decided, await replies.FindWaitingAsync("dishub", found.Reply.Key, default));

        await replies.ShowAsync(decided, Clock.Now, default);
        Assert.IsNull(await replies.TryDecideAsync(decided, Clock.Now.AddSeconds(7), default), "It does not wait any more.");
        Assert.IsFalse(await replies.TryRefuseAsync(found, default), "It is shown.");
        Assert.AreEqual("Terima kasih.", (await replies.ReadAsync(Bridge, default)).Shown.Single().Text);
    }

    [TestMethod]
    public async Task One_that_was_refused_cannot_be_shown_and_may_be_refused_twice()
    {
        await using var room = await OpenAsync();
        var replies = room.Service<ReplyTable>();
        var found = await AddAsync(replies, "Beli sekarang!");

        Assert.IsTrue(await replies.TryRefuseAsync(found, default));

        Assert.IsTrue(await replies.TryRefuseAsync(found, default));
        Assert.IsNull(await replies.TryDecideAsync(found, Clock.Now, default));
        Assert.IsNull(await replies.FindWaitingAsync("dishub", found.Reply.Key, default));
    }

    [TestMethod]
    public async Task A_decision_counts_also_where_its_answer_was_lost()
    {
        await using var room = await OpenAsync();
        var found = await AddAsync(room.Service<ReplyTable>(), "Terima kasih.");
        await using var losing = new PressRoom(Storage, Clock, LosingTheFirstAnswer($"{Names.Replies}("));

        var decided = await losing.Service<ReplyTable>().TryDecideAsync(found, Clock.Now, default);

        Assert.AreEqual(Clock.Now, decided!.DecidedAt);
        Assert.AreEqual(decided, await room.Service<ReplyTable>().FindWaitingAsync("dishub", found.Reply.Key, default));
    }

    [TestMethod]
    public async Task One_is_refused_also_where_the_answer_was_lost()
    {
        await using var room = await OpenAsync();
        var found = await AddAsync(room.Service<ReplyTable>(), "Beli sekarang!");
        await using var losing = new PressRoom(Storage, Clock, LosingTheFirstAnswer($"{Names.Replies}("));

        Assert.IsTrue(await losing.Service<ReplyTable>().TryRefuseAsync(found, default));

        Assert.IsNull(await room.Service<ReplyTable>().FindWaitingAsync("dishub", found.Reply.Key, default));
    }

    [TestMethod]
    public async Task A_release_that_is_withdrawn_takes_all_its_replies_along_and_no_other_s()
    {
        await using var room = await OpenAsync();
        var replies = room.Service<ReplyTable>();
        await replies.TryAddAsync(Waiting("Menunggu", 0), default);
        await replies.TryAddAsync(Waiting("Menunggu di tempat lain", 1) with { Office = "dinkes" }, default);
        await replies.TryAddAsync(Waiting("Panen", 2) with { Release = Harvest }, default);
        await replies.ShowAsync(Waiting("Tampil", 3), Clock.Now, default);
        await replies.ShowAsync(Waiting("Panen tampil", 4) with { Release = Harvest }, Clock.Now, default);

        Assert.AreEqual(0, await replies.ForgetAsync(Bridge, () => Task.FromResult(false), default), "It is public again.");
        Assert.AreEqual(3, await replies.ForgetAsync(Bridge, () => Task.FromResult(true), default));

        Assert.AreEqual(0, await replies.ForgetAsync(Bridge, () => throw new InvalidOperationException("Nothing is there."), default));
        Assert.IsEmpty((await replies.ReadAsync(Bridge, default)).Shown);
        Assert.IsNull((await replies.ReadAsync(Bridge, default)).ChangedAt);
        Assert.AreEqual("Panen", (await replies.WaitingAsync("dishub", default).ToListAsync()).Single().Reply.Text);
        Assert.AreEqual("Panen tampil", (await replies.ReadAsync(Harvest, default)).Shown.Single().Text);
    }

    [TestMethod]
    public async Task What_nobody_looked_at_for_long_goes()
    {
        await using var room = await OpenAsync();
        var replies = room.Service<ReplyTable>();
        await replies.TryAddAsync(Waiting("Lama", 0), default);
        await replies.TryAddAsync(Waiting("Lama juga", 1) with { Office = "dinkes" }, default);
        await replies.TryAddAsync(Waiting("Baru", 600), default);
        await replies.ShowAsync(Waiting("Tampil", 2), Clock.Now, default);

        Assert.AreEqual(2, await replies.ExpireAsync(Clock.Now.AddSeconds(600), default));

        Assert.AreEqual(0, await replies.ExpireAsync(Clock.Now.AddSeconds(600), default));
        Assert.AreEqual("Baru", (await replies.WaitingAsync("dishub", default).ToListAsync()).Single().Reply.Text);
        Assert.HasCount(1, (await replies.ReadAsync(Bridge, default)).Shown);
    }

    private async Task<WaitingReply> AddAsync(ReplyTable replies, string text)
    {
        var waiting = Waiting(text, 0);
        await replies.TryAddAsync(waiting, default);
        return (await replies.FindWaitingAsync("dishub", waiting.Reply.Key, default))!;
    }

    private WaitingReply Waiting(string text, int second) =>
        new(
            new Replies.Reply(Guid.NewGuid(), Clock.Now.AddSeconds(second), "Rina", text),
            "dishub",
            Bridge,
            "Jembatan Dibuka",
            "rina@nusa.example"
        );
}

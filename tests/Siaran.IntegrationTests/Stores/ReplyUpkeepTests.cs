using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Replies;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>Replies that nobody is to see any more are deleted, for few calls.</summary>
[TestClass]
public sealed class ReplyUpkeepTests : PressRoomTests
{
    private static readonly ReleaseId Bridge = ReleaseId.FromEditorKey("jembatan");
    private int calls;

    [TestMethod]
    public async Task What_waited_thirty_days_goes_in_one_hour_of_the_day_by_one_query()
    {
        await using var room = await OpenCountingAsync();
        var (replies, upkeep) = (room.Service<ReplyTable>(), room.Service<ReplyUpkeep>());
        var night = StillClock.Start.Date.AddHours(18);
        await replies.TryAddAsync(Waiting("Lama", -(ReplyUpkeep.Patience + TimeSpan.FromHours(20))), default);
        await replies.TryAddAsync(Waiting("Belum lama", TimeSpan.FromHours(44) - ReplyUpkeep.Patience), default);

        Assert.AreEqual(0, await CallsAsync(upkeep, night.AddSeconds(-1)));
        Assert.AreEqual(2, await CallsAsync(upkeep, night), "A query and what it found.");
        Assert.Contains("1 replies were deleted", room.Log.Lines.Single());
        Assert.AreEqual(0, await CallsAsync(upkeep, night.AddMinutes(59)));
        Assert.AreEqual(0, await CallsAsync(upkeep, night.AddHours(1)));
        Assert.AreEqual(1, await CallsAsync(upkeep, night.AddDays(1)), "Nothing has waited so long.");
        Assert.HasCount(1, room.Log.Lines);
        Assert.AreEqual("Belum lama", (await replies.WaitingAsync("dishub", default).SingleAsync()).Reply.Text);
        Assert.AreEqual(2, await CallsAsync(upkeep, night.AddDays(2)));
        Assert.IsEmpty(await replies.WaitingAsync("dishub", default).ToListAsync());
    }

    [TestMethod]
    public async Task A_withdrawn_release_of_an_office_loses_its_replies_and_one_of_none_costs_no_call()
    {
        await using var room = await OpenCountingAsync();
        var (replies, upkeep) = (room.Service<ReplyTable>(), room.Service<ReplyUpkeep>());
        await room.PostAsync("a.md", Texts.Release(frontMatter: "id: jembatan\n"));
        var release = (await room.Service<ReleaseTable>().ReadStoredAsync(null, 10, default)).Releases.Single().Release;
        await replies.TryAddAsync(Waiting("Terima kasih.", TimeSpan.Zero) with { Release = release.Id }, default);
        await upkeep.ForgetAsync([release with { Office = "dishub" }], default);
        Assert.HasCount(1, await replies.WaitingAsync("dishub", default).ToListAsync(), "The release is public, whatever is in hand.");
        await room.PostAsync("a.md", "---\nid: jembatan\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n");
        calls = 0;

        await upkeep.ForgetAsync([release with { Office = null }], default);
        Assert.AreEqual(0, calls);
        await upkeep.ForgetAsync([release with { Office = "dishub" }, release with { Id = Bridge, Office = "dishub" }], default);

        Assert.AreEqual(4, calls, "A query for each, a look at the release of what one of them found, and that.");
        Assert.IsEmpty(await replies.WaitingAsync("dishub", default).ToListAsync());
    }

    [TestMethod]
    public async Task The_timer_lets_go_of_what_waited_too_long()
    {
        await using var room = await OpenCountingAsync();
        Clock.Now = new DateTimeOffset(StillClock.Start.Date.AddHours(18), TimeSpan.Zero);
        await room.Service<ReplyTable>().TryAddAsync(Waiting("Lama", -(ReplyUpkeep.Patience + TimeSpan.FromHours(1))), default);

        await room.RunAsync();

        Assert.IsEmpty(await room.Service<ReplyTable>().WaitingAsync("dishub", default).ToListAsync());
    }

    private Task<PressRoom> OpenCountingAsync() => OpenAsync(Watching(_ => calls++));

    private async Task<int> CallsAsync(ReplyUpkeep upkeep, DateTime at)
    {
        (Clock.Now, calls) = (new DateTimeOffset(at, TimeSpan.Zero), 0);
        await upkeep.ExpireAsync(default);
        return calls;
    }

    private WaitingReply Waiting(string text, TimeSpan after) =>
        new(new Replies.Reply(Guid.NewGuid(), Clock.Now + after, "Rina", text), "dishub", Bridge, "Jembatan Dibuka", "rina@nusa.example");
}

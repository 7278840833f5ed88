using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>What waits for the hub: once for each feed, due or not yet, also when another instance is at it.</summary>
[TestClass]
public sealed class HubPingsTests : PressRoomTests
{
    private static readonly Uri News = new("https://siaran.example/feed.xml");
    private static readonly Uri Bridges = new("https://siaran.example/tags/keyword/jembatan/feed.xml");

    [TestMethod]
    public async Task A_feed_waits_once_however_often_it_changes()
    {
        await using var room = await OpenAsync();
        var pings = room.Service<HubPings>();
        await pings.AddAsync([News, Bridges, News], Clock.Now, default);
        await pings.AddAsync([News], Clock.Now.AddSeconds(5), default);

        var due = await pings.ReadDueAsync(Clock.Now.AddSeconds(5), 10, default);

        CollectionAssert.AreEqual((Uri[])[Bridges, News], due.Select(ping => ping.Topic).ToArray());
        Assert.AreEqual((0, Clock.Now.AddSeconds(5)), (due[1].Attempts, due[1].DueAt));
    }

    [TestMethod]
    public async Task Only_what_is_due_is_read_the_longest_waiting_first_and_so_many()
    {
        await using var room = await OpenAsync();
        var pings = room.Service<HubPings>();
        await pings.AddAsync([News], Clock.Now.AddSeconds(2), default);
        await pings.AddAsync([Bridges], Clock.Now.AddSeconds(1), default);

        Assert.IsEmpty(await pings.ReadDueAsync(Clock.Now, 10, default));
        Assert.AreEqual(Bridges, (await pings.ReadDueAsync(Clock.Now.AddSeconds(1), 10, default)).Single().Topic);
        Assert.AreEqual(Bridges, (await pings.ReadDueAsync(Clock.Now.AddSeconds(2), 1, default)).Single().Topic);
    }

    [TestMethod]
    public async Task More_feeds_than_a_transaction_holds_wait_all()
    {
        await using var room = await OpenAsync();
        var pings = room.Service<HubPings>();

        await pings.AddAsync(
            [.. Enumerable.Range(0, 230).Select(number => new Uri($"https://siaran.example/{number}"))],
            Clock.Now,
            default
        );

        Assert.HasCount(230, await pings.ReadDueAsync(Clock.Now, 1000, default));
    }

    [TestMethod]
    public async Task What_was_taken_or_postponed_by_another_instance_or_changed_again_stays_as_it_is()
    {
        await using var room = await OpenAsync();
        var pings = room.Service<HubPings>();
        await pings.AddAsync([News], Clock.Now, default);
        var old = (await pings.ReadDueAsync(Clock.Now, 10, default)).Single();
        await pings.AddAsync([News], Clock.Now, default);

        await pings.RemoveAsync(old, default);
        await pings.PostponeAsync(old with { Attempts = 7 }, Clock.Now.AddHours(1), default);

        var there = (await pings.ReadDueAsync(Clock.Now, 10, default)).Single();
        Assert.AreEqual(0, there.Attempts);
        await pings.RemoveAsync(there, default);
        await pings.RemoveAsync(there, default);
        await pings.PostponeAsync(there, Clock.Now, default);
        Assert.IsEmpty(await pings.ReadDueAsync(Clock.Now, 10, default));
    }

    [TestMethod]
    public async Task What_is_postponed_waits_with_its_attempts()
    {
        await using var room = await OpenAsync();
        var pings = room.Service<HubPings>();
        await pings.AddAsync([News], Clock.Now, default);

        await pings.PostponeAsync(
            (await pings.ReadDueAsync(Clock.Now, 10, default)).Single() with
            {
                Attempts = 3,
            },
            Clock.Now.AddMinutes(1),
            default
        );

        Assert.IsEmpty(await pings.ReadDueAsync(Clock.Now, 10, default));
        var later = (await pings.ReadDueAsync(Clock.Now.AddMinutes(1), 10, default)).Single();
        Assert.AreEqual((News, 3, Clock.Now.AddMinutes(1)), (later.Topic, later.Attempts, later.DueAt));
    }

    [TestMethod]
    public async Task Where_nothing_waits_nobody_asks_for_five_minutes_unless_something_is_added()
    {
        await using var room = await OpenAsync();
        var pings = room.Service<HubPings>();
        Assert.IsTrue(pings.MayWait);

        await pings.ReadDueAsync(Clock.Now, 10, default);
        Assert.IsFalse(pings.MayWait);
        Clock.Now += TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1);
        Assert.IsFalse(pings.MayWait);
        Clock.Now += TimeSpan.FromSeconds(1);
        Assert.IsTrue(pings.MayWait);

        await pings.ReadDueAsync(Clock.Now, 10, default);
        await pings.AddAsync([News], Clock.Now.AddMinutes(1), default);
        Assert.IsTrue(pings.MayWait);
        await pings.ReadDueAsync(Clock.Now, 10, default);
        Assert.IsTrue(pings.MayWait, "One waits that is not due.");
    }
}

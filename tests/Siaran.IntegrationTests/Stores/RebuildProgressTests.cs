using Azure;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>The mark of a rebuild is written by one instance at a time, and its report outlives it.</summary>
[TestClass]
public sealed class RebuildProgressTests : PressRoomTests
{
    private static readonly RebuildState State = new(true, "b", 3, 1, StillClock.Start.AddMinutes(3))
    {
        StartedAt = StillClock.Start,
        Left = 7,
    };

    [TestMethod]
    public async Task Without_a_rebuild_there_is_neither_mark_nor_report()
    {
        await using var room = await OpenAsync();
        var progress = room.Service<RebuildProgress>();

        Assert.IsNull(await progress.FindAsync(default));
        Assert.IsNull(await progress.ReportAsync(default));
        Assert.IsFalse(await progress.IsUnderWayAsync(default));
        Assert.IsFalse(progress.WasUnderWay);
        Assert.IsNull(await progress.TryStoreAsync(State, new ETag("\"1\""), default), "There is none to follow.");
    }

    [TestMethod]
    public async Task Of_two_that_write_over_the_same_mark_one_is_too_late()
    {
        await using var room = await OpenAsync();
        var progress = room.Service<RebuildProgress>();

        var first = await progress.TryStoreAsync(State, null, default);
        Assert.IsNotNull(first);
        Assert.IsNull(await progress.TryStoreAsync(State with { Replayed = 9 }, null, default), "It has begun already.");
        var second = await progress.TryStoreAsync(State with { Replayed = 4 }, first, default);
        Assert.IsNotNull(second);
        Assert.IsNull(await progress.TryStoreAsync(State with { Replayed = 9 }, first, default));

        var found = (await progress.FindAsync(default))!;
        Assert.AreEqual(State with { Replayed = 4 }, found.State);
        Assert.AreEqual(second, found.Version);
    }

    [TestMethod]
    public async Task The_report_says_what_is_left_until_the_end_and_stays_then()
    {
        await using var room = await OpenAsync();
        var progress = room.Service<RebuildProgress>();
        await progress.TryStoreAsync(State, null, default);
        Assert.AreEqual(new RebuildReport(false, 3, 1, 7, StillClock.Start), await progress.ReportAsync(default));
        Assert.IsTrue(await progress.IsUnderWayAsync(default));
        Assert.IsTrue(progress.WasUnderWay);

        var report = RebuildReport.Of(State, isDone: true);
        await progress.EndAsync(report, default);

        Assert.AreEqual(new RebuildReport(true, 3, 1, 0, StillClock.Start), report);
        Assert.AreEqual(report, await progress.ReportAsync(default));
        Assert.IsNull(await progress.FindAsync(default));
        Assert.IsFalse(progress.WasUnderWay);
        Assert.IsNotNull(await progress.TryStoreAsync(State, null, default), "Another may begin.");
    }
}

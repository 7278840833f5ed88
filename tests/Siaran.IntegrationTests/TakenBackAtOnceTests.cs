using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>
/// Two instances take one upload. One of them can never publish it and takes its revision back; at each storage call of the one, the other
/// does all its work. Either the revision is published everywhere, or nothing of it is left.
/// </summary>
[TestClass]
public sealed class TakenBackAtOnceTests : PressRoomTests
{
    private const string All = "Listings(PartitionKey='all'";
    private const string Log = "Changes(PartitionKey='changes'";

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow(true, All, 400)]
    [DataRow(true, Log, 400)]
    [DataRow(true, All, 500)]
    [DataRow(false, All, 400)]
    [DataRow(false, Log, 400)]
    [DataRow(false, All, 500)]
    public Task A_revision_that_is_taken_back_does_not_return_by_one_who_is_slow_with_it(bool isFirst, string where, int status) =>
        AtEachCallAsync(
            isFirst,
            async (world, stop) =>
            {
                await using var broken = world.Broken(where, status);
                return await world.RunStoppingAsync(stop, () => RunUntilItIsGivenUpAsync(broken));
            }
        );

    [TestMethod]
    [DataRow(true, All, 400)]
    [DataRow(true, Log, 400)]
    [DataRow(false, All, 400)]
    [DataRow(false, Log, 400)]
    public Task One_who_takes_a_revision_back_and_is_slow_with_it_leaves_no_half_of_it(bool isFirst, string where, int status) =>
        AtEachCallAsync(
            isFirst,
            async (world, stop) =>
            {
                await using var whole = world.Whole();
                return await world.RunStoppingAsync(stop, () => whole.RunAsync(), where, status);
            }
        );

    [TestMethod]
    [DataRow(true, All, 400, false)]
    [DataRow(true, Log, 400, false)]
    [DataRow(false, All, 400, false)]
    [DataRow(false, Log, 400, false)]
    [DataRow(false, All, 400, true)]
    [DataRow(false, Log, 400, true)]
    public Task One_who_dies_while_a_revision_is_taken_back_leaves_no_half_of_it(
        bool isFirst,
        string where,
        int status,
        bool isCorrected
    ) =>
        AtEachCallAsync(
            isFirst,
            async (world, stop) =>
            {
                var calls = await world.RunStoppingAsync(stop, null, where, status);
                if (isCorrected)
                {
                    Clock.Now += TimeSpan.FromMinutes(1);
                    await using var whole = world.Whole();
                    await whole.PostAsync("c.md", TakenBackTests.Correction.Replace("Resmi", "Akhirnya", StringComparison.Ordinal));
                }

                return calls;
            }
        );

    private static async Task RunUntilItIsGivenUpAsync(PressRoom room)
    {
        // By a fault of ours it is tried five times.
        for (var run = 0; run < 6; run++)
        {
            await room.RunAsync();
        }
    }

    /// <summary>Does the same once for each call that it can be stopped at, and looks at what is left.</summary>
    private async Task AtEachCallAsync(bool isFirst, Func<World, int, Task<int>> happens)
    {
        var faults = new List<string>();
        var stop = 0;
        for (var calls = int.MaxValue; stop < calls; stop++)
        {
            var world = new World(Clock);
            await using var quiet = world.Whole();
            await quiet.CreateAsync();
            await quiet.PostAsync("0.md", TakenBackTests.Neighbour);
            if (!isFirst)
            {
                await quiet.PostAsync("a.md", TakenBackTests.Original);
            }

            Clock.Now += TimeSpan.FromMinutes(1);
            await quiet.UploadAsync("b.md", isFirst ? TakenBackTests.Original : TakenBackTests.Correction);
            calls = await happens(world, stop);
            for (var run = 0; run < 2; run++)
            {
                Clock.Now += TimeSpan.FromMinutes(1);
                await quiet.RunAsync();
            }

            var found = (await new Truth(quiet).FaultsAsync(Clock.Now)).ToList();
            if (await CountAsync(quiet, Names.Incoming) > 0)
            {
                found.Add("an upload waits");
            }

            faults.AddRange(found.Select(fault => $"stopped at call {stop}: {fault}"));
        }

        TestContext.WriteLine($"{stop} interleavings");
        Assert.IsEmpty(faults, string.Join('\n', faults.Take(20)));
        Assert.IsGreaterThan(10, stop);
    }

    /// <summary>One storage and the instances on it.</summary>
    private sealed class World(StillClock clock)
    {
        private readonly MemoryStorage storage = new(clock);
        private bool hasFailed;

        public PressRoom Whole() => new(storage, clock);

        /// <summary>An instance whose first write of each run to a place fails: 500 stands for a fault of our own.</summary>
        public PressRoom Broken(string where, int status) => new(storage, clock, message => Fail(message, where, status));

        /// <summary>Runs the timer of an instance that something happens to.</summary>
        /// <param name="stop">The call at which it happens.</param>
        /// <param name="meanwhile">What is done there; null where the process dies.</param>
        /// <param name="where">What it cannot write.</param>
        /// <param name="status">Why not.</param>
        /// <returns>The calls that it made.</returns>
        public Task<int> RunStoppingAsync(int stop, Func<Task>? meanwhile, string where = "", int status = 0) =>
            RunStoppedAsync(
                storage,
                clock,
                stop,
                dies: meanwhile is null,
                meanwhile ?? (() => Task.CompletedTask),
                where.Length > 0 ? message => Fail(message, where, status) : null
            );

        private ValueTask<Func<ValueTask>?> Fail(Azure.Core.HttpMessage message, string where, int status)
        {
            if (!Writes(message, where) || hasFailed)
            {
                return new(default(Func<ValueTask>?));
            }

            hasFailed = true;
            throw TakenBackTests.FaultOf(status);
        }
    }
}

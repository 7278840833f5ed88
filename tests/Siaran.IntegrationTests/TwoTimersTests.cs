using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;

namespace Siaran.IntegrationTests;

/// <summary>Timers of two instances that list the same uploads.</summary>
[TestClass]
public sealed class TwoTimersTests : PressRoomTests
{
    private static readonly string Original = Texts.Release("Jembatan Lengan Dibuka", frontMatter: "id: nj-1\ntags: [jembatan]\n");
    private static readonly string Correction = Texts.Release(
        "Jembatan Lengan Resmi Dibuka",
        frontMatter: "id: nj-1\nrevision: major\ntags: [jembatan, sungai]\n"
    );

    /// <summary>The second instance's Clock is a second behind, and the first is stopped at each of its calls in turn.</summary>
    [TestMethod]
    public async Task Two_timers_that_take_the_same_uploads_leave_originals_of_which_a_rebuild_makes_the_same()
    {
        for (var stop = 0; ; stop++)
        {
            var shared = new MemoryStorage(Clock);
            await using var quiet = new PressRoom(shared, Clock);
            await quiet.CreateAsync();
            await quiet.UploadAsync("a.md", Original);
            Clock.Now += TimeSpan.FromSeconds(5);
            await quiet.UploadAsync("b.md", Correction);
            Clock.Now += TimeSpan.FromSeconds(5);
            var turns = new Turns();
            var (slow, quick) = (turns.Add("slow"), turns.Add("quick"));
            await using var one = Stopping(shared, Clock, slow);
            await using var other = Stopping(shared, new StillClock(Clock.Now - TimeSpan.FromSeconds(1)), quick);
            (slow.Work, quick.Work) = (one.RunAsync, other.RunAsync);

            await turns.RunAsync(waiting => waiting[0] == slow && (waiting.Count == 1 || slow.Calls < stop) ? slow : waiting[^1]);

            Assert.IsNull(slow.Failure ?? quick.Failure, $"stopped after {stop} calls");
            await quiet.RunAsync();
            var before = await SeenAsync(quiet);
            Assert.IsTrue((await quiet.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), CancellationToken.None))!.Done);
            Assert.AreEqual(before, await SeenAsync(quiet), $"stopped after {stop} calls");
            Assert.IsEmpty(await new Truth(quiet).FaultsAsync(Clock.Now), $"stopped after {stop} calls");
            if (slow.Calls < stop)
            {
                Assert.IsGreaterThan(20, stop);
                return;
            }
        }
    }

    private static PressRoom Stopping(MemoryStorage shared, TimeProvider clock, Turns.Writer writer) =>
        new(
            shared,
            clock,
            async _ =>
            {
                await writer.PassAsync();
                return null;
            }
        );
}

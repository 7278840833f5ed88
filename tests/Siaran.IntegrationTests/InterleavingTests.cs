using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>
/// Two and three writers at once, on instances of their own over one storage, stopped at every storage call: whoever comes last, the newest
/// revision counts everywhere.
/// </summary>
[TestClass]
public sealed class InterleavingTests
{
    private const string Other = "b.md";

    public required TestContext TestContext { get; init; }

    /// <summary>Pairs of things that happen to one release at once.</summary>
    public static IEnumerable<object[]> Pairs =>
        [
            ["first and withdrawal", "", "first", "withdraw"],
            ["revision and withdrawal", "first", "revise", "withdraw"],
            ["two revisions", "first", "revise", "correct"],
            ["withdrawal and correction", "first", "withdraw", "correct"],
            ["withdrawal and return", "first", "withdraw", "return"],
            ["return and withdrawal", "first withdraw", "return", "withdraw-again"],
            ["translation and withdrawal of its original", "first", "translate", "withdraw"],
            ["withdrawal of an original and translation", "first", "withdraw", "translate"],
            ["translation and withdrawal of an original that waits", "hold", "translate", "withdraw"],
            ["withdrawal of an original that waits and translation", "hold", "withdraw", "translate"],
            ["translation and a later time of its original", "hold", "translate", "lengthen"],
            ["revision and withdrawal of a translated original that waits", "hold translate", "revise", "withdraw"],
            ["withdrawal and revision of a translated original that waits", "hold translate", "withdraw", "revise"],
            ["a sooner and a later time of a translated original", "hold translate", "shorten", "lengthen"],
            ["a later and a sooner time of a translated original", "hold translate", "lengthen", "shorten"],
            ["revision of a translation and a later time of its original", "hold translate", "translate-again", "lengthen"],
            ["a later time of an original and a revision of its translation", "hold translate", "lengthen", "translate-again"],
            ["withdrawal of a translated original whose time comes", "hold translate", "withdraw", "time"],
            ["a later time of a translated original whose time comes", "hold translate", "lengthen", "time"],
            ["withdrawal of a translated original whose time comes, and a timer", "hold translate", "withdraw", "time+timer"],
            ["a later time of a translated original whose time comes, and a timer", "hold translate", "lengthen", "time+timer"],
            ["return of a translated original that nobody saw, and ends of embargoes", "hold translate withdraw", "let-out", "ends"],
            ["first and a rebuild", "", "first", "rebuild"],
            ["revision and a rebuild", "first", "revise", "rebuild"],
            ["withdrawal and a rebuild", "first", "withdraw", "rebuild"],
            ["rebuild and a revision", "first", "rebuild", "revise"],
            ["revision and a neighbour", "first", "revise", "neighbour"],
            ["withdrawal and a neighbour", "first", "withdraw", "neighbour"],
        ];

    [TestMethod]
    [DynamicData(nameof(Pairs))]
    public async Task A_writer_that_is_stopped_at_any_call_while_another_does_all_its_work_changes_nothing_that_is_newer(
        string name,
        string before,
        string slow,
        string quick
    )
    {
        var faults = new List<string>();
        var tried = 0;
        for (var stop = 0; ; stop++)
        {
            var calls = 0;
            faults.AddRange(
                (
                    await RunAsync(
                        before,
                        [slow, quick],
                        waiting =>
                        {
                            var first = waiting[0].Name == slow ? waiting[0] : null;
                            return first is not null && (waiting.Count == 1 || calls++ < stop) ? first : waiting[^1];
                        }
                    )
                ).Select(fault => $"{name}, stopped after {stop} calls: {fault}")
            );
            tried++;
            if (calls < stop)
            {
                break;
            }
        }

        TestContext.WriteLine($"{name}: {tried} interleavings");
        Assert.IsEmpty(faults, string.Join('\n', faults.Take(20)));
        // What waits takes the fewest calls.
        Assert.IsGreaterThan(15, tried);
    }

    [TestMethod]
    [DataRow(1, 60)]
    public async Task Three_writers_in_any_order_leave_the_newest_revision_everywhere(int seed, int runs)
    {
        string[] all = ["revise", "correct", "withdraw", "return", "neighbour", "timer"];
        var faults = new List<string>();
        for (var run = 0; run < runs; run++)
        {
            var order = new Random(seed + run);
            order.Shuffle(all);
            faults.AddRange(
                (await RunAsync("first", all[..3], waiting => waiting[order.Next(waiting.Count)])).Select(fault =>
                    $"seed {seed + run}, {string.Join(", ", all[..3])}: {fault}"
                )
            );
        }

        TestContext.WriteLine($"{runs} random interleavings from seed {seed}");
        Assert.IsEmpty(faults, string.Join('\n', faults.Take(20)));
    }

    /// <summary>Prepares a storage, lets the writers go in the order given, runs the timer twice, and tells what does not agree.</summary>
    private static async Task<IReadOnlyList<string>> RunAsync(
        string before,
        string[] writers,
        Func<IReadOnlyList<Turns.Writer>, Turns.Writer> next
    )
    {
        var clock = new StillClock(StillClock.Start);
        var storage = new MemoryStorage(clock);
        await using var quiet = new PressRoom(storage, clock);
        await quiet.CreateAsync();
        await quiet.PostAsync(
            Other,
            Texts.Release(
                "Panen Raya di Lembah Selasih",
                "Petani menuai padi di dekat Jembatan Lengan lebih awal tahun ini.",
                "id: nj-2\ntags: [jembatan, padi]\n"
            )
        );
        foreach (var step in before.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            clock.Now += TimeSpan.FromMinutes(1);
            await DoAsync(quiet, step);
        }

        clock.Now += TimeSpan.FromMinutes(1);
        var turns = new Turns();
        var rooms = new List<PressRoom>();
        var running = new List<Turns.Writer>();
        foreach (var step in writers)
        {
            var writer = turns.Add(step);
            var room = new PressRoom(
                storage,
                clock,
                async _ =>
                {
                    await writer.PassAsync();
                    return null;
                }
            );
            writer.Work = () => DoAsync(room, step);
            rooms.Add(room);
            running.Add(writer);
        }

        await turns.RunAsync(next);
        clock.Now += TimeSpan.FromMinutes(1);
        await quiet.RunAsync();
        var faults = (await new Truth(quiet).FaultsAsync(clock.Now)).ToList();
        faults.AddRange(running.Where(writer => writer.Failure is not null).Select(writer => $"{writer.Name} failed: {writer.Failure}"));
        foreach (var room in rooms)
        {
            await room.DisposeAsync();
        }

        return faults;
    }

    private static async Task DoAsync(PressRoom room, string steps)
    {
        foreach (var step in steps.Split('+'))
        {
            await DoOneAsync(room, step);
        }
    }

    private static async Task DoOneAsync(PressRoom room, string step)
    {
        await (
            step switch
            {
                "hold" => HoldAsync(room, "1.md", "2026-03-06"),
                "lengthen" => HoldAsync(room, "8.md", "2026-03-07"),
                "shorten" => HoldAsync(room, "9.md", "2026-03-05"),
                "first" => room.PostAsync(
                    "1.md",
                    Texts.Release("Jembatan Lengan Dibuka", frontMatter: "id: nj-1\ntags: [jembatan, jalan]\n")
                ),
                "revise" => room.PostAsync(
                    "2.md",
                    Texts.Release("Jembatan Lengan Resmi Dibuka", frontMatter: "id: nj-1\nrevision: major\ntags: [jembatan, sungai]\n")
                ),
                "correct" => room.PostAsync(
                    "3.md",
                    Texts.Release("Jembatan Lengan Dibuka Gubernur", frontMatter: "id: nj-1\nrevision: minor\ntags: [jembatan, gubernur]\n")
                ),
                "return" => room.PostAsync(
                    "7.md",
                    Texts.Release("Jembatan Lengan Jadi Dibuka", frontMatter: "id: nj-1\nstatus: published\ntags: [jembatan, gubernur]\n")
                ),
                "withdraw" => room.PostAsync("4.md", "---\nid: nj-1\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n"),
                "withdraw-again" => room.PostAsync("5.md", "---\nid: nj-1\nstatus: withdrawn\nwithdrawnReason: Keliru lagi\n---\n"),
                "translate" => TranslateAsync(room, "0.md", "Lengan Bridge Opened"),
                "translate-again" => TranslateAsync(room, "10.md", "Lengan Bridge Opened at Last"),
                "let-out" => HoldAsync(room, "11.md", "2026-03-04", "status: published\n"),
                "time" => PassAsync(room),
                "rebuild" => RebuildAsync(room),
                "ends" => room.Service<Embargoes>().ReleaseDueAsync(CancellationToken.None),
                "neighbour" => room.PostAsync(
                    "6.md",
                    Texts.Release(
                        "Jalan ke Jembatan Lengan Diperbaiki",
                        "Jalan menuju Jembatan Lengan diperbaiki. Warga dua kecamatan kini terhubung.",
                        "id: nj-3\ntags: [jembatan, jalan]\n"
                    )
                ),
                _ => room.RunAsync(),
            }
        );
    }

    /// <summary>The time of an embargo comes, at some storage call and before a timer.</summary>
    private static async Task PassAsync(PressRoom room)
    {
        await room.Service<ReleaseTable>().FindAsync(ReleaseId.FromEditorKey("nj-1"), CancellationToken.None);
        ((StillClock)room.Service<TimeProvider>()).Now = new DateTimeOffset(2026, 3, 6, 1, 0, 5, TimeSpan.Zero);
    }

    private static async Task RebuildAsync(PressRoom room)
    {
        var rebuilder = room.Service<TableRebuilder>();
        while (await rebuilder.StepAsync(TimeSpan.FromMinutes(5), CancellationToken.None) is { Done: false }) { }
    }

    private static Task<CollectRun> HoldAsync(PressRoom room, string name, string until, string also = "") =>
        room.PostAsync(
            name,
            Texts.Release(
                "Jembatan Lengan Akan Dibuka",
                frontMatter: $"id: nj-1\npublishAt: {until}T09:00:00+08:00\ntags: [jembatan]\n{also}"
            )
        );

    private static Task<CollectRun> TranslateAsync(PressRoom room, string name, string headline) =>
        room.PostAsync(
            name,
            Texts.Release(
                headline,
                "The governor opened the Lengan Bridge. People of two districts are connected now.",
                "id: nj-4\nlanguage: en\ntranslationOf: nj-1\ntags: [jembatan]\n"
            )
        );
}

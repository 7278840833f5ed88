using System.Globalization;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>A file is replaced while one instance still has its earlier version in hand, and another takes the later one.</summary>
[TestClass]
public sealed class SameNameTests : PressRoomTests
{
    private const string Name = "siaran.md";
    private const string Unknown = "tags: [topic:perdagangan-antarplanet]\n";
    private const string Broken = "---\nid: [\n---\nRusak\n";
    private const string Held = "confirmed: false\n";
    private const string Market = "Pasar Selasih Direnovasi";
    private const string MarketBody = "Bupati meninjau Pasar Selasih. Pedagang pindah ke tempat sementara selama empat bulan.";
    private static readonly string Bridge = Texts.Release();
    private static readonly string Other = Texts.Release(Market, MarketBody);

    /// <summary>How many calls lie between a stop and the next one: one, but where tests are run over and over (Siaran.Mutation).</summary>
    private static readonly int Step = int.Parse(
        AppContext.GetData("Siaran.Tests.CallsBetweenStops")?.ToString() ?? "1",
        CultureInfo.InvariantCulture
    );

    [TestMethod]
    public Task A_correction_by_name_corrects_the_later_version_however_late_the_earlier_one_is_closed() =>
        AtEveryCallAsync(
            Bridge,
            Other,
            async (room, stop) =>
            {
                var before = await new Truth(room).ReleasesAsync();
                await TakeAsync(room, Texts.Release(Market, MarketBody + " Kios baru bertambah sepuluh."));

                var after = await new Truth(room).ReleasesAsync();
                Assert.AreEqual(before.Count, after.Count, $"A release is out twice where the first was stopped after {stop} calls.");
                Assert.AreEqual(2, after.Values.Single(one => one.Release.Content.Headline == Market).Release.Revision);
            }
        );

    [TestMethod]
    public Task A_file_that_could_not_be_read_goes_on_belonging_to_the_release_of_the_earlier_version() =>
        AtEveryCallAsync(
            Bridge,
            Broken,
            async (room, stop) =>
            {
                await TakeAsync(room, Texts.Release(body: "Gubernur membuka Jembatan Lengan di Baruna pada Selasa pagi."));

                Assert.HasCount(1, await new Truth(room).ReleasesAsync(), $"stopped after {stop} calls");
            }
        );

    [TestMethod]
    public Task A_rebuild_too_knows_whose_a_file_was_that_could_not_be_read() =>
        AtEveryCallAsync(
            Bridge,
            Broken,
            async (room, stop) =>
            {
                var before = await room.Service<IntakeTable>().FindNameAsync(Name, default);
                Assert.IsTrue((await room.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), default))!.Done);

                Assert.AreEqual(
                    before.Id,
                    (await room.Service<IntakeTable>().FindNameAsync(Name, default)).Id,
                    $"stopped after {stop} calls"
                );
                await TakeAsync(room, Texts.Release(body: "Gubernur membuka Jembatan Lengan di Baruna pada Selasa pagi."));
                Assert.HasCount(1, await new Truth(room).ReleasesAsync(), $"stopped after {stop} calls");
            }
        );

    [TestMethod]
    public Task Reports_are_those_of_the_later_version_and_none_where_that_has_none() =>
        AtEveryCallAsync(
            Texts.Release(frontMatter: Unknown),
            Other,
            async (room, stop) => Assert.AreEqual(0, await ReportsAsync(room), $"stopped after {stop} calls")
        );

    [TestMethod]
    public Task The_report_of_the_later_version_stays() =>
        AtEveryCallAsync(
            Bridge,
            Texts.Release(Market, MarketBody, Unknown),
            async (room, stop) => Assert.AreEqual(1, await ReportsAsync(room), $"stopped after {stop} calls")
        );

    [TestMethod]
    [DataRow(Broken)]
    [DataRow("---\n" + Held + "---\n\n# Puskesmas Dibuka\n\nBupati membuka puskesmas.\n")]
    public Task An_earlier_version_that_was_not_published_does_not_lie_there_once_the_later_one_is_taken(string earlier) =>
        AtEveryCallAsync(
            earlier,
            Other,
            async (room, stop) =>
                Assert.AreEqual(
                    (0, 0),
                    (await CountAsync(room, Names.Rejected), await CountAsync(room, Names.Doubtful)),
                    $"stopped after {stop} calls"
                )
        );

    [TestMethod]
    public Task Of_two_versions_that_were_refused_the_later_has_the_name_and_both_are_kept() =>
        AtEveryCallAsync(
            Broken,
            Broken + "\nBerubah\n",
            async (room, stop) =>
            {
                var rejected = room.Service<RejectedUploads>();
                Assert.AreEqual(
                    Broken + "\nBerubah\n",
                    (await rejected.ReadAsync(Name, default))!.ToString(),
                    $"stopped after {stop} calls"
                );
                Assert.AreEqual(0, await CountAsync(room, Names.Rejected) % 2, "Each has its report.");
            }
        );

    [TestMethod]
    public Task A_rebuild_finds_of_a_name_what_was_found_before() =>
        AtEveryCallAsync(
            Broken,
            Other,
            async (room, stop) =>
            {
                var before = await room.Service<IntakeTable>().FindAsync(Name, default);
                Assert.IsTrue((await room.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), default))!.Done);

                var after = await room.Service<IntakeTable>().FindAsync(Name, default);
                Assert.AreEqual((before!.Version, before.Outcome, before.Id), (after!.Version, after.Outcome, after.Id), $"after {stop}");
            }
        );

    /// <summary>One instance is stopped at each of its calls in turn, while the file is replaced and another one takes it.</summary>
    private async Task AtEveryCallAsync(string earlier, string later, Func<PressRoom, int, Task> check)
    {
        for (var stop = 0; ; stop += Step)
        {
            var shared = new MemoryStorage(Clock);
            await using var quick = new PressRoom(shared, Clock);
            await quick.CreateAsync();
            await quick.UploadAsync(Name, earlier);
            Clock.Now += TimeSpan.FromSeconds(5);
            var turns = new Turns();
            var (slow, next) = (turns.Add("slow"), turns.Add("next"));
            await using var stopped = Stopping(shared, slow);
            slow.Work = stopped.RunAsync;
            next.Work = async () =>
            {
                await next.PassAsync();
                await TakeAsync(quick, later);
                Clock.Now += TimeSpan.FromSeconds(5);
            };

            await turns.RunAsync(waiting => waiting[0] == slow && (waiting.Count == 1 || slow.Calls < stop) ? slow : waiting[^1]);

            Assert.IsNull(slow.Failure ?? next.Failure, $"stopped after {stop} calls");
            await check(quick, stop);
            Assert.IsEmpty(await new Truth(quick).FaultsAsync(Clock.Now), $"stopped after {stop} calls");
            if (slow.Calls < stop)
            {
                Assert.IsGreaterThan(8, stop);
                return;
            }
        }
    }

    private async Task TakeAsync(PressRoom room, string text)
    {
        await room.UploadAsync(Name, text);
        Clock.Now += TimeSpan.FromSeconds(5);
        await room.RunAsync();
    }

    private static async Task<int> ReportsAsync(PressRoom room) =>
        await room.Service<StorageAccount>()
            .Container(Names.Accepted)
            .GetBlobsAsync()
            .CountAsync(blob => blob.Name.StartsWith("reports/", StringComparison.Ordinal));

    private PressRoom Stopping(MemoryStorage shared, Turns.Writer writer) =>
        new(
            shared,
            Clock,
            async _ =>
            {
                await writer.PassAsync();
                return null;
            }
        );
}

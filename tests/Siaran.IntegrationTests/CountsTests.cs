using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Siaran.Functions;

namespace Siaran.IntegrationTests;

/// <summary>
/// Counts what the service takes, which <c>infra/counts.json</c> keeps for the table of costs. <c>SIARAN_WRITE_COUNTS=1</c> writes that
/// file.
/// </summary>
[TestClass]
[DoNotParallelize]
public sealed class CountsTests
{
    private const int Entries = 50;
    private const int Times = 5;

    /// <summary>How often each timer runs in an hour, by its schedule in the sample settings.</summary>
    private static readonly Dictionary<string, (string Schedule, int Runs)> Timers = new()
    {
        ["%CollectSchedule%"] = ("0 * * * * *", 60),
        ["%RetagSchedule%"] = ("30 */5 * * * *", 12),
    };

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task What_releases_requests_and_idle_hours_take_is_what_the_costs_are_reckoned_from()
    {
        await using var receiver = await TelemetryReceiver.StartAsync();
        var billed = new BilledCalls();
        await using var office = await Office.OpenAsync(settings: receiver.Settings, policy: billed);
        for (var i = 0; i < Entries; i++)
        {
            await office.UploadAsync($"{i}.md", Release(i));
        }

        await office.CollectAsync();
        await office.CollectAsync();

        await office.RetagAsync();
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.IsTrue((await office.RetagAsync()).IsDone);

        var (collects, retags) = (Timers["%CollectSchedule%"].Runs, Timers["%RetagSchedule%"].Runs);
        var idleRun = await MeasureAsync(
            office,
            office,
            billed,
            receiver,
            collects,
            async _ =>
            {
                office.Clock.Advance(TimeSpan.FromMinutes(1));
                await office.CollectAsync();
                return 0;
            }
        );
        var idleRetag = await MeasureAsync(
            office,
            office,
            billed,
            receiver,
            retags,
            async _ =>
            {
                office.Clock.Advance(TimeSpan.FromMinutes(5));
                await office.RetagAsync();
                return 0;
            }
        );
        var collected = await MeasureAsync(
            office,
            office,
            billed,
            receiver,
            Times,
            async i =>
            {
                await office.UploadAsync($"baru-{i}.md", Release(Entries + i));
                await office.CollectAsync();
                return 0;
            }
        );
        var collecting = collected.ToDictionary(
            count => count.Key,
            count => Math.Max(0, count.Value - (count.Key is "storedBytes" ? 0 : idleRun[count.Key]))
        );
        // The editor's own write to incoming.
        collecting["blobWrites"]++;

        await using var fresh = await Office.OpenAsync(office.Storage, office.Clock, receiver.Settings, billed);
        await fresh.CollectAsync();
        await ReadAsync(fresh, "/feeds/language:id.rss");
        var cold = await MeasureAsync(fresh, office, billed, receiver, 1, async _ => await ReadAsync(fresh, "/feeds/all.rss"));
        var warm = await MeasureAsync(fresh, office, billed, receiver, Times, async _ => await ReadAsync(fresh, "/feeds/all.rss"));

        var counts = new JsonObject
        {
            ["$schema"] = "counts.schema.json",
            ["measured"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["releaseCollected"] = Effort(collecting, executions: 0),
            ["feedRequestCold"] = Effort(cold, executions: 1),
            ["feedRequestWarm"] = Effort(warm, executions: 1),
            // The exporter sends all metrics once a minute.
            ["idleHour"] = Effort(
                idleRun.ToDictionary(
                    count => count.Key,
                    count =>
                        count.Key switch
                        {
                            "storedBytes" => 0,
                            "telemetryBytes" => (collects * count.Value) + (retags * idleRetag[count.Key]) + (60 * idleRun["metricBytes"]),
                            _ => (collects * count.Value) + (retags * idleRetag[count.Key]),
                        }
                ),
                executions: collects + retags
            ),
        };
        var text = counts.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n";
        TestContext.WriteLine(text);
        var file = Repository.PathOf("infra", "counts.json");
        if (Environment.GetEnvironmentVariable("SIARAN_WRITE_COUNTS") == "1")
        {
            await File.WriteAllTextAsync(file, text);
        }

        AssertAlike(JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject(), counts);
    }

    [TestMethod]
    public async Task The_idle_hour_counts_every_timer_as_often_as_it_runs()
    {
        var triggers = typeof(CollectFunctions)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters())
            .SelectMany(parameter => parameter.GetCustomAttributes<TimerTriggerAttribute>())
            .Select(trigger => trigger.Schedule)
            .ToList();
        var sample = JsonNode.Parse(Repository.Read("local.settings.sample.json"))!["Values"]!;

        CollectionAssert.AreEquivalent(Timers.Keys, triggers);
        foreach (var (name, (schedule, _)) in Timers)
        {
            Assert.AreEqual(schedule, sample[name.Trim('%')]!.GetValue<string>());
        }
    }

    private static void AssertAlike(JsonObject kept, JsonObject measured)
    {
        foreach (var (what, effort) in kept.Where(member => member.Value is JsonObject))
        {
            foreach (var (name, value) in effort!.AsObject().Where(count => count.Key is not "executionMilliseconds"))
            {
                var (then, now) = (value!.GetValue<double>(), measured[what]![name]!.GetValue<double>());
                Assert.AreEqual(
                    then,
                    now,
                    Math.Max(0.25 * then, name.EndsWith("Bytes", StringComparison.Ordinal) ? 2000 : 2),
                    $"{what}.{name}: SIARAN_WRITE_COUNTS=1 keeps the new count, if it is meant"
                );
            }
        }
    }

    private static async Task<Dictionary<string, double>> MeasureAsync(
        Office office,
        Office keeper,
        BilledCalls billed,
        TelemetryReceiver receiver,
        int times,
        Func<int, Task<long>> work
    )
    {
        await FlushAsync(office);
        var stored = await StoredBytes.OfAsync(keeper.Storage);
        billed.Reset();
        var telemetry = receiver.Bytes("traces") + receiver.Bytes("logs");
        var sent = 0L;
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < times; i++)
        {
            sent += await work(i);
        }

        var took = clock.Elapsed.TotalMilliseconds;
        var (writes, reads, tables) = billed.Counts;
        var metrics = receiver.Bytes("metrics");
        await FlushAsync(office);
        telemetry = receiver.Bytes("traces") + receiver.Bytes("logs") - telemetry;
        return new()
        {
            ["blobWrites"] = (double)writes / times,
            ["blobReads"] = (double)reads / times,
            ["tableTransactions"] = (double)tables / times,
            ["storedBytes"] = (double)(await StoredBytes.OfAsync(keeper.Storage) - stored) / times,
            ["sentBytes"] = (double)sent / times,
            ["executionMilliseconds"] = took / times,
            ["telemetryBytes"] = (double)telemetry / times,
            ["metricBytes"] = receiver.Bytes("metrics") - metrics,
        };
    }

    private static Task FlushAsync(Office office) =>
        Task.Run(() =>
        {
            Assert.IsTrue(office.Service<TracerProvider>().ForceFlush());
            Assert.IsTrue(office.Service<LoggerProvider>().ForceFlush());
            Assert.IsTrue(office.Service<MeterProvider>().ForceFlush());
        });

    private static JsonObject Effort(Dictionary<string, double> counts, double executions)
    {
        var effort = new JsonObject();
        foreach (
            var name in new[]
            {
                "blobWrites",
                "blobReads",
                "tableTransactions",
                "storedBytes",
                "sentBytes",
                "executions",
                "executionMilliseconds",
                "telemetryBytes",
            }
        )
        {
            effort[name] = name == "executions" ? executions : Math.Round(counts[name], counts[name] < 100 ? 1 : 0);
        }

        return effort;
    }

    private static async Task<long> ReadAsync(Office office, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        using var answer = await office.Reader.SendAsync(request);
        return (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).LongLength;
    }

    private static string Release(int number) =>
        Texts.Release(
            $"Kabar nomor {number} dari Baruna",
            string.Join(
                "\n\n",
                Enumerable
                    .Range(0, 8)
                    .Select(part =>
                        $"Bagian {part} kabar nomor {number}: Pemerintah Provinsi Nusa Jaya menyampaikan kemajuan pekerjaan ke-{(number * 31) + part} di {(number % 2 == 0 ? "Kota Baruna" : "Kabupaten Teluk Jaya")}, dengan {number * 7 % 100} persen selesai dan {number + part} kelompok warga terlibat sejak awal tahun."
                    )
            ),
            $"tags: [jembatan, kabar-{number % 5}]\npublishAt: 2025-{1 + (number % 12):D2}-{1 + (number % 28):D2}\n"
        );
}

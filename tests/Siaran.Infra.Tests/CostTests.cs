using System.Text.Json;
using System.Text.Json.Nodes;
using Siaran.Costs;

namespace Siaran.Infra.Tests;

[TestClass]
public sealed class CostTests
{
    private static readonly Effort None = new()
    {
        BlobWrites = 0,
        BlobReads = 0,
        TableTransactions = 0,
        StoredBytes = 0,
        SentBytes = 0,
        Executions = 0,
        ExecutionMilliseconds = 0,
        TelemetryBytes = 0,
    };

    private static readonly Counts Idle = new()
    {
        Measured = new(2026, 1, 1),
        ReleaseCollected = None,
        FeedRequestCold = None,
        FeedRequestWarm = None,
        IdleHour = None,
    };

    [TestMethod]
    public void The_runbook_shows_the_table_that_is_printed()
    {
        var printed = Report.Of(Counts.Parse(Repository.Read("infra/counts.json")), Prices.Parse(Repository.Read("infra/prices.json")));

        StringAssert.Contains(
            Repository.Read("docs/operating.md"),
            string.Join('\n', printed.ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith('|')))
        );
    }

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(250_000, 0)]
    [DataRow(1_250_000, 0.40)]
    public void The_free_part_of_a_month_costs_nothing(double executions, double money) =>
        Assert.AreEqual(money, new Price(0.40, 1_000_000, "execution", 250_000, "2025-05", "a page").For(executions), 1e-9);

    [TestMethod]
    [DataRow(1, 1.0)]
    [DataRow(1000, 1000.0)]
    public void Requests_far_apart_are_billed_a_second_each(double requests, double seconds) =>
        Assert.AreEqual(seconds, Activity.BusySeconds(requests, 20, 1000, 64, 2_628_000), seconds * 0.001);

    [TestMethod]
    public void Requests_close_together_share_the_second_they_are_billed() =>
        // Ten a second keep one instance busy all month, and no longer.
        Assert.AreEqual(2_628_000, Activity.BusySeconds(10 * 2_628_000.0, 20, 1000, 64, 2_628_000), 2_628_000 * 0.001);

    [TestMethod]
    public void More_requests_at_once_than_an_instance_takes_need_more_instances() =>
        // 6,400 a second of 20 ms each are 128 at once: two instances of 64.
        Assert.AreEqual(2 * 2_628_000.0, Activity.BusySeconds(6400 * 2_628_000.0, 20, 1000, 64, 2_628_000), 1);

    [TestMethod]
    [DataRow(60, 600, 60.0)]
    [DataRow(60, 120_000, 120.0)]
    public void Runs_of_the_timer_are_billed_a_second_or_what_they_take(double runs, double milliseconds, double seconds) =>
        Assert.AreEqual(seconds, Activity.SeparateSeconds(runs, milliseconds, 1000), 1e-9);

    [TestMethod]
    public void A_bill_is_the_sum_of_what_is_done_at_its_price()
    {
        var office = new Office(
            "office",
            ReleasesPerDay: 10,
            FeedHitsPerMonth: 1000,
            ColdShare: 0.25,
            NotModifiedShare: 0.5,
            EdgeShare: 0.9,
            AlwaysReady: 0,
            HealthChecksPerHour: 2,
            FrequentAlerts: 2,
            SlowAlerts: 1
        );
        var counts = Idle with
        {
            ReleaseCollected = None with { BlobWrites = 4, TableTransactions = 20, StoredBytes = 1e6 },
            FeedRequestCold = None with { TableTransactions = 2, SentBytes = 1e6, TelemetryBytes = 1e6 },
            FeedRequestWarm = None with { SentBytes = 1e6, TelemetryBytes = 1e6 },
            IdleHour = None with { BlobReads = 3 },
        };

        var bill = Bill.For(office, counts, Unit(), frontDoor: false);

        // 300 releases, 250 cold and 750 warm hits, 100 idle hours; every price is one.
        Assert.AreEqual((300 * 4) + (100 * 3) + (300 * 20) + (250 * 2) + 0.3, bill.Storage, 1e-6);
        Assert.AreEqual(1.0, bill.Telemetry, 1e-9);
        Assert.AreEqual(0.5 + 0.05, bill.Traffic, 1e-9);
        Assert.AreEqual(200 + 2 + 1, bill.Watching, 1e-9);
        Assert.AreEqual(0, bill.FrontDoor);
        Assert.AreEqual(bill.Functions + bill.Storage + bill.Telemetry + bill.Traffic + bill.Watching, bill.Total, 1e-9);
    }

    [TestMethod]
    public void Behind_Front_Door_the_app_answers_only_what_the_edge_has_not()
    {
        var office = new Office(
            "office",
            ReleasesPerDay: 0,
            FeedHitsPerMonth: 1000,
            ColdShare: 0,
            NotModifiedShare: 0,
            EdgeShare: 0.9,
            AlwaysReady: 0,
            HealthChecksPerHour: 0,
            FrequentAlerts: 0,
            SlowAlerts: 0
        );
        var counts = Idle with { FeedRequestWarm = None with { TelemetryBytes = 1e9, SentBytes = 1e9 } };

        var without = Bill.For(office, counts, Unit(), frontDoor: false);
        var with = Bill.For(office, counts, Unit(), frontDoor: true);

        Assert.AreEqual(1000, without.Telemetry, 1e-6);
        Assert.AreEqual(100, with.Telemetry, 1e-6);
        Assert.AreEqual(1000, without.Traffic, 1e-6);
        Assert.AreEqual(0, with.Traffic, 1e-6);
        // The profile, every request and every gigabyte.
        Assert.AreEqual(1 + 1000 + 1000, with.FrontDoor, 1e-6);
    }

    [TestMethod]
    public void An_instance_kept_warm_is_paid_for_while_it_waits()
    {
        var office = new Office(
            "office",
            ReleasesPerDay: 0,
            FeedHitsPerMonth: 0,
            ColdShare: 0,
            NotModifiedShare: 0,
            EdgeShare: 0,
            AlwaysReady: 1,
            HealthChecksPerHour: 0,
            FrequentAlerts: 0,
            SlowAlerts: 0
        );

        // 100 hours of 2 GB.
        Assert.AreEqual(100 * 3600 * 2, Bill.For(office, Idle, Unit(), frontDoor: false).Functions, 1e-6);
    }

    [TestMethod]
    public void The_prices_say_what_they_are_for_whence_and_of_when()
    {
        var prices = Prices.Parse(Repository.Read("infra/prices.json"));

        CollectionAssert.AreEqual((string[])["district", "province", "ministry"], prices.Offices.Select(office => office.Name).ToArray());
        CollectionAssert.AreEqual(new double[] { 10, 50, 500 }, prices.Offices.Select(office => office.ReleasesPerDay).ToArray());
        CollectionAssert.AreEqual(
            new double[] { 10_000, 1_000_000, 100_000_000 },
            prices.Offices.Select(office => office.FeedHitsPerMonth).ToArray()
        );
        foreach (var (name, price) in prices.List)
        {
            Assert.MatchesRegex(new System.Text.RegularExpressions.Regex("^20[0-9]{2}-[0-9]{2}$"), price.AsOf, name);
            Assert.AreNotEqual("", price.Source, name);
            Assert.IsGreaterThan(0, price.Amount, name);
        }
    }

    [TestMethod]
    public void The_report_has_a_line_for_each_office_with_and_without_Front_Door()
    {
        var report = Report.Of(Idle, Prices.Parse(Repository.Read("infra/prices.json")));

        foreach (var office in (string[])["district", "province", "ministry"])
        {
            Assert.HasCount(2, report.Split('\n').Where(line => line.StartsWith($"| {office} |", StringComparison.Ordinal)));
        }
    }

    [TestMethod]
    public void Counts_with_a_figure_missing_or_unknown_are_refused()
    {
        var counts = JsonSerializer.SerializeToNode(Idle, JsonSerializerOptions.Web)!.AsObject();
        Assert.AreEqual(new(2026, 1, 1), Counts.Parse(counts.ToJsonString()).Measured);

        var missing = counts.DeepClone();
        missing["idleHour"]!.AsObject().Remove("blobReads");
        Assert.ThrowsExactly<JsonException>(() => Counts.Parse(missing.ToJsonString()));

        var unknown = counts.DeepClone();
        unknown["idleHour"]!["diskReads"] = 1;
        Assert.ThrowsExactly<JsonException>(() => Counts.Parse(unknown.ToJsonString()));
    }

    [TestMethod]
    public void The_schema_of_the_counts_asks_for_what_the_program_reads()
    {
        var schema = JsonNode.Parse(Repository.Read("infra/counts.schema.json"))!;
        var written = JsonSerializer.SerializeToNode(Idle, JsonSerializerOptions.Web)!.AsObject();

        CollectionAssert.AreEquivalent(
            written["idleHour"]!.AsObject().Select(member => member.Key).ToArray(),
            schema["$defs"]!["effort"]!["required"]!.AsArray().Select(member => member!.GetValue<string>()).ToArray()
        );
        CollectionAssert.AreEquivalent(
            written.Select(member => member.Key).Where(member => member != "$schema").ToArray(),
            schema["required"]!.AsArray().Select(member => member!.GetValue<string>()).ToArray()
        );
    }

    /// <summary>Everything costs one, nothing is free, a month has 30 days but 100 hours.</summary>
    private static Prices Unit()
    {
        var listed = Prices.Parse(Repository.Read("infra/prices.json"));
        return listed with
        {
            Assumptions = new(
                HoursInMonth: 100,
                DaysInMonth: 30,
                MinimumActiveMilliseconds: 1000,
                InstanceGigabytes: 2,
                RequestConcurrency: 64,
                NotModifiedBytes: 1e5
            ),
            List = listed.List.Keys.ToDictionary(name => name, _ => new Price(1, 1, "unit", 0, "2026-01", "a page")),
        };
    }
}

namespace Siaran.Costs;

/// <summary>Money for one month, by what it is for.</summary>
public sealed record Bill(double Functions, double Storage, double Telemetry, double Traffic, double Watching, double FrontDoor)
{
    private const double Gigabyte = 1e9;

    public double Total => Functions + Storage + Telemetry + Traffic + Watching + FrontDoor;

    /// <summary>The first month's bill of an office; storage grows by the same amount each month.</summary>
    public static Bill For(Office office, Counts counts, Prices prices, bool frontDoor)
    {
        var given = prices.Assumptions;
        var requests = office.FeedHitsPerMonth * (frontDoor ? 1 - office.EdgeShare : 1);
        var cold = counts.FeedRequestCold * (requests * office.ColdShare);
        var warm = counts.FeedRequestWarm * (requests * (1 - office.ColdShare));
        var collecting = counts.ReleaseCollected * (office.ReleasesPerDay * given.DaysInMonth) + counts.IdleHour * given.HoursInMonth;
        var all = cold + warm + collecting;
        var feedBytes = BytesOf(office, counts, given, office.FeedHitsPerMonth);
        return new(
            FunctionsFor(office, prices, requests, cold + warm, collecting),
            prices["blob.write"].For(all.BlobWrites)
                + prices["blob.read"].For(all.BlobReads)
                + prices["blob.gigabyteMonth"].For(all.StoredBytes / Gigabyte)
                + prices["table.transaction"].For(all.TableTransactions),
            prices["logs.gigabyte"].For(all.TelemetryBytes / Gigabyte),
            prices["egress.gigabyte"].For((collecting.SentBytes + (frontDoor ? 0 : feedBytes)) / Gigabyte),
            prices["healthCheck.execution"].For(office.HealthChecksPerHour * given.HoursInMonth)
                + prices["alert.everyFiveMinutes"].For(office.FrequentAlerts)
                + prices["alert.everyFifteenMinutes"].For(office.SlowAlerts),
            frontDoor
                ? prices["frontDoor.month"].For(1)
                    + prices["frontDoor.request"].For(office.FeedHitsPerMonth)
                    + prices["frontDoor.gigabyte"].For(feedBytes / Gigabyte)
                : 0
        );
    }

    private static double FunctionsFor(Office office, Prices prices, double requests, Effort serving, Effort collecting)
    {
        var given = prices.Assumptions;
        var month = given.HoursInMonth * 3600;
        // Checks of /health wake instances as readers do.
        var checks = office.HealthChecksPerHour * given.HoursInMonth;
        var asked = requests + checks;
        var busy =
            asked == 0
                ? 0
                : Activity.BusySeconds(
                    asked,
                    serving.ExecutionMilliseconds / asked,
                    given.MinimumActiveMilliseconds,
                    given.RequestConcurrency,
                    month
                );
        var ready = Math.Min(busy, office.AlwaysReady * month);
        var onDemand =
            busy
            - ready
            + Activity.SeparateSeconds(collecting.Executions, collecting.ExecutionMilliseconds, given.MinimumActiveMilliseconds);
        return prices["functions.gigabyteSecond"].For(onDemand * given.InstanceGigabytes)
            + prices["functions.execution"].For(serving.Executions + checks + collecting.Executions)
            + prices["functions.readyGigabyteSecond"].For(ready * given.InstanceGigabytes)
            + prices["functions.readyBaselineGigabyteSecond"].For(office.AlwaysReady * month * given.InstanceGigabytes);
    }

    private static double BytesOf(Office office, Counts counts, Assumptions given, double hits) =>
        hits * (office.NotModifiedShare * given.NotModifiedBytes + (1 - office.NotModifiedShare) * counts.FeedRequestWarm.SentBytes);
}

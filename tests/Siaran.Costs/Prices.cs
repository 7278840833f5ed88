namespace Siaran.Costs;

/// <summary>
/// One list price: <paramref name="Amount"/> for each <paramref name="Per"/> units after the first <paramref name="Free"/> of a month.
/// </summary>
public sealed record Price(double Amount, double Per, string Unit, double Free, string AsOf, string Source)
{
    /// <summary>Money for a number of units in one month.</summary>
    public double For(double units) => Math.Max(0, units - Free) / Per * Amount;
}

/// <summary>What is taken as given about a month and about billing.</summary>
public sealed record Assumptions(
    double HoursInMonth,
    double DaysInMonth,
    double MinimumActiveMilliseconds,
    double InstanceGigabytes,
    double RequestConcurrency,
    double NotModifiedBytes
);

/// <summary>An office that runs the service.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="ReleasesPerDay">Releases collected, on average.</param>
/// <param name="FeedHitsPerMonth">Requests for feeds, 304 ones too.</param>
/// <param name="ColdShare">Share of the hits that reach the app and find it without the feed in memory, 0–1.</param>
/// <param name="NotModifiedShare">Share of the hits answered 304, 0–1.</param>
/// <param name="EdgeShare">Share of the hits that Front Door answers from its cache, 0–1.</param>
/// <param name="AlwaysReady">Instances kept warm for requests.</param>
/// <param name="HealthChecksPerHour">Runs of the availability test, all places together.</param>
/// <param name="FrequentAlerts">Alert rules asked every 5 minutes.</param>
/// <param name="SlowAlerts">Alert rules asked every 15 minutes or less often.</param>
public sealed record Office(
    string Name,
    double ReleasesPerDay,
    double FeedHitsPerMonth,
    double ColdShare,
    double NotModifiedShare,
    double EdgeShare,
    double AlwaysReady,
    double HealthChecksPerHour,
    double FrequentAlerts,
    double SlowAlerts
);

/// <summary>The inputs that are not measured, from <c>infra/prices.json</c>.</summary>
public sealed record Prices(
    string Region,
    string Currency,
    string Note,
    Assumptions Assumptions,
    IReadOnlyList<Office> Offices,
    IReadOnlyDictionary<string, Price> List
)
{
    /// <exception cref="KeyNotFoundException">The list has no such price.</exception>
    public Price this[string name] => List[name];

    /// <exception cref="System.Text.Json.JsonException">The text is not of that shape.</exception>
    public static Prices Parse(string json) => Inputs.Parse<Prices>(json);
}

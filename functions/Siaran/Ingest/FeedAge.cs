using System.Diagnostics.Metrics;
using Siaran.Listings;
using Siaran.Telemetry;

namespace Siaran.Ingest;

/// <summary>How long ago the newest release of the feed of everything came out.</summary>
public sealed class FeedAge : IDisposable
{
    // Another instance may have published meanwhile.
    private static readonly TimeSpan RecheckAfter = TimeSpan.FromMinutes(30);

    private readonly Meter meter = new(Traces.Name);
    private readonly IListings listings;
    private readonly TimeProvider time;
    private DateTimeOffset lookedAt = DateTimeOffset.MinValue;
    private DateTimeOffset? newest;

    public FeedAge(IListings listings, TimeProvider time)
    {
        (this.listings, this.time) = (listings, time);
        // Observable: the age rises between runs too, and a run that fails must not hide that the feed
        // grows old.
        meter.CreateObservableGauge("siaran.feed.age", Measure, "s", "Since the newest release of the feed came out.");
    }

    /// <summary>Tells of a release that anybody can see from now on.</summary>
    public void Note(DateTimeOffset publishAt) => newest = newest is { } known && known > publishAt ? known : publishAt;

    /// <summary>Looks at the feed where that was not done for half an hour: one query.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (lookedAt + RecheckAfter > now && lookedAt <= now)
        {
            return;
        }

        newest = (await listings.ReadAsync(FeedKey.All, cancellationToken))
            ?.Entries.OfType<ListingEntry.Live>()
            .Select(entry => (DateTimeOffset?)entry.PublishAt)
            .Max();
        lookedAt = now;
    }

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<double>> Measure() =>
        newest is { } publishAt
            ? [new(Math.Max(0, (time.GetUtcNow() - publishAt).TotalSeconds), new KeyValuePair<string, object?>("key", "all"))]
            : [];
}

using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Serving;

namespace Siaran.Endpoints;

/// <summary>A feed as it may be seen from one moment to another, and its documents as far as they were asked for.</summary>
internal sealed class FeedView
{
    private readonly DateTimeOffset from;
    private readonly DateTimeOffset until;

    /// <param name="entries">What the feed was made from, embargoed entries included.</param>
    /// <param name="feed">As the gate has it.</param>
    /// <param name="lastModified">When what is stored last changed; null for a site that never had a release.</param>
    /// <param name="now">The moment of the gate.</param>
    public FeedView(IReadOnlyList<ListingEntry> entries, Feed feed, DateTimeOffset? lastModified, DateTimeOffset now)
    {
        Feed = feed;
        var releases = entries
            .OfType<ListingEntry.Live>()
            .Select(entry => entry.Tagged.Release)
            .ToLookup(release => release.VisibilityAt(now));
        // The gate changes its mind at two moments only: back before the newest visible release (a
        // clock that was set back), or when the next embargo ends. In between one rendered document
        // holds for all, without asking for each entry.
        from = releases[Visibility.Visible].Select(release => release.PublishAt).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        until = releases[Visibility.Embargoed].Select(release => release.PublishAt).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        LastModified = from > (lastModified ?? DateTimeOffset.MinValue) ? from : lastModified;
    }

    public Feed Feed { get; }

    /// <summary>When the bytes last changed: by a write, or as an embargo ended.</summary>
    public DateTimeOffset? LastModified { get; }

    /// <summary>By format; empty for the page.</summary>
    public RenderedDocuments Documents { get; } = new();

    /// <summary>Whether the gate would still pass the same entries.</summary>
    public bool HoldsAt(DateTimeOffset now) => now >= from && now < until;
}

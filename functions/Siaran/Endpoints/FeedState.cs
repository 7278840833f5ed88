using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Tags;

namespace Siaran.Endpoints;

/// <summary>All that memory holds of one feed.</summary>
internal sealed class FeedState : ICached
{
    private readonly Func<DateTimeOffset, Feed> build;
    private readonly IReadOnlyList<ListingEntry> entries;
    private readonly long entriesSize;
    private readonly Lock gate = new();
    private FeedView? view;

    /// <param name="heads">Of every listing it was made from.</param>
    /// <param name="lastModified">When what is stored last changed; null for a site that never had a release.</param>
    /// <param name="entries">What it was made from, embargoed entries included.</param>
    /// <param name="build">Makes the feed as it may be seen at a moment.</param>
    /// <param name="history">Of the state before, where there was one.</param>
    public FeedState(
        IReadOnlyList<ListingHead> heads,
        DateTimeOffset? lastModified,
        IReadOnlyList<ListingEntry> entries,
        Func<DateTimeOffset, Feed> build,
        FeedHistory? history
    )
    {
        Heads = heads;
        LastModified = lastModified;
        this.entries = entries;
        this.build = build;
        History = history ?? new FeedHistory();
        // An estimate: two bytes a character, for HTML and for plain text.
        entriesSize = entries.OfType<ListingEntry.Live>().Sum(entry => 4096L + (4L * entry.Tagged.Release.Content.BodyHtml.Length));
    }

    public IReadOnlyList<ListingHead> Heads { get; }

    public DateTimeOffset? LastModified { get; }

    public FeedHistory History { get; }

    public long Size => entriesSize + History.Size + (Volatile.Read(ref view)?.Documents.Size ?? 0);

    /// <summary>Whether heads read later tell of the same entries.</summary>
    // Versions tell stored states apart, Waiting what is laid over them.
    public bool IsOf(IReadOnlyList<ListingHead> heads) =>
        heads.Select(head => (head.Version, head.Waiting)).SequenceEqual(Heads.Select(head => (head.Version, head.Waiting)));

    /// <summary>The releases that may be seen at a moment, newest first.</summary>
    public IEnumerable<TaggedRelease> Newest(DateTimeOffset now) =>
        entries
            .OfType<ListingEntry.Live>()
            .Where(entry => entry.Tagged.Release.VisibilityAt(now) is Visibility.Visible)
            .Order(Archive.Order)
            .OfType<ListingEntry.Live>()
            .Select(entry => entry.Tagged);

    /// <summary>The feed as it may be seen now. Asked again for every answer, so that nothing held in memory outruns the gate.</summary>
    public FeedView At(DateTimeOffset now)
    {
        if (Volatile.Read(ref view) is { } current && current.HoldsAt(now))
        {
            return current;
        }

        // Of many who find the view out of date, one builds the next, and its documents are written once.
        lock (gate)
        {
            if (view is null || !view.HoldsAt(now))
            {
                Volatile.Write(ref view, new FeedView(entries, build(now), LastModified, now));
            }

            return view!;
        }
    }
}

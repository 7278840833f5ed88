using Siaran.Listings;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Tags;

namespace Siaran.Endpoints;

/// <summary>
/// The listings as readers get them: over what is stored, the releases whose embargo has ended since the last run or is about to. So a
/// release is out in its feeds at the very moment at which its page is, whenever the next run comes. Whoever serves the entries asks the
/// gate for each.
/// </summary>
/// <remarks>
/// Directories count such a release from the same moment. Closed pages are left as stored: a release enters none before the run.
/// </remarks>
public sealed class DueListings(IListings stored, IDueReleases releases, DocumentCache cache, Site site, TimeProvider time) : IListings
{
    /// <summary>Ends of embargoes are rarely more at once; the rest come out with the next run.</summary>
    // An embargo ends by the clock, listings change by a run. What is due is laid over what is stored,
    // so that a release is in its feeds at the very moment at which its page is, whenever the run
    // comes. Read ahead of time and kept in memory: at the moment itself nothing has to be read.
    private const int Most = 100;

    /// <summary>What is read now may be composed for half of this after it was fresh, and is served for the freshness again.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    public async Task<ListingHead?> ReadHeadAsync(FeedKey key, CancellationToken cancellationToken)
    {
        // The embargoes first: what a run takes from them meanwhile is then in the listing already.
        var due = (await DueAsync(cancellationToken)).Of(key);
        var head = await stored.ReadHeadAsync(key, cancellationToken);
        return Head(head, key, due);
    }

    public async Task<Listing?> ReadAsync(FeedKey key, CancellationToken cancellationToken)
    {
        var due = (await DueAsync(cancellationToken)).Of(key);
        var listing = await stored.ReadAsync(key, cancellationToken);
        if (due.Count == 0 || Head(listing?.Head, key, due) is not { } head)
        {
            return listing;
        }

        var entries = listing?.Entries ?? [];
        // A run may have taken it into the listing in between; each release once.
        var listed = entries.Select(entry => entry.Id).ToHashSet();
        List<ListingEntry> laid =
        [
            .. due.Where(tagged => !listed.Contains(tagged.Release.Id))
                .Select(tagged => ListingEntry.Of(tagged, tagged.Release.PublishAt)!),
        ];
        return new Listing(head, [.. entries.Concat(laid).Order(Archive.Order)]) { Laid = laid.Count };
    }

    public Task<ListingPage?> ReadPageAsync(FeedKey key, int page, CancellationToken cancellationToken) =>
        stored.ReadPageAsync(key, page, cancellationToken);

    public async Task<IReadOnlyList<ListedKey>> ListKeysAsync(FeedKind? kind, int limit, CancellationToken cancellationToken)
    {
        var visible = (await DueAsync(cancellationToken)).VisibleAt(time.GetUtcNow());
        var keys = await stored.ListKeysAsync(kind, limit, cancellationToken);
        if (visible.Count == 0)
        {
            return keys;
        }

        var listed = (await stored.ReadAsync(FeedKey.All, cancellationToken))?.Entries.Select(entry => entry.Id).ToHashSet() ?? [];
        var laid = visible
            .Where(tagged => !listed.Contains(tagged.Release.Id))
            .SelectMany(FeedKeys.Named)
            .Where(feed => kind is null || feed.Key.Kind == kind)
            .Select(feed => new ListedKey(feed.Key, feed.Title) { Count = 1 });
        return
        [
            .. keys.Concat(laid)
                .GroupBy(key => key.Key)
                .Select(same => same.First() with { Count = same.Sum(key => key.Count) })
                .OrderBy(key => key.Key)
                .Take(limit),
        ];
    }

    public async Task<long> ReadKeysVersionAsync(CancellationToken cancellationToken)
    {
        var due = await CountDueAsync(cancellationToken);
        // One number that rises with either: due is at most Most.
        return (await stored.ReadKeysVersionAsync(cancellationToken) * (Most + 1)) + due;
    }

    public async Task<int> CountDueAsync(CancellationToken cancellationToken) =>
        (await DueAsync(cancellationToken)).VisibleAt(time.GetUtcNow()).Count;

    /// <summary>A key that no release was ever listed under is not there before the first may be seen.</summary>
    private ListingHead? Head(ListingHead? head, FeedKey key, IReadOnlyList<TaggedRelease> due)
    {
        var now = time.GetUtcNow();
        var visible = due.Where(tagged => tagged.Release.VisibilityAt(now) is Visibility.Visible).ToList();
        head ??=
            visible.Count == 0
                ? null
                : new ListingHead
                {
                    Key = key,
                    Title = FeedKeys.Named(visible[0]).First(feed => feed.Key == key).Title,
                    Version = 0,
                    LastModified = visible.Max(tagged => tagged.Release.PublishAt),
                };
        return head is null || due.Count == 0
            ? head
            : head with
            {
                Waiting = string.Join(
                    ' ',
                    // Part of what a state in memory is compared by: it differs as soon as one comes
                    // out, though the stored head is the same.
                    due.Select(tagged => $"{tagged.Release.Id}.{tagged.Release.Revision}{(visible.Contains(tagged) ? "+" : "-")}")
                ),
            };
    }

    private async Task<Due> DueAsync(CancellationToken cancellationToken) =>
        (
            await cache.GetAsync<Due>(
                "due",
                Margin / 2,
                async (_, ct) => new Due(await releases.ReadDueAsync(time.GetUtcNow() + (2 * site.Freshness) + Margin, Most, ct)),
                cancellationToken
            )
        )!;

    private sealed class Due(IReadOnlyList<TaggedRelease> releases) : ICached
    {
        private readonly ILookup<FeedKey, TaggedRelease> byKey = releases
            .SelectMany(tagged => FeedKeys.Of(tagged).Select(key => (key, tagged)))
            .ToLookup(pair => pair.key, pair => pair.tagged);

        public long Size => 256 + releases.Sum(tagged => 4096L + (4L * tagged.Release.Content.BodyHtml.Length));

        public IReadOnlyList<TaggedRelease> Of(FeedKey key) => [.. byKey[key]];

        public IReadOnlyList<TaggedRelease> VisibleAt(DateTimeOffset now) =>
            [.. releases.Where(tagged => tagged.Release.VisibilityAt(now) is Visibility.Visible)];
    }
}

using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>Reads what a feed is made of, with as few reads as its kind allows.</summary>
internal sealed class FeedReader(IListings listings, Site site, TimeProvider time)
{
    /// <summary>Closed pages that a feed of several keys may look through.</summary>
    private const int MostPages = 8;

    /// <summary>
    /// The state now: the one held where nothing changed (a point read for each key), another (a query for each key), or null where a key
    /// was never there.
    /// </summary>
    public async Task<FeedState?> ReadAsync(FeedQuery query, FeedState? held, CancellationToken cancellationToken)
    {
        if (held is not null)
        {
            // Heads first: mostly nothing has changed, and a point read for each key is all that it
            // costs.
            var heads = await Task.WhenAll(query.Keys.Select(key => listings.ReadHeadAsync(key, cancellationToken)));
            if (heads.All(head => head is not null) && held.IsOf(heads!))
            {
                return held;
            }
        }

        return query.Page is { } page
            ? await ReadPageAsync(query, page, held, cancellationToken)
            : await ReadListingsAsync(query, held, cancellationToken);
    }

    private async Task<FeedState?> ReadPageAsync(FeedQuery query, int number, FeedState? held, CancellationToken cancellationToken)
    {
        var head = await listings.ReadHeadAsync(query.Keys[0], cancellationToken);
        if (head is null || number > head.ClosedPages)
        {
            return null;
        }

        var page = await listings.ReadPageAsync(query.Keys[0], number, cancellationToken);
        // 503 until it is made again: an empty page would be kept by readers as the archive.
        return page is null ? null
            : page.IsDamaged ? throw new InvalidDataException($"The page {number} of {head.Key} is damaged.")
            : new FeedState([head], page.LastModified, page.Entries, now => Feed.Of(page, head, query, site, now), held?.History);
    }

    private async Task<FeedState?> ReadListingsAsync(FeedQuery query, FeedState? held, CancellationToken cancellationToken)
    {
        var read = await Task.WhenAll(query.Keys.Select(key => listings.ReadAsync(key, cancellationToken)));
        // A site without a release still has its feed, so that readers may subscribe before the first
        // one.
        if (read is [null] && query.Keys[0] == FeedKey.All)
        {
            var head = new ListingHead
            {
                Key = FeedKey.All,
                Title = FeedKeys.AllTitle,
                Version = 0,
                LastModified = default,
            };
            return new FeedState([head], null, [], now => Feed.Of([], head.Title, query, site, now), held?.History);
        }

        if (read.Any(listing => listing is null))
        {
            return null;
        }

        if (!query.IsCustom)
        {
            var listing = read[0]!;
            return new FeedState(
                [listing.Head],
                listing.Head.Version > 0 ? listing.Head.LastModified : null,
                listing.Entries,
                now => Feed.Of(listing, query, site, now),
                held?.History
            );
        }

        var heads = read.Select(listing => listing!.Head).ToList();
        var older = query.Match is FeedMatch.Any ? [] : await ReadRarestPagesAsync(read!, query, cancellationToken);
        var title = FeedTitle.Join(heads.Select(head => head.Title), query.Match, site.Language);
        return new FeedState(
            heads,
            heads.Max(head => head.LastModified),
            [.. read.SelectMany(listing => listing!.Entries), .. older],
            now => Feed.Of(Merge(read!, older, query, now), title, query, site, now),
            held?.History
        );
    }

    /// <summary>
    /// What the gate keeps back is left out before the newest are counted: it must not take the place of what may be seen.
    /// </summary>
    private static IReadOnlyList<ListingEntry> Merge(
        IReadOnlyList<Listing> read,
        IReadOnlyList<ListingEntry> older,
        FeedQuery query,
        DateTimeOffset now
    )
    {
        Listing[] open = [.. read.Select(listing => listing with { Entries = [.. listing.Entries.Where(entry => entry.IsOpen(now))] })];
        return query.Match is FeedMatch.Any ? ListingMerge.Any(open) : ListingMerge.All(open, query.Keys, older);
    }

    private async Task<IReadOnlyList<ListingEntry>> ReadRarestPagesAsync(
        Listing[] read,
        FeedQuery query,
        CancellationToken cancellationToken
    )
    {
        // What belongs to all keys is among the releases of the rarest one, so its archive alone is
        // looked through, the newest pages first and eight at most: an intersection costs a bounded
        // number of reads and may be short.
        var rarest = read.MinBy(listing => listing.Head.Count)!;
        var older = new List<ListingEntry>();
        var last = Math.Max(1, rarest.Head.ClosedPages - MostPages + 1);
        for (var page = rarest.Head.ClosedPages; page >= last && Merge(read, older, query, time.GetUtcNow()).Count < Archive.Newest; page--)
        {
            if (await listings.ReadPageAsync(rarest.Head.Key, page, cancellationToken) is { } closed)
            {
                older.AddRange(closed.Entries);
            }
        }

        return older;
    }
}

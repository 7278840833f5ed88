using Siaran.Listings;

namespace Siaran.Feeds;

/// <summary>Names feeds in the words of their newest release.</summary>
internal static class FeedTitle
{
    /// <summary>Null where no entry names every key.</summary>
    public static string? Of(FeedQuery query, IEnumerable<ListingEntry> newestFirst)
    {
        // From the newest on, so that the name follows from the releases and not from the order in
        // which they came in.
        var names = new Dictionary<FeedKey, string>();
        foreach (var entry in newestFirst.OfType<ListingEntry.Live>())
        {
            foreach (var feed in FeedKeys.Named(entry.Tagged))
            {
                names.TryAdd(feed.Key, feed.Title);
            }

            if (query.Keys.All(names.ContainsKey))
            {
                break;
            }
        }

        return query.Keys.All(names.ContainsKey)
            ? string.Join(query.Match is FeedMatch.Any ? " atau " : " dan ", query.Keys.Select(key => names[key]))
            : null;
    }
}

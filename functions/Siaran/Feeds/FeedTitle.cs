using Siaran.Listings;

namespace Siaran.Feeds;

/// <summary>Names feeds in the words of their releases: the newest of those in the feed's language, else the newest of all.</summary>
internal static class FeedTitle
{
    /// <summary>The names of the feed's keys, in their order; null where the entries do not name every key.</summary>
    /// <param name="query">The feed.</param>
    /// <param name="newestFirst">As the gate lets them through.</param>
    /// <param name="language">The feed's (BCP 47).</param>
    public static IReadOnlyList<string>? NamesOf(FeedQuery query, IEnumerable<ListingEntry> newestFirst, string language)
    {
        // From the newest on, so that the name follows from the releases and not from the order in
        // which they came in.
        var names = new Dictionary<FeedKey, string>();
        foreach (var tagged in newestFirst.OfType<ListingEntry.Live>().Select(entry => entry.Tagged).OrderByDescending(Speaks(language)))
        {
            foreach (var feed in FeedKeys.Named(tagged))
            {
                names.TryAdd(feed.Key, feed.Title);
            }

            if (query.Keys.All(names.ContainsKey))
            {
                return [.. query.Keys.Select(key => names[key])];
            }
        }

        return null;
    }

    /// <summary>One name for a feed of several keys.</summary>
    /// <param name="names">Of its keys.</param>
    /// <param name="match">How the keys go together.</param>
    /// <param name="language">The feed's (BCP 47).</param>
    public static string Join(IEnumerable<string> names, FeedMatch match, string language) =>
        string.Join(
            (match, IsEnglish(language)) switch
            {
                (FeedMatch.Any, true) => " or ",
                (FeedMatch.Any, false) => " atau ",
                (_, true) => " and ",
                _ => " dan ",
            },
            names
        );

    private static Func<Tags.TaggedRelease, bool> Speaks(string language) =>
        tagged => tagged.Release.Content.Language.Equals(language, StringComparison.OrdinalIgnoreCase);

    private static bool IsEnglish(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
}

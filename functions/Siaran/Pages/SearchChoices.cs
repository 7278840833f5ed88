using Siaran.Listings;

namespace Siaran.Pages;

/// <summary>The feeds of one kind that the form of a search offers to choose from.</summary>
/// <param name="Kind">Theirs.</param>
/// <param name="Chosen">What is chosen; null for any.</param>
/// <param name="Feeds">In the order of their titles; the chosen one is among them.</param>
public sealed record SearchChoices(FeedKind Kind, FeedKey? Chosen, IReadOnlyList<ListedKey> Feeds)
{
    /// <summary>
    /// Feeds of a kind that are offered at most, those with most releases: a page must stay small, and the others can be typed.
    /// </summary>
    public const int Most = 80;

    private static readonly FeedKind[] Kinds = [FeedKind.Agency, FeedKind.Region, FeedKind.Label, FeedKind.Language, FeedKind.Tag];

    /// <summary>The kinds that there are feeds of.</summary>
    /// <param name="directory">Every feed that the public may see.</param>
    /// <param name="asked">The feeds that the search asks for; of several of one kind, the first is the chosen one.</param>
    /// <param name="view">Gives the feeds' titles.</param>
    public static IReadOnlyList<SearchChoices> Of(IReadOnlyList<ListedKey> directory, IReadOnlyList<FeedKey> asked, PageView view) =>
        [.. Kinds.Select(kind => Of(kind, directory, asked, view)).Where(choices => choices.Feeds.Count > 0)];

    private static SearchChoices Of(FeedKind kind, IReadOnlyList<ListedKey> directory, IReadOnlyList<FeedKey> asked, PageView view)
    {
        var chosen = asked.Where(key => key.Kind == kind).Select(key => (FeedKey?)key).FirstOrDefault();
        var known = directory.Where(listed => listed.Key.Kind == kind).DistinctBy(listed => listed.Key).ToList();
        if (chosen is { } unknown && known.TrueForAll(listed => listed.Key != unknown))
        {
            known.Add(new ListedKey(unknown, unknown.Name));
        }

        var offered = known.OrderByDescending(listed => listed.Key == chosen).ThenByDescending(listed => listed.Count).Take(Most);
        return new(
            kind,
            chosen,
            [
                .. offered
                    .Select(listed => listed with { Title = view.TitleOf(listed.Key, listed.Title) })
                    .OrderBy(listed => listed.Title, StringComparer.OrdinalIgnoreCase)
                    .ThenBy(listed => listed.Key),
            ]
        );
    }
}

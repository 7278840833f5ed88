using Siaran.Listings;
using Siaran.Releases;
using Siaran.Settings;
using Siaran.Tags;

namespace Siaran.Feeds;

/// <summary>A tag that goes with another.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Label">In the words of the newest release that bears both.</param>
/// <param name="Releases">How many of the newest releases bear both.</param>
public sealed record CompanionTag(TagId Id, string Label, int Releases);

/// <summary>What is known of one tag: from its listing alone.</summary>
public sealed record TagView
{
    /// <summary>Releases shown at most.</summary>
    public const int MostReleases = 20;

    private const int MostCompanions = 12;

    public required FeedKey Key { get; init; }

    public required TagId Id { get; init; }

    public required string Label { get; init; }

    /// <summary>The official code and its vocabulary, where there is one.</summary>
    public string? Code { get; init; }

    public string? Scheme { get; init; }

    /// <summary>A regulation's <c>subject</c>, a person's <c>office</c>.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>All releases that bear it, not only those shown.</summary>
    public required int Count { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<FeedEntry> Releases { get; init; }

    /// <summary>The tags that most often stand on the same releases, as far as those are in no closed page.</summary>
    public required IReadOnlyList<CompanionTag> Companions { get; init; }

    /// <summary>The releases that the gate lets through: what <see cref="Of"/> makes changes with them alone.</summary>
    public static IReadOnlyList<TaggedRelease> Visible(Listing listing, DateTimeOffset now) =>
        [
            .. listing
                .Entries.OfType<ListingEntry.Live>()
                .Select(entry => entry.Tagged)
                .Where(tagged => tagged.Release.VisibilityAt(now) is Visibility.Visible),
        ];

    public static TagView Of(Listing listing, TagId id, Site site, DateTimeOffset now)
    {
        var visible = Visible(listing, now);
        // Entries that are stored and may not be seen any more (or not yet) are taken from the count as
        // well: a count that is one too high gives an embargo away.
        var hidden = listing.Entries.OfType<ListingEntry.Live>().Count() - visible.Count;
        var newest = visible.SelectMany(tagged => tagged.Tags).FirstOrDefault(tag => tag.Id == id);
        var label = visible.SelectMany(FeedKeys.Named).FirstOrDefault(feed => feed.Key == listing.Head.Key).Title;
        return new TagView
        {
            Key = listing.Head.Key,
            Id = id,
            Label = XmlSafeText.Of(label ?? listing.Head.Title),
            Code = newest?.Code,
            Scheme = newest?.Scheme,
            Facts = newest?.Facts ?? new Dictionary<string, string>(),
            Count = listing.Head.Count + listing.Laid - hidden,
            Releases = [.. visible.Take(MostReleases).Select(tagged => FeedEntries.Of(tagged, site, summaryOnly: true))],
            Companions = CompanionsOf(id, visible),
        };
    }

    private static IReadOnlyList<CompanionTag> CompanionsOf(TagId id, IReadOnlyList<TaggedRelease> newestFirst) =>
        [
            .. newestFirst
                // Implied ones would come first on every page, and say nothing.
                .SelectMany(tagged => tagged.Tags.Where(tag => !tag.Implied && tag.Id != id).DistinctBy(tag => tag.Id))
                .GroupBy(tag => tag.Id)
                .Select(same => new CompanionTag(same.Key, XmlSafeText.Of(same.First().Label), same.Count()))
                .OrderByDescending(tag => tag.Releases)
                .ThenBy(tag => tag.Id.ToString(), StringComparer.Ordinal)
                .Take(MostCompanions),
        ];
}

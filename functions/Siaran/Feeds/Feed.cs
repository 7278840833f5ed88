using Siaran.Feeds.Push;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Settings;
using Siaran.Tags;

namespace Siaran.Feeds;

/// <summary>A feed document before it is written: built once, written by each format, which so all say the same.</summary>
public sealed record Feed
{
    /// <summary>Atom must name a time even where nothing happened (RFC 4287 §4.2.15), and readers take 1970 for a mistake.</summary>
    public static readonly DateTimeOffset Never = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Characters of HTML that the full texts of one document may have together.</summary>
    // Readers and partners take a document whole, so that it is bounded as a whole too: fifty releases
    // of the longest kind would be 6 MB.
    public const int MostText = 2 * 1024 * 1024;

    public required Site Site { get; init; }

    public required FeedQuery Query { get; init; }

    public required string Title { get; init; }

    /// <summary>What its keys are called, in their order; null where its entries do not say it.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    public required string Description { get; init; }

    /// <summary>The language of all its entries where they share one, else the site's.</summary>
    public required string Language { get; init; }

    /// <summary>
    /// When an entry was last published, revised or withdrawn; of an empty feed, <see cref="Never"/>. Not the time of building.
    /// </summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<FeedEntry> Entries { get; init; }

    /// <summary>Newest first by publication.</summary>
    public IReadOnlyList<FeedTombstone> Tombstones { get; init; } = [];

    /// <summary>The closed page that goes before this document; null where the document is complete.</summary>
    public FeedQuery? Previous { get; init; }

    /// <summary>
    /// Of a closed page, the one that comes after it, or the subscription document after the last. Pages for people lead there; documents
    /// do not, since theirs must stay as they are.
    /// </summary>
    public FeedQuery? Next { get; init; }

    /// <summary>The same in all its states and formats (RFC 9562 §5.8).</summary>
    public string Id => $"urn:uuid:{NameBasedUuid.Create("feed:" + (Query with { Page = null }).Address("")):D}";

    /// <summary>The feed's own page, for people; that of the release where it is the feed of what goes with one.</summary>
    public Uri Page =>
        (Query.RelatedTo ?? Query.RepliesTo) is { } release
            ? Site.ReleaseAddress(release.Slug)
            : Site.Address((Query with { Page = null, SummaryOnly = false }).Address(""));

    /// <summary>The page that the feed is the feed of: of everything the site itself.</summary>
    public Uri Home => Query.Keys is [var only] && only == FeedKey.All ? Site.Address("") : Page;

    /// <summary>This document's own address, byte for byte the topic of WebSub.</summary>
    public Uri Self(string extension) => Site.Address(Query.Address(extension));

    /// <summary>The hub that tells of changes of this document; null where none does.</summary>
    public Uri? Hub(string extension) => HubTopics.Include(Query, extension) ? Site.Hub : null;

    /// <summary>The subscription document that an archive page belongs to.</summary>
    public Uri Current(string extension) => Site.Address((Query with { Page = null }).Address(extension));

    public static Feed Of(Listing listing, FeedQuery query, Site site, DateTimeOffset now) =>
        Of(listing.Entries, listing.Head.Title, query, site, now) with
        {
            Previous = listing.Head.ClosedPages > 0 && !query.IsCustom ? query with { Page = listing.Head.ClosedPages } : null,
        };

    public static Feed Of(ListingPage page, ListingHead head, FeedQuery query, Site site, DateTimeOffset now) =>
        Of(page.Entries, head.Title, query, site, now) with
        {
            Previous = page.Number > 1 ? query with { Page = page.Number - 1 } : null,
            Next = query with { Page = page.Number < head.ClosedPages ? page.Number + 1 : null },
        };

    /// <summary>Of entries in any order. The gate is asked for each: what may not be seen at <paramref name="now"/> is left out.</summary>
    public static Feed Of(IEnumerable<ListingEntry> entries, string title, FeedQuery query, Site site, DateTimeOffset now)
    {
        var ordered = entries.Where(entry => entry.IsOpen(now)).Order(Archive.Order).ToList();
        var live = EntriesOf([.. ordered.OfType<ListingEntry.Live>().Select(entry => entry.Tagged)], query, site);
        var isOfAll = query.Keys is [var only] && only == FeedKey.All;
        var language = live.Select(entry => entry.Language).Distinct().Take(2).ToList() is [var shared] ? shared : site.Language;
        // In the words of the entries, not in those of the listing, where the entries name every key:
        // the title then follows from what is shown.
        var names = query.Keys.Count > 0 ? FeedTitle.NamesOf(query, ordered, language) : null;
        var name = names is null ? title : FeedTitle.Join(names, query.Match, language);
        return new Feed
        {
            Site = site,
            Query = query,
            Title = XmlSafeText.Of(isOfAll ? site.Title : $"{name} – {site.Title}"),
            Description = XmlSafeText.Of(isOfAll ? site.Description : $"{name}. {site.Description}"),
            Names = names,
            Language = language,
            UpdatedAt = site.Local(ordered.Count > 0 ? ordered.Max(entry => entry.UpdatedAt) : Never),
            Entries = live,
            Tombstones = [.. ordered.OfType<ListingEntry.Tombstone>().Select(entry => FeedEntries.Of(entry, site))],
        };
    }

    /// <summary>
    /// Every release, with its text as long as the budget lasts: one that does not fit in what is left is shown by its summary.
    /// </summary>
    private static List<FeedEntry> EntriesOf(IReadOnlyList<TaggedRelease> newestFirst, FeedQuery query, Site site)
    {
        var left = MostText;
        var entries = new List<FeedEntry>(newestFirst.Count);
        foreach (var tagged in newestFirst)
        {
            var length = tagged.Release.Content.BodyHtml.Length;
            // A text that does not fit is left out, and shorter ones behind it may still fit.
            var fits = length <= left;
            left -= fits ? length : 0;
            entries.Add(FeedEntries.Of(tagged, site, query.SummaryOnly || !fits));
        }

        return entries;
    }
}

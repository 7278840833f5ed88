using Microsoft.AspNetCore.Http;
using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>
/// Writes what is related to one release as a feed: the very entries that the other feeds hold of those releases, newest first.
/// </summary>
/// <remarks>
/// Each neighbour is read in its current state, by its own point read unless memory has it fresh, and the gate is asked for each.
/// </remarks>
public sealed class RelatedFeeds(ReleaseReader releases, Site site)
{
    /// <summary>Releases of the longest kind take some megabytes each, until all but what a feed shows of them is let go of.</summary>
    private const int AtOnce = 4;

    public async Task<IResult> GetAsync(
        RelatedView view,
        IFeedFormat format,
        RelatedQuery asked,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var list = asked.Of(view.List.At(now));
        var neighbours = new List<StoredRelease>();
        foreach (var few in list.Neighbours.Chunk(AtOnce))
        {
            var found = await Task.WhenAll(few.Select(neighbour => releases.FindAsync(neighbour.Id, cancellationToken)));
            var read = found.OfType<ReleaseView>().Select(view => view.Stored);
            neighbours.AddRange(read.Select(stored => stored with { Tagged = ListingEntry.Bounded(stored.Tagged) }));
        }

        var query = FeedQuery.OfRelated(list.Id, view.Subject.Slug) with { SummaryOnly = asked.SummaryOnly, Narrowed = [.. asked.Pairs()] };
        // All that the document depends on: the list's version and each neighbour's.
        var key = $"{format.Extension}:{query.Address("")}:{view.Version}:{string.Join(',', neighbours.Select(each => each.ETag))}";
        var document = asked.Since is null ? await view.Documents.GetAsync(key, () => Task.FromResult(Write())) : Write();
        return new DocumentResult(document, new CachePolicy(site.MaxAge), now);

        Document Write()
        {
            var title = (view.Subject.Language == "en" ? "Related: " : "Terkait: ") + view.Subject.Headline;
            var entries = neighbours.Select(each => ListingEntry.Of(each.Tagged, now)).OfType<ListingEntry.Live>();
            return FeedDocument.Of(Feed.Of(entries, title, query, site, now), format, ChangedAt(view, neighbours, now));
        }
    }

    private static DateTimeOffset ChangedAt(RelatedView view, IEnumerable<StoredRelease> neighbours, DateTimeOffset now) =>
        neighbours
            .SelectMany(each => new[] { each.WrittenAt, each.Release.PublishAt })
            .Append(view.WrittenAt)
            .Append(view.Subject.PublishAt)
            .Where(time => time <= now)
            .DefaultIfEmpty(now)
            .Max();
}

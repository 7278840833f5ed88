using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.Endpoints;

/// <summary>Reads what is related to a release: one point read, none within the freshness.</summary>
/// <remarks>
/// The row of the list tells of its own release what the gate needs, and is written in the order of publishing: a withdrawal before all
/// that makes it known, all else after. Where there is no row yet (an embargo, a release between its listing and its list), the release
/// itself is read and decides. The newest of an agency come from the state of the agency's feed, which all its releases and the feed share:
/// one query when it is new to this instance, then one point read of its head in each freshness, however many releases ask.
/// </remarks>
public sealed class RelatedReader(
    RelatedTable related,
    ReleaseReader releases,
    IListings listings,
    Site site,
    DocumentCache cache,
    TimeProvider time
)
{
    private readonly FeedReader feeds = new(listings, site, time);

    /// <summary>Null where there is no such release; the gate is the caller's to ask.</summary>
    public Task<RelatedView?> FindAsync(ReleaseId id, CancellationToken cancellationToken) =>
        cache.GetAsync<RelatedView>(
            "related:" + id,
            async (held, ct) =>
            {
                var view =
                    await related.FindAsync(id, ct) is { List.Subject: { } subject } stored
                        ? new RelatedView(stored.List, subject, stored.Version, stored.WrittenAt)
                    : await releases.FindAsync(id, ct) is { Stored: { } release }
                        ? new RelatedView(
                            new RelatedList { Id = id },
                            RelatedSubject.Of(release.Release),
                            "none:" + release.ETag,
                            release.WrittenAt
                        )
                    : null;
                // The same version keeps the documents that are rendered already.
                return view?.Version == held?.Version ? held : view;
            },
            cancellationToken
        );

    /// <summary>What may be seen of the list of a release that may be seen.</summary>
    public async Task<RelatedShown> ShowAsync(RelatedView view, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var list = view.List.At(now);
        // Only short lists are filled up, so most answers need no feed of the agency.
        var agency = list.Neighbours.Count < RelatedList.Few && !list.Closed ? await AgencyAsync(view.Subject, cancellationToken) : null;
        var newest = agency is null ? [] : Newest(list, agency.Newest(now));
        var shown = list
            .Neighbours.Concat(list.AlsoPublishedAs)
            .Concat(list.Translations)
            .Concat(newest)
            .Select(neighbour => neighbour.PublishAt);
        return new RelatedShown(
            view,
            list with
            {
                Newest = newest,
            },
            $"{view.Version}|{list.Neighbours.Count}|{list.AlsoPublishedAs.Count}|{list.Translations.Count}|{(agency is null ? "" : $"{agency.Heads[0].Version}:{string.Join(',', newest.Select(neighbour => neighbour.Id))}")}",
            shown
                .Append(view.WrittenAt)
                .Append(view.Subject.PublishAt)
                .Append(agency?.LastModified ?? default)
                .Where(time => time <= now)
                .DefaultIfEmpty(now)
                .Max()
        );
    }

    private async Task<FeedState?> AgencyAsync(RelatedSubject subject, CancellationToken cancellationToken)
    {
        if (FeedKey.From(FeedKind.Agency, subject.Agency) is not { } key)
        {
            return null;
        }

        var query = FeedQuery.Of(key);
        return await cache.GetAsync<FeedState>(query.Address(""), (held, ct) => feeds.ReadAsync(query, held, ct), cancellationToken);
    }

    private static IReadOnlyList<Neighbour> Newest(RelatedList list, IEnumerable<TaggedRelease> newest)
    {
        var elsewhere = list
            .Neighbours.Concat(list.AlsoPublishedAs)
            .Concat(list.Translations)
            .Select(neighbour => neighbour.Id)
            .Append(list.Id)
            .ToHashSet();
        return
        [
            .. newest
                .Select(tagged => tagged.Release)
                .Where(release => !elsewhere.Contains(release.Id))
                .Take(RelatedList.MaxNewest)
                .Select(release => new Neighbour
                {
                    Id = release.Id,
                    Slug = release.Slug,
                    Headline = release.Content.Headline,
                    Agency = release.Content.Agency,
                    Language = release.Content.Language,
                    PublishAt = release.PublishAt,
                }),
        ];
    }
}

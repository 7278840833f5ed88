using System.Globalization;
using Siaran.Ingest;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Memory;

/// <summary>
/// Compares all that storage says of releases with their current revisions: page, feeds, closed pages, counts, related lists and the change
/// log must tell the same.
/// </summary>
internal sealed class Truth(PressRoom room)
{
    private readonly List<string> faults = [];

    /// <summary>What does not agree, a line each.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(DateTimeOffset now)
    {
        faults.Clear();
        var releases = await ReleasesAsync();
        await CheckListingsAsync(releases, now);
        await CheckRelatedAsync(releases, now);
        await CheckChangesAsync(releases, now);
        CheckTranslations(releases, now);
        await CheckOriginalsAsync(releases);
        return [.. faults];
    }

    /// <summary>All releases in their current revision.</summary>
    public async Task<IReadOnlyDictionary<ReleaseId, StoredRelease>> ReleasesAsync()
    {
        var found = new Dictionary<ReleaseId, StoredRelease>();
        for (string? cursor = null; ; )
        {
            var page = await room.Service<ReleaseTable>().ReadStoredAsync(cursor, 1000, CancellationToken.None);
            foreach (var stored in page.Releases)
            {
                found[stored.Release.Id] = stored;
                Expect(
                    await room.Service<ReleaseTable>().FindIdAsync(stored.Release.Slug, CancellationToken.None) == stored.Release.Id,
                    $"{stored.Release.Slug} leads to another release"
                );
            }

            if ((cursor = page.Next) is null)
            {
                return found;
            }
        }
    }

    private async Task CheckListingsAsync(IReadOnlyDictionary<ReleaseId, StoredRelease> releases, DateTimeOffset now)
    {
        var listings = room.Service<ListingTable>();
        var counted = (await listings.ListKeysAsync(null, int.MaxValue, CancellationToken.None)).ToDictionary(
            listed => listed.Key,
            listed => listed.Count
        );
        var keys = releases
            .Values.SelectMany(release => release.FeedKeys.Concat(FeedKeys.Of(release.Tagged)))
            .Concat(counted.Keys)
            .Append(FeedKey.All)
            .ToHashSet();
        foreach (var key in keys.Order())
        {
            var listing = await listings.ReadAsync(key, CancellationToken.None);
            if (listing is null)
            {
                Expect(!releases.Values.Any(release => IsListed(release, key, now)), $"{key} is not there");
                continue;
            }

            var pages = new List<ListingEntry>();
            for (var page = 1; page <= listing.Head.ClosedPages; page++)
            {
                pages.AddRange((await listings.ReadPageAsync(key, page, CancellationToken.None))!.Entries);
            }

            CheckListing(key, listing, pages, releases, now);
            Expect(
                counted.GetValueOrDefault(key) == listing.Head.Count,
                $"{key} counts {listing.Head.Count}, and {counted.GetValueOrDefault(key)} in the directory"
            );
        }
    }

    private void CheckListing(
        FeedKey key,
        Listing listing,
        List<ListingEntry> pages,
        IReadOnlyDictionary<ReleaseId, StoredRelease> releases,
        DateTimeOffset now
    )
    {
        Expect(listing.Entries.Count == listing.Entries.Select(entry => entry.Id).Distinct().Count(), $"{key} shows a release twice");
        Expect(listing.Head.Open == listing.Entries.Count, $"{key} says {listing.Head.Open} open and has {listing.Entries.Count}");
        foreach (var stored in releases.Values)
        {
            var release = stored.Release;
            var open = listing.Entries.FirstOrDefault(entry => entry.Id == release.Id);
            var described = $"{key}: {release.Slug} revision {release.Revision} {release.VisibilityAt(now)}";
            if (IsListed(stored, key, now))
            {
                Expect(
                    open is ListingEntry.Live || (open is null && pages.Exists(entry => entry.Id == release.Id)),
                    $"{described} is not listed"
                );
                Expect(
                    open is not ListingEntry.Live live || live.Tagged.Release.Revision == release.Revision,
                    $"{described} is listed as another revision"
                );
            }
            else
            {
                Expect(open is not ListingEntry.Live, $"{described} is listed");
                Expect(
                    release.VisibilityAt(now) is not Visibility.Withdrawn
                        || pages.TrueForAll(entry => entry.Id != release.Id || entry is ListingEntry.Tombstone),
                    $"{described} is in a closed page"
                );
            }
        }

        var count = releases.Values.Count(stored => IsListed(stored, key, now));
        Expect(listing.Head.Count == count, $"{key} counts {listing.Head.Count} instead of {count}");
    }

    private async Task CheckRelatedAsync(IReadOnlyDictionary<ReleaseId, StoredRelease> releases, DateTimeOffset now)
    {
        foreach (var (id, stored) in releases)
        {
            var found = await room.Service<RelatedTable>().FindAsync(id, CancellationToken.None);
            var described = $"related to {stored.Release.Slug}";
            if (found is null)
            {
                Expect(stored.Release.VisibilityAt(now) is not Visibility.Visible, $"{described}: no list");
                continue;
            }

            Expect(
                found.List.Subject?.VisibilityAt(now) == stored.Release.VisibilityAt(now),
                $"{described}: the list tells {found.List.Subject?.VisibilityAt(now)}, the release {stored.Release.VisibilityAt(now)}"
            );
            foreach (var neighbour in found.List.Neighbours.Concat(found.List.Spare).Concat(found.List.AlsoPublishedAs))
            {
                var there = releases.GetValueOrDefault(neighbour.Id)?.Release;
                Expect(there?.VisibilityAt(now) is Visibility.Visible, $"{described}: {neighbour.Slug} is {there?.VisibilityAt(now)}");
                Expect(there?.Content.Headline == neighbour.Headline, $"{described}: {neighbour.Slug} has a headline of another revision");
            }
        }
    }

    /// <summary>
    /// A translation that waits comes out no sooner than its original is known, and no later than both allow; one that is out has an original
    /// that is known.
    /// </summary>
    private void CheckTranslations(IReadOnlyDictionary<ReleaseId, StoredRelease> releases, DateTimeOffset now)
    {
        foreach (var translation in releases.Values.Select(stored => stored.Release).Where(one => one.TranslationOf is not null))
        {
            var original = Original.Of(
                translation.TranslationOf!.Value,
                releases.GetValueOrDefault(translation.TranslationOf.Value)?.Release
            );
            var known = $"its original is known from {original.KnownFrom:u}";
            switch (translation.VisibilityAt(now))
            {
                case Visibility.Embargoed:
                    Expect(original.Move(translation) == translation, $"{translation.Slug} comes at {translation.PublishAt:u}, {known}");
                    break;
                case Visibility.Visible:
                    Expect(original.KnownFrom <= now, $"{translation.Slug} is out, {known}");
                    break;
            }
        }
    }

    private async Task CheckChangesAsync(IReadOnlyDictionary<ReleaseId, StoredRelease> releases, DateTimeOffset now)
    {
        var log = await room.Service<ChangeLog>().ReadAsync(0, 1000, CancellationToken.None);
        Expect(
            log.Select(change => change.Cursor).SequenceEqual(Enumerable.Range(1, log.Count).Select(number => (long)number)),
            "cursors have gaps"
        );
        foreach (var stored in releases.Values)
        {
            var release = stored.Release;
            var of = log.Where(change => change.Id == release.Id).ToList();
            var described =
                $"{release.Slug} revision {release.Revision} {release.VisibilityAt(now)}: [{string.Join(", ", of.Select(change => string.Create(CultureInfo.InvariantCulture, $"{change.Kind} {change.Revision}")))}]";
            Expect(of.Zip(of.Skip(1)).All(pair => pair.First.Revision <= pair.Second.Revision), $"the log goes back: {described}");
            Expect(
                of.Where(change => change.Kind is not ChangeKind.Tagged).Select(change => change.Revision).Distinct().Count()
                    == of.Count(change => change.Kind is not ChangeKind.Tagged),
                $"the log tells a revision twice: {described}"
            );
            var shouldBe = release.VisibilityAt(now) switch
            {
                Visibility.Visible => of is [.., { } last] && last.Revision == release.Revision && last.Kind is not ChangeKind.Withdrawn,
                Visibility.Withdrawn => of is [.., { } last] && last.Revision == release.Revision && last.Kind is ChangeKind.Withdrawn,
                _ => of.Count == 0,
            };
            Expect(shouldBe, $"the log tells otherwise: {described}");
            Expect(of.Count == 0 || of.Count(change => change.Kind is ChangeKind.Published) <= 1, $"the log publishes twice: {described}");
        }
    }

    /// <summary>Each revision has the original that it was made of, and no other counts as one.</summary>
    private async Task CheckOriginalsAsync(IReadOnlyDictionary<ReleaseId, StoredRelease> releases)
    {
        var originals = await room.Service<AcceptedUploads>().ListAsync(CancellationToken.None).ToListAsync();
        var made = IngestHistory.ThatMadeRevisions(originals).ToLookup(original => original.Id);
        foreach (var (id, stored) in releases)
        {
            Expect(
                made[id].Select(original => original.Revision ?? 0).Order().SequenceEqual(Enumerable.Range(1, stored.Release.Revision)),
                $"{stored.Release.Slug} has {stored.Release.Revision} revisions, and originals of {string.Join(' ', made[id].Select(original => original.Revision))}"
            );
            Expect(
                made[id].Any(original => original.Blob == stored.Original && original.Revision == stored.Release.Revision),
                $"{stored.Release.Slug} revision {stored.Release.Revision} has no original"
            );
        }
    }

    private static bool IsListed(StoredRelease stored, FeedKey key, DateTimeOffset now) =>
        stored.Release.VisibilityAt(now) is Visibility.Visible && FeedKeys.Of(stored.Tagged).Contains(key);

    private void Expect(bool holds, string fault)
    {
        if (!holds)
        {
            faults.Add(fault);
        }
    }
}

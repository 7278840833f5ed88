using System.Globalization;
using Siaran.Feeds;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tagging;
using Siaran.Telemetry;

namespace Siaran.Ingest;

/// <summary>Brings what the public may see of releases into listings, the change log and lists of related news. Every step may be repeated and then changes nothing.</summary>
/// <param name="releases">Where embargoes wait.</param>
/// <param name="listings">Where feeds come from.</param>
/// <param name="changes">Tells partners.</param>
/// <param name="indexer">Keeps the lists of related news.</param>
/// <param name="push">Tells the hub; null where what happened long ago is done again.</param>
/// <param name="time">The clock.</param>
public sealed class Publisher(ReleaseTable releases, ListingTable listings, ChangeLog changes, RelatedIndexer indexer, HubPush? push, TimeProvider time)
{
    /// <summary>The feeds that a revision must be written to or taken from, remembered before the first of them is touched.</summary>
    public static IReadOnlyList<FeedKey> FeedKeysOf(TaggedRelease tagged, IReadOnlyList<FeedKey> earlier, DateTimeOffset now) =>
        tagged.Release.VisibilityAt(now) is Visibility.Visible or Visibility.Withdrawn ? [.. FeedKeys.Of(tagged).Union(earlier).Order()] : earlier;

    /// <returns>The feeds that changed.</returns>
    public async Task<IReadOnlySet<FeedKey>> PublishAsync(IReadOnlyList<StoredRelease> stored, CancellationToken cancellationToken)
    {
        if (stored.Count == 0)
        {
            return new HashSet<FeedKey>();
        }

        using var trace = Traces.Start("publish");
        var now = time.GetUtcNow();
        var seen = stored.ToLookup(release => release.Release.VisibilityAt(now));
        await RelateAsync(seen[Visibility.Withdrawn], cancellationToken);
        var changed = await listings.CommitAsync([.. stored.SelectMany(release => ChangesOf(release, now))], AnnounceAsync, cancellationToken);
        await changes.AppendAsync(
            [.. seen[Visibility.Visible].Concat(seen[Visibility.Withdrawn]).Select(release => (KindOf(release.Release), release.Release, "revision"))],
            cancellationToken);
        await RelateAsync(seen[Visibility.Visible], cancellationToken);
        foreach (var waiting in seen[Visibility.Embargoed])
        {
            await releases.AddEmbargoAsync(waiting.Release, cancellationToken);
            await listings.NoteEmbargoAsync(FeedKeys.Of(waiting.Tagged), waiting.Release.PublishAt, cancellationToken);
        }

        return changed;
    }

    /// <summary>Makes other tags of visible releases known: to the listings that they enter, leave or stand in, to partners, and to the lists of related news. Archive pages stay as they are.</summary>
    /// <param name="stored">With their new tags.</param>
    /// <param name="pass">Tells this change of the tags from an earlier one.</param>
    /// <param name="cancellationToken">Ends the work; repeating it changes nothing.</param>
    /// <returns>The feeds that changed.</returns>
    public async Task<IReadOnlySet<FeedKey>> RetagAsync(IReadOnlyList<StoredRelease> stored, int pass, CancellationToken cancellationToken)
    {
        if (stored.Count == 0)
        {
            return new HashSet<FeedKey>();
        }

        var now = time.GetUtcNow();
        var changed = await listings.CommitAsync([.. stored.SelectMany(release => ChangesOf(release, now)).Select(change => change with { KeepsPages = true })], AnnounceAsync, cancellationToken);
        await changes.AppendAsync([.. stored.Select(release => ("tagged", release.Release, string.Create(CultureInfo.InvariantCulture, $"tagged-{pass}")))], cancellationToken);
        await RelateAsync(stored, cancellationToken);
        return changed;
    }

    private Task AnnounceAsync(FeedKey changing, CancellationToken cancellationToken) => push?.EnqueueAsync(changing, cancellationToken) ?? Task.CompletedTask;

    /// <summary>Withdrawals go before all that makes them known, so that a withdrawn release is in nobody's list by then; all else goes after.</summary>
    private async Task RelateAsync(IEnumerable<StoredRelease> stored, CancellationToken cancellationToken)
    {
        List<TaggedRelease> batch = [.. stored.Select(release => release.Tagged)];
        if (batch.Count > 0)
        {
            using var trace = Traces.Start("relate");
            await indexer.RelateAsync(batch, cancellationToken);
        }
    }

    private static IEnumerable<ListingChange> ChangesOf(StoredRelease stored, DateTimeOffset now)
    {
        var release = stored.Release;
        var entry = ListingEntry.Of(stored.Tagged, now);
        var named = FeedKeys.Named(stored.Tagged);
        var listed = named.Select(feed => feed.Key).ToHashSet();
        var gone = stored.FeedKeys.Where(key => !listed.Contains(key)).Select(key => new ListingChange(key, "", release.Id, release.PublishAt, null));
        return entry is null ? gone : named.Select(feed => new ListingChange(feed.Key, feed.Title, release.Id, release.PublishAt, entry)).Concat(gone);
    }

    private static string KindOf(Release release) =>
        release.Status is ReleaseStatus.Withdrawn ? "withdrawn" : release.EverShown ? "revised" : "published";
}

using Siaran.Listings;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tags;
using Siaran.Telemetry;

namespace Siaran.Ingest;

/// <summary>
/// Brings what the public may see of releases into listings, the change log and lists of related news. Every step may be repeated and then
/// changes nothing.
/// </summary>
/// <param name="embargoes">Where releases wait for their time.</param>
/// <param name="listings">Where feeds come from.</param>
/// <param name="changes">Tells partners.</param>
/// <param name="indexer">Keeps the lists of related news.</param>
/// <param name="translations">Follow their originals.</param>
/// <param name="announcing">Called before anything is announced; null for a replay of the past.</param>
/// <param name="time">The clock.</param>
public sealed class Publisher(
    EmbargoTable embargoes,
    ListingTable listings,
    ChangeLog changes,
    RelatedIndexer indexer,
    Translations translations,
    Announcing? announcing,
    TimeProvider time
)
{
    /// <summary>The feeds that a revision must be written to or taken from, remembered before the first of them is touched.</summary>
    // The union with the earlier ones: feeds that the release leaves must hear of it too.
    public static IReadOnlyList<FeedKey> FeedKeysOf(TaggedRelease tagged, IReadOnlyList<FeedKey> earlier, DateTimeOffset now) =>
        tagged.Release.VisibilityAt(now) is Visibility.Visible ? [.. FeedKeys.Of(tagged).Union(earlier).Order()] : earlier;

    /// <returns>The feeds that changed.</returns>
    /// <exception cref="TakenBackException">One of them is taken back; all others are published.</exception>
    public async Task<IReadOnlySet<FeedKey>> PublishAsync(IReadOnlyList<StoredRelease> stored, CancellationToken cancellationToken)
    {
        if (stored.Count == 0)
        {
            return new HashSet<FeedKey>();
        }

        using var trace = Traces.Start("publish");
        var now = time.GetUtcNow();
        // Before anybody hears of it, so that it can still be taken back where this fails for good.
        await FollowAsync(stored.Where(one => one.MayBeBack), cancellationToken);
        // The order of steps is what "announced means served" rests on: withdrawals leave other
        // releases' lists first, then feeds change, then related lists that may name the new ones, then
        // partners hear of it, and embargoes are noted. Each step is idempotent, so that a run that
        // died is simply done again.
        var seen = stored.ToLookup(release => VisibilityOf(release, now));
        await RelateAsync(seen[Visibility.Withdrawn], cancellationToken);
        await (announcing?.ForgetAsync(seen[Visibility.Withdrawn], cancellationToken) ?? Task.CompletedTask);
        var changed = await listings.CommitAsync(
            [
                .. seen.Where(group => group.Key is not Visibility.Embargoed)
                    .SelectMany(group => group)
                    .SelectMany(release => ChangesOf(release, now)),
            ],
            EnqueueAsync,
            cancellationToken
        );
        await RelateAsync(seen[Visibility.Visible], cancellationToken);
        var takenBack = await AnnounceAsync(seen[Visibility.Visible].Concat(seen[Visibility.Withdrawn]), cancellationToken);
        foreach (var waiting in seen[Visibility.Embargoed])
        {
            await embargoes.AddAsync(waiting.Release, cancellationToken);
            if (waiting.Release.TranslationOf is { } original)
            {
                // The original may have been put off or withdrawn between its look at translations and this one's first row.
                await translations.FollowAsync(original, waiting.Release.Id, cancellationToken);
            }
        }

        // Of an original that was corrected before anybody saw it, the time may have changed.
        await FollowAsync(stored.Where(one => one.Release is { Revision: > 1, EverShown: false }), cancellationToken);
        return takenBack is [var first, ..] ? throw new TakenBackException(first.Release.Id, first.Tagged) : changed;
    }

    /// <summary>
    /// Makes other tags of visible releases known: to the listings that they enter, leave or stand in, to partners, and to the lists of
    /// related news. Archive pages stay as they are.
    /// </summary>
    /// <param name="stored">With their new tags, and the pass that these come from.</param>
    /// <param name="cancellationToken">Ends the work; repeating it changes nothing.</param>
    /// <returns>The feeds that changed.</returns>
    public async Task<IReadOnlySet<FeedKey>> RetagAsync(IReadOnlyList<StoredRelease> stored, CancellationToken cancellationToken)
    {
        if (stored.Count == 0)
        {
            return new HashSet<FeedKey>();
        }

        var now = time.GetUtcNow();
        var changed = await listings.CommitAsync(
            // A feed's archive does not change because a vocabulary did.
            [.. stored.SelectMany(release => ChangesOf(release, now)).Select(change => change with { KeepsPages = true })],
            EnqueueAsync,
            cancellationToken
        );
        await RelateAsync(stored, cancellationToken);
        await AnnounceAsync(stored, cancellationToken);
        return changed;
    }

    /// <summary>
    /// Brings a release to all that should know of it, and writes its entries again though they may say what they said.
    /// </summary>
    /// <returns>The feeds that changed.</returns>
    public async Task<IReadOnlySet<FeedKey>> RepairAsync(StoredRelease stored, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var changed = await PublishAsync([stored], cancellationToken);
        if (VisibilityOf(stored, now) is not (Visibility.Visible or Visibility.Withdrawn))
        {
            return changed;
        }

        var rewritten = await listings.CommitAsync(
            [.. ChangesOf(stored, now).Select(change => change with { Rewrites = true })],
            EnqueueAsync,
            cancellationToken
        );
        return rewritten.Union(changed).ToHashSet();
    }

    private async Task FollowAsync(IEnumerable<StoredRelease> originals, CancellationToken cancellationToken)
    {
        foreach (var release in originals.Select(one => one.Release))
        {
            await translations.FollowAsync(release.Id, cancellationToken);
        }
    }

    private Task EnqueueAsync(FeedKey changing, CancellationToken cancellationToken) =>
        announcing?.EnqueueAsync(changing, cancellationToken) ?? Task.CompletedTask;

    /// <summary>Comes last: whoever hears of a change may ask for the release at once.</summary>
    /// <returns>Those that are taken back.</returns>
    private Task<IReadOnlyList<StoredRelease>> AnnounceAsync(IEnumerable<StoredRelease> stored, CancellationToken cancellationToken)
    {
        // What this instance holds in memory is older than what is announced now.
        announcing?.IsServed();
        return changes.AppendAsync([.. stored], cancellationToken);
    }

    /// <summary>
    /// Withdrawals go before all that makes them known, so that a withdrawn release is in nobody's list by then; all else goes after.
    /// </summary>
    private async Task RelateAsync(IEnumerable<StoredRelease> stored, CancellationToken cancellationToken)
    {
        List<TaggedRelease> batch = [.. stored.Select(release => release.Tagged)];
        if (batch.Count > 0)
        {
            using var trace = Traces.Start("relate");
            await indexer.RelateAsync(batch, cancellationToken);
        }
    }

    /// <summary>
    /// A release whose time has come since it was stored is no feed's yet: it enters them as every embargo ends, once these are remembered.
    /// </summary>
    // Its feeds were decided when it was still under an embargo, and are not remembered. Showing it in
    // feeds that a withdrawal would not find is worse than a minute's delay.
    private static Visibility VisibilityOf(StoredRelease stored, DateTimeOffset now) =>
        stored.Release.VisibilityAt(now) is Visibility.Visible && FeedKeys.Of(stored.Tagged).Except(stored.FeedKeys).Any()
            ? Visibility.Embargoed
            : stored.Release.VisibilityAt(now);

    internal static IEnumerable<ListingChange> ChangesOf(StoredRelease stored, DateTimeOffset now)
    {
        var entry = ListingEntry.Of(stored.Tagged, now);
        var titles = FeedKeys.Named(stored.Tagged).ToDictionary(feed => feed.Key, feed => feed.Title);
        // A feed of the release's former tags: the entry leaves it. A tombstone stays in all, for
        // readers there have seen the release.
        return stored.FeedKeys.Select(key => new ListingChange(
            key,
            titles.GetValueOrDefault(key, ""),
            stored.Release.Id,
            stored.Release.PublishAt,
            entry is ListingEntry.Live && !titles.ContainsKey(key) ? null : entry
        )
        {
            Edition = stored.Tagged.Edition,
            UploadVersion = stored.UploadVersion,
        });
    }
}

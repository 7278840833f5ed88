using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.Ingest;

/// <param name="Released">Releases whose time has come.</param>
/// <param name="Changed">The feeds that show them.</param>
public sealed record EndedEmbargoes(IReadOnlyList<TaggedRelease> Released, IReadOnlySet<FeedKey> Changed);

/// <summary>Lets out the releases whose time has come.</summary>
/// <param name="waiting">Where they wait.</param>
/// <param name="releases">The releases themselves.</param>
/// <param name="publisher">Brings them to the feeds.</param>
/// <param name="journal">Records that embargoes ended.</param>
/// <param name="rebuild">While one is under way, nothing is let out.</param>
/// <param name="time">Says whose time has come.</param>
public sealed class Embargoes(
    EmbargoTable waiting,
    ReleaseTable releases,
    Publisher publisher,
    Journal journal,
    RebuildProgress rebuild,
    TimeProvider time
)
{
    private const int AtOnce = 50;

    /// <summary>Characters of bodies that are held at once, whatever their number.</summary>
    private const long MostText = 8 * 1024 * 1024;

    /// <summary>One query where nothing is due.</summary>
    public Task<EndedEmbargoes> ReleaseDueAsync(CancellationToken cancellationToken) => ReleaseDueAsync(again: false, cancellationToken);

    /// <param name="again">Whether it happened before and is done again to rebuild the tables.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    internal async Task<EndedEmbargoes> ReleaseDueAsync(bool again, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (released, changed) = (new List<TaggedRelease>(), new HashSet<FeedKey>());
        var lateness = new Lateness(now, isSilent: again);
        await foreach (var due in waiting.EndedAsync(now, cancellationToken).Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            if (!again && await rebuild.IsUnderWayAsync(cancellationToken))
            {
                lateness.Note(due[0]);
                break;
            }

            var (stored, done) = (new List<StoredRelease>(), new List<Embargo>());
            foreach (var (place, embargo) in due.Index())
            {
                // One whose time was changed may wait under two rows.
                if (
                    stored.TrueForAll(one => one.Release.Id != embargo.Id)
                    && await PrepareAsync(embargo, now, lateness, cancellationToken) is { } release
                )
                {
                    stored.Add(release);
                }

                done.Add(embargo);
                // Full enough, or the last: publish what was gathered. Bodies may be megabytes, so
                // their text is bounded and not only their number.
                if (place + 1 < due.Length && stored.Sum(one => (long)one.Release.Content.BodyHtml.Length) < MostText)
                {
                    continue;
                }

                // Noted in the journal before anything is visible, once a run: a rebuild must let them
                // out at the same point of the order.
                if (!again && stored.Count > 0 && released.Count == 0)
                {
                    await journal.NoteReleasedAsync(now, cancellationToken);
                }

                // Publish, and only then forget the embargo: a death between publishes them once more,
                // which changes nothing.
                changed.UnionWith(await publisher.PublishAsync(stored, cancellationToken));
                released.AddRange(stored.Select(one => ListingEntry.Bounded(one.Tagged)));
                await ForgetAsync(done, cancellationToken);
                (stored, done) = ([], []);
            }
        }

        lateness.Note(null);
        return new(released, changed);
    }

    private async Task ForgetAsync(IEnumerable<Embargo> done, CancellationToken cancellationToken)
    {
        foreach (var embargo in done)
        {
            await waiting.RemoveAsync(embargo, cancellationToken);
        }
    }

    /// <returns>
    /// Null where the release was withdrawn meanwhile, waits for a later time under another row, or is damaged: its repair notes the
    /// embargo again.
    /// </returns>
    private async Task<StoredRelease?> PrepareAsync(
        Embargo embargo,
        DateTimeOffset now,
        Lateness lateness,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var prepared = await OptimisticRetry.RunAsync($"The release {embargo.Id}", TryAsync, cancellationToken);
            if (prepared.Stored is not null)
            {
                lateness.Note(embargo);
            }

            return prepared.Stored;
        }
        catch
        {
            // What fails each time must be heard of too.
            lateness.Note(embargo);
            throw;
        }

        async Task<Prepared?> TryAsync(CancellationToken ct)
        {
            if (
                await releases.FindWholeAsync(embargo.Id, ct) is not { } stored
                || stored.Release.VisibilityAt(now) is not Visibility.Visible
            )
            {
                return new Prepared(null);
            }

            // The feeds are remembered in the release before the first of them shows it, so that a
            // later withdrawal finds them all.
            var feedKeys = Publisher.FeedKeysOf(stored.Tagged, stored.FeedKeys, now);
            return feedKeys.SequenceEqual(stored.FeedKeys) || await releases.TryReplaceAsync(stored, stored.Tagged, feedKeys, ct)
                ? new Prepared(stored with { FeedKeys = feedKeys })
                : null;
        }
    }

    private sealed record Prepared(StoredRelease? Stored);

    /// <summary>Says once a run how late it is: by the embargo that ended first of those that had something to wait for.</summary>
    private sealed class Lateness(DateTimeOffset now, bool isSilent)
    {
        private bool isNoted = isSilent;

        public void Note(Embargo? embargo)
        {
            if (!isNoted)
            {
                CollectMeter.Late(embargo, now);
                isNoted = true;
            }
        }
    }
}

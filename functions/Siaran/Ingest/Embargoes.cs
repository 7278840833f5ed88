using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.Ingest;

/// <param name="Released">Releases whose time has come.</param>
/// <param name="Changed">The feeds that show them.</param>
public sealed record EndedEmbargoes(IReadOnlyList<TaggedRelease> Released, IReadOnlySet<FeedKey> Changed);

/// <summary>Lets out the releases whose time has come.</summary>
/// <param name="releases">Where they wait.</param>
/// <param name="publisher">Brings them to the feeds.</param>
/// <param name="journal">Is told that embargoes ended.</param>
/// <param name="rebuild">While one is under way, nothing is let out.</param>
/// <param name="time">Says whose time has come.</param>
public sealed class Embargoes(ReleaseTable releases, Publisher publisher, Journal journal, RebuildProgress rebuild, TimeProvider time)
{
    private const int AtOnce = 50;

    /// <summary>One query where nothing is due.</summary>
    public Task<EndedEmbargoes> ReleaseDueAsync(CancellationToken cancellationToken) => ReleaseDueAsync(again: false, cancellationToken);

    /// <param name="again">Whether it happened before and is done again to rebuild the tables.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    internal async Task<EndedEmbargoes> ReleaseDueAsync(bool again, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var released = new List<TaggedRelease>();
        var changed = new HashSet<FeedKey>();
        await foreach (var due in releases.EndedEmbargoesAsync(now, cancellationToken).Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            if (!again && await rebuild.IsUnderWayAsync(cancellationToken))
            {
                break;
            }

            var stored = new List<StoredRelease>();
            foreach (var embargo in due)
            {
                if (await PrepareAsync(embargo, now, cancellationToken) is { } release)
                {
                    stored.Add(release);
                }
            }

            if (!again && stored.Count > 0 && released.Count == 0)
            {
                await journal.NoteReleasedAsync(now, cancellationToken);
            }

            changed.UnionWith(await publisher.PublishAsync(stored, cancellationToken));
            released.AddRange(stored.Select(release => release.Tagged));
            foreach (var embargo in due)
            {
                await releases.RemoveEmbargoAsync(embargo, cancellationToken);
            }
        }

        return new(released, changed);
    }

    /// <returns>Null where the release was withdrawn meanwhile, or waits for a later time under another row.</returns>
    private async Task<StoredRelease?> PrepareAsync(Embargo embargo, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var prepared = await OptimisticRetry.RunAsync($"The release {embargo.Id}", TryAsync, cancellationToken);
        return prepared.Stored;

        async Task<Prepared?> TryAsync(CancellationToken ct)
        {
            if (await releases.FindAsync(embargo.Id, ct) is not { } stored || stored.Release.VisibilityAt(now) is not Visibility.Visible)
            {
                return new Prepared(null);
            }

            var feedKeys = Publisher.FeedKeysOf(stored.Tagged, stored.FeedKeys, now);
            return feedKeys.SequenceEqual(stored.FeedKeys) || await releases.TryReplaceAsync(stored, stored.Tagged, feedKeys, ct)
                ? new Prepared(stored with { FeedKeys = feedKeys })
                : null;
        }
    }

    private sealed record Prepared(StoredRelease? Stored);
}

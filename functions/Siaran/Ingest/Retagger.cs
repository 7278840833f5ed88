using Siaran.Listings;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>What one run of re-tagging did.</summary>
/// <param name="Read">Releases looked at.</param>
/// <param name="Changed">Releases whose tags are others now.</param>
/// <param name="IsDone">Whether nothing is left to do.</param>
public sealed record RetagRun(int Read, int Changed, bool IsDone);

/// <summary>
/// Reads the archive again in bounded steps when the tagger's version has changed. Dates, order and the change log stay, except where tags
/// really changed.
/// </summary>
/// <remarks>Its progress is in storage, so a step that is cut short is done again.</remarks>
public sealed class Retagger(
    RetagPosition position,
    RetagBatch batch,
    RebuildProgress rebuild,
    HubPush push,
    DocumentCache cache,
    RetagOptions options,
    TimeProvider time
)
{
    /// <summary>
    /// Goes on, or begins where the version is another. One point read, and a call to see the vocabularies, where there is nothing to do.
    /// </summary>
    public async Task<RetagRun> RunAsync(CancellationToken cancellationToken)
    {
        // What is tagged while the tables are rebuilt, the rebuild would undo.
        if (
            await position.FindAsync(cancellationToken) is not { } state
            || (!state.IsDone && await rebuild.IsUnderWayAsync(cancellationToken))
        )
        {
            return new RetagRun(0, 0, IsDone: false);
        }

        var (read, changed) = (0, 0);
        var feeds = new HashSet<FeedKey>();
        // Settling: after a deployment, old and new instances run together for a while, and each would
        // tag over the other.
        for (var step = 0; step < options.StepsInOneRun && !state.IsDone && time.GetUtcNow() - state.Since >= options.Settling; step++)
        {
            var page = await batch.ReadAsync(state.Cursor, options.BatchSize, cancellationToken);
            changed += await batch.RetagAsync(page.Releases, state.Pass, feeds, cancellationToken);
            read += page.Releases.Count;
            state = await position.MoveAsync(state, page.Next, cancellationToken);
        }

        if (changed > 0)
        {
            cache.Expire();
            await push.PushAsync(feeds, cancellationToken);
        }

        return new RetagRun(read, changed, state.IsDone);
    }
}

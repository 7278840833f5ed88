using Microsoft.Extensions.Logging;
using Siaran.Listings;
using Siaran.Related;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.Ingest;

/// <summary>What a run did besides taking uploads.</summary>
/// <param name="Released">Releases whose embargo ended.</param>
/// <param name="Changed">The feeds that changed.</param>
/// <param name="RebuildingSince">Since when the tables are being rebuilt; null where they are not.</param>
public sealed record UpkeepRun(IReadOnlyList<TaggedRelease> Released, IReadOnlySet<FeedKey> Changed, DateTimeOffset? RebuildingSince);

/// <summary>
/// What a run of the timer does besides taking uploads: ends embargoes, merges the index, and goes on with a rebuild that nobody is at any
/// more.
/// </summary>
public sealed partial class Upkeep(
    Embargoes embargoes,
    RelatedIndexer indexer,
    FeedAge age,
    TableRebuilder rebuilding,
    RebuildProgress rebuild,
    TimeProvider time,
    ILogger<Upkeep> logger
)
{
    // Well within the minute after which the timer fires again.
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(40);

    private DateTimeOffset? rebuildingSince;

    /// <summary>One query where nothing is due.</summary>
    /// <param name="hasChanged">Whether the run has published anything.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<UpkeepRun> RunAsync(bool hasChanged, CancellationToken cancellationToken)
    {
        var (released, changed) = await embargoes.ReleaseDueAsync(cancellationToken);
        await ResumeRebuildAsync(cancellationToken);
        foreach (var release in released)
        {
            LogReleased(release.Release.Slug);
        }

        if (hasChanged || changed.Count > 0)
        {
            await indexer.MaintainAsync(cancellationToken);
        }

        await age.LookAsync(cancellationToken);
        return new UpkeepRun(released, changed, rebuildingSince);
    }

    private async Task ResumeRebuildAsync(CancellationToken cancellationToken)
    {
        // Only where an upload or an embargo waits for its end does it matter; then this process has seen it.
        if (!rebuild.WasUnderWay)
        {
            rebuildingSince = null;
            return;
        }

        var now = time.GetUtcNow();
        var state = (await rebuild.FindAsync(cancellationToken))?.State;
        if (state is not null && state.HeldUntil <= now)
        {
            LogResumed(state.StartedAt);
            state = (await rebuilding.StepAsync(Step, cancellationToken))?.Done is true ? null : state;
        }

        rebuildingSince = state?.StartedAt;
    }

    [LoggerMessage(1002, LogLevel.Information, "Released {Slug}: its time has come")]
    private partial void LogReleased(string slug);

    [LoggerMessage(1008, LogLevel.Warning, "The rebuild that began at {Since:O} was left unfinished and is resumed")]
    private partial void LogResumed(DateTimeOffset since);
}

using Microsoft.Extensions.Logging;
using Siaran.Listings;
using Siaran.Related;
using Siaran.Tags;

namespace Siaran.Ingest;

/// <summary>What a run did besides taking uploads.</summary>
/// <param name="Released">Releases whose embargo ended.</param>
/// <param name="Changed">The feeds that changed.</param>
/// <param name="RebuildingSince">Since when the tables are being rebuilt; null where they are not.</param>
public sealed record UpkeepRun(IReadOnlyList<TaggedRelease> Released, IReadOnlySet<FeedKey> Changed, DateTimeOffset? RebuildingSince);

/// <summary>
/// What a run of the timer does besides taking uploads: ends embargoes, repairs, merges the index, and goes on with a rebuild that nobody
/// is at any more.
/// </summary>
public sealed partial class Upkeep(
    Embargoes embargoes,
    RelatedIndexer indexer,
    FeedAge age,
    Repairs repairs,
    RebuildResumption rebuilding,
    ReplyUpkeep replies,
    ILogger<Upkeep> logger
)
{
    /// <summary>One query where nothing is due.</summary>
    /// <param name="hasChanged">Whether the run has published anything.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<UpkeepRun> RunAsync(bool hasChanged, CancellationToken cancellationToken)
    {
        // Embargoes first: their time has come, all else can wait.
        var (released, ended) = await embargoes.ReleaseDueAsync(cancellationToken);
        var rebuildingSince = await rebuilding.RunAsync(cancellationToken);
        var changed = ended.Union(await repairs.RunAsync(cancellationToken)).ToHashSet();
        foreach (var release in released)
        {
            LogReleased(release.Release.Slug);
        }

        await indexer.RenewAsync(cancellationToken);
        // A merge is due only after a commit, so an idle timer does not open the index.
        if (hasChanged || changed.Count > 0)
        {
            await indexer.MaintainAsync(cancellationToken);
        }

        await replies.ExpireAsync(cancellationToken);
        await age.LookAsync(cancellationToken);
        return new UpkeepRun(released, changed, rebuildingSince);
    }

    [LoggerMessage(1002, LogLevel.Information, "Released {Slug}: its time has come")]
    private partial void LogReleased(string slug);
}

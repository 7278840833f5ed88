using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Siaran.Listings;
using Siaran.Storage;
using Siaran.Telemetry;

namespace Siaran.Ingest;

/// <summary>
/// Takes uploads from <c>incoming</c> to the feeds. A blob leaves <c>incoming</c> last, so a run cut short anywhere leaves work to redo and
/// no work lost.
/// </summary>
public sealed class Collector(
    UploadReader reader,
    BatchIngester ingester,
    Upkeep upkeep,
    RunReport report,
    TimeProvider time,
    ILogger<Collector> logger
)
{
    /// <summary>
    /// Takes all that waits, and lets out the releases whose time has come. Three calls to storage where there is neither.
    /// </summary>
    public async Task<CollectRun> CollectAsync(CancellationToken cancellationToken)
    {
        using var trace = Traces.Start("collect");
        var begun = Stopwatch.GetTimestamp();
        var succeeded = false;
        try
        {
            var run = await CollectAllAsync(cancellationToken);
            succeeded = true;
            return run;
        }
        finally
        {
            CollectMeter.Run(Stopwatch.GetElapsedTime(begun), succeeded);
        }
    }

    /// <summary>
    /// Takes uploads that have just been put into <c>incoming</c>, and before them those that wait there and may be what they correct.
    /// </summary>
    /// <param name="uploads">In any order.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The run, those that waited included; it holds no upload whose name a newer one took meanwhile.</returns>
    public async Task<CollectRun> CollectAsync(IReadOnlyList<UploadInHand> uploads, CancellationToken cancellationToken)
    {
        using var trace = Traces.Start("collect");
        var run = await ingester.RunAfterEarlierAsync(uploads, new UploadFaults(isStrict: false, logger), cancellationToken);
        await report.NotifyAsync(run, cancellationToken);
        return run;
    }

    private async Task<CollectRun> CollectAllAsync(CancellationToken cancellationToken)
    {
        var collected = new List<IngestResult>();
        var changed = new HashSet<FeedKey>();
        var faults = new UploadFaults(isStrict: false, logger);
        // The whole list before anything is taken, since order goes by time of upload and storage lists
        // by name.
        foreach (var batch in reader.InBatches(await reader.ListAsync(cancellationToken)))
        {
            var run = await ingester.RunAsync(batch, faults, cancellationToken);
            collected.AddRange(run.Uploads);
            changed.UnionWith(run.ChangedFeeds);
        }

        // After the uploads, so that an embargo of a moment ago does not wait for the next run.
        var kept = await upkeep.RunAsync(changed.Count > 0, cancellationToken);
        changed.UnionWith(kept.Changed);
        var all = new CollectRun(collected, kept.Released, changed);
        var failed = collected.Count(one => one.Outcome is CollectOutcome.Failed);
        await report.RecordAsync(
            new RunRecord(time.GetUtcNow(), collected.Count, failed, kept.Released.Count) { RebuildingSince = kept.RebuildingSince },
            cancellationToken
        );
        await report.NotifyAsync(all, cancellationToken);
        return all;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Siaran.Feeds;
using Siaran.Intake;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Storage;
using Siaran.Telemetry;

namespace Siaran.Ingest;

/// <summary>Takes uploads from <c>incoming</c> to the feeds. A blob leaves <c>incoming</c> last, so a run cut short anywhere leaves work to redo and no work lost.</summary>
public sealed partial class Collector(
    Inbox inbox,
    UploadReader reader,
    UploadIngester ingester,
    Publisher publisher,
    Embargoes embargoes,
    RelatedIndexer indexer,
    CurrentTagger tagger,
    HubPush push,
    IntakeTable intake,
    RebuildProgress rebuild,
    FeedAge age,
    DocumentCache cache,
    CollectOptions options,
    TimeProvider time,
    ILogger<Collector> logger)
{
    /// <summary>Takes all that waits, and lets out the releases whose time has come. Three calls to storage where there is neither.</summary>
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

    /// <summary>Takes one upload that has just been put into <c>incoming</c>.</summary>
    /// <returns>The run; it holds no upload where a newer one took its name meanwhile.</returns>
    public async Task<CollectRun> CollectAsync(IncomingUpload upload, BinaryData content, CancellationToken cancellationToken)
    {
        using var trace = Traces.Start("collect");
        return await FinishAsync(await CollectAsync([upload], content, cancellationToken), cancellationToken);
    }

    private async Task<CollectRun> CollectAllAsync(CancellationToken cancellationToken)
    {
        var collected = new List<IngestResult>();
        var changed = new HashSet<FeedKey>();
        await foreach (var page in inbox.ListAsync(cancellationToken))
        {
            foreach (var batch in page.OrderBy(upload => upload.UploadedAt).ThenBy(upload => upload.Name, StringComparer.Ordinal).Chunk(options.BatchSize))
            {
                var run = await CollectAsync(batch, null, cancellationToken);
                collected.AddRange(run.Uploads);
                changed.UnionWith(run.ChangedFeeds);
            }
        }

        var (released, feeds) = await embargoes.ReleaseDueAsync(cancellationToken);
        foreach (var release in released)
        {
            LogReleased(release.Release.Slug);
        }

        changed.UnionWith(feeds);
        if (changed.Count > 0)
        {
            await indexer.MaintainAsync(cancellationToken);
        }

        await age.LookAsync(cancellationToken);

        await intake.RecordRunAsync(
            new RunRecord(time.GetUtcNow(), collected.Count, collected.Count(one => one.Outcome is CollectOutcome.Failed), released.Count), cancellationToken);
        return await FinishAsync(new CollectRun(collected, released, changed), cancellationToken);
    }

    private async Task<CollectRun> FinishAsync(CollectRun run, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var upload in run.Uploads)
        {
            CollectMeter.Upload(upload, now);
        }

        foreach (var release in run.Released)
        {
            CollectMeter.Released(release, now);
        }

        foreach (var shown in run.Uploads.Select(upload => upload.Release).Concat(run.Released).Where(tagged => tagged?.Release.VisibilityAt(now) is Visibility.Visible))
        {
            age.Note(shown!.Release.PublishAt);
        }

        if (run.Uploads.Count > 0 || run.Released.Count > 0)
        {
            cache.Expire();
        }

        await push.PushAsync(run.ChangedFeeds, cancellationToken);
        return run;
    }

    private async Task<CollectRun> CollectAsync(IncomingUpload[] uploads, BinaryData? content, CancellationToken cancellationToken)
    {
        if (await rebuild.IsUnderWayAsync(cancellationToken))
        {
            LogWaiting(uploads.Length);
            return new CollectRun([.. uploads.Select(Fault)], [], new HashSet<FeedKey>());
        }

        await tagger.RefreshAsync(cancellationToken);
        var batch = BatchId.New(time.GetUtcNow());
        var faults = new ConcurrentDictionary<IncomingUpload, IngestResult>();
        var parallelism = new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce, CancellationToken = cancellationToken };

        var read = new ConcurrentBag<ReadUpload>();
        await Parallel.ForEachAsync(uploads, parallelism, (upload, ct) => GuardAsync(upload, faults, async () =>
        {
            if (await reader.ReadAsync(upload, content, ct) is { } one)
            {
                read.Add(one);
            }
        }));

        var taken = new ConcurrentBag<TakenUpload>();
        await Parallel.ForEachAsync(SameRelease.Group(read), parallelism, async (group, ct) =>
        {
            foreach (var upload in group)
            {
                await GuardAsync(upload.Upload, faults, async () => taken.Add(await ingester.TakeAsync(upload, batch, ct)));
            }
        });

        var changed = await PublishAsync([.. taken], faults, cancellationToken);

        var done = new ConcurrentBag<IngestResult>();
        await Parallel.ForEachAsync(taken.Where(upload => !faults.ContainsKey(upload.Upload)), parallelism, (upload, ct) => GuardAsync(upload.Upload, faults, async () =>
        {
            await ingester.CloseAsync(upload, ct);
            done.Add(upload.Result);
            LogCollected(upload.Result.Outcome, upload.Upload.Name, upload.Result.Release?.Release.Slug);
        }));

        var order = uploads.Select((upload, place) => (upload.Name, place)).ToDictionary(upload => upload.Name, upload => upload.place, StringComparer.Ordinal);
        return new CollectRun([.. done.Concat(faults.Values).OrderBy(upload => order[upload.Upload])], [], changed);
    }

    /// <summary>All in one go; where that fails, one by one, so that a release at fault stops no other.</summary>
    private async Task<IReadOnlySet<FeedKey>> PublishAsync(
        IReadOnlyList<TakenUpload> taken, ConcurrentDictionary<IncomingUpload, IngestResult> faults, CancellationToken cancellationToken)
    {
        // Of several revisions in one batch only the last is current.
        var newest = taken.Where(upload => upload.Stored is not null)
            .GroupBy(upload => upload.Stored!.Release.Id)
            .Select(same => same.MaxBy(upload => upload.Stored!.Release.Revision)!)
            .OrderBy(upload => upload.Upload.UploadedAt).ThenBy(upload => upload.Upload.Name, StringComparer.Ordinal)
            .ToList();
        var changed = new HashSet<FeedKey>();
        try
        {
            changed.UnionWith(await publisher.PublishAsync([.. newest.Select(upload => upload.Stored!)], cancellationToken));
        }
        catch (Exception ex) when (ex is not OperationCanceledException && newest.Count > 1)
        {
            LogBatchFailed(ex, newest.Count);
            foreach (var upload in newest)
            {
                await GuardAsync(upload.Upload, faults, async () => changed.UnionWith(await publisher.PublishAsync([upload.Stored!], cancellationToken)));
            }
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            Fail(newest[0].Upload, ex, faults);
        }

        var failedReleases = newest.Where(upload => faults.ContainsKey(upload.Upload)).Select(upload => upload.Stored!.Release.Id).ToHashSet();
        foreach (var older in taken.Where(upload => upload.Stored is { } stored && failedReleases.Contains(stored.Release.Id)))
        {
            faults.TryAdd(older.Upload, Fault(older.Upload));
        }

        return changed;
    }

    private async ValueTask GuardAsync(IncomingUpload upload, ConcurrentDictionary<IncomingUpload, IngestResult> faults, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            Fail(upload, ex, faults);
        }
    }

    private void Fail(IncomingUpload upload, Exception ex, ConcurrentDictionary<IncomingUpload, IngestResult> faults)
    {
        LogFailed(ex, upload.Name);
        faults[upload] = Fault(upload);
    }

    private static IngestResult Fault(IncomingUpload upload) =>
        new(upload.Name, CollectOutcome.Failed, null, new IntakeReport { Upload = upload.Name, Outcome = UploadOutcome.Rejected }.With(Findings.Failed()));

    [LoggerMessage(1001, LogLevel.Information, "{Outcome} {Upload} as {Slug}")]
    private partial void LogCollected(CollectOutcome outcome, string upload, string? slug);

    [LoggerMessage(1002, LogLevel.Information, "Released {Slug}: its time has come")]
    private partial void LogReleased(string slug);

    [LoggerMessage(1003, LogLevel.Error, "Could not take {Upload}; it stays in incoming")]
    private partial void LogFailed(Exception ex, string upload);

    [LoggerMessage(1004, LogLevel.Warning, "Could not publish {Count} releases in one go; they are tried one by one")]
    private partial void LogBatchFailed(Exception ex, int count);

    [LoggerMessage(1005, LogLevel.Warning, "{Count} uploads wait in incoming until the tables are rebuilt")]
    private partial void LogWaiting(int count);
}

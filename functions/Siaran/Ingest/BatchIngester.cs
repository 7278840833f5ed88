using Microsoft.Extensions.Logging;
using Siaran.Intake;
using Siaran.Listings;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>
/// Takes one batch of live uploads from <c>incoming</c> to the feeds. One batch at a time in a process; several processes at once do no
/// harm.
/// </summary>
public sealed partial class BatchIngester(
    UploadReader reader,
    IngestPipeline pipeline,
    FaultyUploads faulty,
    RebuildProgress rebuild,
    CurrentTagger tagger,
    TimeProvider time,
    ILogger<BatchIngester> logger
) : IDisposable
{
    private readonly SemaphoreSlim oneWriter = new(1);

    /// <param name="uploads">With their bytes where these are at hand.</param>
    /// <param name="faults">Of the whole run.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The run; it holds no upload that a former run has closed, or whose name a newer one has taken.</returns>
    public async Task<CollectRun> RunAsync(IReadOnlyList<UploadInHand> uploads, UploadFaults faults, CancellationToken cancellationToken)
    {
        await oneWriter.WaitAsync(cancellationToken);
        try
        {
            return await RunAloneAsync(uploads, faults, cancellationToken);
        }
        finally
        {
            oneWriter.Release();
        }
    }

    public void Dispose() => oneWriter.Dispose();

    private async Task<CollectRun> RunAloneAsync(
        IReadOnlyList<UploadInHand> uploads,
        UploadFaults faults,
        CancellationToken cancellationToken
    )
    {
        if (await rebuild.IsUnderWayAsync(cancellationToken))
        {
            LogWaiting(uploads.Count);
            return new CollectRun([.. uploads.Select(one => UploadFaults.Waiting(one.Upload))], [], new HashSet<FeedKey>());
        }

        await tagger.RefreshAsync(cancellationToken);
        var read = await reader.ReadAllAsync(uploads, faults, cancellationToken);
        var run = await pipeline.RunAsync(read, BatchId.New(time.GetUtcNow()), faults, cancellationToken);
        var collected = run.Taken.Select(taken => taken.Result).ToList();
        foreach (var taken in run.Taken)
        {
            LogCollected(taken.Result.Outcome, taken.Upload.Name, taken.Result.Release?.Release.Slug);
        }

        foreach (var upload in uploads.Where(upload => faults.Has(upload.Upload)))
        {
            collected.Add(await faulty.SettleAsync(upload, faults.Of(upload.Upload), cancellationToken));
        }

        var order = uploads
            .Select((upload, place) => (upload.Upload.Name, place))
            .ToDictionary(upload => upload.Name, upload => upload.place, StringComparer.Ordinal);
        return new CollectRun([.. collected.OrderBy(one => order[one.Upload])], [], run.ChangedFeeds);
    }

    [LoggerMessage(1001, LogLevel.Information, "{Outcome} {Upload} as {Slug}")]
    private partial void LogCollected(CollectOutcome outcome, string upload, string? slug);

    [LoggerMessage(1005, LogLevel.Warning, "{Count} uploads wait in incoming until the tables are rebuilt")]
    private partial void LogWaiting(int count);
}

/// <summary>
/// Uploads that could not be taken: most are tried again by the next run; one that storage will never take, or that has failed too often by
/// its own fault, is rejected with a report.
/// </summary>
public sealed partial class FaultyUploads(
    IngestPipeline pipeline,
    IntakeTable intake,
    CollectOptions options,
    ILogger<FaultyUploads> logger
)
{
    /// <param name="upload">It is still in <c>incoming</c>.</param>
    /// <param name="failure">What failed; null where it waits for an earlier upload.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Its outcome.</returns>
    public async Task<IngestResult> SettleAsync(UploadInHand upload, Exception? failure, CancellationToken cancellationToken)
    {
        try
        {
            if (failure is null || !await IsHopelessAsync(upload.Upload, failure, cancellationToken))
            {
                return UploadFaults.Waiting(upload.Upload);
            }

            var report = new IntakeReport { Upload = upload.Upload.Name, Outcome = UploadOutcome.Rejected }.With(Findings.CannotBeTaken());
            var rejected = new IngestResult(upload.Upload.Name, CollectOutcome.Rejected, null, report);
            await pipeline.CloseAsync(new TakenUpload(upload.Upload, upload.Content, null, rejected, null), cancellationToken);
            return rejected;
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            LogUnsettled(ex, upload.Upload.Name);
            return UploadFaults.Waiting(upload.Upload);
        }
    }

    private async Task<bool> IsHopelessAsync(IncomingUpload upload, Exception failure, CancellationToken cancellationToken) =>
        StorageFailure.IsPermanent(failure)
        || (!StorageFailure.IsOthers(failure) && await intake.CountTryAsync(upload, cancellationToken) >= options.MostTries);

    [LoggerMessage(1007, LogLevel.Error, "The outcome of {Upload} could not be stored; it stays in incoming")]
    private partial void LogUnsettled(Exception ex, string upload);
}

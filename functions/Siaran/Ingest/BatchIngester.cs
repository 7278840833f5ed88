using Microsoft.Extensions.Logging;
using Siaran.Listings;
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
    // One batch at a time in a process keeps memory within CollectOptions.BatchBytes, and saves
    // instances from racing with themselves. Correctness does not rest on it: several processes do the
    // same.
    private readonly SemaphoreSlim oneWriter = new(1);

    /// <param name="uploads">With their bytes where these are at hand; they go to the feeds together.</param>
    /// <param name="faults">Of the whole run.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The run; it holds no upload that a former run has closed, or whose name a newer one has taken.</returns>
    public Task<CollectRun> RunAsync(IReadOnlyList<UploadInHand> uploads, UploadFaults faults, CancellationToken cancellationToken) =>
        AloneAsync(
            uploads,
            async begun =>
                await TakeAsync(uploads, await reader.ReadAllAsync(uploads, faults, cancellationToken), faults, begun, cancellationToken),
            cancellationToken
        );

    /// <summary>As <see cref="RunAsync"/>, after all that came before and may be what one of the uploads corrects.</summary>
    // Another instance may be at the earlier upload, or a former run may have failed with it. Where no
    // upload names a release, none can be a correction, and nothing is listed.
    public Task<CollectRun> RunAfterEarlierAsync(
        IReadOnlyList<UploadInHand> uploads,
        UploadFaults faults,
        CancellationToken cancellationToken
    ) =>
        AloneAsync(
            uploads,
            async begun =>
            {
                var read = await reader.ReadAllAsync(uploads, faults, cancellationToken);
                var earlier = read.Any(one => one.NamesRelease) ? await reader.FindEarlierAsync(uploads, cancellationToken) : [];
                return earlier.Count == 0
                    ? await TakeAsync(uploads, read, faults, begun, cancellationToken)
                    : await TakeAllAsync([.. earlier, .. uploads], faults, begun, cancellationToken);
            },
            cancellationToken
        );

    public void Dispose() => oneWriter.Dispose();

    private async Task<CollectRun> AloneAsync(
        IReadOnlyList<UploadInHand> uploads,
        Func<RebuildMark, Task<CollectRun>> work,
        CancellationToken cancellationToken
    )
    {
        await oneWriter.WaitAsync(cancellationToken);
        try
        {
            // Asked for each batch and not once: what is taken during a rebuild would be missing from
            // the rebuilt tables.
            var begun = await rebuild.MarkAsync(cancellationToken);
            if (begun.IsUnderWay)
            {
                LogWaiting(uploads.Count);
                return new CollectRun([.. uploads.Select(one => UploadFaults.Waiting(one.Upload))], [], new HashSet<FeedKey>());
            }

            await tagger.RefreshAsync(cancellationToken);
            return await work(begun);
        }
        finally
        {
            oneWriter.Release();
        }
    }

    private async Task<CollectRun> TakeAllAsync(
        IReadOnlyList<UploadInHand> uploads,
        UploadFaults faults,
        RebuildMark begun,
        CancellationToken cancellationToken
    )
    {
        var (collected, changed) = (new List<IngestResult>(), new HashSet<FeedKey>());
        foreach (var batch in reader.InBatches(uploads))
        {
            var read = await reader.ReadAllAsync(batch, faults, cancellationToken);
            var run = await TakeAsync(batch, read, faults, begun, cancellationToken);
            collected.AddRange(run.Uploads);
            changed.UnionWith(run.ChangedFeeds);
        }

        return new CollectRun(collected, [], changed);
    }

    private async Task<CollectRun> TakeAsync(
        IReadOnlyList<UploadInHand> uploads,
        IReadOnlyCollection<ReadUpload> read,
        UploadFaults faults,
        RebuildMark begun,
        CancellationToken cancellationToken
    )
    {
        var run = await pipeline.RunAsync(
            read,
            BatchId.New(time.GetUtcNow()),
            faults,
            // A rebuild that began meanwhile may have read what is accepted before this batch, and taken its rows away: what is still in
            // incoming is taken once more after it.
            async ct =>
                await rebuild.MarkAsync(ct) == begun,
            cancellationToken
        );
        var collected = run.Taken.Select(taken => taken.Result).ToList();
        foreach (var taken in run.Taken)
        {
            LogCollected(taken.Result.Outcome, taken.Upload.Name, taken.Result.Release?.Release.Slug);
        }

        foreach (var upload in uploads.Where(upload => faults.Has(upload.Upload) && !faults.IsAwaiting(upload.Upload)))
        {
            // Its release, if it made one that could not be published: that one has to be taken back
            // with it.
            var made = run.Unpublished.FirstOrDefault(one => one.Upload == upload.Upload)?.Stored?.Tagged;
            collected.Add(await faulty.ResolveAsync(upload, made, faults.Of(upload.Upload), cancellationToken));
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

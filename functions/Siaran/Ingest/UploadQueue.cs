using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>
/// Lets uploads that come at the same time over HTTP queue behind one writer: those that come while a batch is under way go together in the
/// next one.
/// </summary>
public sealed class UploadQueue(Collector collector, CollectOptions options, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<Waiting> waiting = [];
    private bool isRunning;

    /// <summary>Takes one upload that has just been put into <c>incoming</c>.</summary>
    /// <returns>
    /// Its outcome: <see cref="CollectOutcome.Failed"/> where that was not known within <see cref="CollectOptions.Patience"/>; it is
    /// taken all the same.
    /// </returns>
    public async Task<IngestResult> TakeAsync(IncomingUpload upload, BinaryData content)
    {
        var mine = new Waiting(
            new UploadInHand(upload, content),
            new TaskCompletionSource<IngestResult>(TaskCreationOptions.RunContinuationsAsynchronously)
        );
        lock (gate)
        {
            waiting.Add(mine);
            if (!isRunning)
            {
                isRunning = true;
                _ = Task.Run(RunAsync);
            }
        }

        try
        {
            return await mine.Done.Task.WaitAsync(options.Patience, time);
        }
        catch (TimeoutException)
        {
            return UploadFaults.Waiting(upload);
        }
    }

    private async Task RunAsync()
    {
        while (Next() is { Count: > 0 } batch)
        {
            try
            {
                // Whoever asks may go away; what has begun is better brought to its end.
                var run = await collector.CollectAsync([.. batch.Select(one => one.InHand)], CancellationToken.None);
                var done = run.Uploads.ToDictionary(collected => collected.Upload, StringComparer.Ordinal);

                // One that the run does not name was closed by the timer's, which listed it at the same moment: how, its own address tells.
                batch.ForEach(one =>
                    one.Done.TrySetResult(done.GetValueOrDefault(one.InHand.Upload.Name) ?? UploadFaults.Waiting(one.InHand.Upload))
                );
            }
            catch (Exception ex)
            {
                batch.ForEach(one => one.Done.TrySetException(ex));
            }
        }
    }

    private List<Waiting> Next()
    {
        lock (gate)
        {
            var next = waiting.Take(options.BatchSize).ToList();
            waiting.RemoveRange(0, next.Count);
            isRunning = next.Count > 0;
            return next;
        }
    }

    private sealed record Waiting(UploadInHand InHand, TaskCompletionSource<IngestResult> Done);
}

/// <summary>An upload to be taken.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="Content">Its bytes; null where they have yet to be fetched.</param>
public sealed record UploadInHand(IncomingUpload Upload, BinaryData? Content);

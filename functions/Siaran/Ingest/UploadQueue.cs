using Microsoft.Extensions.Logging;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>Lets uploads that come at the same time over HTTP queue behind one writer.</summary>
public sealed partial class UploadQueue(
    Collector collector,
    ClosedUploads closed,
    CollectOptions options,
    TimeProvider time,
    ILogger<UploadQueue> logger
)
{
    // Group commit: those that come while a batch is under way go together in the next one. A commit of
    // a feed costs the same for one entry as for ten, so that ten senders wait little longer than one.
    private readonly Lock gate = new();
    private readonly List<UploadTicket> waiting = [];

    /// <summary>All that were not answered yet, by name: a run may take one along that has only just been stored.</summary>
    private readonly Dictionary<string, UploadTicket> expected = new(StringComparer.Ordinal);
    private long bytes;
    private bool isRunning;

    /// <summary>Bytes of uploads that are kept here until their turn comes: at most <see cref="CollectOptions.BatchBytes"/>.</summary>
    public long HeldBytes
    {
        get
        {
            lock (gate)
            {
                return bytes;
            }
        }
    }

    /// <summary>Puts an upload into <c>incoming</c> and has it taken.</summary>
    /// <param name="upload">Where too many bytes are held already, its own are let go of, and fetched again when their turn comes.</param>
    /// <param name="store">Puts it there, and answers null where it did not; what it throws is thrown.</param>
    /// <returns>Stands for the upload until <see cref="OutcomeAsync"/> tells its outcome; null where it was not put there.</returns>
    public async Task<UploadTicket?> EnqueueAsync(NewUpload upload, Func<Task<IncomingUpload?>> store)
    {
        var ticket = new UploadTicket();
        // Expected before it is stored: the timer of this process may take it the moment it is there.
        lock (gate)
        {
            expected[upload.Name] = ticket;
        }

        var isStored = false;
        try
        {
            if (await store() is not { } stored)
            {
                return null;
            }

            (ticket.Upload, isStored) = (stored, true);
        }
        finally
        {
            if (!isStored)
            {
                Forget(upload.Name, ticket);
            }
        }

        Add(ticket, upload.Content);
        return ticket;
    }

    /// <summary>
    /// The outcome of an upload: <see cref="CollectOutcome.Queued"/> where that was not known within <see
    /// cref="CollectOptions.Patience"/>; it is taken all the same.
    /// </summary>
    public async Task<IngestResult> OutcomeAsync(UploadTicket ticket)
    {
        try
        {
            return await ticket.Done.Task.WaitAsync(options.Patience, time);
        }
        catch (TimeoutException)
        {
            return UploadFaults.Queued(ticket.Upload);
        }
    }

    private void Forget(string name, UploadTicket ticket)
    {
        lock (gate)
        {
            if (expected.GetValueOrDefault(name) == ticket)
            {
                expected.Remove(name);
            }
        }
    }

    private void Add(UploadTicket ticket, BinaryData content)
    {
        lock (gate)
        {
            // The timer was faster, and has answered.
            if (ticket.Done.Task.IsCompleted)
            {
                return;
            }

            var length = content.ToMemory().Length;
            // Bounded memory: beyond it only the name is kept, and the bytes are fetched from storage
            // when their turn comes.
            ticket.Content = bytes + length <= options.BatchBytes ? content : null;
            bytes += ticket.Content is null ? 0 : length;
            waiting.Add(ticket);
            if (!isRunning)
            {
                isRunning = true;
                _ = Task.Run(RunAsync);
            }
        }
    }

    private async Task RunAsync()
    {
        while (Next() is { Count: > 0 } batch)
        {
            try
            {
                // Whoever asks may go away; what has begun is better brought to its end.
                var uploads = batch.Select(one => new UploadInHand(one.Upload, one.Content)).ToList();
                var run = await collector.CollectAsync(uploads, CancellationToken.None);
                Answer(run.Uploads.Where(one => one.Outcome is not CollectOutcome.Failed));
                await AnswerClosedAsync(batch, run);
                AnswerHeldBack(batch, run);
            }
            catch (Exception ex)
            {
                LogFailed(ex, batch.Count);
            }

            // They lie in incoming, or their own addresses tell what was wrong with them.
            Answer(batch.Select(one => UploadFaults.Waiting(one.Upload)));
            LetGo(batch);
        }
    }

    /// <summary>Those of which the run says nothing were closed by another instance.</summary>
    private async Task AnswerClosedAsync(IReadOnlyList<UploadTicket> batch, CollectRun run)
    {
        var said = run.Uploads.Select(one => one.Upload).ToHashSet(StringComparer.Ordinal);
        foreach (var ticket in batch.Where(one => !said.Contains(one.Upload.Name)))
        {
            if (await closed.FindAsync(ticket.Upload, CancellationToken.None) is { } outcome)
            {
                Answer([outcome]);
            }
        }
    }

    /// <summary>Those of which nobody says anything wait for an earlier upload of their release.</summary>
    private void AnswerHeldBack(IReadOnlyList<UploadTicket> batch, CollectRun run)
    {
        var said = run.Uploads.Select(one => one.Upload).ToHashSet(StringComparer.Ordinal);
        Answer(batch.Where(one => !said.Contains(one.Upload.Name)).Select(one => UploadFaults.Queued(one.Upload)));
    }

    private void Answer(IEnumerable<IngestResult> results)
    {
        lock (gate)
        {
            // By name: a run may bring along uploads that are waited for by nobody here.
            foreach (var result in results)
            {
                if (expected.Remove(result.Upload, out var ticket))
                {
                    ticket.Done.TrySetResult(result);
                }
            }
        }
    }

    private IReadOnlyList<UploadTicket> Next()
    {
        lock (gate)
        {
            LetGo(waiting.Where(one => one.Done.Task.IsCompleted));
            waiting.RemoveAll(one => one.Done.Task.IsCompleted);
            var next = UploadOrder.Batches(waiting, one => UploadOrder.BytesOf(one.Upload, options), options).FirstOrDefault() ?? [];
            waiting.RemoveRange(0, next.Count);
            // Set under the same lock that Add takes, so that no upload is added behind a queue that
            // has just stopped.
            isRunning = next.Count > 0;
            return next;
        }
    }

    private void LetGo(IEnumerable<UploadTicket> tickets)
    {
        lock (gate)
        {
            foreach (var ticket in tickets)
            {
                bytes -= ticket.Content?.ToMemory().Length ?? 0;
                ticket.Content = null;
            }
        }
    }

    [LoggerMessage(1012, LogLevel.Error, "{Count} uploads that came over HTTP could not be taken; they stay in incoming")]
    private partial void LogFailed(Exception ex, int count);
}

/// <summary>An upload over HTTP that is to be answered.</summary>
public sealed class UploadTicket
{
    internal TaskCompletionSource<IngestResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal BinaryData? Content { get; set; }

    /// <summary>As it was stored.</summary>
    public IncomingUpload Upload { get; internal set; } = null!;
}

/// <summary>An upload to be taken.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="Content">Its bytes; null where they have yet to be fetched.</param>
public sealed record UploadInHand(IncomingUpload Upload, BinaryData? Content)
{
    /// <summary>Those of its folder, in the order of their names.</summary>
    public IReadOnlyList<IncomingUpload> Pictures { get; init; } = [];

    /// <summary>Whether all of them belong to it, or only those that it names.</summary>
    public bool TakesAllPictures { get; init; }

    /// <summary>Whether it is a picture for which no document came.</summary>
    public bool IsLonePicture { get; init; }
}

using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Siaran.Intake;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>Keeps the fault of one upload from stopping the rest of its batch.</summary>
/// <param name="isStrict">Whether the first fault ends the batch instead: for what is done again, where nothing may be left out.</param>
/// <param name="logger">Logs each.</param>
public sealed partial class UploadFaults(bool isStrict, ILogger logger)
{
    // Three memories of one run: which upload failed, which could not even be read, and by what names
    // their releases are known. From them follows who has to wait, so that no correction overtakes what
    // it corrects.
    private readonly ConcurrentDictionary<IncomingUpload, Exception?> faults = new();
    private readonly ConcurrentBag<IncomingUpload> unread = [];
    private readonly ConcurrentDictionary<IncomingUpload, bool> awaiting = new();
    private readonly ConcurrentDictionary<string, bool> names = new(StringComparer.Ordinal);

    public bool Has(IncomingUpload upload) => faults.ContainsKey(upload);

    /// <summary>What failed; null for an upload that waits for an earlier one.</summary>
    public Exception? Of(IncomingUpload upload) => faults.GetValueOrDefault(upload);

    /// <summary>
    /// Whether an upload could not even be read that came before the one given: of which release it speaks is unknown then.
    /// </summary>
    public bool HasUnreadBefore(IncomingUpload upload) => unread.Any(earlier => UploadOrder.IsBefore(earlier, upload));

    /// <summary>Whether an upload that stays in <c>incoming</c>, of this batch or an earlier one, may speak of the same release.</summary>
    public bool HaveAnyOf(IEnumerable<string> ofRelease) => ofRelease.Any(names.ContainsKey);

    /// <param name="ofRelease">From <see cref="SameRelease.NamesOf"/>, of an upload that stays in <c>incoming</c>.</param>
    public void NoteNames(IEnumerable<string> ofRelease)
    {
        foreach (var name in ofRelease)
        {
            names[name] = true;
        }
    }

    /// <summary>Reads an upload.</summary>
    public async ValueTask GuardReadAsync(IncomingUpload upload, Func<Task> read)
    {
        await GuardAsync(upload, read);
        if (Has(upload))
        {
            unread.Add(upload);
        }
    }

    /// <summary>Leaves an upload for a later run, since an earlier one of the same release could not be taken.</summary>
    public void HoldBack(IncomingUpload upload)
    {
        if (faults.TryAdd(upload, null))
        {
            LogHeldBack(upload.Name);
        }
    }

    /// <summary>Leaves uploads for a later run, since the tables were rebuilt while they were taken.</summary>
    public void LeaveForRebuild(IEnumerable<IncomingUpload> uploads)
    {
        foreach (var upload in uploads.Where(upload => faults.TryAdd(upload, null)))
        {
            LogLeft(upload.Name);
        }
    }

    /// <summary>Leaves a document for a later run, since pictures that it names are still to come.</summary>
    public void Await(IncomingUpload upload)
    {
        if (faults.TryAdd(upload, null))
        {
            awaiting[upload] = true;
            LogAwaiting(upload.Name);
        }
    }

    /// <summary>Whether a document waits for its pictures: nothing is wrong with it yet.</summary>
    public bool IsAwaiting(IncomingUpload upload) => awaiting.ContainsKey(upload);

    public void Add(IncomingUpload upload, Exception failure)
    {
        // A rebuild may leave nothing out.
        if (isStrict)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        LogFailed(failure, upload.Name);
        faults[upload] = failure;
    }

    public async ValueTask GuardAsync(IncomingUpload upload, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            Add(upload, ex);
        }
    }

    /// <summary>The answer to its uploader while its turn has not come.</summary>
    public static IngestResult Queued(IncomingUpload upload) =>
        new(
            upload.Name,
            CollectOutcome.Queued,
            null,
            new IntakeReport { Upload = upload.Name, Outcome = UploadOutcome.Queued }.With(Findings.Queued())
        );

    /// <summary>The answer to its uploader while it stays in <c>incoming</c> after a fault of ours.</summary>
    public static IngestResult Waiting(IncomingUpload upload) =>
        new(
            upload.Name,
            CollectOutcome.Failed,
            null,
            new IntakeReport { Upload = upload.Name, Outcome = UploadOutcome.Rejected }.With(Findings.Failed())
        );

    [LoggerMessage(1003, LogLevel.Error, "Could not take {Upload}; it stays in incoming")]
    private partial void LogFailed(Exception ex, string upload);

    [LoggerMessage(1006, LogLevel.Warning, "{Upload} waits in incoming for an earlier upload of its release")]
    private partial void LogHeldBack(string upload);

    [LoggerMessage(1015, LogLevel.Warning, "{Upload} stays in incoming, since the tables were rebuilt while it was taken")]
    private partial void LogLeft(string upload);

    [LoggerMessage(1014, LogLevel.Information, "{Upload} waits in incoming for pictures that it names")]
    private partial void LogAwaiting(string upload);
}

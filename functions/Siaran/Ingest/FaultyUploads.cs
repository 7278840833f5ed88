using Microsoft.Extensions.Logging;
using Siaran.Intake;
using Siaran.Settings;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.Ingest;

/// <summary>
/// Uploads that could not be taken: most are tried again by the next run; one that storage will never take, or that has failed too often by
/// its own fault, is rejected with a report.
/// </summary>
public sealed partial class FaultyUploads(
    IngestPipeline pipeline,
    IUploadStore uploads,
    Rollback rollback,
    IntakeTable intake,
    CollectOptions options,
    ILogger<FaultyUploads> logger
)
{
    /// <param name="upload">It is still in <c>incoming</c>.</param>
    /// <param name="made">The revision that it made and that could not be published; null where it made none here.</param>
    /// <param name="failure">What failed; null where it waits for an earlier upload.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Its outcome.</returns>
    public async Task<IngestResult> ResolveAsync(
        UploadInHand upload,
        TaggedRelease? made,
        Exception? failure,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (failure is null || !await IsHopelessAsync(upload.Upload, failure, cancellationToken))
            {
                return UploadFaults.Waiting(upload.Upload);
            }

            // A revision was stored that no feed shows. It must be gone before the upload is closed, or
            // its page would be served with nothing that leads to it.
            var takenBack = failure as TakenBackException;
            made ??= takenBack?.Made;
            if ((made?.Release.Id ?? takenBack?.Id) is { } id)
            {
                if (await rollback.TakeBackAsync(id, made, upload.Upload, cancellationToken) is not { } original)
                {
                    return UploadFaults.Waiting(upload.Upload);
                }

                await uploads.RefuseAsync(original, cancellationToken);
            }

            var report = new IntakeReport { Upload = upload.Upload.Name, Outcome = UploadOutcome.Rejected }.With(Findings.CannotBeTaken());
            var rejected = new IngestResult(upload.Upload.Name, CollectOutcome.Rejected, null, report);
            var closed = new TakenUpload(upload.Upload, upload.Content, null, rejected, null)
            {
                Actor = CurrentOffices.BringerOf(upload.Upload),
            };
            await uploads.AuditAsync([closed], cancellationToken);
            await pipeline.CloseAsync(closed, cancellationToken);
            return rejected;
        }
        // Nothing is lost by waiting: the blob is in incoming, and the next run begins with it.
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            LogUnsettled(ex, upload.Upload.Name);
            return UploadFaults.Waiting(upload.Upload);
        }
    }

    // Storage that refuses the content refuses it tomorrow too. Our own faults get some tries, since a
    // new version of the app may mend them; failures of storage and of others are never counted.
    private async Task<bool> IsHopelessAsync(IncomingUpload upload, Exception failure, CancellationToken cancellationToken) =>
        StorageFailure.IsPermanent(failure)
        || failure is TakenBackException
        || (!StorageFailure.IsOthers(failure) && await intake.CountTryAsync(upload, cancellationToken) >= options.MostTries);

    [LoggerMessage(1007, LogLevel.Error, "The outcome of {Upload} could not be stored; it stays in incoming")]
    private partial void LogUnsettled(Exception ex, string upload);
}

using Siaran.Intake;
using Siaran.Listings;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>The outcome of uploads that another instance has closed.</summary>
public sealed class ClosedUploads(IntakeTable intake, ReleaseTable releases, Site site)
{
    /// <summary>Two point reads.</summary>
    /// <returns>
    /// The outcome, with the release as it is now; null where it is not known, or the upload made no release: its own address gives the
    /// report.
    /// </returns>
    // Another instance's timer may take along an upload that this one has only just stored, while its
    // sender waits here. Without this look the sender would be answered "not yet known" for a release
    // that is out.
    public async Task<IngestResult?> FindAsync(IncomingUpload upload, CancellationToken cancellationToken)
    {
        if (
            await intake.FindAsync(upload.Name, cancellationToken) is not { Id: { } id } record
            || record.Version != upload.VersionName
            || !Enum.TryParse<CollectOutcome>(record.Outcome, ignoreCase: true, out var outcome)
            || outcome is not (CollectOutcome.Created or CollectOutcome.Revised or CollectOutcome.Unchanged)
            || await releases.FindAsync(id, cancellationToken) is not { } stored
        )
        {
            return null;
        }

        var report = new IntakeReport
        {
            Upload = upload.Name,
            Outcome = UploadOutcome.Accepted,
            Id = id.ToString(),
            Address = site.ReleaseAddress(stored.Release.Slug),
        };
        return new IngestResult(upload.Name, outcome, ListingEntry.Bounded(stored.Tagged), report);
    }
}

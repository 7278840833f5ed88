using Siaran.Actors;
using Siaran.Releases;

namespace Siaran.Ingest;

/// <summary>What the audit says of uploads.</summary>
internal static class UploadAudit
{
    public static AuditLine LineOf(TakenUpload taken)
    {
        var (upload, outcome, release) = (taken.Upload, taken.Result.Outcome, taken.Result.Release?.Release);
        var made = outcome is CollectOutcome.Created or CollectOutcome.Revised;
        var isOfUpload = made && release?.UploadName == upload.Name;
        var isWithdrawn = isOfUpload && release!.Status is ReleaseStatus.Withdrawn;
        // Key and time are the upload's own and not the run's: a run that is repeated notes the same
        // line, which is stored once.
        return new AuditLine(
            $"{upload.Name}\n{upload.VersionName}",
            upload.UploadedAt,
            taken.Actor.Name,
            isWithdrawn ? "withdrawn" : outcome.ToString().ToLowerInvariant()
        )
        {
            Office = release?.Office ?? taken.Office,
            Release = release?.Id,
            Revision = isOfUpload ? release!.Revision : null,
            From = upload.Name.Split('/') is [("http" or "desk") and var way, ..] ? $"{way}: {upload.Name}" : $"incoming: {upload.Name}",
            Detail = isOfUpload ? release!.WithdrawnReason ?? release.ChangeNote : null,
        };
    }
}

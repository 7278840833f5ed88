using Siaran.Intake;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>Where originals stay, and what is done with an upload once all that follows from it is stored.</summary>
public interface IUploadStore
{
    /// <summary>Keeps the original before anything is made of it. Repeating it changes nothing.</summary>
    /// <param name="read">The upload.</param>
    /// <param name="release">The revision that is to be made of it.</param>
    /// <param name="at">The moment that decided whether earlier revisions had been public.</param>
    /// <param name="batch">The <see cref="BatchId"/> of the batch.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<KeptOriginal> KeepAsync(ReadUpload read, Release release, DateTimeOffset at, string batch, CancellationToken cancellationToken);

    /// <summary>Leaves an original as it was before it was kept, since another instance was faster.</summary>
    Task PutBackAsync(KeptOriginal kept, ReadUpload read, CancellationToken cancellationToken);

    /// <summary>Takes back an original of which nothing was made in the end.</summary>
    Task ForgetAsync(string original, CancellationToken cancellationToken);

    /// <summary>As above, where no instance can make anything of it any more: whoever still keeps it is refused.</summary>
    Task RefuseAsync(string original, CancellationToken cancellationToken);

    /// <summary>
    /// Notes in the audit who brought uploads and what came of them, before they are closed. Repeating it changes nothing.
    /// </summary>
    Task AuditAsync(IReadOnlyList<TakenUpload> taken, CancellationToken cancellationToken);

    /// <summary>
    /// Closes an upload: keeps what was rejected, notes the outcome, and takes the blob away. Where a later one of its name was closed
    /// before, that one's outcome and report stay.
    /// </summary>
    /// <returns>Null where it is closed; else the upload with what its name had meanwhile, to be closed after that.</returns>
    Task<TakenUpload?> CloseAsync(TakenUpload taken, IntakeRecord record, CancellationToken cancellationToken);
}

/// <summary>
/// The containers: an upload comes from <c>incoming</c> and leaves it for <c>accepted</c>, <c>rejected</c> or <c>doubtful</c>.
/// </summary>
public sealed class LiveUploads(
    Inbox inbox,
    AcceptedUploads accepted,
    RejectedUploads rejected,
    DoubtfulUploads doubtful,
    IntakeTable intake,
    Journal journal,
    AuditTable audit
) : IUploadStore
{
    public Task<KeptOriginal> KeepAsync(
        ReadUpload read,
        Release release,
        DateTimeOffset at,
        string batch,
        CancellationToken cancellationToken
    )
    {
        var (content, name) = (ContentOf(read), AcceptedUploads.NameFor(release.Id, read.Upload, ContentOf(read)));
        var original = new AcceptedOriginal(name, release.Id, Whole(read.Upload, read.Pictures), at, batch, release.Slug)
        {
            Revision = release.Revision,
            Office = release.Office,
            TranslationOf = release.TranslationOf,
            Successor = release.Successor,
            Actor = read.Actor.Name,
            Pictures = read.PictureVersions,
        };
        return accepted.KeepAsync(original, content, cancellationToken);
    }

    public Task PutBackAsync(KeptOriginal kept, ReadUpload read, CancellationToken cancellationToken) =>
        accepted.PutBackAsync(kept, ContentOf(read), cancellationToken);

    public Task ForgetAsync(string original, CancellationToken cancellationToken) => accepted.ForgetAsync(original, cancellationToken);

    public Task RefuseAsync(string original, CancellationToken cancellationToken) => accepted.RefuseAsync(original, cancellationToken);

    public Task AuditAsync(IReadOnlyList<TakenUpload> taken, CancellationToken cancellationToken) =>
        audit.WriteAsync([.. taken.Select(UploadAudit.LineOf)], cancellationToken);

    public async Task<TakenUpload?> CloseAsync(TakenUpload taken, IntakeRecord record, CancellationToken cancellationToken)
    {
        // The order of steps is the promise "nothing lost": original and report, then the outcome, and
        // the blob leaves incoming last. A death at any point leaves an upload that the next run closes
        // again with the same result.
        await KeepAsync(taken, cancellationToken);
        // What made a revision can be found in the originals. All else is only in the journal, and a
        // rebuild needs it to know that a name was used.
        if (!record.MadeRevision)
        {
            await journal.NoteAsync(record, cancellationToken);
        }

        var isNoted =
            taken.SameName is { } later && record.Place.IsBefore(later.Place)
                ? await GiveWayAsync(taken, record, later, cancellationToken)
                : await intake.TryRecordAsync(record, taken.OfName, cancellationToken);
        if (!isNoted)
        {
            return taken with { OfName = await intake.FindNameAsync(record.Name, cancellationToken) };
        }

        await RemoveAsync(taken, cancellationToken);
        return null;
    }

    /// <summary>Its bytes where it was not published, and what there is to say of it.</summary>
    private async Task KeepAsync(TakenUpload taken, CancellationToken cancellationToken)
    {
        var (outcome, content) = (taken.Result.Outcome, taken.Content);
        if (outcome is CollectOutcome.Rejected or CollectOutcome.Stale)
        {
            await TakeBackAsync(taken, cancellationToken);
            await rejected.KeepAsync(taken.Upload, content, BinaryData.FromString(taken.Result.Report.ToJson()), cancellationToken);
        }
        else
        {
            await ClearAsync(taken, cancellationToken);
        }

        if (outcome is CollectOutcome.Created or CollectOutcome.Revised or CollectOutcome.Unchanged)
        {
            await ReportAsync(taken, cancellationToken);
        }

        if (outcome is CollectOutcome.Doubtful)
        {
            var held = Whole(taken.Upload, taken.Pictures);
            await doubtful.KeepAsync(held, taken.Original, BinaryData.FromString(taken.Result.Report.ToJson()), cancellationToken);
        }
    }

    /// <summary>Leaves all that speaks of its name as if it had been closed before the later upload that has been.</summary>
    /// <returns>False where the row of that one has changed since.</returns>
    private async Task<bool> GiveWayAsync(TakenUpload taken, IntakeRecord record, IntakeRecord later, CancellationToken cancellationToken)
    {
        var upload = taken.Upload;
        // The later one could not be read and did not know of this one yet, whose release is its name's.
        if (later.WasRefused && later.Id is null && record.Id is not null)
        {
            var whole = later with { Id = record.Id, Pictures = later.Pictures ?? record.Pictures };
            await journal.NoteAsync(whole, cancellationToken);
            var seen = taken.OfName with { Claim = taken.OfName.ClaimOfOther(record.Version) };
            if (!await intake.TryRecordAsync(whole, seen, cancellationToken))
            {
                return false;
            }
        }

        await accepted.TakeBackReportAsync(upload, cancellationToken);
        if (!later.WasRefused)
        {
            await rejected.TakeBackAsync(upload, cancellationToken);
            if (later.Outcome is not "doubtful")
            {
                await doubtful.TakeBackAsync(upload, cancellationToken);
            }
        }

        return true;
    }

    private async Task RemoveAsync(TakenUpload taken, CancellationToken cancellationToken)
    {
        // A rejected document leaves its pictures, so that a mended one finds them.
        if (taken.Result.Outcome is not (CollectOutcome.Rejected or CollectOutcome.Stale))
        {
            foreach (var picture in taken.Pictures?.Files ?? [])
            {
                await inbox.RemoveAsync(picture, cancellationToken);
            }
        }

        await inbox.RemoveAsync(taken.Upload, cancellationToken);
    }

    /// <summary>A try that was cut short, or that a faster writer overtook, may have kept the original as if it made a revision.</summary>
    private async Task TakeBackAsync(TakenUpload taken, CancellationToken cancellationToken)
    {
        if (taken.Identified is { } id && taken.Original is { } original)
        {
            var kept = AcceptedUploads.NameFor(id, taken.Upload, original);
            await (taken.IsRefusedForAll ? accepted.RefuseAsync(kept, cancellationToken) : accepted.ForgetAsync(kept, cancellationToken));
        }
    }

    private static IncomingUpload Whole(IncomingUpload upload, UploadPictures? pictures) =>
        pictures is null ? upload : upload with { ContentType = pictures.ContentType };

    /// <summary>Keeps the report of what was taken where it warns, and no older one of the same name.</summary>
    private async Task ReportAsync(TakenUpload taken, CancellationToken cancellationToken)
    {
        var report = taken.Result.Report;
        if (report.Findings.Any(finding => finding.Severity > Severity.Note))
        {
            await accepted.KeepReportAsync(taken.Upload, BinaryData.FromString(report.ToJson()), cancellationToken);
        }
        else if (taken.SameName is not null)
        {
            await accepted.ClearReportAsync(taken.Upload, cancellationToken);
        }
    }

    private static BinaryData ContentOf(ReadUpload read) =>
        read.Original ?? throw new InvalidOperationException("An accepted upload has no content.");

    /// <summary>A newer upload of a name takes the place of those that could not be published.</summary>
    private async Task ClearAsync(TakenUpload taken, CancellationToken cancellationToken)
    {
        if (taken.SameName?.Outcome is not ("rejected" or "stale" or "doubtful"))
        {
            return;
        }

        await rejected.ClearAsync(taken.Upload, cancellationToken);
        if (taken.Result.Outcome is not CollectOutcome.Doubtful)
        {
            await doubtful.ClearAsync(taken.Upload, cancellationToken);
        }
    }
}

/// <summary>Originals that are taken again stay where they are.</summary>
internal sealed class ReplayedUploads(IntakeTable intake) : IUploadStore
{
    public Task<KeptOriginal> KeepAsync(
        ReadUpload read,
        Release release,
        DateTimeOffset at,
        string batch,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            new KeptOriginal(
                (read.Before ?? throw new InvalidOperationException($"{read.Upload.Name} was never accepted.")).Blob,
                null,
                default
            )
        );

    public Task PutBackAsync(KeptOriginal kept, ReadUpload read, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ForgetAsync(string original, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RefuseAsync(string original, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task AuditAsync(IReadOnlyList<TakenUpload> taken, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<TakenUpload?> CloseAsync(TakenUpload taken, IntakeRecord record, CancellationToken cancellationToken)
    {
        if (taken.Stored is not null)
        {
            await intake.RecordAsync(record, cancellationToken);
        }

        return null;
    }
}

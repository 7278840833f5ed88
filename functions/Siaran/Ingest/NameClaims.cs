using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>
/// Sees to it that the later version of a file knows what the earlier one makes, though whoever has that in hand is not done with it: an
/// upload claims its name for a release before it makes a revision.
/// </summary>
// Names are noted for good when uploads are closed, behind all publishing. Whoever read the next version of a file before that would take a
// correction for a release of its own.
public sealed class NameClaims(IntakeTable intake, UploadDecisions decisions, Inbox inbox, AcceptedUploads accepted)
{
    /// <summary>Looks at the name again, where another writer was faster.</summary>
    public async Task<ReadUpload> AgainAsync(ReadUpload read, CancellationToken cancellationToken) =>
        read.Before is null ? read with { OfName = await intake.FindNameAsync(read.Upload.Name, cancellationToken) } : read;

    /// <summary>
    /// Finds out what came of another version that claimed the name. No call where none did.
    /// </summary>
    /// <param name="read">The upload.</param>
    /// <param name="isPatient">
    /// Whether it is waited for where it has made nothing yet; where not, and it is replaced in <c>incoming</c>, it is refused for good.
    /// </param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The upload with a claim that made a revision, or with none; null while that is open.</returns>
    public async Task<ReadUpload?> SettleAsync(ReadUpload read, bool isPatient, CancellationToken cancellationToken)
    {
        var name = read.Upload.Name;
        if (read.OfName.ClaimOfOther(read.Upload.VersionName) is not { } claim)
        {
            return read;
        }

        var decided = await decisions.FindOfClaimAsync(name, claim, cancellationToken);
        if (decided is { Refusal: null, Batch: null, TakenBack: null })
        {
            if (isPatient || await inbox.HasAsync(name, claim.Version, cancellationToken))
            {
                return null;
            }

            decided = await decisions.RefuseClaimAsync(name, claim, Refusal.Replaced, cancellationToken);
        }

        if (decided.Batch is not null)
        {
            return read;
        }

        if (decided.Refusal is Refusal.Replaced)
        {
            await RefuseOriginalsAsync(name, claim, cancellationToken);
        }

        return read with
        {
            OfName = read.OfName with { Claim = null },
        };
    }

    /// <summary>
    /// Claims the name of an upload for the release that it is about to make a revision of. One call; none where the name stands for the
    /// release already, or a later version has it.
    /// </summary>
    /// <returns>The upload with what is known of its name now; null where that has changed since it was read.</returns>
    public async Task<ReadUpload?> ClaimAsync(ReadUpload read, ReleaseId id, CancellationToken cancellationToken)
    {
        var (upload, known) = (read.Upload, read.OfName);
        var isKnown = known.Claim is { } claim ? claim.Id == id && claim.Version == upload.VersionName : known.Closed?.Id == id;
        if (read.Before is not null || isKnown || read.IsOvertaken)
        {
            return read;
        }

        var mine = new NameClaim(upload.VersionName, id, upload.UploadedAt);
        return await intake.TryClaimAsync(upload.Name, mine, known, cancellationToken) is { } now ? read with { OfName = now } : null;
    }

    /// <summary>What was kept to make a revision of, so that no rebuild makes one of it.</summary>
    private async Task RefuseOriginalsAsync(string name, NameClaim claim, CancellationToken cancellationToken)
    {
        await foreach (var original in accepted.ListAsync(claim.Id, cancellationToken))
        {
            if (original.Upload.Name == name && original.Upload.VersionName == claim.Version)
            {
                await accepted.RefuseAsync(original.Blob, cancellationToken);
            }
        }
    }
}

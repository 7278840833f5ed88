using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>Writes revisions, with the translations of a release always behind it.</summary>
/// <param name="releases">Where revisions go.</param>
/// <param name="decisions">Which uploads were refused.</param>
/// <param name="translations">Follow their originals.</param>
/// <param name="names">Which uploads have which name.</param>
/// <param name="time">Says what the public may have seen meanwhile; null for a replay, in which that was decided long ago.</param>
public sealed class RevisionWriter(
    ReleaseTable releases,
    UploadDecisions decisions,
    Translations translations,
    NameClaims names,
    TimeProvider? time
)
{
    /// <inheritdoc cref="NameClaims.AgainAsync"/>
    public Task<ReadUpload> LookAgainAsync(ReadUpload read, CancellationToken cancellationToken) =>
        names.AgainAsync(read, cancellationToken);

    /// <inheritdoc cref="NameClaims.SettleAsync"/>
    public async Task<ReadUpload?> SettleNameAsync(ReadUpload read, bool isPatient, CancellationToken cancellationToken) =>
        await names.SettleAsync(read, isPatient, cancellationToken) is { } settled
            ? settled with
            {
                Unclosed = await UnclosedAsync(settled, cancellationToken),
            }
            : null;

    /// <inheritdoc cref="NameClaims.ClaimAsync"/>
    public Task<ReadUpload?> ClaimNameAsync(ReadUpload read, ReleaseId id, CancellationToken cancellationToken) =>
        names.ClaimAsync(read, id, cancellationToken);

    private async Task<StoredRelease?> UnclosedAsync(ReadUpload settled, CancellationToken cancellationToken) =>
        settled.OfName.ClaimOfOther(settled.Upload.VersionName) is { } claim
        && await releases.FindAsync(claim.Id, cancellationToken) is { } made
            ? made with
            {
                MayBeBack = true,
            }
            : null;

    /// <inheritdoc cref="ReleaseTable.ClaimSlugAsync"/>
    public Task<ClaimedSlug> ClaimSlugAsync(Release release, CancellationToken cancellationToken) =>
        releases.ClaimSlugAsync(release, cancellationToken);

    /// <inheritdoc cref="UploadDecisions.RefuseAsync"/>
    public Task<UploadDecision> RefuseAsync(ReleaseId id, IncomingUpload upload, Refusal why, CancellationToken cancellationToken) =>
        decisions.RefuseAsync(id, upload, why, cancellationToken);

    /// <inheritdoc cref="UploadDecisions.FindAsync"/>
    public Task<UploadDecision> FindDecisionAsync(ReleaseId id, IncomingUpload upload, CancellationToken cancellationToken) =>
        decisions.FindAsync(id, upload, cancellationToken);

    /// <param name="previous">The current revision; null for a first one.</param>
    /// <param name="next">What follows it.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>
    /// False where another writer was faster or has refused the upload, or where the time of an embargo came after it was asked what the
    /// public has seen.
    /// </returns>
    public async Task<bool> TryWriteAsync(StoredRelease? previous, StoredRelease next, CancellationToken cancellationToken)
    {
        if (previous is null)
        {
            return await releases.TryAddAsync(next, cancellationToken);
        }

        if (IsOutMeanwhile(previous, next))
        {
            return false;
        }

        var (id, knownFrom) = (next.Release.Id, next.Release.KnownFrom());
        if (knownFrom <= previous.Release.KnownFrom())
        {
            // Sooner or the same: translations follow when it is published.
            return await releases.TryReviseAsync(previous, next, cancellationToken);
        }

        // Later: translations go first, so that none is out where a run dies between.
        await translations.GoAheadAsync(new Original(id, knownFrom), cancellationToken);
        var written = false;
        try
        {
            return written = !IsOutMeanwhile(previous, next) && await releases.TryReviseAsync(previous, next, cancellationToken);
        }
        finally
        {
            if (!written)
            {
                await translations.FollowAsync(id, cancellationToken);
            }
        }
    }

    /// <summary>Whether the public may know by now what the next revision takes for unseen: it must be made otherwise then.</summary>
    private bool IsOutMeanwhile(StoredRelease previous, StoredRelease next) =>
        time is not null && !next.Release.EverShown && previous.Release.KnownFrom() <= time.GetUtcNow();
}

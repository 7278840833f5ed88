using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>Which release an upload speaks of.</summary>
internal abstract record Identity
{
    private Identity()
    {
    }

    /// <summary>The release <paramref name="Id"/>; <paramref name="Current"/> is null where this is its first upload.</summary>
    public sealed record Known(ReleaseId Id, StoredRelease? Current) : Identity;

    /// <summary>A copy, under another name, of what a release once said.</summary>
    public sealed record Copy(StoredRelease Current) : Identity;

    /// <summary>Its uploader had seen an older revision.</summary>
    public sealed record Stale(StoredRelease Current) : Identity;

    public sealed record Refused(Refusal Why, ReleaseId Id, string Owner) : Identity;
}

/// <summary>Finds the release that an upload speaks of: by the id it gives, by its file name, and by what it says, in this order.</summary>
internal sealed class Identification(ReleaseTable releases, IntakeTable intake)
{
    /// <param name="upload">The upload.</param>
    /// <param name="submission">What it asks for.</param>
    /// <param name="sameName">The last upload of the same name, if there was one.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    public async Task<Identity> IdentifyAsync(IncomingUpload upload, Submission submission, IntakeRecord? sameName, CancellationToken cancellationToken)
    {
        var identity = await FindAsync(upload, submission, sameName, cancellationToken);
        return identity is Identity.Known { Current: { } current } && upload.ExpectedRevision is { } seen && seen != current.Release.Revision
            && current.Release.Fingerprint != Fingerprint.OfEverything(submission)
                ? new Identity.Stale(current)
                : identity;
    }

    private async Task<Identity> FindAsync(IncomingUpload upload, Submission submission, IntakeRecord? sameName, CancellationToken cancellationToken)
    {
        if (ReleaseId.TryParse(upload.Target, out var target))
        {
            return new Identity.Known(target, await releases.FindAsync(target, cancellationToken));
        }

        if (submission.EditorKey is { } key)
        {
            var id = ReleaseId.FromEditorKey(key);
            var current = await releases.FindAsync(id, cancellationToken);
            return current is not null && current.Release.UploadName != upload.Name && !submission.RefersTo(current.Release)
                ? new Identity.Refused(Refusal.IdTaken, id, current.Release.UploadName)
                : new Identity.Known(id, current);
        }

        if (sameName?.Id is { } named && await releases.FindAsync(named, cancellationToken) is { } sameFile && submission.RefersTo(sameFile.Release))
        {
            return new Identity.Known(named, sameFile);
        }

        return submission.Content is { } content
            ? await IdentifyByTextAsync(Fingerprint.OfText(content), cancellationToken)
            : new Identity.Refused(Refusal.NothingToWithdraw, default, "");
    }

    private async Task<Identity> IdentifyByTextAsync(Fingerprint text, CancellationToken cancellationToken)
    {
        var id = await intake.FindOwnerAsync(text, cancellationToken) ?? ReleaseId.FromFingerprint(text);
        var current = await releases.FindAsync(id, cancellationToken);
        return current is null || Fingerprint.OfText(current.Release.Content) == text ? new Identity.Known(id, current) : new Identity.Copy(current);
    }
}

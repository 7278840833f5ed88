using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>Which release an upload speaks of.</summary>
internal abstract record Identity(StoredRelease? Current)
{
    /// <summary>The release <paramref name="Id"/>; <see cref="Identity.Current"/> is null where this is its first upload.</summary>
    public sealed record Known(ReleaseId Id, StoredRelease? Current) : Identity(Current)
    {
        /// <summary>The release that it translates; null where it translates none.</summary>
        public Original? Original { get; init; }
    }

    /// <summary>A copy, under another name, of what a release once said.</summary>
    public sealed record Copy(StoredRelease Current) : Identity(Current);

    /// <summary>Its uploader had seen an older revision.</summary>
    public sealed record Stale(StoredRelease Current) : Identity(Current);

    /// <summary>This very upload has made a revision already, in a run that was cut short or in a parallel one.</summary>
    public sealed record Done(StoredRelease Current, int Revision) : Identity(Current);

    /// <summary>A later version of its file has been taken, as a release that says the same.</summary>
    public sealed record Overtaken(StoredRelease Current) : Identity(Current);

    public sealed record Refused(Refusal Why, ReleaseId Id, StoredRelease? Current) : Identity(Current);
}

/// <summary>
/// Finds the release that an upload speaks of, by the id it gives, by its file name, and by what it says, in this order; and the release
/// that it translates.
/// </summary>
public sealed class Identification(ReleaseTable releases, IntakeTable intake, Translations translations)
{
    /// <param name="read">The upload.</param>
    /// <param name="submission">What it asks for.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    internal async Task<Identity> IdentifyAsync(ReadUpload read, Submission submission, CancellationToken cancellationToken)
    {
        var identity = await FindAsync(read, submission, cancellationToken);
        if (identity.Current is { } known && await releases.RevisionMadeByAsync(read.Upload, known, cancellationToken) is { } revision)
        {
            return new Identity.Done(known, revision);
        }

        if (await FindLaterAsync(read, submission, cancellationToken) is { } later && later.Release.Id != identity.Current?.Release.Id)
        {
            return new Identity.Overtaken(later);
        }

        if (identity.Current is not { } current)
        {
            return await TranslatingAsync(identity, read, submission, cancellationToken);
        }

        var isStale =
            read.Upload.ExpectedRevision is { } seen
            && seen != current.Release.Revision
            && current.Release.Fingerprint != Fingerprint.OfEverything(submission);
        return identity is Identity.Known && isStale
            ? new Identity.Stale(current)
            : await TranslatingAsync(identity, read, submission, cancellationToken);
    }

    /// <summary>What a later version of its file has made, where it is the same release though one of the two gives an id.</summary>
    private async Task<StoredRelease?> FindLaterAsync(ReadUpload read, Submission submission, CancellationToken cancellationToken) =>
        read.IsOvertaken
        && read.Target is null
        && read.OfName.Id is { } named
        && submission.Content is { } content
        && await releases.FindAsync(named, cancellationToken) is { } later
        && ReleaseSimilarity.IsSameRelease(later.Release.Content, content)
            ? later
            : null;

    private async Task<Identity> TranslatingAsync(
        Identity identity,
        ReadUpload read,
        Submission submission,
        CancellationToken cancellationToken
    )
    {
        if (identity is not Identity.Known known)
        {
            return identity;
        }

        var source = await translations.SourceAsync(read, submission, known.Id, known.Current?.Release, cancellationToken);
        return source.Why is { } why ? new Identity.Refused(why, known.Id, known.Current) : known with { Original = source.Original };
    }

    /// <summary>The release that is to take a withdrawn one's place.</summary>
    /// <param name="read">The upload that withdraws.</param>
    /// <param name="key">As its editor names the other.</param>
    /// <param name="withdrawn">The release that is withdrawn.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <returns>Null where it is no other release that the uploader may change.</returns>
    public async Task<ReleaseId?> FindSuccessorAsync(ReadUpload read, string key, ReleaseId withdrawn, CancellationToken cancellationToken)
    {
        if (read.Before is { } before)
        {
            return await FindSuccessorAsync(releases, before, key, cancellationToken);
        }

        var found = ReleaseId.TryParse(key, out var id)
            ? await releases.FindAsync(id, cancellationToken)
            : (await FindByKeyAsync(read, key, cancellationToken)).Current;
        return found is not null && found.Release.Id != withdrawn && read.MayChange(found.Release) ? found.Release.Id : null;
    }

    /// <summary>What was decided once, which is not asked again by a register of today.</summary>
    /// <param name="releases">Where it is looked for where it was not noted.</param>
    /// <param name="original">The original of a withdrawal.</param>
    /// <param name="key">As its editor names the other.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <returns>Null where it was not noted and is not there.</returns>
    internal static async Task<ReleaseId?> FindSuccessorAsync(
        ReleaseTable releases,
        AcceptedOriginal original,
        string key,
        CancellationToken cancellationToken
    )
    {
        if (original.Successor is { } noted)
        {
            return noted;
        }

        // An id of the editors' own counts within their office first.
        ReleaseId[] named =
            ReleaseId.TryParse(key, out var id) ? [id]
            : original.Office is { } office ? [ReleaseId.FromEditorKey(key, office), ReleaseId.FromEditorKey(key)]
            : [ReleaseId.FromEditorKey(key)];
        foreach (var one in named)
        {
            if (await releases.FindAsync(one, cancellationToken) is not null)
            {
                return one;
            }
        }

        return null;
    }

    private async Task<Identity> FindAsync(ReadUpload read, Submission submission, CancellationToken cancellationToken)
    {
        // A replay knows the id: what was decided once is not decided again by newer rules.
        if (read.Before?.Id is { } before || ReleaseId.TryParse(read.Target, out before))
        {
            var found = await releases.FindAsync(before, cancellationToken);
            // No upload chooses the id of a new release. What is not there and what is another office's
            // get the same answer, so that it tells nothing.
            return read.Before is not null || (found is not null && read.MayChange(found.Release))
                ? new Identity.Known(before, found)
                : new Identity.Refused(Refusal.OtherOffice, before, null);
        }

        if (submission.EditorKey is { } key)
        {
            // An id that someone else's upload has, for a text that has nothing to do with it: most
            // likely a template that was copied with its id. Taking it would overwrite a release.
            var (id, current) = await FindByKeyAsync(read, key, cancellationToken);
            return current is not null && current.Release.UploadName != read.Upload.Name && !submission.RefersTo(current.Release)
                ? new Identity.Refused(Refusal.IdTaken, id, current)
                : new Identity.Known(id, current);
        }

        // The same file name speaks of the same release only where the text is like it: offices call
        // every upload "siaran.docx".
        if (
            read.OfName.Id is { } named
            && await releases.FindAsync(named, cancellationToken) is { } sameFile
            && submission.RefersTo(sameFile.Release)
            && read.MayChange(sameFile.Release)
        )
        {
            return new Identity.Known(named, sameFile);
        }

        return submission.Content is { } content
            ? await IdentifyByTextAsync(read, Fingerprint.OfText(content), cancellationToken)
            : new Identity.Refused(Refusal.NothingToWithdraw, default, null);
    }

    /// <summary>
    /// Where offices are kept apart, a key that no release of the uploader's offices has stands for one of their own: whether another
    /// office uses it shows in nothing.
    /// </summary>
    private async Task<(ReleaseId Id, StoredRelease? Current)> FindByKeyAsync(
        ReadUpload read,
        string key,
        CancellationToken cancellationToken
    )
    {
        var id = ReleaseId.FromEditorKey(key);
        var current = await releases.FindAsync(id, cancellationToken);
        if (read.Office is not { } office || (current is not null && read.MayChange(current.Release)))
        {
            return (id, current);
        }

        var own = ReleaseId.FromEditorKey(key, office);
        return (own, await releases.FindAsync(own, cancellationToken));
    }

    private async Task<Identity> IdentifyByTextAsync(ReadUpload read, Fingerprint text, CancellationToken cancellationToken)
    {
        // The owner of a text is whoever said it first. A release that began with it has its id from it, and is noted nowhere else; but a
        // correction changes the text and keeps the id.
        var id = ReleaseId.FromFingerprint(text);
        var current = await releases.FindAsync(id, cancellationToken);
        if (current is null && await intake.FindOwnerAsync(text, cancellationToken) is { } owner)
        {
            (id, current) = (owner, await releases.FindAsync(owner, cancellationToken));
        }

        // The release has moved on since it said this: an old copy from elsewhere must not turn it
        // back.
        if (current is not null && !read.MayChange(current.Release) && read.Office is { } office)
        {
            id = ReleaseId.FromFingerprint(text, office);
            current = await releases.FindAsync(id, cancellationToken);
        }

        return current is null || Fingerprint.OfText(current.Release.Content) == text
            ? new Identity.Known(id, current)
            : new Identity.Copy(current);
    }
}

using System.Runtime.CompilerServices;
using Siaran.Intake;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Ingest;

/// <summary>Makes the rows of one release again from its originals, as a rebuild does for all.</summary>
public sealed class ReleaseRestorer(
    AcceptedUploads accepted,
    UploadReader reader,
    AttachmentKeeper attachments,
    ITagger tagger,
    ReleaseTable releases,
    ListingTable listings,
    TimeProvider time
)
{
    /// <returns>
    /// Null where the originals do not give the revision that the row says it holds, or another instance wrote it meanwhile.
    /// </returns>
    public async Task<StoredRelease?> RestoreAsync(ReleaseId id, CancellationToken cancellationToken)
    {
        if (await MakeAsync(id, cancellationToken).LastOrDefaultAsync(cancellationToken) is not { } last)
        {
            return null;
        }

        // Its own row, which knew the feeds, is what is damaged: they are looked up in the listings (a
        // scan).
        var listed = await listings.KeysOfAsync(id, cancellationToken);
        var feeds = Publisher.FeedKeysOf(last.Tagged, listed, time.GetUtcNow());
        return await releases.RestoreAsync(last with { FeedKeys = feeds }, cancellationToken);
    }

    /// <summary>Makes the older revisions again that are damaged or lost. One query where all are whole.</summary>
    /// <returns>Whether all are whole now.</returns>
    public async Task<bool> RestoreOlderAsync(StoredRelease current, CancellationToken cancellationToken)
    {
        var (id, before) = (current.Release.Id, current.Release.Revision - 1);
        var missing = await releases
            .ReadOlderAsync(id, 1, before, cancellationToken)
            .Where(revision => revision.Tagged is null)
            .Select(revision => revision.Number)
            .ToHashSetAsync(cancellationToken: cancellationToken);
        if (missing.Count == 0)
        {
            return true;
        }

        await foreach (var made in MakeAsync(id, cancellationToken))
        {
            if (missing.Remove(made.Release.Revision))
            {
                // The feeds that it is known to have been in: the current revision remembers all.
                await releases.RestoreOlderAsync(made with { FeedKeys = current.FeedKeys }, cancellationToken);
            }
        }

        return missing.Count == 0;
    }

    /// <summary>Every revision that the originals give, oldest first, without feeds; one at a time, for memory's sake.</summary>
    private async IAsyncEnumerable<StoredRelease> MakeAsync(ReleaseId id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var originals = await accepted.ListAsync(id, cancellationToken).ToListAsync(cancellationToken);
        Release? release = null;
        foreach (
            var original in UploadOrder
                .Of(IngestHistory.ThatMadeRevisions(originals), one => one.Upload)
                // The same order and the same rules as in a rebuild, for one release.
                .OrderBy(one => one.Batch, StringComparer.Ordinal)
        )
        {
            if (
                await accepted.ReadAsync(original.Blob, cancellationToken) is { Content: var content }
                && reader.ReadAgain(original.Upload, content) is IntakeResult.Accepted { Submission: var submission, Files: var files }
                && Next(release, submission, original, await SourceAsync(original, cancellationToken)) is { } next
            )
            {
                next = next with
                {
                    Successor = submission.Successor is { } key
                        ? await Identification.FindSuccessorAsync(releases, original, key, cancellationToken)
                        : null,
                };
                release = next with { Content = await attachments.KeepAsync(next, files, cancellationToken) };
                var tagged = new TaggedRelease(release, tagger.Read(release));
                yield return new StoredRelease(tagged, original.Blob, [], default, default) { UploadVersion = original.Upload.VersionName };
            }
        }
    }

    private async Task<Original?> SourceAsync(AcceptedOriginal original, CancellationToken cancellationToken) =>
        original.TranslationOf is { } translated
            ? Original.Of(translated, (await releases.FindAsync(translated, cancellationToken))?.Release)
            : null;

    /// <returns>Null where the original makes no revision.</returns>
    private static Release? Next(Release? current, Submission submission, AcceptedOriginal original, Original? translated)
    {
        var (at, upload) = (original.CollectedAt, original.Upload);
        // A clock that ran ahead when the upload was stored must not put it after its own collecting.
        var source = new UploadSource(upload.Name, upload.UploadedAt < at ? upload.UploadedAt : at);
        return current is null
            ? Revising.Create(original.Id, submission, source, translated) is RevisionOutcome.Created { Release: var first }
                ? first with
                {
                    Slug = original.Slug ?? first.Slug,
                    Office = original.Office,
                }
                : null
            : Revising.Revise(current, submission, source, at, original: translated, wasAccepted: true)
                is RevisionOutcome.Revised { Release: var revised }
                ? revised with
                {
                    Office = revised.Office ?? original.Office,
                }
                : null;
    }
}

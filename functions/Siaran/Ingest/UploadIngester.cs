using Siaran.Feeds;
using Siaran.Intake;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tagging;
using Siaran.Telemetry;

namespace Siaran.Ingest;

/// <summary>An upload that has been acted on; it still stands in <c>incoming</c>.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="Content">Its bytes; null where it was too large to be read.</param>
/// <param name="Stored">The current revision, where what the public sees may have changed or may never have been brought up to date.</param>
/// <param name="Result">What was made of it.</param>
public sealed record TakenUpload(IncomingUpload Upload, BinaryData? Content, StoredRelease? Stored, IngestResult Result);

/// <summary>Makes a revision of what was read, or says why not.</summary>
public sealed class UploadIngester(
    Inbox inbox, AcceptedUploads accepted, RejectedUploads rejected, ReleaseTable releases, IntakeTable intake, Journal journal, ITagger tagger, Site site, TimeProvider time)
{
    private readonly Identification identification = new(releases, intake);

    /// <summary>Stores the original and the revision. Repeating it finds the revision already there.</summary>
    /// <param name="read">The upload.</param>
    /// <param name="batch">The <see cref="BatchId"/> of its batch.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<TakenUpload> TakeAsync(ReadUpload read, string batch, CancellationToken cancellationToken)
    {
        using var trace = Traces.Start("upload", read.Upload.Name);
        if (read.Result is not IntakeResult.Accepted { Submission: var submission })
        {
            return new TakenUpload(read.Upload, read.Content, null, new IngestResult(read.Upload.Name, CollectOutcome.Rejected, null, read.Result.Report));
        }

        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var identity = await identification.IdentifyAsync(read.Upload, submission, read.SameName, cancellationToken);
            var taken = identity switch
            {
                Identity.Known known => await ReviseAsync(read, submission, known, batch, cancellationToken),
                Identity.Copy copy => Ended(read, CollectOutcome.Unchanged, copy.Current, Findings.Unchanged(Name(submission, copy.Current.Release.Id))),
                Identity.Stale stale => Ended(read, CollectOutcome.Stale, stale.Current, Findings.Stale(Name(submission, stale.Current.Release.Id), read.Upload.ExpectedRevision ?? 0, stale.Current.Release.Revision)),
                Identity.Refused refused => Ended(read, CollectOutcome.Rejected, null, Findings.For(refused.Why, Name(submission, refused.Id), refused.Owner)),
                _ => throw new InvalidOperationException("An identity of an unknown kind."),
            };
            if (taken is not null)
            {
                return taken;
            }
        }
    }

    /// <summary>Closes an upload whose consequences are all stored: keeps what was rejected, notes the outcome, and takes the blob away.</summary>
    public async Task CloseAsync(TakenUpload taken, CancellationToken cancellationToken)
    {
        var collected = taken.Result;
        var now = time.GetUtcNow();
        if (collected.Outcome is CollectOutcome.Rejected or CollectOutcome.Stale)
        {
            await rejected.KeepAsync(taken.Upload, taken.Content, BinaryData.FromString(collected.Report.ToJson()), cancellationToken);
        }
        else if (collected.Release is { } release)
        {
            await intake.OwnAsync(Fingerprint.OfText(release.Release.Content), release.Release.Id, cancellationToken);
        }

        var record = new IntakeRecord(taken.Upload.Name, taken.Upload.Version.ToString(), collected.Outcome.ToString().ToLowerInvariant(), collected.Release?.Release.Id, now);
        if (collected.Outcome is not (CollectOutcome.Created or CollectOutcome.Revised))
        {
            await journal.NoteAsync(record, cancellationToken);
        }

        await intake.RecordAsync(record, cancellationToken);
        await inbox.RemoveAsync(taken.Upload, cancellationToken);
    }

    /// <returns>Null where another writer was faster: then all is looked at again.</returns>
    private async Task<TakenUpload?> ReviseAsync(ReadUpload read, Submission submission, Identity.Known identity, string batch, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var source = new UploadSource(read.Upload.Name, read.Upload.UploadedAt < now ? read.Upload.UploadedAt : now);
        var outcome = identity.Current is { } current
            ? Revising.Revise(current.Release, submission, source, now)
            : Revising.Create(identity.Id, submission, source);
        switch (outcome)
        {
            case RevisionOutcome.Created created:
                return await StoreAsync(read, created.Release, null, now, batch, cancellationToken);
            case RevisionOutcome.Revised revised:
                return await StoreAsync(read, revised.Release, identity.Current, now, batch, cancellationToken);
            case RevisionOutcome.Unchanged unchanged:
                return IsOwnWork(read, unchanged.Release, source)
                    ? Accepted(read, identity.Current!)
                    : Ended(read, CollectOutcome.Unchanged, identity.Current, Findings.Unchanged(Name(submission, unchanged.Release.Id)));
            case RevisionOutcome.Superseded superseded:
                return Ended(read, CollectOutcome.Rejected, identity.Current, Findings.Superseded(Name(submission, superseded.Release.Id)));
            case RevisionOutcome.Refused refused:
                return Ended(read, CollectOutcome.Rejected, identity.Current, Findings.For(refused.Why, Name(submission, identity.Id), identity.Current?.Release.UploadName ?? ""));
            default:
                throw new InvalidOperationException("A revision of an unknown kind.");
        }
    }

    private async Task<TakenUpload?> StoreAsync(ReadUpload read, Release release, StoredRelease? previous, DateTimeOffset now, string batch, CancellationToken cancellationToken)
    {
        var content = read.Content ?? throw new InvalidOperationException("An accepted upload has no content.");
        var tagged = Tag(release);
        var original = AcceptedUploads.NameFor(release.Id, read.Upload, content);
        await accepted.KeepAsync(original, content, read.Upload, now, batch, cancellationToken);
        var feedKeys = Publisher.FeedKeysOf(tagged, previous?.FeedKeys ?? [], now);
        var written = previous is null
            ? await releases.TryAddAsync(tagged, original, feedKeys, cancellationToken)
            : await releases.TryReviseAsync(previous, tagged, original, feedKeys, cancellationToken);
        return written ? Accepted(read, new StoredRelease(tagged, original, feedKeys, default, now)) : null;
    }

    private TaggedRelease Tag(Release release)
    {
        using var trace = Traces.Start("tag");
        return new TaggedRelease(release, tagger.Read(release));
    }

    /// <summary>Whether the current revision came of this very upload, in a run that was cut short or in one that runs beside this.</summary>
    private static bool IsOwnWork(ReadUpload read, Release current, UploadSource source) =>
        current.UploadName == read.Upload.Name
        && current.UploadedAt.ToUnixTimeSeconds() == source.UploadedAt.ToUnixTimeSeconds()
        && (read.SameName is not { } closed || closed.At < source.UploadedAt);

    private TakenUpload Accepted(ReadUpload read, StoredRelease stored)
    {
        var release = stored.Release;
        var report = read.Result.Report with { Id = release.Id.ToString(), Address = site.ReleaseAddress(release.Slug) };
        var outcome = release.Revision == 1 ? CollectOutcome.Created : CollectOutcome.Revised;
        return new TakenUpload(read.Upload, read.Content, stored, new IngestResult(read.Upload.Name, outcome, stored.Tagged, report));
    }

    private TakenUpload Ended(ReadUpload read, CollectOutcome outcome, StoredRelease? current, Finding finding)
    {
        var report = read.Result.Report.With(finding);
        report = report with
        {
            Id = current?.Release.Id.ToString(),
            Address = current is null ? null : site.ReleaseAddress(current.Release.Slug),
            Outcome = outcome is CollectOutcome.Unchanged ? UploadOutcome.Accepted : UploadOutcome.Rejected,
        };

        // An unchanged release is brought up to date too: the run that stored it may have been cut short before.
        return new TakenUpload(read.Upload, read.Content, outcome is CollectOutcome.Unchanged ? current : null, new IngestResult(read.Upload.Name, outcome, current?.Tagged, report));
    }

    private static string Name(Submission submission, ReleaseId id) => submission.EditorKey ?? id.ToString();
}

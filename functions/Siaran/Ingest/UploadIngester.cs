using Siaran.Actors;
using Siaran.Intake;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Settings;
using Siaran.Storage;
using Siaran.Tagging;
using Siaran.Tags;
using Siaran.Telemetry;

namespace Siaran.Ingest;

/// <summary>An upload that has been acted on; it is still in <c>incoming</c>.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="Content">Its bytes; null where it was too large to be read.</param>
/// <param name="Stored">The current revision, where what the public sees may have changed or may never have been brought up to
/// date.</param>
/// <param name="Result">What was made of it.</param>
/// <param name="Identified">The release that it spoke of; null where that was never found out.</param>
public sealed record TakenUpload(
    IncomingUpload Upload,
    BinaryData? Content,
    StoredRelease? Stored,
    IngestResult Result,
    ReleaseId? Identified
)
{
    /// <summary>What is known of the uploads of its name.</summary>
    public NameRecord OfName { get; init; } = NameRecord.None;

    /// <summary>The last upload of the same name that was closed, if there was one.</summary>
    public IntakeRecord? SameName => OfName.Closed;

    /// <inheritdoc cref="ReadUpload.Unclosed"/>
    public StoredRelease? Unclosed { get; init; }

    /// <summary>Who brought it.</summary>
    public Actor Actor { get; init; } = new("", null);

    /// <summary>The office that it speaks for; null where offices are not kept apart.</summary>
    public string? Office { get; init; }

    /// <summary>Whether no instance can make a revision of it any more.</summary>
    public bool IsRefusedForAll { get; init; }

    /// <summary>Those that were taken with it.</summary>
    public UploadPictures? Pictures { get; init; }

    /// <inheritdoc cref="ReadUpload.PictureVersions"/>
    public string? PictureVersions { get; init; }

    /// <summary>Its bytes, with its pictures where it has any; null where it was too large to be read.</summary>
    public BinaryData? Original => Pictures?.Form ?? Content;
}

/// <summary>Makes a revision of what was read, or says why not.</summary>
public interface IUploadIngester
{
    /// <summary>Stores the original and the revision. Repeating it finds the revision already there.</summary>
    /// <param name="read">The upload.</param>
    /// <param name="batch">The <see cref="BatchId"/> of its batch.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ContentionException">Others changed the release all the while.</exception>
    Task<TakenUpload> TakeAsync(ReadUpload read, string batch, CancellationToken cancellationToken);
}

/// <summary>Makes revisions in the tables of releases.</summary>
/// <param name="identification">Finds the release that an upload speaks of.</param>
/// <param name="revisions">Where revisions go.</param>
/// <param name="uploads">Where originals go.</param>
/// <param name="attachments">Where pictures and documents go that came with it.</param>
/// <param name="tagger">Reads the release.</param>
/// <param name="site">Gives addresses.</param>
/// <param name="time">The clock.</param>
public sealed class UploadIngester(
    Identification identification,
    RevisionWriter revisions,
    IUploadStore uploads,
    AttachmentKeeper attachments,
    ITagger tagger,
    Site site,
    TimeProvider time
) : IUploadIngester
{
    // Whoever has claimed the name is three calls from a revision, or has died.
    private const int LooksAtClaim = 6;

    public async Task<TakenUpload> TakeAsync(ReadUpload read, string batch, CancellationToken cancellationToken)
    {
        using var trace = Traces.Start("upload", read.Upload.Name);
        var (looks, open) = (0, 0);
        return await OptimisticRetry.RunAsync(
            $"The release of {read.Upload.Name}",
            async ct =>
            {
                read = looks++ == 0 ? read : await revisions.LookAgainAsync(read, ct);
                if (await revisions.SettleNameAsync(read, open < LooksAtClaim, ct) is { } settled)
                {
                    return await TryTakeAsync(settled, batch, ct);
                }

                return ++open <= LooksAtClaim ? null : throw new ContentionException($"Another version of {read.Upload.Name} is in hand.");
            },
            cancellationToken
        );
    }

    private static TakenUpload NotTaken(ReadUpload read)
    {
        var outcome = read.Result is IntakeResult.Doubtful ? CollectOutcome.Doubtful : CollectOutcome.Rejected;
        return Taken(read, null, new IngestResult(read.Upload.Name, outcome, null, read.Result.Report), null);
    }

    private static TakenUpload Taken(ReadUpload read, StoredRelease? stored, IngestResult result, ReleaseId? identified) =>
        new(read.Upload, read.Content, stored, result, identified)
        {
            OfName = read.OfName,
            Unclosed = read.Unclosed,
            Actor = read.Actor,
            Office = read.Office,
            Pictures = read.Pictures,
            PictureVersions = read.PictureVersions,
        };

    /// <returns>Null where another writer was faster: then all is looked at again.</returns>
    private async Task<TakenUpload?> TryTakeAsync(ReadUpload read, string batch, CancellationToken cancellationToken)
    {
        if (read.Result is not IntakeResult.Accepted { Submission: var submission })
        {
            return NotTaken(read);
        }

        var identity = await identification.IdentifyAsync(read, submission, cancellationToken);
        switch (identity)
        {
            case Identity.Known known:
                return await ReviseAsync(read, submission, known, batch, cancellationToken);
            case Identity.Done done:
                // The run that stored it may have died before translations followed.
                return Accepted(read, done.Current! with { MayBeBack = done.Revision == 1 }, done.Revision);
            case Identity.Overtaken { Current: { } current }:
                return Ended(read, CollectOutcome.Rejected, current, Findings.Superseded(Name(submission, current.Release.Id)));
            case Identity.Copy { Current: { } current }:
                return Ended(read, CollectOutcome.Unchanged, current, Findings.Unchanged(Name(submission, current.Release.Id)));
            case Identity.Stale { Current: { } current }:
                return Ended(
                    read,
                    CollectOutcome.Stale,
                    current,
                    Findings.Stale(Name(submission, current.Release.Id), read.Upload.ExpectedRevision ?? 0, current.Release.Revision)
                );
            case Identity.Refused refused:
                // Of another's release it tells nothing.
                return await RefuseAsync(read, refused, null, cancellationToken);
            default:
                throw new InvalidOperationException("An identity of an unknown kind.");
        }
    }

    private async Task<TakenUpload?> ReviseAsync(
        ReadUpload read,
        Submission submission,
        Identity.Known identity,
        string batch,
        CancellationToken cancellationToken
    )
    {
        var now = read.Before?.CollectedAt ?? time.GetUtcNow();
        // An uploader's clock may be ahead of ours; nothing was uploaded after it was taken.
        var source = new UploadSource(read.Upload.Name, read.Upload.UploadedAt < now ? read.Upload.UploadedAt : now);
        var outcome = Outcome(read, submission, identity, source, now);
        var name = Name(submission, identity.Id);
        switch (outcome)
        {
            case RevisionOutcome.Created created:
                return await StoreAsync(read, created.Release, null, now, batch, cancellationToken);
            case RevisionOutcome.Revised { Release: var revised } when submission.Successor is { } key:
                var successor = await identification.FindSuccessorAsync(read, key, identity.Id, cancellationToken);
                return successor is not null || read.Before is not null
                    ? await StoreAsync(read, revised with { Successor = successor }, identity.Current, now, batch, cancellationToken)
                    : await RefuseAsync(read, RefusedFor(Refusal.NoSuccessor), identity.Current, cancellationToken);
            case RevisionOutcome.Revised { Release: var revised }:
                return await StoreAsync(read, revised, identity.Current, now, batch, cancellationToken);
            case RevisionOutcome.Unchanged:
                return Ended(read, CollectOutcome.Unchanged, identity.Current, Findings.Unchanged(name));
            case RevisionOutcome.Superseded:
                return Ended(read, CollectOutcome.Rejected, identity.Current, Findings.Superseded(name));
            case RevisionOutcome.Refused refused:
                return await RefuseAsync(read, RefusedFor(refused.Why), identity.Current, cancellationToken);
            default:
                throw new InvalidOperationException("A revision of an unknown kind.");
        }

        Identity.Refused RefusedFor(Refusal why) => new(why, identity.Id, identity.Current);
    }

    private static RevisionOutcome Outcome(
        ReadUpload read,
        Submission submission,
        Identity.Known identity,
        UploadSource source,
        DateTimeOffset now
    ) =>
        identity.Current is { } current
            ? Revising.Revise(
                current.Release,
                submission,
                source,
                now,
                wasListed: current.FeedKeys.Count > 0,
                identity.Original,
                wasAccepted: read.Before is not null
            )
            : Revising.Create(identity.Id, submission, source, identity.Original);

    /// <summary>Closes an upload without a revision, once it is sure that no other instance can store one that it makes.</summary>
    /// <returns>Null where another instance has stored one.</returns>
    private async Task<TakenUpload?> RefuseAsync(
        ReadUpload read,
        Identity.Refused identity,
        StoredRelease? shown,
        CancellationToken cancellationToken
    )
    {
        // A replay decides for no other instance.
        var decided =
            identity.Id == default || read.Before is not null
                ? new UploadDecision(identity.Why, null)
                : await revisions.RefuseAsync(identity.Id, read.Upload, identity.Why, cancellationToken);
        return decided switch
        {
            { TakenBack: not null } => throw new TakenBackException(identity.Id, null),
            { Refusal: { } why } => Refused(read, identity with { Why = why }, shown),
            _ => null,
        };
    }

    private TakenUpload Refused(ReadUpload read, Identity.Refused identity, StoredRelease? shown)
    {
        var finding = Findings.For(
            identity.Why,
            NameFor(identity, ((IntakeResult.Accepted)read.Result).Submission),
            identity.Current?.Release.UploadName ?? ""
        );
        return Ended(read, CollectOutcome.Rejected, shown, finding) with
        {
            Identified = identity.Id,
            IsRefusedForAll = identity.Id != default,
        };
    }

    private async Task<TakenUpload?> StoreAsync(
        ReadUpload read,
        Release release,
        StoredRelease? previous,
        DateTimeOffset now,
        string batch,
        CancellationToken cancellationToken
    )
    {
        if (await revisions.ClaimNameAsync(read, release.Id, cancellationToken) is not { } claimed)
        {
            return null;
        }

        read = claimed;
        // Addresses are claimed by the first revision alone and stay with the release for good.
        var placed = await PlacedAsync(release, previous, read, cancellationToken);
        release = placed.Release;
        var whole = release with { Content = await attachments.KeepAsync(release, read.Files, cancellationToken) };
        // What was taken once stays the revision that it was.
        if (previous is not null && read.Before is null && Revising.IsSame(previous.Release, whole))
        {
            return Ended(read, CollectOutcome.Unchanged, previous, Findings.Unchanged(release.Id.ToString()));
        }

        return await WriteAsync(read, placed with { Release = whole }, previous, now, batch, cancellationToken);
    }

    private async Task<TakenUpload?> WriteAsync(
        ReadUpload read,
        Placed placed,
        StoredRelease? previous,
        DateTimeOffset now,
        string batch,
        CancellationToken cancellationToken
    )
    {
        var (release, tagged) = (placed.Release, Tag(placed.Release));
        // The original is stored before the row that is made of it: with the row alone, a rebuild would
        // lose the revision.
        var kept = await uploads.KeepAsync(read, release, now, batch, cancellationToken);
        var next = new StoredRelease(tagged, kept.Blob, Publisher.FeedKeysOf(tagged, previous?.FeedKeys ?? [], now), default, now)
        {
            UploadVersion = read.Upload.VersionName,
            Batch = batch,
            MayBeBack = placed.IsBack,
        };
        try
        {
            if (await revisions.TryWriteAsync(previous, next, cancellationToken))
            {
                return Accepted(read, next, release.Revision);
            }
        }
        catch (Exception ex) when (StorageFailure.IsPermanent(ex))
        {
            // It will never be stored, so its original must not be replayed as if it had been.
            await uploads.ForgetAsync(kept.Blob, cancellationToken);
            throw;
        }

        // Another writer was faster or refused the upload, or this one did it and the answer was lost: then what it noted is right.
        var decided = await revisions.FindDecisionAsync(release.Id, read.Upload, cancellationToken);
        if (decided.TakenBack is not null)
        {
            throw new TakenBackException(release.Id, tagged);
        }

        if (decided.Batch != batch)
        {
            await uploads.PutBackAsync(kept, read, cancellationToken);
        }

        // Where it was not refused the whole is tried again from the top, where the upload may turn out to be stale, a copy, or done.
        return decided.Refusal is { } why ? Refused(read, new Identity.Refused(why, release.Id, previous), previous) : null;
    }

    /// <summary>With the office that it belongs to, which may have been named since, and a first revision with its address.</summary>
    private async Task<Placed> PlacedAsync(Release release, StoredRelease? previous, ReadUpload read, CancellationToken cancellationToken)
    {
        var office = release.Office ?? read.Before?.Office ?? (previous is null ? null : read.Register.OfficeOf(release)) ?? read.Office;
        if (previous is not null)
        {
            return new Placed(release with { Office = office }, IsBack: false);
        }

        var asked = release with { Slug = read.Before?.Slug ?? release.Slug };
        var claimed = await revisions.ClaimSlugAsync(asked, cancellationToken);
        return new Placed(release with { Office = office, Slug = claimed.Slug }, !claimed.IsNew);
    }

    /// <param name="Release">As it is to be stored.</param>
    /// <param name="IsBack">Whether it was there before and its first revision was taken back, or a run that died had claimed its
    /// address.</param>
    private sealed record Placed(Release Release, bool IsBack);

    private TaggedRelease Tag(Release release)
    {
        using var trace = Traces.Start("tag");
        return new TaggedRelease(release, tagger.Read(release));
    }

    /// <param name="read">The upload.</param>
    /// <param name="current">What its release is by now.</param>
    /// <param name="revision">The revision that the upload made.</param>
    private TakenUpload Accepted(ReadUpload read, StoredRelease current, int revision)
    {
        var report = read.Result.Report with { Id = current.Release.Id.ToString(), Address = site.ReleaseAddress(current.Release.Slug) };
        if (current.Release.PublishAt > current.Release.AskedAt && current.Release.PublishAt > time.GetUtcNow())
        {
            report = report.With(Findings.WaitsForOriginal());
        }

        if (current.Release.Revision == revision)
        {
            report = UnknownTags.AddedTo(report, current.Tagged, tagger);
        }

        var outcome = revision == 1 ? CollectOutcome.Created : CollectOutcome.Revised;
        var result = new IngestResult(read.Upload.Name, outcome, ListingEntry.Bounded(current.Tagged), report);
        return Taken(read, current, result, current.Release.Id);
    }

    private TakenUpload Ended(ReadUpload read, CollectOutcome outcome, StoredRelease? current, Finding finding)
    {
        var report = read.Result.Report.With(finding) with
        {
            Id = current?.Release.Id.ToString(),
            Address = current is null ? null : site.ReleaseAddress(current.Release.Slug),
            Outcome = outcome is CollectOutcome.Unchanged ? UploadOutcome.Accepted : UploadOutcome.Rejected,
        };

        // An unchanged release is brought up to date too: the run that stored it may have been cut short before.
        var collected = new IngestResult(read.Upload.Name, outcome, current is null ? null : ListingEntry.Bounded(current.Tagged), report);
        return Taken(read, outcome is CollectOutcome.Unchanged ? current : null, collected, current?.Release.Id);
    }

    /// <summary>What the finding is about: the release, or what it is said to translate.</summary>
    private static string NameFor(Identity.Refused refused, Submission submission) =>
        refused.Why switch
        {
            Refusal.NothingToTranslate or Refusal.TranslatesItself or Refusal.SameLanguage => submission.TranslationOf!,
            Refusal.NoSuccessor => submission.Successor!,
            _ => Name(submission, refused.Id),
        };

    private static string Name(Submission submission, ReleaseId id) => submission.EditorKey ?? id.ToString();
}

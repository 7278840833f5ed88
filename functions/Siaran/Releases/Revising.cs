namespace Siaran.Releases;

/// <summary>The upload that brings a submission.</summary>
/// <param name="Name">The blob name within <c>incoming</c>.</param>
/// <param name="UploadedAt">UTC.</param>
public sealed record UploadSource(string Name, DateTimeOffset UploadedAt);

/// <summary>The outcome of a submission.</summary>
public abstract record RevisionOutcome
{
    private RevisionOutcome() { }

    /// <summary>The first revision of a release.</summary>
    public sealed record Created(Release Release) : RevisionOutcome;

    /// <summary>A further revision.</summary>
    public sealed record Revised(Release Release, Release Previous) : RevisionOutcome;

    /// <summary>The upload says what the current revision says already, or repeats an older one from elsewhere.</summary>
    public sealed record Unchanged(Release Release) : RevisionOutcome;

    /// <summary>A newer upload has been taken already.</summary>
    public sealed record Superseded(Release Release) : RevisionOutcome;

    public sealed record Refused(Refusal Why) : RevisionOutcome;
}

public enum Refusal
{
    /// <summary>The id belongs to a release that another upload brought and that says something else.</summary>
    IdTaken,

    /// <summary>It withdraws a release that is not there.</summary>
    NothingToWithdraw,

    /// <summary>It gives other tags to a release that is not there, or withdrawn.</summary>
    NothingToTag,

    /// <summary>It would put an embargo on what the public has seen already.</summary>
    AlreadyPublic,

    /// <summary>The release belongs to an office that the uploader does not act for.</summary>
    OtherOffice,
}

/// <summary>Turns submissions into revisions.</summary>
public static class Revising
{
    /// <summary>
    /// Whether <paramref name="submission"/> speaks of <paramref name="current"/>, though it came by another name or brought no id.
    /// </summary>
    // An editor who says what kind of revision it is, or withdraws, means an existing release.
    public static bool RefersTo(this Submission submission, Release current) =>
        submission.Content is null
        || submission.Revision is not null
        || submission.UpdatedAt is not null
        || submission.Status is ReleaseStatus.Withdrawn
        || ReleaseSimilarity.IsSameRelease(current.Content, submission.Content);

    /// <summary>The first revision of the release <paramref name="id"/>.</summary>
    public static RevisionOutcome Create(ReleaseId id, Submission submission, UploadSource source)
    {
        if (submission.Content is not { } content)
        {
            return new RevisionOutcome.Refused(submission.Tags is null ? Refusal.NothingToWithdraw : Refusal.NothingToTag);
        }

        // An embargo is rounded up and never down; what was uploaded now may be dated back by a
        // fraction of a second.
        var publishAt = submission.PublishAt is { } asked ? WholeSeconds.Up(asked) : WholeSeconds.Of(source.UploadedAt);
        var headline = Slug.From(content.Headline);
        return new RevisionOutcome.Created(
            new Release
            {
                Id = id,
                Slug = headline.Length > 0 ? $"{headline}-{id.Suffix}" : id.Suffix,
                Revision = 1,
                ChangeNote = submission.ChangeNote,
                Status = submission.Status ?? ReleaseStatus.Published,
                WithdrawnReason = submission.WithdrawnReason,
                PublishAt = publishAt,
                UpdatedAt = submission.UpdatedAt is { } updated && updated > publishAt ? WholeSeconds.Of(updated) : publishAt,
                UploadedAt = WholeSeconds.Of(source.UploadedAt),
                UploadName = source.Name,
                Content = content,
                Fingerprint = Fingerprint.OfEverything(submission),
            }
        );
    }

    /// <summary>The revision that <paramref name="submission"/> makes of <paramref name="current"/>.</summary>
    /// <param name="current">The current revision.</param>
    /// <param name="submission">What the upload asks for.</param>
    /// <param name="source">The upload.</param>
    /// <param name="now">Decides whether <paramref name="current"/> has been public.</param>
    /// <param name="wasListed">Whether some feed has shown it, whatever the clock says now.</param>
    public static RevisionOutcome Revise(
        Release current,
        Submission submission,
        UploadSource source,
        DateTimeOffset now,
        bool wasListed = false
    )
    {
        var fingerprint = Fingerprint.OfEverything(submission);
        // Before the times are compared: the same upload again is no news, however late it comes.
        if (fingerprint == current.Fingerprint)
        {
            return new RevisionOutcome.Unchanged(current);
        }

        // It says nothing of the withdrawal, and must not end it.
        if (submission.Tags is not null && current.Status is ReleaseStatus.Withdrawn)
        {
            return new RevisionOutcome.Refused(Refusal.NothingToTag);
        }

        var uploadedAt = WholeSeconds.Of(source.UploadedAt);
        if (uploadedAt < current.UploadedAt)
        {
            return new RevisionOutcome.Superseded(current);
        }

        var shown = current.EverShown || wasListed || current.VisibilityAt(now) is Visibility.Visible;
        var publishAt = submission.PublishAt is { } asked ? WholeSeconds.Up(asked) : current.PublishAt;

        // A time that is ahead by a slow clock alone hides nothing again.
        // Only a later time is refused: what was public must not be hidden, while moving it back hides
        // nothing.
        if (shown && publishAt > now && publishAt > current.PublishAt)
        {
            return new RevisionOutcome.Refused(Refusal.AlreadyPublic);
        }

        var revised = Revised(current, submission, publishAt, shown ? uploadedAt : null) with
        {
            UploadedAt = uploadedAt,
            UploadName = source.Name,
            EverShown = shown,
            Fingerprint = fingerprint,
        };
        return new RevisionOutcome.Revised(revised, current);
    }

    /// <param name="current">The revision before.</param>
    /// <param name="submission">What is submitted now.</param>
    /// <param name="publishAt">When it is public.</param>
    /// <param name="correctedAt">When readers who had seen it could see it corrected; null where nobody had.</param>
    private static Release Revised(Release current, Submission submission, DateTimeOffset publishAt, DateTimeOffset? correctedAt)
    {
        var status = submission.Status ?? ReleaseStatus.Published;
        // A withdrawal or its end is always news. Otherwise the editor says, and silence means a typo.
        var kind = status != current.Status ? RevisionKind.Major : submission.Revision ?? RevisionKind.Minor;
        return current with
        {
            Revision = current.Revision + 1,
            RevisionKind = kind,
            ChangeNote = submission.ChangeNote,
            Status = status,
            WithdrawnReason = status is ReleaseStatus.Withdrawn ? submission.WithdrawnReason : null,
            // Whoever stores the revision knows which release its name is.
            Successor = null,
            PublishAt = publishAt,
            // Minor revisions keep their place: updated moves only for major ones that readers could
            // have seen before.
            UpdatedAt =
                submission.UpdatedAt is { } updated && updated > publishAt ? WholeSeconds.Of(updated)
                : kind is RevisionKind.Major && correctedAt is { } moved ? moved
                : WholeSeconds.Later(current.UpdatedAt, publishAt),
            Content = submission.Content ?? (submission.Tags is { } tags ? current.Content with { EditorTags = tags } : current.Content),
        };
    }
}

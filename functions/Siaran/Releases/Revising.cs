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

    /// <summary>The release is withdrawn, and the upload does not say that it is to be published again.</summary>
    Withdrawn,

    /// <summary>It would put an embargo on what the public has seen already.</summary>
    AlreadyPublic,

    /// <summary>The release belongs to an office that the uploader does not act for.</summary>
    OtherOffice,

    /// <summary>There is no release of the uploader's offices that it could be a translation of.</summary>
    NothingToTranslate,

    /// <summary>It would translate itself, or is the original of other translations.</summary>
    TranslatesItself,

    /// <summary>It has the language of the release that it is said to translate.</summary>
    SameLanguage,

    /// <summary>The public has seen it, but not yet the release that it is said to translate.</summary>
    OriginalNotPublic,

    /// <summary>What it names as the successor of a withdrawn release is no other release of the uploader's offices.</summary>
    NoSuccessor,

    /// <summary>A later version of its file came before it had made its revision.</summary>
    Replaced,
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
    /// <param name="id">Of the release.</param>
    /// <param name="submission">What the upload asks for.</param>
    /// <param name="source">The upload.</param>
    /// <param name="original">What it translates; null where it translates nothing.</param>
    public static RevisionOutcome Create(ReleaseId id, Submission submission, UploadSource source, Original? original = null)
    {
        if (submission.Content is not { } content)
        {
            return new RevisionOutcome.Refused(submission.Tags is null ? Refusal.NothingToWithdraw : Refusal.NothingToTag);
        }

        // An embargo is rounded up and never down; what was uploaded now may be dated back by a
        // fraction of a second.
        var asked = submission.PublishAt is { } wanted ? WholeSeconds.Up(wanted) : WholeSeconds.Of(source.UploadedAt);
        var publishAt = original?.Hold(asked) ?? asked;
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
                TranslationOf = original?.Id,
                AskedAt = original is null ? null : asked,
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
    /// <param name="original">What it translates from now on; null where it translates nothing.</param>
    /// <param name="wasAccepted">Whether it was taken once and is only made again: what ended a withdrawal then still does.</param>
    public static RevisionOutcome Revise(
        Release current,
        Submission submission,
        UploadSource source,
        DateTimeOffset now,
        bool wasListed = false,
        Original? original = null,
        bool wasAccepted = false
    )
    {
        var (fingerprint, uploadedAt) = (Fingerprint.OfEverything(submission), WholeSeconds.Of(source.UploadedAt));
        if (WithoutRevision(current, submission, fingerprint, uploadedAt) is { } outcome)
        {
            return outcome;
        }

        if (current.Status is ReleaseStatus.Withdrawn && submission.Status is null && !wasAccepted)
        {
            return new RevisionOutcome.Refused(Refusal.Withdrawn);
        }

        var shown = current.EverShown || wasListed || current.VisibilityAt(now) is Visibility.Visible;
        var asked =
            submission.PublishAt is { } wanted ? WholeSeconds.Up(wanted)
            : shown ? current.PublishAt
            : current.AskedAt ?? current.PublishAt;
        // Once it was shown its place is its own: its original is known by then.
        var publishAt = shown || original is null ? asked : original.Hold(asked);

        if (shown && RefusalOf(current, original, publishAt, now) is { } refusal)
        {
            return new RevisionOutcome.Refused(refusal);
        }

        var revised = Revised(current, submission, publishAt, shown ? uploadedAt : null) with
        {
            UploadedAt = uploadedAt,
            UploadName = source.Name,
            EverShown = shown,
            TranslationOf = original?.Id,
            AskedAt = original is null ? null : asked,
            Fingerprint = fingerprint,
        };
        return new RevisionOutcome.Revised(revised, current);
    }

    /// <summary>
    /// Whether a revision shows nothing but what is there already: a minor one without a note of what is new. It need not be made.
    /// </summary>
    /// <param name="current">The revision before.</param>
    /// <param name="revised">As it would be stored, its files in their places.</param>
    public static bool IsSame(Release current, Release revised) =>
        revised is { RevisionKind: RevisionKind.Minor, ChangeNote: null, Status: ReleaseStatus.Published }
        && TimesAndPlaceOf(current) == TimesAndPlaceOf(revised)
        && Fingerprint.OfContent(current.Content) == Fingerprint.OfContent(revised.Content);

    private static (DateTimeOffset, DateTimeOffset, DateTimeOffset?, ReleaseId?, string?) TimesAndPlaceOf(Release release) =>
        (release.PublishAt, release.UpdatedAt, release.AskedAt, release.TranslationOf, release.Office);

    /// <returns>Null where there is a revision to be made.</returns>
    private static RevisionOutcome? WithoutRevision(
        Release current,
        Submission submission,
        Fingerprint fingerprint,
        DateTimeOffset uploadedAt
    ) =>
        // Before the times are compared: the same upload again is no news, however late it comes.
        fingerprint == current.Fingerprint
            ? new RevisionOutcome.Unchanged(current)
        // It says nothing of the withdrawal, and must not end it.
        : submission.Tags is not null && current.Status is ReleaseStatus.Withdrawn ? new RevisionOutcome.Refused(Refusal.NothingToTag)
        : uploadedAt < current.UploadedAt ? new RevisionOutcome.Superseded(current)
        : null;

    /// <summary>Why what was public cannot be revised so; null where nothing is against it.</summary>
    private static Refusal? RefusalOf(Release current, Original? original, DateTimeOffset publishAt, DateTimeOffset now) =>
        // Only for an original that is new to it: nothing keeps a translation from being corrected or withdrawn.
        original is not null
        && original.Id != current.TranslationOf
        && original.KnownFrom > now
            ? Refusal.OriginalNotPublic
        // A time that is ahead by a slow clock alone hides nothing again. Only a later time is refused: what was public must not be
        // hidden, while moving it back hides nothing.
        : publishAt > now && publishAt > current.PublishAt ? Refusal.AlreadyPublic
        : null;

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

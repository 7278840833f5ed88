using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Pages.Revisions;

/// <summary>The revisions of a release that the public has seen, and what each changed.</summary>
public sealed record RevisionHistory
{
    /// <summary>Revisions that are shown at most; of more, the newest.</summary>
    public const int Most = 20;

    /// <summary>
    /// Characters of the bodies of all revisions together, but for the last that is looked at; before them none is shown.
    /// </summary>
    // A page holds old and new of each paragraph that changed, so that twenty revisions of the longest
    // kind would be 40 MB.
    public const long MostCharacters = 2 * 1024 * 1024;

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<RevisionChange> Changes { get; init; }

    /// <summary>Whether no revision is missing because it could not be read.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Whether some revision was called minor though a name, a number or a date changed in it.</summary>
    public bool HasMisnamed => Changes.Any(change => change.IsMisnamed);

    /// <param name="current">May be seen now.</param>
    /// <param name="older">The revisions before it, oldest first; those that cannot be read are left out.</param>
    /// <param name="isWhole">Whether none of them is.</param>
    public static RevisionHistory Of(TaggedRelease current, IReadOnlyList<TaggedRelease> older, bool isWhole)
    {
        var all = SinceWithdrawn([.. older, current]);
        var seen = all.Where((tagged, at) => at == all.Count - 1 || WasSeen(tagged.Release, all[at + 1].Release)).ToList();
        var changes = seen.Select((tagged, at) => RevisionChange.Of(at == 0 ? null : seen[at - 1], tagged)).Reverse().Take(Most).ToList();
        return new() { Changes = changes, IsWhole = isWhole };
    }

    /// <summary>
    /// The last of them, from the one that brought a withdrawn release back. A revision that is missing may have been a withdrawal.
    /// </summary>
    // What was withdrawn stays so: a release that comes back without a name is not to show that name as
    // struck out.
    private static List<TaggedRelease> SinceWithdrawn(List<TaggedRelease> all)
    {
        var from = all.Count - 1;
        while (from > 0 && all[from - 1].Release is var before && Follows(before, all[from].Release))
        {
            from--;
        }

        return all[from..];

        static bool Follows(Release before, Release after) =>
            before.Status is not ReleaseStatus.Withdrawn && before.Revision + 1 == after.Revision;
    }

    /// <summary>
    /// A revision was seen where the one that took its place came when the release had been shown: under an embargo, corrections replace
    /// what nobody saw.
    /// </summary>
    private static bool WasSeen(Release revision, Release next) => revision.EverShown || next.EverShown;
}

/// <summary>A revision that the public has seen.</summary>
public sealed record RevisionChange
{
    public required Release Revision { get; init; }

    /// <summary>Whether it was the first that the public saw.</summary>
    public bool IsFirst { get; init; }

    /// <summary>The parts of the release that changed.</summary>
    public IReadOnlyList<ChangedPart> Parts { get; init; } = [];

    /// <summary>Whether a name, a number or a date changed.</summary>
    public bool ChangesFacts { get; init; }

    /// <summary>Called minor by its editor, or by nobody called major, though a name, a number or a date changed.</summary>
    public bool IsMisnamed => ChangesFacts && Revision.RevisionKind is RevisionKind.Minor;

    /// <summary>When the public could first see it.</summary>
    public DateTimeOffset SeenAt => Revision.UploadedAt > Revision.PublishAt && !IsFirst ? Revision.UploadedAt : Revision.PublishAt;

    internal static RevisionChange Of(TaggedRelease? before, TaggedRelease after)
    {
        if (before is null)
        {
            // What was shown before it is missing: it is not the first, and what it changed is not known.
            return new() { Revision = after.Release, IsFirst = !after.Release.EverShown };
        }

        var (old, now) = (before.Release.Content, after.Release.Content);
        var diff = new WordDiff();
        ChangedPart[] parts =
        [
            Part(RevisionPart.Headline, old.Headline, now.Headline),
            Part(RevisionPart.Agency, old.Agency, now.Agency),
            Part(RevisionPart.Place, old.Place, now.Place),
            Part(RevisionPart.Summary, old.Summary, now.Summary),
            new(RevisionPart.Body, diff.OfParagraphs(old.Paragraphs, now.Paragraphs)),
        ];
        var facts = new FactWords(before, after);
        return new()
        {
            Revision = after.Release,
            Parts = [.. parts.Where(part => part.Paragraphs.Count > 0)],
            // Between two that do not follow each other, a missing one may have made the change.
            ChangesFacts =
                before.Release.Revision + 1 == after.Release.Revision
                && (parts.Any(part => part.Paragraphs.Any(facts.ChangeIn)) || before.Release.PublishAt != after.Release.PublishAt),
        };

        ChangedPart Part(RevisionPart part, string? was, string? becomes) =>
            new(part, was == becomes ? [] : [diff.Of(was ?? "", becomes ?? "")]);
    }
}

public enum RevisionPart
{
    Headline,
    Agency,
    Place,
    Summary,
    Body,
}

/// <summary>A part of a release that changed.</summary>
/// <param name="Part">Which.</param>
/// <param name="Paragraphs">Those of its paragraphs that changed, word by word.</param>
public sealed record ChangedPart(RevisionPart Part, IReadOnlyList<IReadOnlyList<DiffRun>> Paragraphs);

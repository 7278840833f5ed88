using Siaran.Releases;

namespace Siaran.Related;

/// <summary>
/// What a list tells of the release that it belongs to: all that the gate and the list's heading need, so that nothing else has to be read.
/// </summary>
public sealed record RelatedSubject
{
    public required string Slug { get; init; }

    public required string Headline { get; init; }

    public string? Agency { get; init; }

    public string Language { get; init; } = "id";

    public required DateTimeOffset PublishAt { get; init; }

    public ReleaseStatus Status { get; init; }

    public bool EverShown { get; init; }

    /// <summary>When it was withdrawn; null while it is not.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    public string? WithdrawnReason { get; init; }

    public static RelatedSubject Of(Release release) =>
        new()
        {
            Slug = release.Slug,
            Headline = release.Content.Headline,
            Agency = release.Content.Agency,
            Language = release.Content.Language,
            PublishAt = release.PublishAt,
            Status = release.Status,
            EverShown = release.EverShown,
            WithdrawnAt = release.Status is ReleaseStatus.Withdrawn ? release.UpdatedAt : null,
            WithdrawnReason = release.Status is ReleaseStatus.Withdrawn ? release.WithdrawnReason : null,
        };

    public Visibility VisibilityAt(DateTimeOffset now) => Gate.VisibilityAt(Status, EverShown, PublishAt, now);

    /// <summary>Of a release that may be seen.</summary>
    internal static RelatedSubject Of(DocumentSummary summary) =>
        new()
        {
            Slug = summary.Slug,
            Headline = summary.Headline,
            Agency = summary.Agency,
            Language = summary.Language,
            PublishAt = summary.PublishAt,
        };
}

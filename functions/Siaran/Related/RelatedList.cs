using System.Text.Json.Serialization;
using Siaran.Releases;

namespace Siaran.Related;

/// <summary>What is shown under a release as <em>Berita Terkait</em>: at most ten neighbours, best first.</summary>
public sealed record RelatedList
{
    public const int MaxNeighbours = 10;
    public const int MaxSpare = 5;

    /// <summary>Fewer neighbours than this are few, and the newest of the agency are offered apart.</summary>
    public const int Few = 4;
    public const int MaxNewest = 5;
    public const int MaxTranslations = 20;

    public required ReleaseId Id { get; init; }

    /// <summary>Whose list it is; null in rows written before lists had it.</summary>
    public RelatedSubject? Subject { get; init; }

    /// <summary>The editor's choice first, in the editor's order; then by falling score.</summary>
    public IReadOnlyList<Neighbour> Neighbours { get; init; } = [];

    /// <summary>The next best, to move up when a neighbour is withdrawn. Not for readers.</summary>
    public IReadOnlyList<Neighbour> Spare { get; init; } = [];

    /// <summary>
    /// The same release from other offices, or lightly rewritten, the first published first; shown once, apart from the neighbours.
    /// </summary>
    public IReadOnlyList<Neighbour> AlsoPublishedAs { get; init; } = [];

    /// <summary>The original and its other translations, by language. Linked by their editors, so without score and reasons.</summary>
    public IReadOnlyList<Neighbour> Translations { get; init; } = [];

    /// <summary>
    /// The newest of the same agency, for when the neighbours are few (<em>Terbaru</em>). Never stored: whoever serves the list fills it
    /// from the agency's listing.
    /// </summary>
    public IReadOnlyList<Neighbour> Newest { get; init; } = [];

    /// <summary>True for <c>related: none</c>: nothing may enter.</summary>
    public bool Closed { get; init; }

    /// <summary>Whether the two lists hold the same, down to the order and the reasons.</summary>
    public bool SaysTheSameAs(RelatedList other) =>
        Id == other.Id
        && Closed == other.Closed
        && Subject == other.Subject
        && Neighbours.SequenceEqual(other.Neighbours)
        && Spare.SequenceEqual(other.Spare)
        && AlsoPublishedAs.SequenceEqual(other.AlsoPublishedAs)
        && Translations.SequenceEqual(other.Translations);

    /// <summary>What readers get at <paramref name="now"/>: nothing whose time has not come, and no spare ones.</summary>
    public RelatedList At(DateTimeOffset now) =>
        this with
        {
            Neighbours = [.. Neighbours.Where(n => n.At(now) is Visibility.Visible)],
            Spare = [],
            AlsoPublishedAs = [.. AlsoPublishedAs.Where(n => n.At(now) is Visibility.Visible)],
            Translations = [.. Translations.Where(n => n.At(now) is Visibility.Visible)],
            Newest = [.. Newest.Where(n => n.At(now) is Visibility.Visible)],
        };
}

/// <summary>One related release, with all that its line in the list shows.</summary>
public sealed record Neighbour
{
    public required ReleaseId Id { get; init; }

    public required string Slug { get; init; }

    public required string Headline { get; init; }

    public string? Agency { get; init; }

    public string Language { get; init; } = "id";

    public required DateTimeOffset PublishAt { get; init; }

    /// <summary>From 0 to 1; comparable within one list.</summary>
    public double Score { get; init; }

    public RelationKind Kind { get; init; }

    /// <summary>Named by the editor in the front matter.</summary>
    public bool ChosenByEditor { get; init; }

    /// <summary>Why it is related, strongest first, in words for the list's readers: <c>Sama-sama membahas Inpres 2/2021</c>.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Whether it may be seen: only published releases are ever in a list, and a withdrawn one leaves it.</summary>
    public Visibility At(DateTimeOffset now) => Gate.VisibilityAt(ReleaseStatus.Published, everShown: false, PublishAt, now);

    public bool Equals(Neighbour? other) =>
        other is not null
        && (Id, Slug, Headline, Agency, Language) == (other.Id, other.Slug, other.Headline, other.Agency, other.Language)
        && (PublishAt, Score, Kind, ChosenByEditor) == (other.PublishAt, other.Score, other.Kind, other.ChosenByEditor)
        && Reasons.SequenceEqual(other.Reasons);

    public override int GetHashCode() => HashCode.Combine(Id, Headline, Score, Kind);
}

[JsonConverter(typeof(JsonStringEnumConverter<RelationKind>))]
public enum RelationKind
{
    Earlier,
    Later,
    SameEvent,
    SameSeries,
}

using System.Text.Json.Serialization;
using Siaran.Releases;

namespace Siaran.Related;

/// <summary>What stands under a release as <em>Berita Terkait</em>: at most ten neighbours, best first.</summary>
public sealed record RelatedList
{
    public required ReleaseId Id { get; init; }

    public IReadOnlyList<Neighbour> Neighbours { get; init; } = [];

    /// <summary>The same release from other offices, or lightly rewritten; shown once, apart from the neighbours.</summary>
    public IReadOnlyList<Neighbour> AlsoPublishedAs { get; init; } = [];

    /// <summary>The newest of the same agency, for when the neighbours are few (<em>Terbaru</em>).</summary>
    public IReadOnlyList<Neighbour> Newest { get; init; } = [];
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

    /// <summary>Why it is related, strongest first, in words for readers: <c>Sama-sama membahas Inpres 2/2021</c>.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}

[JsonConverter(typeof(JsonStringEnumConverter<RelationKind>))]
public enum RelationKind
{
    Earlier,
    Later,
    SameEvent,
    SameSeries,
}

using Siaran.Releases;
using Siaran.Tagging;

namespace Siaran.Related;

/// <summary>What the index keeps of a release.</summary>
internal sealed record Sketch
{
    public required ReleaseId Id { get; init; }

    public required string Slug { get; init; }

    public required string Headline { get; init; }

    public string? Agency { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset PublishAt { get; init; }

    public bool Closed { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ReleaseId> Listed { get; init; } = [];

    public static Sketch Of(TaggedRelease release) => new()
    {
        Id = release.Release.Id,
        Slug = release.Release.Slug,
        Headline = release.Release.Content.Headline,
        Agency = release.Release.Content.Agency,
        Language = release.Release.Content.Language,
        PublishAt = release.Release.PublishAt,
        Closed = release.Release.Content.Related.None,
        Tags = [.. release.Tags.Select(t => t.Id.ToString())],
        Labels = release.Tags.GroupBy(t => t.Id.ToString()).ToDictionary(g => g.Key, g => g.First().Label),
    };

    public Neighbour AsNeighbourOf(Sketch other, double score, IEnumerable<string> shared) => new()
    {
        Id = Id,
        Slug = Slug,
        Headline = Headline,
        Agency = Agency,
        Language = Language,
        PublishAt = PublishAt,
        Score = Math.Round(score, 3),
        Kind = PublishAt > other.PublishAt ? RelationKind.Later : RelationKind.Earlier,
        Reasons = [.. shared.Take(2).Select(t => other.Language == "en" ? $"Both about {other.Labels[t]}" : $"Sama-sama tentang {other.Labels[t]}")],
    };
}

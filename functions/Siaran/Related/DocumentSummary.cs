using Siaran.Releases;

namespace Siaran.Related;

/// <summary>A word of a release.</summary>
/// <param name="Word">Its 32-bit name.</param>
/// <param name="Own">Its weight in the release itself.</param>
/// <param name="Spread">Its weight once the words of the nearest neighbours are taken in.</param>
internal readonly record struct WeightedWord(uint Word, Weight Own, Weight Spread);

/// <summary>A tag of a release.</summary>
/// <param name="Tag">Its 32-bit name.</param>
/// <param name="Kind">What sort of reason it gives.</param>
/// <param name="Weight">By kind, rarity and confidence.</param>
internal readonly record struct WeightedTag(uint Tag, TagSort Kind, Weight Weight);

/// <summary>Kinds of tag as far as relating cares. Stored: values never change.</summary>
internal enum TagSort : byte
{
    Other = 0,
    Regulation = 1,
    Programme = 2,
    Person = 3,
    Region = 4,
    Agency = 5,
    Topic = 6,
}

/// <summary>A number from 0 to 1 in one byte, finer where it is small.</summary>
internal readonly record struct Weight(byte Level)
{
    // The square gives small weights the finer steps: they are by far the most, and equal steps would
    // round them to nothing.
    public double Value => Level / 255.0 * (Level / 255.0);

    public static Weight Of(double value) => new((byte)Math.Round(255 * Math.Sqrt(Math.Clamp(value, 0, 1))));
}

/// <summary>What the index keeps of a release: enough to score it against another and to name it in a list.</summary>
internal sealed record DocumentSummary
{
    public const int MaxWords = 128;

    /// <summary>Its place in the order of collecting; a corrected release gets a new one.</summary>
    public required long Number { get; init; }

    public required ReleaseId Id { get; init; }

    public required string Slug { get; init; }

    public required string Headline { get; init; }

    public string? Agency { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset PublishAt { get; init; }

    public DateOnly? EventDate { get; init; }

    /// <summary>True for <c>related: none</c>.</summary>
    public bool Closed { get; init; }

    /// <summary>The releases that the editor named, in that order.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];

    /// <summary>The release that it translates; null where it translates none.</summary>
    public ReleaseId? TranslationOf { get; init; }

    /// <summary>What names the release and its translations alike: the original.</summary>
    public ReleaseId Root => TranslationOf ?? Id;

    /// <summary>Equal for two readings of a release that relate alike and that searches show alike.</summary>
    public required ulong Content { get; init; }

    /// <summary>By their names, at most <see cref="MaxWords"/>.</summary>
    public required IReadOnlyList<WeightedWord> Words { get; init; }

    public required IReadOnlyList<WeightedTag> Tags { get; init; }

    public required byte[] Signature { get; init; }
}

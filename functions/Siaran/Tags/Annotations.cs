using System.Text.Json.Serialization;
using Siaran.Releases;

namespace Siaran.Tags;

/// <summary>All that was read out of a release.</summary>
public sealed record Annotations
{
    public static Annotations Empty { get; } = new();

    /// <summary>By kind, then by falling confidence, then by id.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    public IReadOnlyList<Quote> Quotes { get; init; } = [];

    public IReadOnlyList<KeyFigure> Figures { get; init; } = [];

    public IReadOnlyList<EventDate> Dates { get; init; } = [];

    /// <summary>The version of the vocabularies and models it was read with.</summary>
    public string Version { get; init; } = "";
}

/// <summary>Words someone said.</summary>
/// <param name="Text">Without the outer quotation marks.</param>
/// <param name="Span">With them.</param>
/// <param name="Speaker">The name as the text gives it.</param>
/// <param name="Person">The speaker's tag, where there is one.</param>
public sealed record Quote(string Text, Evidence Span, string? Speaker, TagId? Person);

/// <summary>A number that the release gives.</summary>
/// <param name="Value">The number itself: <c>2,1 juta</c> is 2100000.</param>
/// <param name="Unit">
/// <c>percent</c>, <c>IDR</c>, a unit of measure, or the counted noun; of a price or a rate with what it is for each of: <c>IDR/kg</c>.
/// </param>
/// <param name="Measures">What it measures, in the text's own words.</param>
/// <param name="Span">The number and its unit.</param>
public sealed record KeyFigure(decimal Value, string? Unit, string? Measures, Evidence Span);

/// <summary>A day or a range of days of which the release speaks.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; equal to <paramref name="From"/> for one day.</param>
/// <param name="Span">The words that give it.</param>
public sealed record EventDate(DateOnly From, DateOnly To, Evidence Span);

/// <summary>A release and what was understood of it.</summary>
// The name in stored rows is the former one, so that rows from before the renaming are still read.
public sealed record TaggedRelease(Release Release, [property: JsonPropertyName("Understanding")] Annotations Annotations)
{
    /// <summary>The pass of re-tagging that these tags come from; 0 for those that the revision came in with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int TaggingPass { get; init; }

    /// <summary>Decides which of two states of a release is the newer one.</summary>
    [JsonIgnore]
    public Edition Edition => new(Release.Revision, TaggingPass);

    public IReadOnlyList<Tag> Tags => Annotations.Tags;
}

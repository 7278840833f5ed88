using Siaran.Tags;

namespace Siaran.Search;

/// <summary>What a search came to, as the gate has it at the moment of the search.</summary>
/// <param name="Total">How many releases were found, whether shown or not.</param>
/// <param name="Hits">Those shown, in their order.</param>
/// <param name="Meant">The text with its misspelt words put right, which is what was looked for; null where nothing was misspelt.</param>
public sealed record SearchResult(int Total, IReadOnlyList<SearchHit> Hits, string? Meant);

/// <summary>A release that was found.</summary>
/// <param name="Tagged">Without its HTML, without implied tags and evidence.</param>
/// <param name="Headline">The words of the search lit.</param>
/// <param name="Snippet">From where the text has most of the words.</param>
public sealed record SearchHit(TaggedRelease Tagged, IReadOnlyList<SnippetRun> Headline, IReadOnlyList<SnippetRun> Snippet);

/// <summary>A piece of a text.</summary>
/// <param name="Text">Plain.</param>
/// <param name="IsLit">Whether it is a word of the search.</param>
public sealed record SnippetRun(string Text, bool IsLit);

/// <summary>How many releases a month has.</summary>
/// <param name="First">The first day of the month.</param>
/// <param name="Count">At least 1.</param>
public sealed record MonthCount(DateOnly First, int Count);

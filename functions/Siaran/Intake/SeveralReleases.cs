namespace Siaran.Intake;

/// <summary>
/// Finds where a second release begins in a text: a label of releases below paragraphs, with a headline and paragraphs of its own.
/// </summary>
internal static class SeveralReleases
{
    private const int LeastOfText = 100;
    private const int LongestLabel = 80;
    private const int LongestHeadline = 200;
    private const int MostBetween = 5;
    private const int MostBlocks = 2_000;

    private static readonly string[] OfReleases = ["pers", "press", "rilis", "release", "media", "akhbar"];

    /// <summary>The headline of the second release, or null.</summary>
    /// <param name="blocks">Of the document, as read.</param>
    public static string? Second(IReadOnlyList<string> blocks)
    {
        var hasText = false;
        for (var at = 0; at < Math.Min(blocks.Count, MostBlocks); at++)
        {
            var text = blocks[at];
            if (hasText && IsLabel(text) && Headline(blocks, at + 1) is { } headline)
            {
                return headline;
            }

            hasText |= text.Length >= LeastOfText;
        }

        return null;
    }

    private static bool IsLabel(string text) =>
        text.Length <= LongestLabel
        && Labels.Whole(text) is { } label
        && label.Split(' ').Any(word => OfReleases.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>The first line that is no detail, where a paragraph is behind it within a few lines.</summary>
    private static string? Headline(IReadOnlyList<string> blocks, int from)
    {
        string? headline = null;
        for (var at = from; at < Math.Min(blocks.Count, from + MostBetween); at++)
        {
            var text = blocks[at];
            if (headline is not null && text.Length >= LeastOfText)
            {
                return headline;
            }

            headline ??= text.Length is > 0 and <= LongestHeadline && text[^1] != '.' && !Header.IsAboveHeadline(text) ? text : null;
        }

        return null;
    }
}

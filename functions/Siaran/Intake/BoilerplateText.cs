namespace Siaran.Intake;

/// <summary>
/// Knows page furniture by its words, where no mark-up tells it: pasted text. Precision comes first: a line must be all furniture.
/// </summary>
internal static class BoilerplateText
{
    private const int MostSpaces = 2;

    private static readonly char[] Arrows = ['>', '»', '›', '→'];

    private static readonly ILookup<string, string> Rows = IntakeVocabulary.Read("boilerplate.tsv");

    private static readonly HashSet<string> TailHeadings = new(Rows["tail"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Lines = new(Rows["line"], StringComparer.OrdinalIgnoreCase);

    // The sign needs its space, or a word that begins with it would do; lines of a file have none at their ends.
    private static readonly string[] Starts = [.. Rows["start"], "© "];

    private static readonly HashSet<string> ShareWords = new(Rows["share"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> ShareNames = new(Rows["site"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Headings after which nothing of the release follows.</summary>
    public static bool IsTailHeading(string text) => text.Length <= 60 && TailHeadings.Contains(Bare(text));

    /// <summary>Lines that are no part of a release wherever they stand.</summary>
    /// <param name="text">A block's text.</param>
    /// <param name="isLink">Whether the block is little more than a link.</param>
    public static bool IsLine(string text, bool isLink)
    {
        if (text.Length > 400)
        {
            return false;
        }

        var bare = Bare(text);
        return bare.Length == 0
            ? !text.Contains('*', StringComparison.Ordinal)
                && !text.Contains('#', StringComparison.Ordinal)
                && text.Length > 0
                && text.All(c => "|/•·»>«<_=~-–—".Contains(c, StringComparison.Ordinal))
            : Lines.Contains(bare)
                || Starts.Any(s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase))
                || (isLink && IsReadAlso(text))
                || IsBreadcrumb(text)
                || IsShareBar(text)
                || FurnitureLines.Is(text, isLink);
    }

    private static bool IsReadAlso(string text) =>
        text.StartsWith("baca juga", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("simak juga", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("read also", StringComparison.OrdinalIgnoreCase);

    private static bool IsBreadcrumb(string text) =>
        text.Length <= 200
        && (
            (StartsWith(text, "Beranda ") || StartsWith(text, "Home ")) && text.Split(' ')[1] is "/" or ">" or "»" or "›" or "|" or "→"
            || (
                (StartsWith(text, "Berita ") || StartsWith(text, "News "))
                && text.Split(Arrows, StringSplitOptions.TrimEntries) is { Length: > 1 } steps
                && steps.All(step => step.Length > 0 && step.Count(c => c == ' ') <= MostSpaces)
            )
        );

    private static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static bool IsShareBar(string text)
    {
        if (text.Length > 120)
        {
            return false;
        }

        var words = text.Split([' ', '|', '/', '•', '·', ',', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && words.All(ShareWords.Contains) && words.Count(ShareNames.Contains) >= 2;
    }

    private static string Bare(string text) =>
        text.Trim(' ', ':', '.', '|', '/', '•', '·', '»', '>', '›', '«', '<', '_', '=', '~', '-', '–', '—', '*', '#', '↑', '▲');
}

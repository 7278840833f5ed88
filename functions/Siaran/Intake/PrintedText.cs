using System.Text;

namespace Siaran.Intake;

/// <summary>
/// Undoes what printing did to plain text that was copied out of pages: wrapped lines, hyphens at their ends, page numbers and running
/// heads.
/// </summary>
internal static class PrintedText
{
    private const int ShortestWrap = 40;
    private const int LongestWrap = 200;
    private const int MostAbove = 4;
    private const int LeastLines = 3;
    private const double Full = 0.85;
    private const double LeastFull = 0.6;
    private const int LongestSpaced = 120;
    private const int LeastSpaced = 3;
    private const int LongestOpen = 10_000;

    /// <summary>The paragraphs of a text, white space folded.</summary>
    /// <param name="groups">The text's lines as written, none empty, grouped by empty lines.</param>
    public static IReadOnlyList<string> Paragraphs(IReadOnlyList<IReadOnlyList<string>> groups)
    {
        groups = Closed(PrintedPages.Split(groups));
        var pages = new PrintedPages(groups);
        var (paragraphs, isAfterPage) = (new List<string>(), false);
        for (var at = 0; at < groups.Count; at++)
        {
            if (pages.Have(at))
            {
                isAfterPage = true;
                continue;
            }

            var next = Unwrapped([.. groups[at].Select(Characters.Fold)]);
            if (isAfterPage && paragraphs.Count > 0 && GoesOn(paragraphs[^1], next[0]))
            {
                paragraphs[^1] = Append(new StringBuilder(paragraphs[^1]), paragraphs[^1], next[0]).ToString();
                next.RemoveAt(0);
            }

            paragraphs.AddRange(next);
            isAfterPage = false;
        }

        return paragraphs;
    }

    /// <summary>Lines that were written with an empty line after each, without those lines.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> Closed(IReadOnlyList<IReadOnlyList<string>> groups)
    {
        var width = groups.Where(g => g.Count == 1).Select(g => Characters.Fold(g[0]).Length).DefaultIfEmpty().Max();
        if (
            width is < ShortestWrap or > LongestSpaced
            || Enumerable.Range(1, groups.Count - 1).Count(at => GoesOnAfter(at) && char.IsLower(groups[at][0].TrimStart()[0]))
                < LeastSpaced
        )
        {
            return groups;
        }

        var closed = new List<List<string>> { groups[0].ToList() };
        for (var at = 1; at < groups.Count; at++)
        {
            if (GoesOnAfter(at))
            {
                closed[^1].AddRange(groups[at]);
            }
            else
            {
                closed.Add([.. groups[at]]);
            }
        }

        return closed;

        bool GoesOnAfter(int at)
        {
            if (groups[at - 1].Count > 1 || groups[at].Count > 1)
            {
                return false;
            }

            var (line, next) = (Characters.Fold(groups[at - 1][0]), Characters.Fold(groups[at][0]));
            return line.Length >= width * LeastFull && line.Length + 1 + FirstWord(next) > width && !EndsSentence(line);
        }
    }

    /// <summary>Whether a page ended within a paragraph.</summary>
    private static bool GoesOn(string paragraph, string next) =>
        paragraph.Length <= LongestOpen && !EndsSentence(paragraph) && char.IsLower(next[0]);

    /// <summary>Lines as the paragraphs that they were wrapped from; each line by itself where they were not.</summary>
    private static List<string> Unwrapped(List<string> lines)
    {
        // A headline, a dateline or a label may be above the text without an empty line between.
        for (var above = 0; above <= MostAbove && lines.Count - above >= (above == 0 ? 2 : LeastLines); above++)
        {
            if (Wrapped(lines[above..]) is { } paragraphs)
            {
                return [.. lines.Take(above), .. paragraphs];
            }
        }

        return lines;
    }

    private static List<string>? Wrapped(List<string> lines)
    {
        var width = lines.Max(l => l.Length);
        if (width is < ShortestWrap or > LongestWrap)
        {
            return null;
        }

        var (paragraphs, current, wraps) = (new List<string>(), new StringBuilder(lines[0]), 0);
        for (var at = 1; at < lines.Count; at++)
        {
            var (line, next) = (lines[at - 1], lines[at]);
            var isFull = line.Length + 1 + FirstWord(next) > width;
            if (EndsSentence(line) && !isFull && (line.Length < width * Full || char.IsUpper(next[0])))
            {
                paragraphs.Add(current.ToString());
                current.Clear().Append(next);
            }
            else if (isFull || IsCut(line, next) || (line.Length >= width * LeastFull && char.IsLower(next[0])))
            {
                Append(current, line, next);
                wraps++;
            }
            else
            {
                return null;
            }
        }

        return wraps > 0 ? [.. paragraphs, current.ToString()] : null;
    }

    /// <summary>Whether a word goes on in the next line.</summary>
    private static bool IsCut(string line, string next) =>
        line.Length > 2 && IsHyphen(line[^1]) && char.IsLetterOrDigit(line[^2]) && char.IsLetterOrDigit(next[0]);

    private static bool IsHyphen(char c) => c is '-' or '\u2010';

    /// <summary>
    /// Appends a line: a word that was cut at its border is whole again, one with a hyphen of its own (<c>pulau-pulau</c>, <c>ke-17</c>)
    /// keeps it.
    /// </summary>
    /// <param name="text">Ends with <paramref name="line"/>.</param>
    /// <param name="line">The line before.</param>
    /// <param name="next">Not empty.</param>
    private static StringBuilder Append(StringBuilder text, string line, string next)
    {
        if (!IsCut(line, next))
        {
            return text.Append(' ').Append(next);
        }

        var (first, second) = (line[(line.LastIndexOf(' ') + 1)..^1], next[..FirstLetters(next)]);
        var isOwn = !char.IsLower(line[^2]) || !char.IsLower(next[0]) || DoubledWords.Are(first, second);
        text.Length--;
        return text.Append(isOwn ? "-" : "").Append(next);
    }

    private static int FirstLetters(string text) => text.AsSpan().IndexOfAnyExceptInRange('a', 'z') is >= 0 and var end ? end : text.Length;

    private static int FirstWord(string line) => line.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var end ? end : line.Length;

    private static bool EndsSentence(string text) =>
        text.Length > 0 && (text[^1] is '.' or '!' or '?' or '…' or ':' or ')' || Characters.IsClosingQuote(text[^1]));
}

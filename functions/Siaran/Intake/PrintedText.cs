using System.Text;
using System.Text.RegularExpressions;

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
    private const int LongestHead = 120;
    private const int LongestOpen = 10_000;

    private static readonly Regex PageNumber = new(
        @"^[-–—\s]*((halaman|page|hal\.?|hlm\.?)\s*)?[0-9]{1,3}(\s*(/|dari|of)\s*[0-9]{1,3})?[-–—\s]*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    );

    /// <summary>A running head with the page's number in the same line.</summary>
    private static readonly Regex HeadWithNumber = new(
        @"\b(halaman|page|hal\.?|hlm\.?)\s*[0-9]{1,3}(\s*(/|dari|of)\s*[0-9]{1,3})?\W*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    );

    private static readonly Regex Digits = new("[0-9]+", RegexOptions.NonBacktracking);

    private static readonly Regex Gap = new(@"\S(\t|\s{3,})\S", RegexOptions.NonBacktracking);

    /// <summary>The paragraphs of a text, white space folded.</summary>
    /// <param name="groups">The text's lines as written, none empty, grouped by empty lines.</param>
    public static IReadOnlyList<string> Paragraphs(IReadOnlyList<IReadOnlyList<string>> groups)
    {
        var repeated = groups
            .Where(g => g.Count == 1 && g[0].Length <= LongestHead)
            .GroupBy(g => Characters.Fold(g[0]), StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        var heads = groups
            .Where(g => g.Count == 1 && g[0].Length <= LongestHead && HeadWithNumber.IsMatch(g[0]))
            .GroupBy(g => Digits.Replace(Characters.Fold(g[0]), "#"), StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .SelectMany(g => g)
            .ToHashSet();
        var (paragraphs, isAfterPage) = (new List<string>(), false);
        for (var at = 0; at < groups.Count; at++)
        {
            if (heads.Contains(groups[at]) || IsOfPage(groups, at, repeated))
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

    /// <summary>A page's number within the text, or the running head next to one.</summary>
    private static bool IsOfPage(IReadOnlyList<IReadOnlyList<string>> groups, int at, HashSet<string> repeated) =>
        at > 0
        && groups[at].Count == 1
        && (
            (PageNumber.IsMatch(groups[at][0]) && SignOff.LengthIn(groups[at][0].Trim()) == 0)
            || (
                groups[at][0].Length <= LongestHead
                && (IsNumber(groups, at - 1) || IsNumber(groups, at + 1))
                && (Gap.IsMatch(groups[at][0].Trim()) || repeated.Contains(Characters.Fold(groups[at][0])))
            )
        );

    private static bool IsNumber(IReadOnlyList<IReadOnlyList<string>> groups, int at) =>
        at > 0 && at < groups.Count && groups[at].Count == 1 && PageNumber.IsMatch(groups[at][0]);

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
        line.Length > 2 && line[^1] == '-' && char.IsLetter(line[^2]) && char.IsLower(next[0]);

    /// <summary>
    /// Appends a line: a word that was cut at its border is whole again, a doubled one (<c>pulau-pulau</c>) keeps its hyphen.
    /// </summary>
    /// <param name="text">Ends with <paramref name="line"/>.</param>
    /// <param name="line">The line before.</param>
    /// <param name="next">Not empty.</param>
    private static StringBuilder Append(StringBuilder text, string line, string next)
    {
        if (line.Length < 2 || line[^1] != '-' || !char.IsLower(line[^2]) || !char.IsLower(next[0]))
        {
            return text.Append(' ').Append(next);
        }

        var (first, second) = (line[(line.LastIndexOf(' ') + 1)..^1], next[..FirstLetters(next)]);
        var isDoubled = first.Equals(second, StringComparison.OrdinalIgnoreCase) || first.Contains('-', StringComparison.Ordinal);
        text.Length -= isDoubled ? 0 : 1;
        return text.Append(next);
    }

    private static int FirstLetters(string text) => text.AsSpan().IndexOfAnyExceptInRange('a', 'z') is >= 0 and var end ? end : text.Length;

    private static int FirstWord(string line) => line.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var end ? end : line.Length;

    private static bool EndsSentence(string text) =>
        text.Length > 0 && (text[^1] is '.' or '!' or '?' or '…' or ':' or ')' || Characters.IsClosingQuote(text[^1]));
}

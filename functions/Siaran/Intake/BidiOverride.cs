using System.Globalization;
using System.Text;

namespace Siaran.Intake;

/// <summary>
/// Text behind a right-to-left override (U+202E; Unicode Standard Annex 9 §2.2) in the order in which it is seen: letters that are stored
/// backwards read as their words, so that nothing is hidden from the rules that a reader sees.
/// </summary>
internal static class BidiOverride
{
    private const char Override = '\u202E';
    private const char End = '\u202C';

    /// <summary>Whether there is such a text.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) => text.Contains(Override);

    /// <summary>The text as seen, each override up to its end or that of its line.</summary>
    public static string AsSeen(ReadOnlySpan<char> text)
    {
        var seen = new StringBuilder(text.Length);
        while (text.IndexOf(Override) is >= 0 and var at)
        {
            seen.Append(text[..at]);
            text = text[(at + 1)..];
            var end = text.IndexOfAny([End, '\n', '\r', Override]);
            var hidden = end < 0 ? text : text[..end];
            seen.Append(Reversed(hidden.ToString()));
            text = text[hidden.Length..];
        }

        return seen.Append(text).ToString();
    }

    /// <summary>Backwards by what is seen as one character; scripts from right to left are as they were.</summary>
    public static string Reversed(string text)
    {
        if (text.EnumerateRunes().Any(IsRightToLeft))
        {
            return text;
        }

        var starts = StringInfo.ParseCombiningCharacters(text);
        var (made, end) = (new StringBuilder(text.Length), text.Length);
        foreach (var start in starts.Reverse())
        {
            made.Append(text, start, end - start);
            end = start;
        }

        return made.ToString();
    }

    /// <summary>Hebrew, Arabic and their neighbours.</summary>
    private static bool IsRightToLeft(Rune rune) =>
        rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF);
}

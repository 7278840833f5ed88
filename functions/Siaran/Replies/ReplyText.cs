using System.Globalization;
using System.Text;
using Siaran.Intake;

namespace Siaran.Replies;

/// <summary>Makes plain text of what a stranger typed.</summary>
public static class ReplyText
{
    /// <summary>Marks that may follow one letter. Without a bound a few letters cover the lines around them.</summary>
    private const int MostMarks = 3;

    /// <summary>One line.</summary>
    public static string Line(string text) => string.Join(' ', Plain(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Lines, with at most one empty one between two.</summary>
    public static string Lines(string text)
    {
        var kept = new List<string>();
        foreach (var line in Plain(text).Split('\n').Select(line => line.Trim()))
        {
            if (line.Length > 0 || (kept.Count > 0 && kept[^1].Length > 0))
            {
                kept.Add(line);
            }
        }

        return string.Join('\n', kept).Trim();
    }

    /// <summary>Composed, without controls and without what changes the direction of text or is not seen.</summary>
    // A lone half of a surrogate pair cannot be normalised, and Characters takes it away first.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in Characters.Clean(text).Text.Normalize().EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (rune.Value is '\n' or '\u200D')
            {
                plain.Append((char)rune.Value);
            }
            else if (
                category
                    is not (
                        UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                    )
                && marks <= MostMarks
            )
            {
                plain.Append(rune);
            }
            else if (rune.Value is '\t')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString();
    }
}

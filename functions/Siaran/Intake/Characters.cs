using System.Buffers;
using System.Text;

namespace Siaran.Intake;

/// <summary>Makes text of characters that every feed can carry (XML 1.0 §2.2), with one kind of line end and of space.</summary>
internal static class Characters
{
    private const char FirstLigature = '\uFB00';
    private const char LastLigature = '\uFB06';

    /// <summary>The letters that print joins in one character (Unicode, Alphabetic Presentation Forms).</summary>
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>All that <see cref="Clean(string)"/> does not copy as it is.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create([
        .. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsSpecial),
    ]);

    /// <summary>The text as it is seen, without invisible characters; how many control characters went.</summary>
    public static (string Text, int Controls) Clean(string text) => text.AsSpan().ContainsAny(Special) ? Clean(text.AsSpan()) : (text, 0);

    /// <inheritdoc cref="Clean(string)"/>
    public static (string Text, int Controls) Clean(ReadOnlySpan<char> text)
    {
        if (BidiOverride.IsIn(text))
        {
            return Clean(BidiOverride.AsSeen(text).AsSpan());
        }

        // A page may be megabytes, and gathering it in pieces would copy it twice. Some characters become two.
        var made = ArrayPool<char>.Shared.Rent(text.Length + text.Count('\u000C') + text.Count('\u2029') + (2 * Ligatured(text)));
        try
        {
            var (length, controls, at) = (0, 0, 0);
            while (at < text.Length)
            {
                var next = text[at..].IndexOfAny(Special);
                var plain = next < 0 ? text[at..] : text.Slice(at, next);
                plain.CopyTo(made.AsSpan(length));
                (length, at) = (length + plain.Length, at + plain.Length);
                controls += next < 0 ? 0 : Append(made, ref length, text, ref at);
            }

            return (new string(made, 0, length), controls);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(made);
        }
    }

    /// <summary>Appends what the special character there becomes, and goes past it; 1 where it was a control character.</summary>
    private static int Append(char[] made, ref int length, ReadOnlySpan<char> text, ref int at)
    {
        var i = at++;
        var c = text[i];
        var isPair = char.IsHighSurrogate(c) && at < text.Length && char.IsLowSurrogate(text[at]);
        var becomes = c switch
        {
            '\r' => i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n",
            '\u000B' or '\u0085' or '\u2028' => "\n",
            '\u000C' or '\u2029' => "\n\n",
            '\u200D' => JoinsEmoji(text, i) ? "\u200D" : "",
            // At the end of a line a hyphen is seen.
            '\u00AD' when at < text.Length && text[at] is '\n' or '\r' => "-",
            >= FirstLigature and <= LastLigature => Ligatures[c - FirstLigature],
            _ when isPair => text.Slice(i, 2),
            _ => IsSpace(c) ? " " : "",
        };
        becomes.CopyTo(made.AsSpan(length));
        length += becomes.Length;
        at += isPair ? 1 : 0;
        return becomes.IsEmpty && c is not ('\r' or '\u200D') && !IsInvisible(c) ? 1 : 0;
    }

    private static int Ligatured(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyInRange(FirstLigature, LastLigature);
        if (first < 0)
        {
            return 0;
        }

        var count = 0;
        foreach (var c in text[first..])
        {
            count += c is >= FirstLigature and <= LastLigature ? 1 : 0;
        }

        return count;
    }

    private static bool IsSpace(char c) => c is '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000';

    private static bool IsInvisible(char c) =>
        c
            is '\u00AD'
                or '\u200B'
                or '\u200C'
                or '\u200E'
                or '\u200F'
                or '\u2060'
                or '\uFEFF'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069');

    private static bool IsSpecial(char c) =>
        IsSpace(c)
        || IsInvisible(c)
        || c is (>= FirstLigature and <= LastLigature) or '\u2028' or '\u2029' or '\u200D' or '\uFFFE' or '\uFFFF'
        || char.IsSurrogate(c)
        || (char.IsControl(c) && c is not ('\n' or '\t'));

    /// <summary>Every run of white space as one space, none at the ends.</summary>
    /// <remarks>A text that is folded already is given back as it is.</remarks>
    public static string Fold(string text)
    {
        if (IsFolded(text))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at > start)
            {
                builder.Append(builder.Length > 0 ? " " : "").Append(text, start, at - start);
            }
        }

        return builder.ToString();
    }

    private static bool IsFolded(string text)
    {
        var isSpaced = true;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (isSpaced || c != ' ')
                {
                    return false;
                }

                isSpaced = true;
            }
            else
            {
                isSpaced = false;
            }
        }

        return text.Length == 0 || !isSpaced;
    }

    public static bool IsDash(char c) => c is '-' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFF0D';

    public static bool IsClosingQuote(char c) => c is '"' or '\'' or '”' or '’' or '»';

    public static bool IsOpeningQuote(char c) => c is '"' or '\'' or '“' or '‘' or '«' or '„';

    private static bool JoinsEmoji(ReadOnlySpan<char> text, int i) =>
        i > 0 && i + 1 < text.Length && (char.IsLowSurrogate(text[i - 1]) || text[i - 1] == '\uFE0F') && text[i + 1] >= '\u2190';
}

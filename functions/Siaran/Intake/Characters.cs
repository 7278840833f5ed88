using System.Text;

namespace Siaran.Intake;

/// <summary>Makes text of characters that every feed can carry (XML 1.0 §2.2), with one kind of line end and of space.</summary>
internal static class Characters
{
    /// <summary>The text without invisible characters; how many control characters went.</summary>
    public static (string Text, int Controls) Clean(string text)
    {
        var builder = new StringBuilder(text.Length);
        var controls = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\r':
                    builder.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
                    break;
                case '\n' or '\t':
                    builder.Append(c);
                    break;
                case '\u000B' or '\u0085' or '\u2028':
                    builder.Append('\n');
                    break;
                case '\u000C' or '\u2029':
                    builder.Append("\n\n");
                    break;
                case '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000':
                    builder.Append(' ');
                    break;
                case '\u00AD'
                or '\u200B'
                or '\u200C'
                or '\u200E'
                or '\u200F'
                or '\u2060'
                or '\uFEFF'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069'):
                    break;
                case '\u200D':
                    builder.Append(JoinsEmoji(text, i) ? "\u200D" : "");
                    break;
                case < ' ' or (>= '\u007F' and <= '\u009F') or '\uFFFE' or '\uFFFF':
                    controls++;
                    break;
                case >= '\uD800' and <= '\uDFFF':
                    var paired = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                    controls += paired ? 0 : 1;
                    builder.Append(paired ? text.AsSpan(i, 2) : "");
                    i += paired ? 1 : 0;
                    break;
                default:
                    builder.Append(c);
                    break;
            }
        }

        return (builder.ToString(), controls);
    }

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

    private static bool JoinsEmoji(string text, int i) =>
        i > 0 && i + 1 < text.Length && (char.IsLowSurrogate(text[i - 1]) || text[i - 1] == '\uFE0F') && text[i + 1] >= '\u2190';
}

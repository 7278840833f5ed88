namespace Siaran.Intake;

/// <summary>Knows data by how their lines are written, where no first line says what they are: rows, keys and values, Base64.</summary>
internal static class WrittenData
{
    private const int MostLines = 2_000;
    private const int LongestRow = 200;
    private const int LeastRows = 3;
    private const int LeastEncoded = 5;

    private static readonly GuardedRegex Key = new(@"^[a-z][a-z0-9_-]{0,40}:(\s|$)");

    private static readonly GuardedRegex Encoded = new(@"^[A-Za-z0-9+/]{20,}={0,2}$");

    /// <summary>Whether half of the lines or more are rows of cells, their head and what is above and below them aside.</summary>
    public static bool IsTable(string text)
    {
        if (IsMarkUp(text))
        {
            return false;
        }

        var (rows, lines) = (0, 0);
        // Without a copy of each line: a text may be megabytes.
        foreach (var written in text.AsSpan().EnumerateLines())
        {
            var line = written.TrimEnd();
            if (line.Length == 0)
            {
                continue;
            }

            lines++;
            rows += IsRow(line) ? 1 : 0;
            if (lines == MostLines)
            {
                break;
            }
        }

        return rows >= LeastRows && rows * 2 >= lines;
    }

    /// <summary>Whether all lines are keys in small letters with their values, or below one.</summary>
    public static bool IsSettings(string text)
    {
        var keys = 0;
        foreach (var line in Lines(text))
        {
            if (Key.IsMatch(line))
            {
                keys++;
            }
            else if (!(keys > 0 && line is [' ' or '-' or '\t', ..]))
            {
                return false;
            }
        }

        return keys >= LeastRows;
    }

    /// <summary>Whether all lines are letters and figures without a space.</summary>
    public static bool IsEncoded(string text)
    {
        var lines = 0;
        foreach (var line in Lines(text))
        {
            if (!Encoded.IsMatch(line))
            {
                return false;
            }

            lines++;
        }

        return lines >= LeastEncoded;
    }

    private static bool IsRow(ReadOnlySpan<char> line) =>
        line.Length <= LongestRow && line[^1] is not ('.' or '!' or '?' or ':') && IsParted(line);

    /// <summary>
    /// Whether a separator has nothing around it, as no text has it between words: <c>Timur,20</c>. In a text it may be within a number.
    /// </summary>
    private static bool IsParted(ReadOnlySpan<char> line)
    {
        var isText = line.Contains(' ');
        for (var at = 1; at + 1 < line.Length; at++)
        {
            var (before, after) = (line[at - 1], line[at + 1]);
            if (
                line[at] is ',' or ';' or '\t'
                && !(IsSeparator(before) || IsSeparator(after) || after is ':')
                && !(isText && char.IsAsciiDigit(before) && char.IsAsciiDigit(after))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSeparator(char c) => char.IsWhiteSpace(c) || c is ',' or ';';

    private static bool IsMarkUp(string text) => text.AsSpan().TrimStart() is ['<', ..] || text.Contains("</", StringComparison.Ordinal);

    /// <summary>Its lines with something in them, one after another.</summary>
    private static IEnumerable<string> Lines(string text)
    {
        var lines = 0;
        for (var at = 0; at < text.Length && lines < MostLines; lines++)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            if (!text.AsSpan(at, end - at).IsWhiteSpace())
            {
                yield return text[at..end].TrimEnd();
            }

            at = end + 1;
        }
    }
}

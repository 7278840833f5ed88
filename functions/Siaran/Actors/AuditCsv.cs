using System.Globalization;
using System.Text;

namespace Siaran.Actors;

/// <summary>The audit as a table for spreadsheets (RFC 4180).</summary>
public static class AuditCsv
{
    /// <summary>What a spreadsheet would take for the begin of a formula.</summary>
    // The reason of a withdrawal is anyone's text, and a spreadsheet runs a cell that begins so (CSV
    // injection; the characters are those that OWASP lists, in their full width too, which Excel reads alike).
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    /// <summary>A header and a line for each change.</summary>
    public static string Of(IEnumerable<AuditLine> lines)
    {
        var csv = new StringBuilder("at,actor,act,office,release,revision,from,detail\r\n");
        foreach (var line in lines)
        {
            string?[] cells =
            [
                line.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                line.Actor,
                line.Act,
                line.Office,
                line.Release?.ToString(),
                line.Revision?.ToString(CultureInfo.InvariantCulture),
                line.From,
                line.Detail,
            ];
            csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        }

        return csv.ToString();
    }

    private static string Cell(string? text)
    {
        var safe =
            text?.TrimStart(' ', '\u3000') is { Length: > 0 } begun && FormulaStarts.Contains(begun[0], StringComparison.Ordinal)
                ? "'" + text
                : text ?? "";
        return safe.IndexOfAny([',', '"', '\r', '\n']) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

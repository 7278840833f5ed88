using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>Knows text that is no release by how it is written, whatever it is called: mail, calendars, exports, tables.</summary>
internal static class ForeignDocument
{
    private const int HeadLines = 25;
    private const int LongestHeader = 1000;
    private const int LongestTableHead = 2000;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly GuardedRegex MailHeader = new(
        @"^\W*(from|to|cc|bcc|reply-to|subject|date|sent|dari|kepada|untuk|ke|perihal|subjek|tanggal|dikirim|message-id|mime-version|content-type|content-transfer-encoding|received|return-path|delivered-to|x-[a-z-]+|dkim-signature)\*?\s*:\*?\s*(?<value>\S.*)?$",
        Options
    );

    private static readonly GuardedRegex Address = new(@"[A-Za-z0-9]@[A-Za-z0-9-]+\.[A-Za-z0-9]");

    private static readonly string[] XmlRoots =
    [
        "<rss",
        "<feed",
        "<rdf:rdf",
        "<channel",
        "<item",
        "<opml",
        "<urlset",
        "<sitemapindex",
        "<wp:",
        "<svg",
        "<plist",
        "<kml",
        "<gpx",
        "<nitf",
        "<newsml",
        "<newsitem",
        "<newsmessage",
    ];

    /// <summary>What the text is, such as <c>e-mail pasted as text</c>, or null where it may be a release.</summary>
    /// <param name="text">The whole document, decoded, its lines ending in <c>\n</c>.</param>
    public static string? Of(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase) ? "iCalendar (.ics)"
            : start.StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase) ? "vCard (.vcf)"
            : IsXml(start) ? "XML (RSS, Atom, WordPress)"
            : start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase) || IsMail(text) ? "e-mail pasted as text"
            : IsJson(start) ? "JSON (.json)"
            : IsTable(text) ? "CSV (.csv)"
            : ProgramFile.Of(text);
    }

    /// <summary>Two lines of a mail's header together, one of them with an address.</summary>
    private static bool IsMail(string text)
    {
        var (headers, addresses) = (0, 0);
        var lines = 0;
        foreach (var whole in text.AsSpan().EnumerateLines())
        {
            if (++lines > HeadLines)
            {
                break;
            }

            var line = whole[..Math.Min(whole.Length, LongestHeader)];
            var header = MailHeader.IsMatch(line);
            headers =
                header ? headers + 1
                : line is [' ' or '\t', ..] ? headers
                : 0;
            addresses = headers == 0 ? 0 : addresses + (Address.IsMatch(line) ? 1 : 0);
            if (headers >= 2 && addresses > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An XML document other than XHTML: by its declaration, or by the names of feeds and exports.</summary>
    private static bool IsXml(ReadOnlySpan<char> text)
    {
        var isDeclared = text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase);
        while (text.StartsWith("<?") || text.StartsWith("<!--"))
        {
            var close = text.StartsWith("<?") ? "?>" : "-->";
            var end = text.IndexOf(close);
            if (end < 0)
            {
                return isDeclared;
            }

            text = text[(end + close.Length)..].TrimStart();
        }

        if (
            text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
        )
        {
            return false;
        }

        foreach (var root in XmlRoots)
        {
            if (text.StartsWith(root, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return isDeclared;
    }

    private static bool IsJson(ReadOnlySpan<char> start) =>
        start.Length > 1
        && (
            (start[0] == '{' && start[1..].TrimStart() is ['"' or '}', ..])
            || (start[0] == '[' && start[1..].TrimStart() is ['{' or '"', ..])
        );

    /// <summary>Two lines or more, none empty, all with as many separators, the first of short names.</summary>
    private static bool IsTable(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end is < 0 or > LongestTableHead)
        {
            return false;
        }

        var first = text[..end];
        foreach (var separator in ",;\t|")
        {
            if (
                Fields(first, separator) is >= 3 and var fields
                && first.Split(separator).All(f => f.Trim(' ', '"') is { Length: > 0 and <= 40 } name && name[^1] != '.')
                && HasRows(text.AsSpan(end).TrimEnd('\n'), separator, fields)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasRows(ReadOnlySpan<char> rows, char separator, int fields)
    {
        if (rows.Length == 0)
        {
            return false;
        }

        foreach (var row in rows[1..].EnumerateLines())
        {
            if (Fields(row, separator) != fields)
            {
                return false;
            }
        }

        return true;
    }

    private static int Fields(ReadOnlySpan<char> line, char separator)
    {
        var (fields, quoted) = (1, false);
        foreach (var c in line)
        {
            quoted ^= c == '"';
            fields += c == separator && !quoted ? 1 : 0;
        }

        return fields;
    }
}

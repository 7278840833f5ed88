using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>Knows text that is no release by how it is written, whatever it is called: mail, calendars, exports, tables.</summary>
internal static class ForeignDocument
{
    private const int HeadLines = 25;
    private const int MarkLines = 4;
    private const int LongestHeader = 1000;
    private const int LongestTop = 600;
    private const int LongestTableHead = 2000;
    private const int LongestSpacedRow = 80;
    private const string Separators = ",;\t|";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly GuardedRegex MailHeader = new(
        @"^\W*(from|to|cc|bcc|reply-to|subject|date|sent|dari|kepada|untuk|ke|perihal|subjek|tanggal|dikirim|message-id|mime-version|content-type|content-transfer-encoding|received|return-path|delivered-to|x-[a-z-]+|dkim-signature)\*?\s*:\*?\s*(?<value>\S.*)?$",
        Options
    );

    /// <summary>What alone says that a mail was pasted: its sender, or a line before what it answers.</summary>
    private static readonly GuardedRegex MailMark = new(
        @"^\W*(from|dari|sender|pengirim)\*?\s*:.{0,200}[A-Za-z0-9]@[A-Za-z0-9-]+\.[A-Za-z0-9]|^[^<>@\n]{0,80}<[^<>@\s]{1,64}@[^<>@\s]{1,200}\.[A-Za-z0-9]{2,}>\s*$",
        Options
    );

    private static readonly GuardedRegex Quoting = new(
        @"^.{0,200}<[^<>@\s]{1,64}@[^<>@\s]{1,200}>.{0,40}\b(wrote|writes|menulis|menyatakan|schrieb|schreef|a écrit)\s*:\s*$",
        Options
    );

    private static readonly GuardedRegex Calendar = new(@"^\W{0,3}BEGIN:V(CALENDAR|EVENT|TODO)\s*$", Options | RegexOptions.Multiline);

    /// <summary>Fields that programs alone write above a mail, and the line above each mail of a mailbox (RFC 4155).</summary>
    private static readonly GuardedRegex RawMail = new(
        @"\A\s*From \S+@\S+ .{0,40}[0-9]{4}\s*$|^(MIME-Version|Content-Type|Content-Transfer-Encoding|Message-ID|DKIM-Signature): ?\S",
        Options | RegexOptions.Multiline
    );

    /// <summary>Names of columns, by which a table of two is known.</summary>
    private static readonly HashSet<string> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        "title",
        "judul",
        "status",
        "isi",
        "content",
        "body",
        "nama",
        "name",
        "no",
        "date",
        "tanggal",
        "id",
        "slug",
        "url",
        "umur",
        "alamat",
        "kategori",
        "category",
    };

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
        return IsConflicted(text) ? "with conflicts of a merge"
            : Calendar.IsMatch(text) ? "iCalendar (.ics)"
            : start.StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase) ? "vCard (.vcf)"
            : IsXml(start) ? "XML (RSS, Atom, WordPress)"
            : RawMail.IsMatch(Top(text)) || IsMail(text) ? "e-mail pasted as text"
            : IsJson(start) || IsJson(WithoutComments(start)) ? "JSON (.json)"
            : IsTable(text) || WrittenData.IsTable(text) ? "CSV (.csv)"
            : WrittenData.IsSettings(text) ? "YAML (.yaml)"
            : WrittenData.IsEncoded(text) ? "Base64"
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
            if (lines <= MarkLines && MailMark.IsMatch(line))
            {
                return true;
            }

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

        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Length < LongestHeader && line.Contains('@') && Quoting.IsMatch(line))
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
            || (start[0] == '[' && char.IsWhiteSpace(start[1]) && start[1..].TrimStart() is ['[', ..])
        );

    /// <summary>What comes behind lines that JSON does not have and programs write above it.</summary>
    private static ReadOnlySpan<char> WithoutComments(ReadOnlySpan<char> start)
    {
        while (start.StartsWith("//") && start.IndexOf('\n') is > 0 and var end)
        {
            start = start[end..].TrimStart();
        }

        return start;
    }

    /// <summary>Whether it holds the marks that version control leaves where two versions differ.</summary>
    private static bool IsConflicted(string text) =>
        text.Contains("<<<<<<< ", StringComparison.Ordinal)
        && text.Contains("\n=======\n", StringComparison.Ordinal)
        && text.Contains("\n>>>>>>> ", StringComparison.Ordinal);

    private static string Top(string text) => text[..Math.Min(text.Length, LongestTop)];

    /// <summary>
    /// Two lines or more, all with as many separators, the first of short names, behind one line of a title or of the separator at most.
    /// </summary>
    private static bool IsTable(string text)
    {
        // Most texts are none by their first two lines, so the rest is not cut into rows.
        var heads = text[..Math.Min(text.Length, LongestTableHead)].Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Take(2);
        if (!heads.Any(line => Separators.Any(separator => IsHead(line, separator))))
        {
            return false;
        }

        var rows = RowsOf(text);
        // With empty lines between them long rows are paragraphs.
        if (text.TrimEnd('\n').Contains("\n\n", StringComparison.Ordinal) && rows.Exists(row => row.Length > LongestSpacedRow))
        {
            return false;
        }

        var isTitled = rows[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || Fields(rows[0]) == 1;
        return AreRows(isTitled ? rows[1..] : rows);
    }

    private static bool AreRows(List<string> rows) =>
        rows.Count > 1
        && Separators.Any(separator =>
            IsHead(rows[0], separator) && rows.TrueForAll(row => Fields(row, separator) == Fields(rows[0], separator))
        );

    /// <summary>Whether a line is of short names: three, or two that tables have.</summary>
    private static bool IsHead(string line, char separator)
    {
        var names = line.Split(separator).Select(name => name.Trim(' ', '"')).ToList();
        return (names.Count >= 3 || (names.Count == 2 && names.TrueForAll(Columns.Contains)))
            && names.TrueForAll(name => name is { Length: > 0 and <= 40 } && name[^1] != '.');
    }

    /// <summary>The rows but for empty ones; what is in quotation marks may go on in the next line.</summary>
    private static List<string> RowsOf(string text)
    {
        var rows = new List<string>();
        var open = "";
        foreach (var line in text.Split('\n'))
        {
            var row = open.Length > 0 ? $"{open} {line}" : line;
            open = "";
            if (row.AsSpan().Count('"') % 2 == 1 && row.Length < LongestTableHead)
            {
                open = row;
            }
            else if (!string.IsNullOrWhiteSpace(row))
            {
                rows.Add(row);
            }
        }

        if (open.Length > 0)
        {
            rows.Add(open);
        }

        return rows;
    }

    private static int Fields(string line) => Separators.Max(separator => Fields(line, separator));

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

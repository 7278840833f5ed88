using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Siaran.Intake.Attachments;

/// <summary>Takes out of the text of a mail what is the mail's and not the release's.</summary>
internal static class MailText
{
    private const int HeadlineWithin = 6;
    private const int ShortestSubject = 12;

    private static readonly GuardedRegex Address = new(@"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,6}");

    /// <summary>The headers of a mail that is forwarded or answered, as programs write them above it.</summary>
    private static readonly GuardedRegex Header = new(
        @"^\W*(dari|from|kepada|untuk|ke|to|cc|bcc|tembusan|date|tanggal|sent|dikirim|terkirim|subject|subjek|perihal|reply-to|balas ke)\*?\s*:",
        RegexOptions.IgnoreCase
    );

    private static readonly GuardedRegex Divider = new(
        @"^\s*([-_ ]{3,}\s*(original message|forwarded message|pesan asli|pesan terusan|pesan yang diteruskan)\b.*|begin forwarded message:|_{10,}|(on|pada)\b.{5,200}\b(wrote|menulis)\s*:)\s*$",
        RegexOptions.IgnoreCase
    );

    private static readonly GuardedRegex Greeting = new(
        @"^\W*(yth\b|kepada yth|dear\b|dengan hormat|salam\b|halo\b|hai\b|hello\b|selamat (pagi|siang|sore|malam)|assalamu|bapak/ibu|rekan-rekan|berikut (ini )?(kami|saya)|bersama ini|terlampir|mohon (dimuat|dapat dimuat|bantuan)|please find)",
        RegexOptions.IgnoreCase
    );

    private static readonly GuardedRegex Prefix = new(
        @"^\s*((re|fw|fwd|tr|bls|siaran pers|rilis|press release)\s*[:\-–]\s*)+",
        RegexOptions.IgnoreCase
    );

    /// <summary>A subject without what programs put before it.</summary>
    public static string WithoutPrefix(string subject) => Prefix.Replace(subject, "").Trim();

    /// <summary>The lines above the signature's delimiter (RFC 3676 §4.3), also where a program has dropped its space.</summary>
    public static List<string> AboveSignature(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').ToList();
        var signature = lines.FindIndex(line => line is "-- " or "--");
        return signature < 0 ? lines : lines[..signature];
    }

    public static IEnumerable<string> AddressesIn(string text) => Address.Matches(text).Select(match => match.Value);

    /// <param name="text">The mail's own text.</param>
    /// <param name="subject">Put above the text where that does not begin with it.</param>
    /// <param name="addresses">Of sender and receivers.</param>
    /// <returns>Lines.</returns>
    public static string Clean(string text, string subject, IReadOnlySet<string> addresses)
    {
        var lines = AboveSignature(text);
        var known = new HashSet<string>(addresses, StringComparer.OrdinalIgnoreCase);
        var isHeader = lines.Select((_, at) => IsInHeader(lines, at)).ToList();
        // Whoever is in the head of a quoted mail is a person and no part of the release, wherever the
        // text names them again. An office's own address, which is in no head, stays.
        known.UnionWith(lines.Where((line, at) => isHeader[at] || Divider.IsMatch(line)).SelectMany(AddressesIn));
        var kept = lines.Where((line, at) => !isHeader[at] && !line.StartsWith('>') && !Divider.IsMatch(line)).ToList();
        while (kept.Count > 0 && (string.IsNullOrWhiteSpace(kept[0]) || Greeting.IsMatch(kept[0])))
        {
            kept.RemoveAt(0);
        }

        var cleaned = kept.Select(line => Without(known, line)).ToList();
        var headline = WithoutPrefix(subject);
        if (headline.Length >= ShortestSubject && !cleaned.Take(HeadlineWithin).Any(line => IsSame(line, headline)))
        {
            cleaned = [headline, "", .. cleaned];
        }

        return string.Join('\n', cleaned);
    }

    /// <summary>The text of a mail that is HTML alone; null where there is none.</summary>
    public static string? OfHtml(string? html)
    {
        if (html is null || HtmlPage.Parse(html) is not { Body: { } body })
        {
            return null;
        }

        foreach (var quoted in body.QuerySelectorAll("blockquote, style, script, head"))
        {
            quoted.Remove();
        }

        var text = new StringBuilder();
        foreach (var node in body.Descendants())
        {
            if (node is IText written)
            {
                text.Append(written.Data.ReplaceLineEndings(" "));
            }
            else if (node is IElement { LocalName: "p" or "div" or "h1" or "h2" or "h3" or "li" or "tr" or "table" })
            {
                text.Append("\n\n");
            }
            else if (node is IElement { LocalName: "br" })
            {
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Two such lines or more, one after another, are the head of a mail that is quoted.</summary>
    private static bool IsInHeader(List<string> lines, int at) =>
        Header.IsMatch(lines[at]) && ((at > 0 && Header.IsMatch(lines[at - 1])) || (at + 1 < lines.Count && Header.IsMatch(lines[at + 1])));

    private static string Without(HashSet<string> addresses, string line) =>
        AddressesIn(line)
            .Where(addresses.Contains)
            .ToList()
            .Aggregate(
                line,
                (left, address) =>
                    left.Replace($"<{address}>", "", StringComparison.Ordinal)
                        .Replace($"mailto:{address}", "", StringComparison.Ordinal)
                        .Replace(address, "", StringComparison.Ordinal)
            );

    private static bool IsSame(string line, string headline) =>
        Characters.Fold(line).Trim('*', '#', ' ').Equals(Characters.Fold(headline), StringComparison.OrdinalIgnoreCase);
}

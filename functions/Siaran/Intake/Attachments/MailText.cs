using System.Text.RegularExpressions;

namespace Siaran.Intake.Attachments;

/// <summary>Knows which lines of a mail are the mail's and not the release's.</summary>
internal static class MailText
{
    private const int MostOfSignature = 10;
    private const int LongestSignature = 600;
    private const int LongestOfSignature = 80;
    private const int LongestOfEmbargo = 160;
    private const int MostBelow = 200;

    private const string AnAddress = @"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,6}";

    private static readonly GuardedRegex Address = new(AnAddress);

    private static readonly GuardedRegex WrittenAddress = new($"<?(mailto:)?(?<address>{AnAddress})>?", RegexOptions.ExplicitCapture);

    /// <summary>The headers of a mail that is forwarded or answered, as programs write them above it.</summary>
    private static readonly GuardedRegex Header = new(
        @"^\W*(dari|from|kepada|untuk|ke|to|cc|bcc|tembusan|date|tanggal|sent|dikirim|terkirim|subject|subjek|perihal|reply-to|balas ke)\*?\s*:",
        RegexOptions.IgnoreCase
    );

    /// <summary>Who sent a mail, without which lines such as <c>Tanggal:</c>, <c>Untuk:</c> are of an event.</summary>
    private static readonly GuardedRegex OfSender = new(
        @"^\W*(dari|from|sent|dikirim|terkirim|reply-to|balas ke)\*?\s*:",
        RegexOptions.IgnoreCase
    );

    private static readonly GuardedRegex Divider = new(
        @"^\s*([-_ ]{3,}\s*(original message|forwarded message|pesan asli|pesan terusan|pesan yang diteruskan)\b.*|begin forwarded message:|_{10,})\s*$",
        RegexOptions.IgnoreCase
    );

    /// <summary>The line above an answered mail: <c>On Mon, 2 Nov 2026 at 09:00, Rina wrote:</c>.</summary>
    private static readonly GuardedRegex Answered = new(@"^\W*(on|pada)\b.{5,200}\b(wrote|menulis)\s*:\s*$", RegexOptions.IgnoreCase);

    private static readonly GuardedRegex Clock = new(@"\b[0-9]{1,2}[.:][0-9]{2}\b");

    private static readonly GuardedRegex Greeting = new(
        @"^\W*(yth\b|kepada yth|dear\b|dengan hormat|salam\b|halo\b|hai\b|hello\b|selamat (pagi|siang|sore|malam)|assalamu|bapak/ibu|rekan-rekan|berikut (ini )?(kami|saya)|bersama ini|terlampir|mohon (dimuat|dapat dimuat|bantuan)|please find)",
        RegexOptions.IgnoreCase
    );

    private static readonly GuardedRegex Prefix = new(
        @"^\s*((re|fw|fwd|tr|bls|siaran pers|rilis|press release)\s*[:\-–]\s*)+",
        RegexOptions.IgnoreCase
    );

    /// <summary>What a letter says of what it goes with.</summary>
    private static readonly GuardedRegex Enclosing = new(
        @"\b(terlampir|lampiran|dilampirkan|melampirkan|lampirkan|attached|attachment|enclosed)\b|\b(kami|saya) (sampaikan|kirim(kan)?|teruskan)\b",
        RegexOptions.IgnoreCase
    );

    /// <summary>A subject without what programs put before it.</summary>
    public static string WithoutPrefix(string subject) => Prefix.Replace(subject, "").Trim();

    /// <summary>The lines above the signature, and those in it that speak of an embargo: the rest is below all mail of a sender.</summary>
    public static IReadOnlyList<string> Said(IReadOnlyList<string> lines) =>
        Signature(lines) is var signature && signature == lines.Count
            ? lines
            : [.. lines.Take(signature), .. lines.Skip(signature).Take(MostBelow).Where(SpeaksOfEmbargo)];

    private static bool SpeaksOfEmbargo(string line) =>
        line.Length <= LongestOfEmbargo && line.Contains("embarg", StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<string> AddressesIn(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? Address.Matches(text).Select(match => match.Value) : [];

    /// <summary>A text without certain addresses, and without what encloses them.</summary>
    public static string Without(IReadOnlySet<string> addresses, string text) =>
        text.Contains('@', StringComparison.Ordinal)
            ? WrittenAddress.Replace(text, match => addresses.Contains(match.Groups["address"].Value) ? "" : match.Value)
            : text;

    /// <summary>A text that may be shown to anyone: <c>From: Rina …</c>.</summary>
    public static string WithoutAnyAddress(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? WrittenAddress.Replace(text, "…") : text;

    /// <summary>Whether a line opens a mail as greetings and covering words do.</summary>
    public static bool IsGreeting(string line) => Greeting.IsMatch(line);

    /// <summary>Whether a line says that the text is in another file: <c>Terlampir kami kirimkan rilisnya</c>.</summary>
    public static bool NamesAttachment(string line) => Enclosing.IsMatch(line);

    /// <summary>Which lines are the release's.</summary>
    /// <param name="lines">Of the mail's own text, those of a mail that is quoted with <c>&gt;</c> at their start.</param>
    /// <param name="known">
    /// The addresses of sender and receivers; those of a quoted mail are added. Whoever is in the head of one is a person and no part of
    /// the release, wherever the text names them again. An office's own address, which is in no head, stays.
    /// </param>
    /// <param name="cut">What is left out goes here, but for greetings.</param>
    public static bool[] Kept(IReadOnlyList<string> lines, HashSet<string> known, List<string> cut)
    {
        var kept = new bool[lines.Count];
        Array.Fill(kept, true, 0, Signature(lines));
        DropHeads(lines, kept, known);
        DropQuoted(lines, kept);
        cut.AddRange(lines.Where((line, at) => !kept[at] && !string.IsNullOrWhiteSpace(line) && line.Any(char.IsLetterOrDigit)));
        for (var at = 0; at < lines.Count && (!kept[at] || string.IsNullOrWhiteSpace(lines[at]) || IsGreeting(lines[at])); at++)
        {
            kept[at] = false;
        }

        return kept;
    }

    /// <summary>
    /// Where the signature begins: at its delimiter (RFC 3676 §4.3), or at one of which a program has dropped the space, where no more is
    /// below that than a signature has, and no paragraph. Two dashes may also part a text.
    /// </summary>
    private static int Signature(IReadOnlyList<string> lines)
    {
        var (below, length, longest) = (0, 0, 0);
        var signature = lines.Count;
        for (var at = lines.Count - 1; at >= 0; at--)
        {
            var isShort = below <= MostOfSignature && length <= LongestSignature && longest <= LongestOfSignature;
            if (lines[at] is "-- " || (lines[at] is "--" && isShort))
            {
                signature = at;
            }

            below += string.IsNullOrWhiteSpace(lines[at]) ? 0 : 1;
            length += lines[at].Length;
            longest = Math.Max(longest, lines[at].Length);
        }

        return signature;
    }

    private static void DropHeads(IReadOnlyList<string> lines, bool[] kept, HashSet<string> known)
    {
        for (var at = 0; at < lines.Count; )
        {
            var end = at;
            while (end < lines.Count && Header.IsMatch(lines[end]))
            {
                end++;
            }

            var isHead = end - at > 1 && Enumerable.Range(at, end - at).Any(i => OfSender.IsMatch(lines[i]) || AddressesIn(lines[i]).Any());
            end = Math.Max(end, at + 1);
            if (isHead || IsDivider(lines, at))
            {
                known.UnionWith(lines.Skip(at).Take(end - at).SelectMany(AddressesIn));
                Array.Fill(kept, false, at, end - at);
            }

            at = end;
        }
    }

    private static bool IsDivider(IReadOnlyList<string> lines, int at) =>
        Divider.IsMatch(lines[at])
        || (
            Answered.IsMatch(lines[at])
            && (
                AddressesIn(lines[at]).Any()
                || Clock.IsMatch(lines[at])
                || lines.Skip(at + 1).FirstOrDefault(line => line.Length > 0) is ['>', ..]
            )
        );

    /// <summary>
    /// Drops quoted lines above and below all other text, below a divider, and where they name an address. A sentence within the text may
    /// begin with their mark.
    /// </summary>
    private static void DropQuoted(IReadOnlyList<string> lines, bool[] kept)
    {
        var isText = lines
            .Select((line, at) => kept[at] && !IsQuoted(line) && !string.IsNullOrWhiteSpace(line) && !IsGreeting(line))
            .ToList();
        var (first, last) = (isText.IndexOf(true), isText.LastIndexOf(true));
        for (var at = 0; at < lines.Count; )
        {
            var end = at;
            while (end < lines.Count && IsQuoted(lines[end]))
            {
                end++;
            }

            if (end > at && (at < first || at > last || IsBelowDivider(lines, kept, at) || Names(lines, at, end)))
            {
                Array.Fill(kept, false, at, end - at);
            }

            at = Math.Max(end, at + 1);
        }
    }

    private static bool IsBelowDivider(IReadOnlyList<string> lines, bool[] kept, int at)
    {
        var above = at - 1;
        while (above >= 0 && string.IsNullOrWhiteSpace(lines[above]))
        {
            above--;
        }

        return above >= 0 && !kept[above];
    }

    private static bool Names(IReadOnlyList<string> lines, int at, int end) =>
        lines.Skip(at).Take(end - at).Any(line => AddressesIn(line).Any());

    private static bool IsQuoted(string line) => line is ['>', ..];
}

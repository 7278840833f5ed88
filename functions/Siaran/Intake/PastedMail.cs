using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>
/// Knows a mail by its lines whatever holds it: a saved page of a mailbox, a document into which it was pasted, a print of it. Its
/// addresses are of people, who did not write to all.
/// </summary>
internal static class PastedMail
{
    private const int LongestLine = 1000;
    private const int LongestMark = 200;
    private const int FirstLines = 40;
    private const int TopLines = 12;
    private const int MarkLines = 6;
    private const int Reach = 8;
    private const int ReachOfSender = 4;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;
    private const string Address = @"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}\.[A-Za-z0-9]";

    /// <summary>A line of a mail's head; its value may be in the line below, as in cells of a table.</summary>
    private static readonly GuardedRegex Key = new(
        @"^\W*((?<person>from|to|cc|bcc|reply-to|sender|dari|kepada|tembusan|pengirim|penerima|von|an|van|aan)|subject|date|sent|perihal|subjek|tanggal|dikirim|terkirim|betreff|gesendet|datum|onderwerp|verzonden)\*?\s*:\*?\s*(?<value>\S.{0,200})?",
        Options
    );

    private static readonly GuardedRegex Sender = new($@"^\W*(from|dari|sender|pengirim|von|van)\*?\s*:.{{0,200}}{Address}", Options);

    private static readonly GuardedRegex Receiver = new($@"^\W*(to|cc|bcc|kepada|tembusan)\*?\s*:\*?\s*[^:]{{0,100}}{Address}", Options);

    /// <summary>A name and an address, as mailboxes show who wrote: <c>Rina Sari &lt;rina@…&gt;</c>.</summary>
    private static readonly GuardedRegex Writer = new(@"^[^<>@:]{0,80}<[^<>@\s]{1,64}@[^<>@\s]{1,200}>[^<>@]{0,60}$", Options);

    private static readonly GuardedRegex Clock = new(@"(^|[^0-9])[0-2]?[0-9][.:][0-5][0-9]($|[^0-9])", Options);

    private static readonly GuardedRegex Answered = new(
        $@"^\W*(on|pada|am|le|el|op|[0-9]).{{5,200}}{Address}.{{0,100}}\b(wrote|writes|menulis|schrieb|schreef|a écrit|escribió)\s*:",
        Options
    );

    private static readonly GuardedRegex Forwarded = new(
        @"^\W*(-{2,}.{0,3})?(begin )?(original message|forwarded message|pesan asli|pesan terusan|pesan yang diteruskan|ursprüngliche nachricht|weitergeleitete nachricht)\b",
        Options
    );

    private static readonly GuardedRegex AnyAddress = new(Address, Options);

    /// <summary>Whether some of the lines are the head of a mail with an address, or come above one that is answered.</summary>
    public static bool IsIn(IReadOnlyList<string> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            // A paragraph is not copied for nothing.
            if (lines[at].Length > LongestMark && !lines[at].AsSpan(0, Math.Min(lines[at].Length, LongestLine)).ContainsAny('@', ':'))
            {
                continue;
            }

            var line = Start(lines, at);
            if (
                (line.Contains('@', StringComparison.Ordinal) && IsOfMail(lines, line, at))
                || (line.Contains(':', StringComparison.Ordinal) && IsHead(lines, at))
                || (Forwarded.IsMatch(line) && NamesAddress(lines, at, Reach))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfMail(IReadOnlyList<string> lines, string line, int at) =>
        (at < MarkLines && Sender.IsMatch(line))
        || (at < FirstLines && Receiver.IsMatch(line))
        || Answered.IsMatch(line)
        || (at < TopLines && Writer.IsMatch(line) && Enumerable.Range(at, ReachOfSender).Any(i => Clock.IsMatch(Start(lines, i))));

    /// <summary>Two lines of a head or more, one of them with the address of a person.</summary>
    private static bool IsHead(IReadOnlyList<string> lines, int first)
    {
        var (keys, addresses) = (0, 0);
        for (var at = first; at < lines.Count && Key.Match(Start(lines, at)) is { Success: true } key && keys < Reach; at++)
        {
            keys++;
            var value = key.Groups["value"].Value;
            if (value.Length == 0 && at + 1 < lines.Count && !Key.IsMatch(Start(lines, at + 1)))
            {
                value = Start(lines, ++at);
            }

            addresses += key.Groups["person"].Success && AnyAddress.IsMatch(value) ? 1 : 0;
        }

        return keys >= 2 && addresses > 0;
    }

    private static bool NamesAddress(IReadOnlyList<string> lines, int at, int reach) =>
        Enumerable.Range(at, reach).Any(i => AnyAddress.IsMatch(Start(lines, i)));

    private static string Start(IReadOnlyList<string> lines, int at) =>
        at >= lines.Count ? ""
        : lines[at].Length <= LongestLine ? lines[at]
        : lines[at][..LongestLine];
}

using System.Text.RegularExpressions;
using Siaran.Intake.Articles;

namespace Siaran.Intake;

/// <summary>
/// A line above the text that says when the document is published, and nothing else: <c>Tayang 1 Desember 2029 pukul 10.00 WITA</c>,
/// <c>Tanggal terbit: …</c>. It is read as that time.
/// </summary>
internal static class StatedDate
{
    private const int Longest = 120;
    private const int TopLines = 25;
    private const int FirstParagraph = 150;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly GuardedRegex Key = new(
        @"^[\s*_#>`|(\[•-]*(?<key>(tanggal|tgl\.?|tarikh|waktu|jadwal|hari) (terbit|tayang|rilis|publikasi|siar|siaran|penerbitan|penayangan)|(penayangan|penerbitan|penyiaran|pemuatan)|(slot|mulai|permintaan|masa|jam|mohon|dapat|boleh|bisa)( mulai)? (tayang|terbit|siar|siaran|rilis|penayangan|ditayangkan|disiarkan|diterbitkan|dipublikasikan|dimuat)|((requested|planned|proposed|expected|target) )?(release|publish|publishing|publication|posting|embargo) ?(date|time)|(may|can|to) be (published|released|broadcast|aired)( from| on)?|(siaran|rilis|berita|naskah)( pers)?( ini)?( akan)? (dilepas|dirilis|disiarkan)|ditayangkan mulai|pub ?date|date (of )?(release|publication|published)|(akan |baru |siap )?(terbit|tayang|siar|rilis|diterbitkan|dipublikasikan|ditayangkan|dirilis|disiarkan|diposting|diunggah)|published|posted|released|release|publikasi|publish|veröffentlicht|publié|publicado|gepubliceerd)"
            + @"(?<bare>[*_`]*\s*:[*_`]*\s*|[*_`]*\s+)((pada|on|tanggal|tgl\.?|hari|le|el|am|em|op|at)\s*:?\s+){0,2}(?<value>\S.*)$",
        Options
    );

    /// <summary>One of these is in every line that the keys match.</summary>
    private static readonly StemSearch Stems = new([
        "terbit",
        "tayang",
        "rilis",
        "publi",
        "siar",
        "muat",
        "release",
        "broadcast",
        "aired",
        "post",
        "embargo",
        "dilepas",
        "diunggah",
        "ffentlich",
        "date",
        "tanggal",
        "tgl",
        "tarikh",
        "datum",
        "fecha",
        "data",
    ]);

    private static readonly GuardedRegex KeyOfProgramme = new(@"^\W*(pubdate|publicationdate|publishdate|releasedate)\b", Options);

    private static readonly GuardedRegex PlainKey = new(
        @"^[\s*_#>`|(\[•-]*(tanggal|tgl\.?|date|datum|fecha|data)[*_`]*\s*:[*_`]*\s*(?<value>\S.*)$",
        Options
    );

    /// <summary>What else may stand in the value: words that belong to a date, and who published.</summary>
    private static readonly GuardedRegex DateWords = new(
        @"[0-9]{1,4}([./:-][0-9]{1,4}){0,2}(st|nd|rd|th|[ap]m\b)?|\b(pukul|pkl|jam|at|tanggal|pada|on|wib|wita|wit|utc|gmt|sgt|myt|jst|am|pm|a\.m|p\.m|waktu|setempat|pagi|siang|sore|petang|malam|subuh|noon|hrs|uhr|senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|sen|sel|rab|kam|jum|sab|min|z|t)\b",
        Options
    );

    private static readonly GuardedRegex Starts = new(
        @"^[(\[]?([0-9]|(senin|selasa|rabu|kamis|jum|sabtu|minggu|ahad|mon|tue|wed|thu|fri|sat|sun|sen|sel|rab|kam|sab|min)[a-z'’]*\b|(jan|feb|peb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|nop|des|dec)[a-z]*\b\.? [0-9])",
        Options
    );

    private static readonly GuardedRegex Publisher = new(@"^\W*(oleh|by|von|\||•|·|/)", Options);

    /// <summary>The date's words where the line is such a line, or null.</summary>
    public static string? In(string line) => Value(line) is { } value && IsDateAlone(value) ? value : null;

    /// <summary>The lines above the first paragraph of text in which a date may be stated.</summary>
    public static IEnumerable<string> Above(IEnumerable<string> lines)
    {
        var above = lines.Select(HoldWords.Plain).Where(l => l.Length > 0).Take(TopLines).ToList();
        above = above[..CountAbove(above)];
        return above.Select((line, at) => IsParted(above, at) ? $"{line} {above[at + 1]}" : line);
    }

    /// <summary>How many of a document's lines are above its first paragraph of text.</summary>
    /// <param name="plain">Its first lines, none of them empty.</param>
    public static int CountAbove(IReadOnlyList<string> plain) => plain.Take(TopLines).TakeWhile(l => l.Length < FirstParagraph).Count();

    /// <summary>
    /// Whether a line is read as the time of publication, so that it is no notice. A key of programmes and one whose date is in the next
    /// line are, above the text alone.
    /// </summary>
    public static bool IsRead(IReadOnlyList<string> lines, int at, int above) =>
        (In(lines[at]) is not null && (at < above || !KeyOfProgramme.IsMatch(lines[at]))) || (at + 1 < above && IsParted(lines, at));

    /// <summary>Whether a line is the key alone of such a line, whose date is below it.</summary>
    private static bool IsParted(IReadOnlyList<string> lines, int at) =>
        lines[at] is [.., ':'] && at + 1 < lines.Count && lines[at + 1].Length < Longest && In($"{lines[at]} {lines[at + 1]}") is not null;

    /// <summary>The lines below the last paragraph of text, the last one first.</summary>
    public static IEnumerable<string> Below(IReadOnlyList<string> lines) => Above(lines.Reverse());

    /// <summary>Whether a line is of date and author, as pages have it below a headline: <c>14 Mei 2024 | 10:30 WIB | Humas</c>.</summary>
    public static bool IsInfo(string line) => line.Contains('|', StringComparison.Ordinal) && PageLines.IsInfo(line);

    private static string? Value(string line)
    {
        if (line.Length > Longest || !Stems.IsIn(line))
        {
            return null;
        }

        var match = Key.Match(line);
        match = match.Success ? match : PlainKey.Match(line);
        var value = match.Success ? match.Groups["value"].Value : "";
        return Starts.IsMatch(value) && WrittenMoment.Names(value) ? value : null;
    }

    private static bool IsDateAlone(string value)
    {
        var after = OtherWords(value);
        return after.Length == 0 || Publisher.IsMatch(after[0]);
    }

    /// <summary>How many words a line has that are of no date.</summary>
    public static int CountOtherWords(string line) =>
        OtherWords(line).Count(word => !WrittenDate.IsMonth(word) && !WrittenDate.IsWeekday(word));

    /// <summary>What a line says after the words of its date.</summary>
    public static string[] OtherWords(string line)
    {
        var rest = DateWords.Replace(line, " ");
        var words = rest.Split(
            [' ', ',', '.', '(', ')', '[', ']', '*', '_', '`', '-', '–', '+', ':', ';', '"', '\''],
            StringSplitOptions.RemoveEmptyEntries
        );
        // A picture of a calendar or clock says nothing that the date does not.
        return [.. words.SkipWhile(w => WrittenDate.IsMonth(w) || w is "T" or "Z" || char.IsSurrogate(w[0]))];
    }
}

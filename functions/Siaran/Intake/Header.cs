using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>What comes above a release's text.</summary>
/// <param name="Headline">Null where there is none.</param>
/// <param name="Label">In title case, or null.</param>
/// <param name="Agency">As written, or null.</param>
/// <param name="Blocks">How many blocks are header and no text.</param>
internal sealed record Header(string? Headline, string? Label, string? Agency, int Blocks)
{
    private const int MostBlocks = 12;

    /// <summary>The section of a site or paper that is above the headline and left out; or null.</summary>
    public string? Rubric { get; init; }

    /// <summary>Whether its headline is a guess that an editor must see.</summary>
    public bool IsUnsure { get; init; }

    /// <summary>Place and date that have a line of their own among these, or null.</summary>
    public Dateline? Dateline { get; init; }

    /// <summary>The day that has a line of its own among these, its place before it or not: <c>Minggu, 13 Mei 2018</c>; or null.</summary>
    public DateOnly? Day { get; init; }

    private static readonly System.Buffers.SearchValues<char> Figures = System.Buffers.SearchValues.Create("0123456789");

    /// <summary>What is in menus of offices' sites, one below the other where it is copied.</summary>
    private static readonly HashSet<string> MenuWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "beranda",
        "home",
        "menu",
        "profil",
        "berita",
        "layanan",
        "kontak",
        "galeri",
        "informasi",
        "publikasi",
        "agenda",
        "unduhan",
        "ppid",
        "news",
        "about",
        "contact",
        "services",
        "gallery",
    };

    private static readonly GuardedRegex WebAddress = new(
        @"^(.{2,80}\s)?(https?://|www\.)\S+$|^[a-z0-9-]{2,60}(\.[a-z0-9-]{2,30}){1,4}(/\S*)?$",
        RegexOptions.IgnoreCase
    );
    private const int LongestContact = 6;
    private const int LongestHeadline = 250;
    private const int LongestFirst = 120;
    private const int LongestOfTwo = 80;
    private const int LongestSentence = 200;
    private const int LeastSpaces = 2;

    /// <summary>A word alone, or a few of those that sections are called by.</summary>
    private static readonly GuardedRegex OfSections = new(
        @"^(\p{L}[\p{L}-]{2,20}|((berita|kabar|warta|info|seputar|ragam|sorotan|utama|terkini|daerah|nasional|regional|lokal|kota|kabupaten|provinsi|desa|pemerintahan?|politik|ekonomi|bisnis|keuangan|hukum|kriminal|sosial|budaya|pendidikan|kesehatan|olahraga|pariwisata|wisata|pertanian|perikanan|kelautan|peternakan|perkebunan|lingkungan|hidup|teknologi|agama|keagamaan|pembangunan|infrastruktur|kesra|news|update|local|economy|business|health|education|sports?|fisheries|agriculture|tourism|culture)( ?[&/] ?| dan | and | |$)){2,3})$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    private static readonly GuardedRegex Serial = new(@"^(nomor|no\.?|number)\s*[:.]?\s*\S*\d\S*([ /]\S+){0,6}$", RegexOptions.IgnoreCase);

    /// <summary>What a letterhead says besides names of bodies.</summary>
    private static readonly GuardedRegex Letterhead = new(
        @"^(republik indonesia|(jl|jln|jalan)\b.{0,140}\d.{0,100}|(telp|telepon|fax|faks|website|laman|situs|e-?mail|pos-?el)\b.{0,100})$",
        RegexOptions.IgnoreCase
    );

    /// <summary>The region that a body above it is of, on a line of its own.</summary>
    private static readonly GuardedRegex Region = new(
        @"^(kabupaten|kota|kab\.|provinsi|kecamatan)( \p{L}{3,20}){1,4}$",
        RegexOptions.IgnoreCase
    );

    /// <summary>Particulars of a letter; what it is about only where that is a label.</summary>
    private static readonly GuardedRegex Particular = new(
        @"^(lampiran|lamp\.?|sifat|tempat|lokasi|waktu)\s*:(?<value>.{1,100})$|^(perihal|hal)\s*:\s*(siaran|rilis|keterangan|press|media) (pers|media|release)\W*$",
        RegexOptions.IgnoreCase
    );

    /// <summary>What is copied along with a text out of a chat, a template or a page.</summary>
    private static readonly GuardedRegex Copied = new(
        @"^(kop surat|diteruskan( berkali-kali)?|forwarded( many times)?|(anda (berada )?di sini|you are here)\s*:.{1,120}|(a[ +-]{0,3}){2,3}|(id|en|in|indonesia|english|bahasa)( ?[|/] ?(id|en|in|indonesia|english|bahasa))+|cetak|bagikan|print|share)$",
        RegexOptions.IgnoreCase
    );

    /// <summary>What is no words: stars, the number of a list, words to be shared by.</summary>
    private static readonly GuardedRegex Ornament = new(
        @"^([^\p{L}\p{N}]{1,20}|[0-9]{1,2}[.)]|(#[\p{L}\p{N}_]{2,40} ?){1,10})$",
        RegexOptions.ExplicitCapture
    );

    private static readonly GuardedRegex Byline = new(
        @"^(?<key>oleh|penulis|editor|reporter|pewarta|redaktur|kontributor|sumber berita|by|written by|author|kategori|category|diposting|diterbitkan|dipublikasikan|terbit|tayang|posted|published|updated|diperbarui|tanggal|date|hari/tanggal)(\s+(pada|oleh|on|by))?(\s*(?<colon>:)\s*|\s+)(?<value>\S.{0,100})$|^(?<key>sumber|source|foto|fotografer|photo|tags?|kata kunci|keywords?|rubrik|kanal)\s*(?<colon>:)(?<value>.{1,100})$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    private static readonly GuardedRegex Contact = new(
        @"^(.{0,40}\b)?(narahubung|kontak( media| pers)?|contact( person)?s?|media contacts?|press contacts?|cp|hubungi|informasi (lebih lanjut|selengkapnya)|telp|telepon|tel|phone|mobile|cell|ponsel|no\.? hp|hp|wa|whatsapp|fax|faks|e-?mail|pos-?el|media relations|juru bicara|spokesperson)\b.{0,20}:(?<value>.{1,100})$|^[0-9 ()+./-]{6,40}(\([^()]{1,30}\))?$|^\S+@\S+\.\S+$|^(ig|fb|instagram|facebook|twitter|youtube|tiktok|telegram|medsos|media sosial)\s*:.{1,100}$",
        RegexOptions.IgnoreCase
    );

    /// <summary>What a body says something of: <c>Klarifikasi Dinas Kelautan soal Harga Ikan</c> is a headline.</summary>
    private static readonly GuardedRegex About = new(
        @"\s(soal|tentang|terkait|mengenai|atas|perihal|about|on|regarding|over)\s",
        RegexOptions.None
    );

    /// <summary>What opens the lines of whom to ask.</summary>
    private static readonly GuardedRegex ContactHeading = new(
        @"^(narahubung|kontak( media| pers)?|(media |press )?(contact|enquiries|inquiries)( person)?s?|for (more|further) information)\s*[:.]?$",
        RegexOptions.IgnoreCase
    );

    private static readonly GuardedRegex Named = new(
        @"^(judul|title|headline|tajuk)\s*[:：]\s*(?<headline>\S.*)$",
        RegexOptions.IgnoreCase
    );

    /// <summary>What is between a label and a headline: <c>(SP-77/2026):</c>, <c>Nomor 77/2026 tentang</c>.</summary>
    private static readonly GuardedRegex Numbered = new(
        @"^(\([^()]{1,40}\)|(nomor|no\.?|number|#)\s*[:.]?\s*[^\s\p{L}]?\S{0,30}[0-9]\S{0,30})\s*([:|–—-]|\btentang\b)\s*(?<headline>\S.*)$",
        RegexOptions.IgnoreCase
    );

    /// <summary>Reads the first blocks.</summary>
    /// <param name="blocks">The document's blocks, furniture already dropped.</param>
    /// <param name="known">The headline where the format or the front matter tells it.</param>
    public static Header Read(IReadOnlyList<Block> blocks, string? known)
    {
        var lines = Candidates(blocks, known);
        var header = Read(blocks, [.. lines], known);
        return header with
        {
            Dateline = lines.Take(header.Blocks).Select(Intake.Dateline.Whole).FirstOrDefault(dateline => dateline is not null),
            Day = lines.Take(header.Blocks).Select(DayOf).FirstOrDefault(day => day is not null),
        };
    }

    private static DateOnly? DayOf(string line) =>
        Intake.Dateline.Whole(line)?.Day
        ?? (WrittenDate.TryRead(Unmarked(line), TimeZoneInfo.Utc, out var moment) ? DateOnly.FromDateTime(moment.UtcDateTime) : null);

    private static Header Read(IReadOnlyList<Block> blocks, List<string> lines, string? known)
    {
        if (known is not null)
        {
            known = HeadlineAfterLabel(known)?.Headline ?? known;
        }

        var (label, agency, at) = Opening(lines);
        var found = known is null ? -1 : lines.FindIndex(l => Same(l, known));
        if (found >= 0)
        {
            agency ??= lines.Take(found).Skip(at).LastOrDefault(AgencyNames.IsAgency);
            return new(
                known,
                label ?? lines.Take(found).Select(Labels.Whole).FirstOrDefault(l => l is not null),
                agency,
                After(lines, found + 1)
            );
        }

        if (known is not null)
        {
            return new(known, label, agency, label is null ? 0 : After(lines, at));
        }

        var heading = lines.FindIndex(at, l => blocks[lines.IndexOf(l)].HeadingLevel == 1);
        at = heading >= 0 ? heading : After(lines, at);
        var rubric = heading < 0 && IsRubric(blocks, lines, at) ? lines[at] : null;
        at += rubric is null ? 0 : 1;
        return at >= lines.Count ? Sentence(blocks, at, label, agency)
            : IsOnTwoLines(blocks, lines, at) ? new($"{lines[at]} {lines[at + 1]}", label, agency, After(lines, at + 2)) { Rubric = rubric }
            : new(lines[at], label, agency, After(lines, at + 1)) { Rubric = rubric };
    }

    /// <summary>
    /// A header whose headline is the sentence that the text begins with, where paragraphs follow and nothing else may be the headline.
    /// </summary>
    private static Header Sentence(IReadOnlyList<Block> blocks, int at, string? label, string? agency) =>
        at + 1 < blocks.Count
        && blocks[at] is { IsProse: true, HeadingLevel: 0 } first
        && blocks[at + 1].IsProse
        && first.Text is { Length: <= LongestSentence } text
        && text[^1] is '.' or '!' or '?'
        && Intake.Dateline.Of(text) is null
        && text.Length < blocks.Skip(at + 1).Sum(block => block.Text.Length)
            ? new(text, label, agency, at + 1) { IsUnsure = true }
            : new(null, label, agency, at);

    /// <summary>Whether a line is a section of a site or paper, and no headline: that is below it, in more words.</summary>
    private static bool IsRubric(IReadOnlyList<Block> blocks, List<string> lines, int at) =>
        at + 1 < lines.Count
        && at + 2 < blocks.Count
        && blocks[at].HeadingLevel == blocks[at + 1].HeadingLevel
        && OfSections.IsMatch(lines[at])
        && lines[at + 1].Count(c => c == ' ') >= LeastSpaces
        && lines[at + 1].Length <= LongestFirst
        && char.IsLetterOrDigit(lines[at + 1][^1])
        && char.IsUpper(lines[at + 1].TrimStart('"', '“', '‘', '\'')[0])
        && After(lines, at + 1) == at + 1;

    /// <summary>Whether a headline goes on in the next line.</summary>
    private static bool IsOnTwoLines(IReadOnlyList<Block> blocks, List<string> lines, int at) =>
        at + 1 < lines.Count
        && lines[at].Length <= LongestOfTwo
        && lines[at + 1].Length <= LongestOfTwo
        && blocks[at].HeadingLevel == blocks[at + 1].HeadingLevel
        && HeadLine.GoesOn(lines[at], lines[at + 1])
        && After(lines, at + 1) == at + 1
        && !AgencyNames.IsAgency(lines[at + 1]);

    /// <summary>Whether a line is of those that come above a headline: label, body, address, number, date or byline.</summary>
    public static bool IsAboveHeadline(string line) =>
        Labels.Whole(line) is not null
        || AgencyNames.IsAgency(line)
        || Letterhead.IsMatch(line)
        || IsDetail(line)
        || IsContact(line)
        || HoldNotice.IsIn(line);

    /// <summary>Label and agency, in either order, and how many lines they take.</summary>
    private static (string? Label, string? Agency, int Lines) Opening(List<string> lines)
    {
        // Letterheads have label and agency in either order, with an address or a telephone number
        // between.
        for (var i = 0; i < Math.Min(lines.Count, 6); i++)
        {
            if (Labels.Whole(lines[i]) is { } label)
            {
                var before = lines.Take(i).LastOrDefault(AgencyNames.IsAgency);
                var next = After(lines, i + 1);
                var isAgency = before is null && next + 1 < lines.Count && AgencyNames.IsAgency(lines[next]);
                return (label, isAgency ? lines[next] : before, isAgency ? AfterRegion(lines, next + 1) : i + 1);
            }

            if (HeadlineAfterLabel(lines[i]) is { } same)
            {
                lines[i] = same.Headline;
                return (same.Label, same.Agency ?? lines.Take(i).LastOrDefault(AgencyNames.IsAgency), i);
            }

            if (
                Labels.Leading(lines[i]) is { } parted
                && (
                    (AgencyNames.IsAgency(parted.Remainder) && !About.IsMatch(parted.Remainder))
                    || Serial.IsMatch(parted.Remainder)
                    || (parted.RunTogether && i + 1 < lines.Count)
                )
            )
            {
                return (
                    parted.Label,
                    Serial.IsMatch(parted.Remainder) ? lines.Take(i).LastOrDefault(AgencyNames.IsAgency) : parted.Remainder,
                    i + 1
                );
            }

            if (!IsOfLetterhead(lines, i))
            {
                break;
            }
        }

        // Bodies and an address alone: the line below the last of them is the headline.
        var bodies = lines.TakeWhile((_, i) => IsOfLetterhead(lines, i)).Take(lines.Count - 1).ToList();
        return bodies.FindLast(AgencyNames.IsAgency) is { } body ? (null, body, bodies.Count) : (null, null, 0);
    }

    /// <summary>What is copied from above a text on its site: a menu, its address, and its name above that.</summary>
    private static bool IsOfSite(List<string> lines, int at) =>
        WebAddress.IsMatch(lines[at])
        || (at + 2 < lines.Count && WebAddress.IsMatch(lines[at + 1]))
        || (at + 1 < lines.Count && MenuWords.Contains(lines[at]));

    /// <summary>A body, its address, or the region that it is of.</summary>
    private static bool IsOfLetterhead(List<string> lines, int at) =>
        AgencyNames.IsAgency(lines[at])
        || Letterhead.IsMatch(lines[at])
        || Copied.IsMatch(lines[at])
        || IsContact(lines[at])
        || IsOfSite(lines, at)
        || (at > 0 && AgencyNames.IsAgency(lines[at - 1]) && AfterRegion(lines, at) > at);

    /// <summary>
    /// <c>SIARAN PERS: Pasar Ikan Dibuka</c>, <c>SIARAN PERS DINAS X: Pasar Ikan Dibuka</c>: label and headline in one line.
    /// </summary>
    private static Titled? HeadlineAfterLabel(string line)
    {
        if (Named.Match(line) is { Success: true } named)
        {
            return new(null, null, named.Groups["headline"].Value);
        }

        if (Labels.Leading(line) is not { } parted)
        {
            return null;
        }

        if (Numbered.Match(parted.Remainder) is { Success: true } numbered && IsHeadline(numbered.Groups["headline"].Value))
        {
            return new(parted.Label, null, numbered.Groups["headline"].Value);
        }

        var colon = parted.Remainder.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && AgencyNames.IsAgency(parted.Remainder[..colon]) && IsHeadline(parted.Remainder[(colon + 2)..])
                ? new(parted.Label, parted.Remainder[..colon], parted.Remainder[(colon + 2)..].Trim())
            : parted.IsParted && IsHeadline(parted.Remainder) ? new(parted.Label, null, parted.Remainder)
            : null;
    }

    private static bool IsHeadline(string text) =>
        !AgencyNames.IsAgency(text) && !Serial.IsMatch(text) && text.Contains(' ', StringComparison.Ordinal);

    private readonly record struct Titled(string? Label, string? Agency, string Headline);

    private static List<string> Candidates(IReadOnlyList<Block> blocks, string? known)
    {
        var lines = new List<string>();
        foreach (var (block, next) in blocks.Take(MostBlocks).Zip(blocks.Skip(1).Append(null)))
        {
            var text = block.Text;
            if (
                !block.IsProse
                || (
                    !IsLine(text, lines.Count, known)
                    && !IsFirstHeadline(text, lines, known)
                    && !IsStopped(text, next?.Text, lines, known)
                    && block.HeadingLevel == 0
                )
                || text.Length > LongestHeadline
            )
            {
                break;
            }

            lines.Add(text);
        }

        return lines;
    }

    /// <summary>A headline may hold a dash where nothing above it is one: it ends in no full stop, and is short.</summary>
    private static bool IsFirstHeadline(string text, List<string> above, string? known) =>
        known is null && text.Length <= LongestFirst && char.IsLetterOrDigit(text[^1]) && above.TrueForAll(IsOfHead);

    /// <summary>A headline with a full stop: one short sentence, below the head alone and above a longer paragraph.</summary>
    private static bool IsStopped(string text, string? next, List<string> above, string? known) =>
        known is null
        && text.Length <= LongestFirst
        && text.IndexOf(". ", StringComparison.Ordinal) < 0
        && next?.Length > text.Length
        && Intake.Dateline.Of(text) is null
        && above.TrueForAll(IsOfHead);

    private static bool IsOfHead(string line) =>
        Labels.Whole(line) is not null || AgencyNames.IsAgency(line) || IsDetail(line) || Letterhead.IsMatch(line);

    private static bool IsLine(string text, int above, string? known) =>
        text.Length <= (above == 0 ? LongestHeadline : 180)
        && (Intake.Dateline.Of(text) is null || NamedDate.Is(text) || (known is not null && Same(text, known)))
        && (text[^1] != '.' || text.EndsWith("..", StringComparison.Ordinal) || IsDetail(text))
        && (above == 0 || text.Length <= 80 || text[^1] is not ('!' or '?' or '”' or '"' or ')'));

    /// <summary>The line below that of the region of a body, where there is one and it is no headline.</summary>
    private static int AfterRegion(List<string> lines, int at) =>
        at + 1 < lines.Count && Region.IsMatch(lines[at]) && AgencyNames.DoesNothing(lines[at]) ? at + 1 : at;

    /// <summary>The first line from <paramref name="at"/> that is neither serial number, byline nor date.</summary>
    private static int After(List<string> lines, int at)
    {
        var isContact = false;
        while (at < lines.Count)
        {
            if (ContactHeading.IsMatch(lines[at]))
            {
                // A name and an office between are known only by the number or address below them.
                var last = lines.FindLastIndex(Math.Min(lines.Count, at + LongestContact) - 1, IsContact);
                (at, isContact) = (Math.Max(at, last) + 1, true);
            }
            else if (IsDetail(lines[at]) || IsOfSite(lines, at) || IsContact(lines[at]) || (isContact && AgencyNames.IsAgency(lines[at])))
            {
                isContact |= IsContact(lines[at]);
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>A by-line; a headline may begin with the same word: <c>Editor Koran Sekar Raih Penghargaan</c>.</summary>
    private static bool IsByline(string line) =>
        Byline.Match(line) is { Success: true } match
        && HeadLine.IsDetail(match.Groups["key"].Value, match.Groups["value"].Value.Trim(), match.Groups["colon"].Success);

    private static bool IsContact(string line) =>
        Contact.Match(line) is { Success: true } match
        && (!match.Groups["value"].Success || HeadLine.IsContact(match.Groups["value"].Value.Trim()));

    private static bool IsDetail(string line) =>
        line.Length <= 120
        && (
            Bare(line) is "tentang" or "perihal"
            || line is "JUDUL" or "JUDUL:" or "HEADLINE" or "TITLE"
            || Ornament.IsMatch(line)
            || Labels.IsUrgent(line)
            || Serial.IsMatch(line)
            || (Particular.Match(line) is { Success: true } particular && HeadLine.IsDetail("", particular.Groups["value"].Value, true))
            || Copied.IsMatch(line)
            || IsByline(line)
            || IsDate(line)
            || Intake.Dateline.Whole(line) is not null
        );

    /// <summary>Whether a line is a date and nothing else than a name and a time besides.</summary>
    public static bool IsDate(string line) =>
        line.Length <= 120
        && (WrittenDate.TryRead(Unmarked(line), TimeZoneInfo.Utc, out _) || NamedDate.IsBare(Unmarked(line)) || NamedDate.Is(line));

    /// <summary>A date without what marks it: a picture of a calendar, a stop.</summary>
    private static string Unmarked(string line) =>
        line.TrimEnd('.') is var bare && bare.AsSpan().IndexOfAny(Figures) is > 0 and <= 3 and var at && !bare[..at].Any(char.IsLetter)
            ? bare[at..]
            : bare;

    private static string Bare(string line) => line.Trim(' ', ':').ToLowerInvariant();

    private static bool Same(string one, string other) => string.Equals(Letters(one), Letters(other), StringComparison.OrdinalIgnoreCase);

    // The same headline differs in quotation marks and dashes between a page and its metadata.
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}

using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>
/// What offices write of a text that nobody has let go yet: <c>Belum diparaf Kabag</c>, <c>DRAF SIARAN PERS Dinas Pasar</c>, <c>Tayang
/// lusa ya</c>. It says so only where it is all of a short line, or all that is in brackets in one: a release may use these words.
/// </summary>
internal static class HoldStates
{
    private const int Longest = 100;
    private const int LongestSource = 120;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private const string Weekday =
        "(senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday)";

    private const string Release =
        "(siaran pers|siaran media|rilis|release|berita|naskah|materi|artikel|teks|dokumen)( (pers|media|berita))?";

    private const string Kind =
        "(siaran (pers|media|akhbar)|rilis( (pers|berita|media))?|(press|media|news) (release|statement)|(keterangan|pernyataan|penjelasan) pers|kenyataan (media|akhbar)|pressemitteilung|communiqué de presse|comunicado de prensa|nota de prensa|persbericht)";

    /// <summary>What is said of who lets a text go, up to the end.</summary>
    private const string Who =
        @"( (dari|oleh|pak|bu|bapak|ibu|kepala|kadis|kabag|kabid|kasi|kasubag|kasubbag|karo|sekda|sekdis|bupati|wali kota|walikota|gubernur|wagub|wabup|wawali|menteri|dirjen|pimpinan|atasan|camat|lurah|direktur|ketua|dinas|humas|biro|protokol|redaktur|final|dulu|dahulu|ya)\b)*";

    /// <summary>A time without a date, as messages give it, up to the end.</summary>
    private const string Later =
        @"(\W+(hari|pada|jam|pukul|pkl|mulai|setelah|sesudah|habis|usai|maghrib|magrib|isya|dzuhur|zuhur|asar|ashar|jumatan|pagi|siang|sore|malam|subuh|depan|nanti|besok|bsk|lusa|esok|tomorrow|tonight|at|wib|wita|wit|"
        + Weekday
        + @"|[0-9]{1,2}([.:][0-9]{2})?|ya+|yah|aja|saja|dulu|dong|nih|kak|pak|bu|gan|mas|mbak)\b)+";

    private static readonly StemSearch Stems = new([
        "draf",
        "konsep",
        "rancangan",
        "belum",
        "blm",
        "tunggu",
        "menunggu",
        "awaiting",
        "pending",
        "waiting",
        "needs",
        "subject to",
        "tayang",
        "terbit",
        "publish",
        "upload",
        "unggah",
        "posting",
        "rilis",
        "naik",
        "siar",
        "muat",
        "jangan",
        "jgn",
        "not ",
        "unpublished",
        "entwurf",
        "borrador",
        "brouillon",
        "bozza",
        "rascunho",
        "taslak",
        "ontwerp",
        "草",
        "初稿",
        "机密",
        "機密",
        "保密",
        "مسودة",
        "سري",
        "черновик",
        "초안",
        "rahsia",
        "riservato",
        "confidencial",
        "vertrouwelijk",
        "sperr",
    ]);

    private static readonly GuardedRegex[] Whole =
    [
        // Awaited from a person.
        new(
            $@"^(({Release}|ini|masih|status) )*(belum|blm|menunggu|nunggu|tunggu|mohon|perlu|butuh|minta)( (di|dapat|mendapat|mendapatkan|ada|proses|hasil))* ?(acc|di ?acc|paraf|diparaf|tanda ?tangan|ditanda ?tangani|ttd|di ?ttd|persetujuan|disetujui|restu|direstui|validasi|divalidasi|verifikasi|diverifikasi|approve|di ?approve|approval|fix|dicek|dikoreksi){Who}$",
            Options
        ),
        new(
            @"^((still|currently|draft|release|status) )*(awaiting|pending|waiting for|subject to|needs?|requires?)( (final|the|a|formal|written))* (sign[ -]?off|approval|clearance|signature|go-?ahead|green light)( (by|from|of) .{1,40})?$",
            Options
        ),
        // Of a draft.
        new(
            @"^((masih|status|ini|baru|versi|final|first|second|third|rough|working|latest|early|still( a)?|this is a) )+(draf|draft)( (saja|only|version|siaran pers|release))*$"
                + @"|^(draf|draft)( (for|untuk))+ (internal |final |public )?(comments?|discussion|review|approval|consultation|circulation|tanggapan|masukan|koreksi|tinjauan|pembahasan|persetujuan)( only| saja)?$"
                + @"|^(draf|draft|konsep|rancangan)\W{1,3}(draf|draft|konsep|rancangan)$",
            Options
        ),
        new($@"^(draf|draft|konsep|rancangan)( (awal|final|akhir|ke-?[0-9]|v?[0-9][0-9.]*))* {Kind}\b.{{0,80}}$", Options),
        new(
            "^(entwurf|rohfassung|borrador|brouillon|bozza|rascunho|taslak|ontwerp|草稿|草案|初稿|مسودة|черновик|초안|rahsia|rahsia besar|riservato|confidencial|vertrouwelijk|机密|機密|保密|سري)$",
            Options
        ),
        new("^(sende|nachrichten|presse|veröffentlichungs)sperrfrist( |$)|^(sende|veröffentlichungs)sperre bis .{1,40}$", Options),
        new(
            @"^(not (yet|quite)( (ready|cleared|approved))? (for|to be) (release|publication|released|published|use)|not (yet )?(public|published|cleared|approved|released)( yet)?|(currently |still )?unpublished)$",
            Options
        ),
        // In messages to a group.
        new(
            $@"^((mohon|tolong|harap|maaf|rekan\w*|kawan\w*|teman\w*|media|izin) ?[,:]? )*(jangan|jgn|belum boleh|blm boleh|ga(k)? boleh|tidak boleh|ndak usah)( (di|ikut))* ?-?(up|upload|naik(kan|in)?|post(ing)?|publish|share|tayang(kan|in)?|terbit(kan)?|siar(kan)?|rilis|viral(kan)?)( {Release})?( ini)?( (dulu|dahulu|ya|dl|dlu))+$",
            Options
        ),
        new(
            $@"^(.{{0,30}}[,:] )?(({Release}|ini|untuk|baru|boleh|bisa|dapat|akan|mohon|tolong|silakan|minta|agar|jadwal) )*(di)?(publish|tayang|terbit|naik|rilis|upload|unggah|posting|siar|muat)(kan|in|nya)?{Later}$",
            Options
        ),
    ];

    private static readonly GuardedRegex NamesTime = new(
        $@"\b(besok|bsk|lusa|esok|nanti|tomorrow|tonight|{Weekday}|(jam|pukul|pkl)\W{{1,2}}[0-9])",
        Options
    );

    private static readonly char[] Brackets = ['(', ')', '[', ']', '|'];

    /// <summary>
    /// What says it by itself only if nothing but a headline is around: it may as well be a step of what the text is about.
    /// </summary>
    private static readonly GuardedRegex Weak = new(
        @"^((currently|status|still|sedang|masih)\W{1,3})?(hold|on hold|under review|in review|for (internal )?review|pending|to be confirmed|tbc|ditahan|(di|ter)tunda|dalam (tinjauan|reviu|proses))$",
        Options
    );

    /// <summary>Whether a line says it.</summary>
    /// <param name="line">As <see cref="HoldWords.Plain"/> gives it.</param>
    public static bool Are(string line)
    {
        if (line.Length is 0 or > LongestSource || !Stems.IsIn(line))
        {
            return false;
        }

        // What ends as a sentence is one of a text.
        return (line[^1] != '.' && IsWhole(Bare(line)))
            || (line.AsSpan().ContainsAny("([|") && line.Split(Brackets).Skip(1).Select(Bare).Any(IsWhole));
    }

    /// <summary>Whether a line above a text may say it.</summary>
    /// <param name="line">As <see cref="HoldWords.Plain"/> gives it.</param>
    public static bool MayBe(string line) => line.Length <= Longest && Weak.IsMatch(Bare(line));

    private static bool IsWhole(string line) =>
        line.Length is > 1 and <= Longest
        && Array.FindIndex(Whole, pattern => pattern.IsMatch(line)) is >= 0 and var at
        && (at < Whole.Length - 1 || NamesTime.IsMatch(line));

    private static string Bare(string line) => line.Trim([.. line.Where(c => !char.IsLetterOrDigit(c)).Distinct()]);
}

using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>
/// Notices whose words a release may well use too: they say that a document must wait only where they are a whole sentence, or all that is
/// between two marks of a short line.
/// </summary>
internal static class HoldPhrases
{
    private const int Longest = 120;
    private const int LongestStamp = 30;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private const string Weekday =
        "(senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|isnin|khamis|jumaat|mon(day)?|tue(s(day)?)?|wed(nesday)?|thu(rs(day)?)?|fri(day)?|sat(urday)?|sun(day)?)";

    /// <summary>Nothing but words of a time, to the end.</summary>
    private const string Time =
        @"(\W*("
        + Weekday
        + @"|[0-9]+(st|nd|rd|th)?|jan\w*|feb\w*|mar\w*|maret|apr\w*|mai|mei|may|jun\w*|jul\w*|agu\w*|aug\w*|sep\w*|okt\w*|oct\w*|nov\w*|des\w*|dec\w*|disember|mayo|mai|pukul|pkl|jam|tanggal|tgl|hari|pada|wita|wib|wit|gmt|utc|uhr|pagi|siang|sore|malam|subuh|am|pm|a\.m|p\.m|noon|midnight|tomorrow|tonight|morning|afternoon|evening|besok|lusa|nanti|esok|depan|next|on|at|of|de|in|the|selesai|usai|acara|event|ceremony|upacara|jumpa pers|konferensi pers|press conference|pengumuman( resmi)?|diumumkan|announcement|speech|pidato|further notice|(ada )?pemberitahuan( lebih lanjut)?|lebih lanjut|embargo lifts?|(ada )?(perintah|arahan|izin|instruksi|persetujuan|konfirmasi)( (dari|oleh|lebih lanjut|berikutnya|resmi))*( (kami|pimpinan|atasan|kabag|kasubag|kadis|kepala|humas|sekda|bupati|gubernur|wali kota|redaksi|dinas|bagian|protokol))*)\b)+\W*$";

    /// <summary>What such a notice may name itself.</summary>
    private const string This =
        @"( (dulu|dahulu|saja|ini|this|the|all|publication|publikasi|release|rilis|siaran|berita|naskah|materi|penayangan|pemuatan|penerbitan|penyiaran|pemberitaan|story|copy|news|media|back|pers|press|secret|for|untuk|hanya|only))*";

    private const string Please =
        "((please|kindly|mohon|harap|tolong|agar|to be|must be|status|catatan|note|naskah|dokumen|untuk|baru|hanya) )*";

    /// <summary>One of these is in every text that the patterns match.</summary>
    private static readonly StemSearch Stems = new([
        "background",
        "gu acc",
        "latar",
        "hintergrund",
        "attribution",
        "quot",
        "kutip",
        "record",
        "ams",
        "pms",
        "papers",
        "moratori",
        "blackout",
        "black-out",
        "restrict",
        "locked",
        "blocked",
        "sealed",
        "quarantin",
        "withh",
        "tunda",
        "simpan",
        "tangguh",
        "tahan",
        "jangan",
        "keep",
        "hold",
        "setuju",
        "final",
        "approv",
        "review",
        "tinjau",
        "koreksi",
        "clearance",
        "periksa",
        "konsumsi",
        "private",
        "terbatas",
        "makluman",
        "kedinasan",
        "official use",
        "circulation",
        "dissemination",
        "cite",
        "press only",
        "media only",
        "nangguh",
        "hfr",
        "lift",
        "muat",
        "siarkan",
        "rilis",
        "tayang",
        "sebarkan",
        "terbitkan",
        "publikasikan",
        "sampaikan",
        "publishable",
        "use only",
        "ffentlich",
        "freigabe",
        "unter ",
        "stop press",
    ]);

    /// <summary>The same of stamps, whose words are in many sentences.</summary>
    private static readonly StemSearch StampStems = new(["nfp", "sulit", "terhad", "sementara"]);

    private static readonly PatternSet Whole = new([
        // What is only to be understood, and not to be printed.
        @"^(strictly |hanya |only )*(for |on )(deep )?background( only| information| use| briefing)*(\W+not for .{0,40})?$|^(deep |strictly )?background( (information|briefing|use))* (only(\W+not for .{0,40})?|not for .{0,40})$|^(deep )?background\W+not for .{0,40}$|^(nur )?(zur|als) hintergrund(information)?$|^unter (2|3|zwei|drei)$",
        @"^(hanya |sekadar )?(untuk |sebagai )(bahan |informasi )?latar( belakang)?( saja)?(\W+(tidak|bukan|jangan) .{0,40})?$|^(hanya )?bahan latar belakang(\W+(tidak|bukan|jangan) .{0,40})$",
        @"^(strictly )?((not|bukan|tidak|jangan)( for| to be| untuk)? (attribution|direct quotation|quotation|quoted|quoting|dikutip|kutipan|diatribusikan)|(please )?do not (quote|attribute|cite)( or \w+)?|off[ -]the[ -]record)( .{0,30})?$",
        // The morning and the evening papers.
        $@"^(for |hold for |release |in |on |of |advance )*({Weekday}('s)?,? )?(ams|pms|am papers|pm papers|(morning|evening|sunday|saturday|weekend) (papers|newspapers))( (of|on|release|only|for))*({Time})$",
        $@"^((for |hold for |release |in |advance )+({Weekday}('s)?,? )?|{Weekday}('s)?,? )(ams|pms|am papers|pm papers|(morning|evening|sunday|saturday|weekend) (papers|newspapers))( (release|only))*$",
        // Verbs of waiting with a time.
        $@"^{Please}(hold|withhold|withheld|restricted|locked|blocked|sealed|quarantined?|quarantine|tunda|ditunda|simpan|disimpan|tangguh(kan)?|ditangguhkan|penangguhan|tahan|ditahan|keep|kept|jangan (di)?(keluar|bocor)(kan)?|stop press|moratorium|black-?out)({This}) ?\W*(until|till|sampai|hingga|sehingga|sampe|sebelum|before|bis|nganti|nepi ka|s/d|jusqu['’]au|hasta|até|setelah|after)({Time})$",
        // Verbs of publishing with a time.
        $@"^{Please}(publikasikan|siarkan|muat|dimuat|rilis|rilis(kan)?|tayangkan|tayang|terbitkan|sebarkan|sampaikan|disampaikan|publishable|use only|lift|lifts|lifted|veröffentlichung|freigabe)({This})( (frei|boleh|setelah|sesudah|selepas|usai|mulai|sejak|after|from|at|on|ab|pas|ketika|hari|pada|untuk))*({Time})",
        $@"^(hfr|hold for release)({Time})?$|^{Please}withhold({This})$",
        // Texts that nobody has let go yet.
        @"^((draft|draf|versi|naskah|teks|dokumen|materi|siaran pers|rilis|berita|status|ini) )*(belum|not yet|menunggu|tunggu|awaiting|pending|subject to|butuh|perlu|for|untuk|mohon|masih)( (mendapat|dapat|final|your|resmi|internal|proses|dalam))* (final|disetujui|persetujuan|approval|approved|review|koreksi|clearance|sign-?off|ditinjau|dikoreksi|diperiksa|direviu|direview)( (pimpinan|for (publication|release)|untuk (publikasi|terbit|tayang)|only|saja|kepala|kadis|sekda|bupati|gubernur|wali kota|atasan|internal|dulu|dahulu|final|purposes|and|comments?|sebelum (dikirim|disiarkan|dipublikasikan|tayang|terbit)))*$",
        // To whom it goes, and to nobody else.
        @"^(strictly private|private and confidential|(hanya |untuk )*konsumsi internal|(hanya )?untuk makluman( sahaja| saja)?( .{0,30})?|(hanya )?untuk (keperluan|kepentingan) kedinasan|for official use only|not for (general |public |wider )*(circulation|dissemination|release|distribution)( .{0,30})?|(press|media) only\W+not for .{0,40}|(strictly )?(limited|restricted) (distribution|circulation)|(sangat |bersifat )?terbatas\W+(jangan|tidak|bukan|hanya) .{0,40})$",
        @"^(tunda|tahan) (tayang|terbit|siar|rilis|publikasi|penayangan|penerbitan)\w*( .{0,40})?$|^di ?tahan (dulu|dahulu)\b.{0,60}$|^(masih )?(me)?(nunggu|tunggu)( dulu)? acc\b.{0,40}$",
        $@"^jangan( dulu| dahulu)? (di ?-?|me\w*-?)?(publish|publikasi\w*|share|post(ing)?|upload|ekspos|release|keluar(kan)?|bocor(kan)?)\b.{{0,40}}$",
    ]);

    /// <summary>What is a stamp where it is all of a line, and nothing within one.</summary>
    private static readonly GuardedRegex AloneInLine = new(
        @"^(terbatas|restricted|private|background only|internal|(?-i:NFP|S(ULIT|ulit)|T(ERHAD|erhad))|(naskah|teks) sementara)$",
        Options
    );

    private static readonly Regex Marks = new(@"^[^\p{L}]+|[^\p{L}]+$", RegexOptions.NonBacktracking);

    /// <summary>Whether a line may hold such a notice.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> line) => Stems.IsIn(line) || (line.Length <= LongestStamp && StampStems.IsIn(line));

    /// <summary>Whether a sentence or a part of a line is one.</summary>
    public static bool Is(string part) => part.Length <= Longest && MayBeIn(part) && Whole.IsMatch(part);

    /// <summary>Whether a whole line is one.</summary>
    public static bool IsLine(string line) => line.Length <= Longest && AloneInLine.IsMatch(line);

    /// <summary>Whether a line is a word that templates have for things of their own: <c>#internal</c>.</summary>
    public static bool IsOfProgramme(string line) =>
        line.Length <= Longest && Marks.Replace(line, "").ToLowerInvariant() is "private" or "internal";
}

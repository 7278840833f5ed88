using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>
/// The one rule for documents that say in their text that they must not be seen yet: an embargo in words, or a key for a date or a draft
/// where it is not read as front matter.
/// Such a document is refused unless its front matter gives <c>publishAt</c>: what was misread is never public at once.
/// </summary>
internal static class HoldNotice
{
    private const int TopLines = 40;
    private const int LastLines = 10;
    private const int Longest = 200;

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private const string Shown = "(siar|terbit|tayang|publikasi|sebar|rilis|sebarluas)";

    private static readonly Regex Tags = new("<[^<>]{1,200}>", RegexOptions.NonBacktracking);

    private static readonly Regex[] Words =
    [
        new(
            @"^(press |news |strict(ly)? |siaran pers |rilis )*embargo(ed|es|kan)?( (material|release|berita|siaran|pers|time|date|waktu))*\W*($|\d|[:=(\[]|(sampai|hingga|sampe|s/d|s\.?d|until|till|til|to|for|before|untuk|berakhir|berlaku|lifts?|lifted|ends?|expires?|bis|jusqu|hasta|até|tot|fino|dicabut pada|not|do not|jangan|pukul|jam|tanggal)\b)",
            Options
        ),
        new(
            @"\b(under|strict|strictly|in|di bawah|masih|dalam masa|sous|bajo|sob|onder|unter) embargo(ed)?\b|\b(berita|siaran|rilis|naskah)( pers)?( ini)? (di|ter)embargo\b|\bembargo(ed)? (until|till|sampai|hingga|s/d|bis|jusqu|hasta|até|tot)\b",
            Options
        ),
        new(
            @"\bnot (for|to be) (immediate )?(release|publication|broadcast|distribution|publishing|use|released|published|broadcast|distributed|used)\b",
            Options
        ),
        new(
            @"^\W*(please )?(do not|don['’]t) (release|publish|broadcast|distribute|share|circulate)\b|\b(hold|held|holding) (for release|until|till)\b|^\W*for (release|publication|broadcast) (on|at|after|from|not|only|until|no|\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
            Options
        ),
        new(
            @"\b(jangan|(tidak|belum|tak) boleh|belum (dapat|bisa)|(tidak|bukan|belum) untuk|mohon( untuk)? (tidak|jangan)|dilarang)( dulu| dahulu| untuk)? (di|me\w{0,3})?"
                + Shown
                + @"(kan|luaskan|in)?\b",
            Options
        ),
        new(
            @"\b(boleh|dapat|untuk|baru|bisa) (boleh |dapat )?di"
                + Shown
                + @"(kan|luaskan)? (mulai|setelah|sesudah|pada|tanggal|sejak|pukul)\b",
            Options
        ),
        new(
            @"\b(sperrfrist|gesperrt bis|frei ab|nicht vor|ne pas (publier|diffuser)|no (publicar|difundir)|não publicar|niet publiceren)\b",
            Options
        ),
        new(
            @"^\W*(draft|draf|rancangan|konsep|rahasia|confidential|strictly confidential|sangat rahasia|for internal use only|untuk (kalangan|keperluan) internal)( (only|pertama|kedua|awal|belum final|jangan disebar\w*))?\W*$",
            Options
        ),
        new("禁止发布|禁發|不得发布|حظر النشر|محظور النشر", Options),
    ];

    private static readonly Regex KeyLine = new(
        @"^[\s""'*_>#{\[(`,;-]*(?<key>[\p{L}][\p{L}\p{N}_ .-]{1,40}?)[""'*_`]*\s*[:=]>?\s*(?<value>\S.*)?$",
        RegexOptions.NonBacktracking
    );

    private static readonly Regex IsoDate = new(@"^\W*[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", RegexOptions.NonBacktracking);

    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "publishat",
        "publishdate",
        "publishon",
        "publishtime",
        "publishedat",
        "publisheddate",
        "publicationdate",
        "pubdate",
        "datepublished",
        "releaseat",
        "releasedate",
        "releaseon",
        "releasetime",
        "embargo",
        "embargoat",
        "embargodate",
        "embargountil",
        "embargoeduntil",
        "embargosampai",
        "embargoed",
        "embargotime",
        "notbefore",
        "holduntil",
        "hold",
        "scheduledat",
        "scheduledfor",
        "scheduleat",
        "golive",
        "goliveat",
        "visiblefrom",
        "draft",
        "isdraft",
        "draf",
        "private",
        "isprivate",
        "unlisted",
        "unpublished",
        "visibility",
        "poststatus",
        "tanggaltayang",
        "waktutayang",
        "jadwaltayang",
        "jadwalterbit",
        "tanggalrilis",
        "waktuterbit",
        "terbitpada",
    };

    private static readonly HashSet<string> StateKeys = new(StringComparer.Ordinal) { "status", "state", "keadaan" };

    private static readonly HashSet<string> Waiting = new(StringComparer.OrdinalIgnoreCase)
    {
        "draft",
        "draf",
        "private",
        "pending",
        "future",
        "scheduled",
        "hidden",
        "review",
        "in review",
        "unlisted",
        "embargo",
        "embargoed",
        "internal",
        "withdrawn",
        "unpublished",
        "password",
        "trash",
        "rahasia",
    };

    private static readonly HashSet<string> DateKeys = new(StringComparer.Ordinal)
    {
        "date",
        "published",
        "tanggal",
        "tanggalterbit",
        "time",
        "posted",
        "terbit",
        "tayang",
        "schedule",
        "scheduled",
        "availablefrom",
        "validfrom",
        "startdate",
        "hidden",
    };

    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "false",
        "no",
        "off",
        "0",
        "publish",
        "published",
        "public",
        "tidak",
        "",
    };

    private static readonly HashSet<string> Negative = new(StringComparer.OrdinalIgnoreCase)
    {
        "false",
        "no",
        "off",
        "0",
        "tidak",
        "belum",
    };

    private static readonly HashSet<string> Published = new(StringComparer.OrdinalIgnoreCase) { "true", "yes", "on", "1", "ya" };

    /// <summary>The first line near the top or the end of a document that says it must wait, or null.</summary>
    /// <param name="lines">The document's lines of text in order, front matter that was read left out.</param>
    public static string? Find(IEnumerable<string> lines)
    {
        var written = lines
            .Select(l => Characters.Fold(Tags.Replace(l.Length > 2000 ? l[..2000] : l, " ")))
            .Where(l => l.Length > 0)
            .ToList();
        return written.Where((_, at) => at < TopLines || at >= written.Count - LastLines).FirstOrDefault(Holds);
    }

    /// <summary>Whether a key is one that may hold a release, whatever its value.</summary>
    public static bool Knows(string key) =>
        Bare(key) is var bare
        && (Keys.Contains(bare) || DateKeys.Contains(bare) || StateKeys.Contains(bare) || bare is "publish" or "public");

    /// <summary>Whether an unknown key of front matter may govern if or when the release is seen.</summary>
    /// <param name="key">As written.</param>
    /// <param name="value">As written; a draft that is said to be none is harmless.</param>
    public static bool IsDecisive(string key, string value)
    {
        var bare = Bare(key);
        var said = Said(value);
        return bare is "published" or "publish" or "public" ? !Published.Contains(said)
            : StateKeys.Contains(bare) ? Waiting.Contains(said)
            : (Keys.Contains(bare) || DateKeys.Contains(bare) || bare.StartsWith("embargo", StringComparison.Ordinal))
                && !(bare is not "embargo" && Harmless.Contains(said));
    }

    private static bool Holds(string line)
    {
        var bare = line.Trim(' ', '*', '_', '#', '>', '`', '~', '[', ']', '(', ')', '|', '-', '–', '—', '•', '!', '"', '“', '”', '\'');
        return bare.Length > 0 && bare.Length <= Longest && (Array.Exists(Words, w => w.IsMatch(bare)) || HoldsKey(line));
    }

    private static bool HoldsKey(string line)
    {
        foreach (var part in line.StartsWith('{') ? line.Split(',') : [line])
        {
            if (KeyLine.Match(part) is not { Success: true } match)
                continue;

            var (key, value) = (match.Groups["key"].Value, match.Groups["value"].Value);
            var bare = Bare(key);
            if (
                !DateKeys.Contains(bare) && bare is not ("publish" or "public")
                    ? IsDecisive(key, value)
                    : IsoDate.IsMatch(value) || (value.Length > 0 && Negative.Contains(Said(value)))
            )
                return true;
        }

        return false;
    }

    private static string Said(string value) => value.Trim(' ', '"', '\'', ',', '}', ';', '*', '_', '`');

    private static string Bare(string key) => string.Concat(key.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

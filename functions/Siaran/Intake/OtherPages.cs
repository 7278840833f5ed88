using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Siaran.Intake.Articles;

namespace Siaran.Intake;

/// <summary>
/// Knows pages that a site shows in place of a release: of an error, to sign in, of what was found, of all news of a kind.
/// </summary>
internal static class OtherPages
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>Characters of a page that holds no text but its own message.</summary>
    private const int LongestMessage = 1_000;

    private const int LongestWall = 250;
    private const int LeastLong = 1_500;
    private const int LeastText = 300;
    private const int MostOfTeaser = 2;
    private const int LeastNews = 3;

    private static readonly GuardedRegex Error = new(
        @"^\W*((error\s*)?(40[0134]|410|429|50[0234])\b[^\p{L}]{0,5}(error|not found|page not found|forbidden|unauthorized|bad gateway|service unavailable|internal server error|too many requests|gone|halaman tidak ditemukan|tidak ditemukan|akses ditolak)|(page|halaman)( ini| yang anda cari)? (not found|tidak ditemukan)|access denied|akses ditolak|just a moment|attention required)\b\W*([|–—-].{0,60})?$",
        Options
    );

    private static readonly GuardedRegex SignIn = new(
        @"^\W*(log ?in|sign ?in|masuk)(\s+(ke |to )?(akun|sistem|aplikasi|your account|account)( anda)?)?(\s*[-–—|].{0,60})?\W*$",
        Options
    );

    /// <summary>What sites say in place of a text, in a page of nothing else, and what such a page is.</summary>
    private static readonly (GuardedRegex Words, string Kind)[] Messages =
    [
        (
            new(
                @"\b(halaman|laman|tautan)( yang anda (cari|tuju|minta))? (tidak (dapat |bisa )?(ditemukan|tersedia)|hilang)|\bpage (you('re| are) looking for |you requested )?((could not|cannot|can't) be found|(was|is)(n't| not) (found|available)|does(n't| not) exist)|\bSQLSTATE\[|^\W*(whoops, )?(looks like )?something went wrong\b|\bfatal error: ",
                Options
            ),
            "error page"
        ),
        (
            new(
                @"\b(dalam|sedang|melakukan|under|down for) (perbaikan|pemeliharaan|(scheduled |routine )?maintenance)\b.{0,200}\b(kembali (beberapa|lagi|nanti)|coba (lagi|kembali)|check back|be back|try again)\b",
                Options
            ),
            "maintenance page"
        ),
        (
            new(
                @"\b(verifikasi|buktikan|konfirmasi) (bahwa )?anda (adalah )?(manusia|bukan robot)|\bverify (that )?you('re| are) (a )?human|\b(not|bukan) a? ?robot\b|\bchecking (if the site|your browser)|\blalu lintas (yang )?tidak biasa|\bunusual traffic",
                Options
            ),
            "security check"
        ),
        (
            new(
                @"\b(aktifkan|nyalakan|hidupkan|enable|turn on) java ?script\b|\bjava ?script (is |anda )?(disabled|required|not enabled|dinonaktifkan|tidak aktif|diperlukan)",
                Options
            ),
            "page without its text"
        ),
        (
            new(
                @"^\W*(kami menghargai privasi anda|we (value|care about|respect) your privacy|before you continue|sebelum melanjutkan)\b",
                Options
            ),
            "consent page"
        ),
        (
            new(
                @"\b(this |the )?domain( name)?( \S{3,60})? (is|may be) (for sale|parked|available)\b|\bdomain ini (dijual|diparkir)",
                Options
            ),
            "parked domain"
        ),
        (
            new(
                @"\b(you need|request|anda (memerlukan|membutuhkan)|minta) (access|akses|izin)\b|\b(sign|log) ?in to (continue|view|see)\b|\b(silakan|harap) (masuk|login)\b.{0,80}\b(untuk (melihat|membaca|melanjutkan)|akun)",
                Options
            ),
            SignInPage
        ),
    ];

    /// <summary>What a site writes where its text ends for those who do not pay.</summary>
    private static readonly GuardedRegex Wall = new(
        @"\b(artikel|berita|konten|tulisan) ini (hanya|khusus) (untuk|bagi) (pelanggan|anggota|member)|\b(silakan )?berlangganan (sekarang )?untuk (membaca|melanjutkan|akses)|\bthis (article|story|content) is (only )?(available )?(for|to) (paying |registered )?(subscribers|members)\b|\bsubscribe( now)? to (continue|keep) reading|\balready a subscriber\b",
        Options
    );

    private static readonly GuardedRegex ReadOn = new(
        @"^\W*(baca (selengkapnya|selanjutnya|lanjutan(nya)?)|selengkapnya|lanjut(kan)? (baca|membaca)|read more|continue reading|read the full (story|article))\W*$",
        Options
    );

    private static readonly GuardedRegex Found = new(
        @"^\W*(hasil (pencarian|penelusuran)|search results?|pencarian|search)\W*$|^\W*(hasil (pencarian|penelusuran)|search results?)(\s*:|( untuk| for)?\s*[:""“‘'])",
        Options
    );

    private static readonly GuardedRegex Listed = new(
        @"^\W*((kategori|category|tag|label|topik|arsip|archives?|penulis|author)\s*:\s*\S.{0,60}|daftar (berita|siaran pers|rilis|artikel)|indeks( berita)?|arsip( berita| siaran pers)?|galeri( foto| video| kegiatan)?|(photo |video )?gallery|agenda( kegiatan)?( \p{L}{3,10} [0-9]{4})?|kalender( kegiatan)?|kebijakan privasi|privacy policy|syarat dan ketentuan|terms (of (use|service)|and conditions))\W*$",
        Options
    );

    /// <summary>What heads all news, and in some themes each of them.</summary>
    private static readonly GuardedRegex OfAll = new(
        @"^\W*((berita|kabar|siaran pers|rilis|artikel)( ter(baru|kini))?|(latest |all )?(news|releases)|press releases|newsroom)\W*$",
        Options
    );

    /// <summary>A headline that no text has but a home page or a folder.</summary>
    private static readonly GuardedRegex Front = new(
        @"^\W*(selamat datang di (portal|website|situs|laman|halaman)\b|welcome to (the |our )?(official )?(website|web site|portal|homepage)\b|index of /)",
        Options
    );

    private static readonly GuardedRegex Site = new(@"\s*([|•·»]|\s[-–—])\s.*$", Options);

    /// <summary>What the page is, such as <c>error page</c>; null where it may be a release.</summary>
    public static string? Of(IHtmlDocument page, PageElements elements, PageBlocks measured)
    {
        var (title, headline, said) = Named(page, elements);
        var isShort = measured.Characters <= LongestMessage;
        return Error.IsMatch(said) || (isShort && Error.IsMatch(title)) ? "error page"
            : SignIn.IsMatch(said) && (isShort || (AsksForPassword(elements) && Prose(measured) < LeastText)) ? SignInPage
            : Front.IsMatch(said) ? "home page"
            : IsOfFound(said, measured) ? "search results"
            : IsList(said, title, measured) ? "list of news"
            : isShort && MessageOf(headline, measured) is { } kind ? kind
            : IsCut(measured) ? CutText
            : null;
    }

    /// <summary>
    /// Whether a page with a long text speaks of subscribers in it as well: sites that sell reports do, and some show a long beginning.
    /// </summary>
    public static bool MayBeCut(PageBlocks measured) => HasWall(measured) && IsLong(measured);

    /// <summary>Whether a page asks for a password, and holds a text that may be one of its site's or its own of how to sign in.</summary>
    public static bool MaySignIn(IHtmlDocument page, PageElements elements, PageBlocks measured) =>
        SignIn.IsMatch(Named(page, elements).Said) && AsksForPassword(elements) && !IsLong(measured);

    /// <summary>What a page is that shows a box for signing in and nothing else.</summary>
    public const string SignInPage = "sign-in page";

    /// <summary>What a page is that shows the beginning of a text to those who do not pay.</summary>
    public const string CutText = "page that shows a part of its text";

    private static (string Title, string Headline, string Said) Named(IHtmlDocument page, PageElements elements)
    {
        var (title, headline) = ((page.Title ?? "").Trim(), elements.Headlines is [var first, ..] ? first.TextContent.Trim() : "");
        return (title, headline, headline.Length > 0 ? headline : title);
    }

    private static string? MessageOf(string headline, PageBlocks measured)
    {
        var text = string.Join(' ', measured.Blocks.Select(block => block.Start));
        return Array.Find(Messages, message => message.Words.IsMatch(headline) || message.Words.IsMatch(text)).Kind;
    }

    private static bool IsOfFound(string said, PageBlocks measured) =>
        Found.IsMatch(said) && (measured.Characters <= LongestMessage || News(measured) >= LeastNews);

    /// <summary>Headline and title both name a kind of news, and what is below are links or short notes; no text has such a name.</summary>
    private static bool IsList(string said, string title, PageBlocks measured) =>
        IsOfMany(said)
        && (title.Length == 0 || IsOfMany(Site.Replace(title, "")))
        && (
            News(measured) >= LeastNews
            || (
                Listed.IsMatch(said) && (measured.Characters <= LongestMessage || measured.Blocks.Count(block => block.IsItem) >= LeastNews)
            )
        );

    private static bool IsOfMany(string name) => Listed.IsMatch(name) || OfAll.IsMatch(name);

    private static int News(PageBlocks measured) => measured.Blocks.Count(block => block is { IsLink: true, Furniture: 0, Level: > 0 });

    /// <summary>A wall below the text, or a teaser with a link to the rest and nothing else on the page.</summary>
    private static bool IsCut(PageBlocks measured)
    {
        if (HasWall(measured))
        {
            return !IsLong(measured);
        }

        var prose = measured.Blocks.Index().Where(block => block.Item is { Furniture: 0, IsProse: true }).Take(MostOfTeaser + 1).ToList();
        return prose.Count is > 0 and <= MostOfTeaser
            && prose[^1].Index + 1 < measured.Blocks.Count
            && ReadOn.IsMatch(measured.Blocks[prose[^1].Index + 1].Start)
            && prose[^1].Item.IsOpenEnded;
    }

    private static bool HasWall(PageBlocks measured) =>
        measured.Blocks.Any(block => block is { Furniture: 0, Length: <= LongestWall } && Wall.IsMatch(block.Start));

    private static bool IsLong(PageBlocks measured) => Prose(measured) >= LeastLong;

    private static int Prose(PageBlocks measured) =>
        measured.Blocks.Sum(block => block is { Furniture: 0, IsProse: true } ? block.Length : 0);

    /// <summary>Whether a page asks for a password and has no headline but that: a box for signing in may be above any article.</summary>
    private static bool AsksForPassword(PageElements elements) =>
        elements.HasPassword && elements.Headlines.All(headline => SignIn.IsMatch(headline.TextContent.Trim()));
}

using AngleSharp.Dom;

namespace Siaran.Intake.Articles;

/// <summary>
/// Finds a page's headline among its headings and titles: the heading that the titles repeat, else the one above the article.
/// </summary>
/// <param name="blocks">The page's.</param>
/// <param name="titles">What its metadata and window give for a title, the most trusted first, site names still in them.</param>
/// <param name="site">The site's name where the page gives it.</param>
internal sealed class PageHeadline(IReadOnlyList<PageBlock> blocks, IReadOnlyList<string> titles, string? site)
{
    private const int LeastMatched = 8;
    private const int Longest = 300;
    private const int MostOfSite = 5;
    private const int LeastOfHeadline = 4;
    private const int FarAbove = 3;

    private static readonly string[] Strong = [" | ", " » ", " • ", " · ", " :: ", " « ", " ‹ ", " › "];

    private static readonly string[] Weak = [" – ", " — ", " - "];

    /// <summary>What templates call a part of a site, and no office a release.</summary>
    private static readonly HashSet<string> Sections = new(
        (
            "berita|detail berita|berita detail|berita terkini|berita terbaru|berita utama|berita daerah|isi berita|baca berita|artikel|detail artikel|"
            + "detail|kabar|kabar terkini|informasi|informasi publik|publikasi|pengumuman|siaran pers|rilis|news|news detail|latest news|"
            + "press release|press releases|article|post|blog|home|beranda|print|cetak|halaman|arsip|arsip berita|ruang berita|ruang media|"
            + "media center|seputar kota|seputar kabupaten|kegiatan|galeri|liputan|headline"
        ).Split('|'),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly string[] Names =
    [
        "entry-title",
        "post-title",
        "article-title",
        "jeg_post_title",
        "wp-block-post-title",
        "headline",
    ];

    private readonly List<int> headings =
    [
        .. Enumerable
            .Range(0, blocks.Count)
            .Where(at =>
                IsHeading(blocks[at])
                && blocks[at].Words > 0
                && Labels.Whole(blocks[at].Start) is null
                && !Sections.Contains(blocks[at].Start)
            ),
    ];

    /// <summary>The block that repeats a title, or -1.</summary>
    public int Repeated()
    {
        var wanted = titles.Select(t => Letters(Bare(t))).Where(t => t.Length >= LeastMatched).ToList();
        var best = (At: -1, Score: 0.0);
        foreach (var at in headings)
        {
            var text = Letters(TextOf(at));
            var score =
                text.Length < LeastMatched ? 0
                : wanted.Contains(text) ? 4.0
                : wanted.Exists(t =>
                    t.Contains(text, StringComparison.Ordinal) ? text.Length * 2 > t.Length : text.Contains(t, StringComparison.Ordinal)
                )
                    ? 3
                : 0;
            score = score == 0 ? 0 : score + Standing(at);
            if (score > best.Score)
            {
                best = (at, score);
            }
        }

        return best.At;
    }

    /// <summary>The headline as shown, or null where only the text can tell.</summary>
    /// <param name="repeated">The heading that repeats a title, or -1.</param>
    /// <param name="article">The article's first block; 0 where it is not known.</param>
    public string? Text(int repeated, int article)
    {
        var named =
            repeated >= 0 ? repeated
            : headings.FindIndex(at => IsNamed(blocks[at]) && blocks[at].Furniture == 0) is >= 0 and var n ? headings[n]
            : -1;
        named =
            named >= 0 ? named
            : Above(article) is >= 0 and var above ? above
            : NextAbove(article);
        return named >= 0 && Usable(TextOf(named)) is { } heading ? heading : null;
    }

    /// <summary>The most trusted title without the site's name, or null.</summary>
    public string? Title() =>
        titles.Select(Bare).Select(Usable).FirstOrDefault(t => t is not null && Labels.Whole(t) is null && !Sections.Contains(t));

    /// <summary>The last main heading above the article's text or at its start that is more than the site's name.</summary>
    private int Above(int article)
    {
        var level = headings.Exists(at => IsMain(at) && blocks[at].Level == 1) ? 1 : 0;
        return level == 0
            ? -1
            : headings
                .Where(at => IsMain(at) && blocks[at].Level == 1)
                .OrderBy(at => at <= article + 2 ? article - at : at + blocks.Count)
                .First();
    }

    /// <summary>
    /// The heading of any level that is next above the article, where the page's title is but a few words, as names of sites are.
    /// </summary>
    private int NextAbove(int article)
    {
        var next = titles.All(title => Words(Bare(title)) < LeastOfHeadline) ? headings.FindLastIndex(IsNext) : -1;
        return next < 0 ? -1 : headings[next];

        bool IsNext(int at) =>
            at <= article + 1
            && article - at <= FarAbove
            && IsMain(at)
            && blocks[at].Words >= LeastOfHeadline
            && !AgencyNames.IsAgency(TextOf(at));
    }

    private bool IsMain(int at) =>
        blocks[at] is { Furniture: 0, IsCard: false, IsLink: false } && !IsSite(TextOf(at)) && !PageLines.IsTailHeading(blocks[at]);

    private double Standing(int at) =>
        (
            blocks[at].Level is 1 ? 1
            : blocks[at].Level is 2 ? 0.5
            : 0
        )
        + (IsNamed(blocks[at]) ? 0.5 : 0)
        - (blocks[at].IsLink ? 1.5 : 0)
        - (blocks[at].Furniture > 0 ? 1 : 0)
        - (blocks[at].IsCard ? 1 : 0);

    private bool IsSite(string text) => site is not null && Letters(site) == Letters(text);

    /// <summary>A title without the name of the site, at either end of it.</summary>
    private string Bare(string title)
    {
        foreach (var mark in Strong)
        {
            if (title.Contains(mark, StringComparison.Ordinal))
            {
                // The longest part: names of sites are short.
                title = title.Split(mark).MaxBy(p => IsSite(p) ? 0 : p.Length)!.Trim();
            }
        }

        return WithoutSite(title) ?? WithoutShortEnd(title);
    }

    private string? WithoutSite(string title)
    {
        foreach (var mark in Weak)
        {
            var (first, last) = (title.IndexOf(mark, StringComparison.Ordinal), title.LastIndexOf(mark, StringComparison.Ordinal));
            if (last > 0 && IsSite(title[(last + mark.Length)..]))
            {
                return title[..last].Trim();
            }

            if (first > 0 && IsSite(title[..first]))
            {
                return title[(first + mark.Length)..].Trim();
            }
        }

        return null;
    }

    /// <summary>A few words after a dash are a site's name, unless a heading of the page has them too.</summary>
    private string WithoutShortEnd(string title)
    {
        foreach (var mark in Weak)
        {
            var at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at > 0 && IsHeadingOfText(title[(at + mark.Length)..]))
            {
                return title[(at + mark.Length)..].Trim();
            }

            if (at > 0 && Words(title[..at]) > 3 && Words(title[(at + mark.Length)..]) <= MostOfSite && !IsShown(title))
            {
                return title[..at].Trim();
            }
        }

        return title;
    }

    /// <summary>Whether it is a heading that is neither link nor furniture: sites' names are, and may be before the dash.</summary>
    private bool IsHeadingOfText(string end) =>
        Words(end) > 2
        && headings.Exists(at => blocks[at] is { Furniture: 0, IsCard: false, IsLink: false } && Letters(TextOf(at)) == Letters(end));

    /// <summary>Whether a heading of the page is the whole title, dash included.</summary>
    private bool IsShown(string title) => headings.Exists(at => Letters(TextOf(at)) == Letters(title));

    private string TextOf(int at) =>
        blocks[at].Start.Length < PageBlock.LongestStart
            ? blocks[at].Start
            : Characters.Fold(Characters.Clean(blocks[at].Owner.TextContent).Text);

    private static bool IsHeading(PageBlock block) =>
        block.Level is >= 1 and <= 3
        || (block.Level != 0 && IsNamed(block))
        || (block.Level == 0 && block.Length <= Longest && IsNamed(block));

    private static bool IsNamed(PageBlock block) =>
        Says(block.Owner) || (block.Owner.ParentElement is { } parent && parent.ChildElementCount == 1 && Says(parent));

    private static bool Says(IElement element) =>
        (element.GetAttribute("itemprop") ?? "").Contains("headline", StringComparison.OrdinalIgnoreCase)
        || Names.Any(n => element.ClassList.Contains(n));

    private static string? Usable(string? text) => text is { Length: > 2 and <= Longest } ? text : null;

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

using System.Buffers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Siaran.Releases;

namespace Siaran.Intake;

/// <summary>Finds, in a page, what surrounds the article's text: headline, label, agency, date, picture and address.</summary>
/// <param name="document">The page.</param>
/// <param name="elements">Its elements by name.</param>
/// <param name="html">As it is written: what names no element of a kind need not be searched for one.</param>
internal sealed class PageReading(IHtmlDocument document, PageElements elements, string html)
{
    /// <summary>Where pages show a label.</summary>
    private static readonly Place[] LabelPlaces =
    [
        new(".cat-links, .entry-category, .post-category", "a"),
        new("[rel~='category'], [itemprop='articleSection']", null),
        new(".entry-header", "span, a"),
    ];

    private static readonly Place[] AuthorPlaces =
    [
        new("[itemprop~='author'], [rel~='author'], .author-name, .entry-author, .author.vcard", null),
        new("[itemprop~='author']", "[itemprop='name']"),
        new(".entry-header", "span, a"),
    ];

    private const int LongestName = 60;
    private const int LongestText = 120;
    private const int MostTexts = 100;

    private static readonly SearchValues<string> TimeNames = SearchValues.Create(
        ["datePublished", "<time", "date", "tanggal", "waktu", "published"],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>What programs call a page that nobody gave a title.</summary>
    private static readonly GuardedRegex NoTitle = new(
        @"^((document|dokumen|untitled|tanpa judul|new page|halaman baru|home|beranda|microsoft word)( document)?[ _-]*[0-9]{0,3}|microsoft word\s*-.*|[^ ]{1,80}\.(docx?|odt|pdf|html?|rtf))$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    /// <summary>Where pages show a date without marking it up as a time.</summary>
    private const string Dated =
        "h1, time[datetime], .published[title], [class*='date' i], [class*='tanggal' i], [class*='waktu' i], [class*='posted' i]";

    /// <summary>What a class says of the time of something else than the publication.</summary>
    private static readonly SearchValues<string> TimesOfOthers = SearchValues.Create(
        [
            "event",
            "acara",
            "agenda",
            "kegiatan",
            "jadwal",
            "deadline",
            "pelaksanaan",
            "update",
            "modified",
            "expire",
            "startdate",
            "enddate",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>What the name of metadata says of the end of something, or of a time of a writer's.</summary>
    private static readonly SearchValues<string> Ends = SearchValues.Create(
        ["expir", "until", "sampai", "end", "unavailable", "valid", "revisit", "copyright", "birth", "lahir"],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly GuardedRegex NameOfPublication = new(
        @"publ|embargo|live|avail|issue|releas|terbit|tayang|rilis|siar|post(ed)?[_:. -]?(date|at|on|time)|dateposted|display[_:. -]?date|first|schedul|jadwal|citation_(online_)?date|search_date",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    /// <summary>How names of such metadata end, whatever is between their words.</summary>
    private static readonly string[] DateNames =
    [
        "articlepublished",
        "publishedtime",
        "publishtime",
        "publisheddate",
        "publishdate",
        "publishedat",
        "publishat",
        "publishedon",
        "datepublished",
        "publicationdate",
        "pubdate",
        "releasedate",
        "termsissued",
        "dcdate",
        "dateissued",
        "dateavailable",
        "termsavailable",
        "sailthrudate",
    ];

    /// <summary>Whether metadata of this name say when the page was published.</summary>
    public static bool IsDateName(string name) =>
        name.Length <= LongestName
        && string.Concat(name.Where(char.IsLetter)) is var letters
        && Array.Exists(DateNames, known => letters.EndsWith(known, StringComparison.OrdinalIgnoreCase))
        && !letters.AsSpan().ContainsAny(TimesOfOthers);

    private readonly StructuredData? data = StructuredData.Of(elements, html);
    private readonly Dictionary<string, string?> metadata = Metadata(elements);

    /// <summary>What the page gives for a title, the most trusted first, site names still in them.</summary>
    public IReadOnlyList<string> Titles() =>
        [
            .. new[] { Meta("og:title"), data?.Headline, Meta("twitter:title"), Clean(document.Title ?? "") }
                .OfType<string>()
                .Where(t => t.Length > 0 && !NoTitle.IsMatch(t)),
        ];

    /// <summary>The text that its metadata give, line breaks kept, or null.</summary>
    public string? Text() => data?.Body;

    /// <summary>The site's name, or null.</summary>
    public string? Site() => Meta("og:site_name");

    public string? Label() =>
        In(LabelPlaces, Labels.Whole) ?? Labels.Whole(data?.Section ?? "") ?? Labels.Whole(Meta("article:section") ?? "");

    public string? Agency() => In(AuthorPlaces, IfAgency) ?? IfAgency(data?.Author ?? "") ?? IfAgency(Meta("author") ?? "");

    private static string? IfAgency(string name) => AgencyNames.IsAgency(name) ? name : null;

    /// <summary>When the page says it was published, as written, in each of the ways that it says it.</summary>
    public IReadOnlyList<string> Published()
    {
        var isTimed = html.AsSpan().ContainsAny(TimeNames);
        var marked = html.Contains("datePublished", StringComparison.OrdinalIgnoreCase)
            ? document.QuerySelector("[itemprop~='datePublished']")
            : null;
        var time = html.Contains("<time", StringComparison.OrdinalIgnoreCase)
            ? document.QuerySelector("time.entry-date.published[datetime], .entry-header time[datetime], article > header time[datetime]")
            : null;
        string?[] written =
        [
            marked?.GetAttribute("content") ?? marked?.GetAttribute("datetime") ?? (marked is null ? null : Clean(marked.TextContent)),
            data?.Published,
            .. metadata.Keys.Where(IsDateName).Select(Meta),
            time?.GetAttribute("datetime"),
        ];
        string[] said = [.. written.OfType<string>().Where(w => w.Length > 0)];
        return said.Length == 0 && isTimed && UnderHeadline() is { } under ? [under] : said;
    }

    /// <summary>
    /// What else of the page may say when it is published: metadata whose names speak of it in other words, RDFa, and every article of its
    /// JSON-LD.
    /// </summary>
    public IEnumerable<string> OtherTimes()
    {
        var named = metadata.Where(one => IsOfPublication(one.Key)).Select(one => one.Value).OfType<string>().Where(IsTime);
        var marked = html.Contains(":datePublished", StringComparison.OrdinalIgnoreCase)
            ? document.QuerySelectorAll("[property$=':datePublished']").Take(20).Select(TimeOf)
            : [];
        return named.Concat(marked).Concat(StructuredData.TimesOf(elements, html));
    }

    /// <summary>
    /// Metadata of any other name that give a time, as <c>name: value</c>; of events, ends and changes left out. Where such a time is still
    /// to come nobody knows what it is of.
    /// </summary>
    public IEnumerable<string> UnknownTimes() =>
        metadata
            .Where(one => one.Value is not null && !IsDateName(one.Key) && !IsOfPublication(one.Key) && IsTime(one.Value))
            .Where(one => !one.Key.AsSpan().ContainsAny(TimesOfOthers) && !one.Key.AsSpan().ContainsAny(Ends))
            .Select(one => $"{one.Key}: {one.Value}");

    private static bool IsOfPublication(string name) =>
        name.Length <= LongestName
        && NameOfPublication.IsMatch(name)
        && !name.AsSpan().ContainsAny(TimesOfOthers)
        && !name.AsSpan().ContainsAny(Ends);

    private static bool IsTime(string value) => value.Length <= LongestName && WrittenDate.TryRead(value.Trim(), TimeZoneInfo.Utc, out _);

    private static string TimeOf(IElement element) =>
        element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? Clean(element.TextContent);

    /// <summary>
    /// The first time below the main heading that is no part of a paragraph or list: pages without metadata show it there.
    /// </summary>
    private string? UnderHeadline() =>
        elements
            .MayBeDated.Where(element => element.Matches(Dated))
            .Take(100)
            .SkipWhile(element => element.LocalName is not "h1")
            .Where(element =>
                element.LocalName is not "h1" && element.ParentElement?.Closest("p, li, td, figure") is null && !InFurniture(element)
            )
            .Where(element => !IsOfOther(element) && !(element.ParentElement is { } parent && IsOfOther(parent)))
            .Select(WrittenOn)
            .FirstOrDefault(written => written is not null);

    /// <summary>Whether an element says that its time is of something else than the publication: of an event, a change.</summary>
    public static bool IsOfOther(IElement element) =>
        $"{element.ClassName} {element.Id} {element.GetAttribute("itemprop")}".AsSpan().ContainsAny(TimesOfOthers);

    private static string? WrittenOn(IElement element) =>
        element.GetAttribute("datetime") is { } given ? given
        // As hAtom writes it.
        : element.ClassList.Contains("published") && element.GetAttribute("title") is { Length: > 0 } title ? title
        : element.TextContent is { Length: < 80 } text && WrittenDate.TryRead(Clean(text), TimeZoneInfo.Utc, out _) ? Clean(text)
        : null;

    public Uri? Canonical() => Links.Absolute(elements.Canonical) ?? Links.Absolute(Meta("og:url")) ?? Links.Absolute(data?.Address);

    /// <summary>Where the page's relative addresses lead (HTML §2.4.3).</summary>
    public Uri? Base(Uri? own) => Links.Resolve(elements.Base, own, allowMail: false) ?? own;

    public ReleaseImage? Image(Uri? baseAddress)
    {
        var address = Links.Resolve(Meta("og:image") ?? data?.Image, baseAddress, allowMail: false);
        if (address is not null)
        {
            return new(address, Meta("og:image:alt") ?? AltOf(address, baseAddress));
        }

        var featured = document.QuerySelector("img.wp-post-image, .post-thumbnail img, [itemprop~='image'] img, img[itemprop~='image']");
        return Links.Resolve(featured?.GetAttribute("src"), baseAddress, allowMail: false) is { } source
            ? new(source, Clean(featured!.GetAttribute("alt") ?? "") is { Length: > 0 } text ? text : null)
            : null;
    }

    /// <summary>The page's language where it is neither Indonesian nor English, which templates claim of any text.</summary>
    public string? Language()
    {
        var tag = (document.DocumentElement.GetAttribute("lang") ?? "").Trim().Split('-', '_')[0].ToLowerInvariant();
        return tag.Length is >= 2 and <= 3 && tag.All(char.IsAsciiLetterLower) && tag is not ("id" or "en" or "in") ? tag : null;
    }

    private string? AltOf(Uri address, Uri? baseAddress) =>
        document
            .Images.Take(100)
            .Where(i => Links.Resolve(i.GetAttribute("src"), baseAddress, allowMail: false) == address)
            .Select(i => Clean(i.GetAttribute("alt") ?? ""))
            .FirstOrDefault(t => t.Length > 0);

    private string? Meta(string name) =>
        metadata.GetValueOrDefault(name) is { } content && Clean(content) is { Length: > 0 } text ? text : null;

    /// <summary>The content of the first element for each name or property.</summary>
    private static Dictionary<string, string?> Metadata(PageElements elements)
    {
        // Names are written in any case (HTML Living Standard §4.2.5.1).
        var metadata = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in elements.Metadata)
        {
            foreach (var name in (ReadOnlySpan<string?>)[meta.GetAttribute("property"), meta.GetAttribute("name")])
            {
                if (!string.IsNullOrEmpty(name))
                {
                    metadata.TryAdd(name, meta.GetAttribute("content"));
                }
            }
        }

        return metadata;
    }

    /// <summary>What the first text in one of some places says that says something; null where none does.</summary>
    private string? In(Place[] places, Func<string, string?> read) =>
        elements
            .MayBeOfWriting.SelectMany(holder => places.Where(place => holder.Matches(place.Holder)).SelectMany(place => place.In(holder)))
            .Take(MostTexts)
            .Select(element =>
                Value(element) is { Length: > 0 and <= LongestText } text && read(text) is { } said && !InFurniture(element) ? said : null
            )
            .FirstOrDefault(said => said is not null);

    private static string Value(IElement element) =>
        Clean(element.LocalName is "meta" ? element.GetAttribute("content") ?? "" : element.TextContent);

    private static bool InFurniture(IElement element) =>
        element.Closest(
            "aside, nav, footer, form, .related-posts, .jp-relatedposts, .sidebar, .widget, .comments-area, #comments, .site-header, .site-title"
        )
            is not null;

    private static string Clean(string text) => Characters.Fold(Characters.Clean(text).Text);

    /// <summary>What holds a text, by a selector, and where within it the text is; null where it is all of it.</summary>
    private readonly record struct Place(string Holder, string? Within)
    {
        public IEnumerable<IElement> In(IElement holder) => Within is null ? [holder] : holder.QuerySelectorAll(Within);
    }
}

using System.Buffers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Siaran.Intake;

/// <summary>
/// What a page says of itself outside of its text: its title, its metadata, and the state that a content system writes on it.
/// </summary>
internal static class PageMarks
{
    private const int Longest = 500;
    private const int MostMarks = 200;
    private const int MostTitles = 5;
    private const int ShortestHash = 20;
    private const int LongestHash = 128;

    private static readonly HashSet<string> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        "keywords",
        "news_keywords",
        "article:tag",
        "article:section",
        "viewport",
    };

    // Any other box speaks of the page only where it holds the headline, and says something that holds a release.
    private const string States =
        ":is(article, main, body)[data-status], :is(article, main, body)[data-visibility], "
        + ":is(div, section):is([data-status*=draft i], [data-status*=private i], [data-status*=pending i], [data-status*=review i]):has(h1), "
        + ":is(article, main, body, .post):is(.status-draft, .status-private, .status-future, .status-pending)";

    /// <summary>Classes that systems put around what is not out, and shown to editors alone.</summary>
    private static readonly string[] StateClasses =
    [
        "node--unpublished",
        "node-unpublished",
        "system-unpublished",
        "unpublished",
        "is-unpublished",
        "customize-preview",
        "preview-mode",
        "embargoed",
        "is-embargoed",
        "is-draft",
        "status-draft",
        "status-future",
        "status-private",
        "status-pending",
    ];

    private static readonly string StatesByClass =
        $":is(article, main, body, [class*='item-page' i], [class*=node]):is({string.Join(", ", StateClasses.Select(name => "." + name))})";

    /// <summary>What an element around the text says in attributes of its own, as <c>data-published="false"</c>.</summary>
    private const string StatesByData =
        ":is(article, main, body):is([data-state], [data-published], [data-publish-at], [data-embargo], [data-workflow-state])";

    private const string LinksOfPreview = "link[rel~=canonical][href*='preview=true' i], link[rel~=shortlink][href*='preview=true' i]";

    private static readonly SearchValues<string> WordsOfClass = SearchValues.Create(
        [
            "unpublished",
            "customize-preview",
            "preview-mode",
            "embargoed",
            "is-draft",
            "status-draft",
            "status-private",
            "status-future",
            "status-pending",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<string> WordsOfData = SearchValues.Create(
        ["data-state", "data-publish", "data-embargo", "data-workflow"],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>Small boxes that systems write a state in, next to the headline or in the box around it.</summary>
    private const string Badge =
        ":is(span, div, p, em, strong, small, b, mark, a, li):is([class*=badge i], [class*=status i], [class*=label i], [class*=ribbon i], [class*=state i])";

    /// <summary>What such a box says of a page that is not out. Some of the states of <see cref="HoldKeys"/> are sections there.</summary>
    private static readonly HashSet<string> BadgeStates = new(StringComparer.OrdinalIgnoreCase)
    {
        "draft",
        "draf",
        "konsep",
        "pending",
        "pending review",
        "scheduled",
        "unpublished",
        "not published",
        "terjadwal",
        "ditunda",
        "belum terbit",
        "belum tayang",
        "belum dipublikasikan",
        "menunggu",
        "menunggu tinjauan",
        "menunggu review",
        "menunggu moderasi",
        "menunggu persetujuan",
    };

    private static readonly SearchValues<string> BadgeWords = SearchValues.Create([.. BadgeStates], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> StateNames = SearchValues.Create(
        ["data-status", "data-visibility", "status-draft", "status-private", "status-future", "status-pending", "status&#"],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly GuardedRegex ClosedTitle = new(
        @"^\s*(pribadi|terproteksi|private|protected)\s*:\s*\S",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    private static readonly GuardedRegex WorkStatus = new(
        "\"creativeWorkStatus\"\\s*:\\s*(\\{[^{}]{0,200}\"name\"\\s*:\\s*)?\"(?<state>[^\"]{1,40})\"",
        RegexOptions.ExplicitCapture
    );

    /// <summary>Titles and what metadata say, and each of the latter once more as <c>name: value</c>.</summary>
    /// <param name="page">The page.</param>
    /// <param name="elements">Its elements by name.</param>
    /// <param name="html">As it is written: what it names nowhere need not be searched for.</param>
    public static IReadOnlyList<string> Of(IHtmlDocument page, PageElements elements, string html)
    {
        var marks = elements.Titles.Take(MostTitles).Select(t => t.TextContent).Concat(Closed(elements));
        var metadata = elements
            .Metadata.Where(meta => meta.HasAttribute("content"))
            .Select(m => (Name: Name(m), Value: m.GetAttribute("content")!))
            .Where(m => m.Name.Length > 0 && !Keywords.Contains(m.Name) && !IsHash(m.Value))
            .SelectMany<(string Name, string Value), string>(m =>
                PageReading.IsDateName(m.Name) ? [m.Value] : [m.Value, $"{m.Name}: {m.Value}"]
            );
        var states = html.AsSpan().ContainsAny(StateNames) ? page.QuerySelectorAll(States).Select(State) : [];
        return
        [
            .. marks
                .Concat(metadata)
                .Concat(states)
                .Concat(html.AsSpan().ContainsAny(BadgeWords) ? Badges(elements) : [])
                .Concat(StructuredData.IsIn(html) ? WorkStates(elements) : [])
                .Concat(OtherStates(page, html))
                .Concat(DrawnWords.In(page, elements))
                .Take(MostMarks)
                .Select(m => Characters.Fold(Characters.Clean(m.Length > Longest ? m[..Longest] : m).Text)),
        ];
    }

    /// <summary>Whether a value is the hash of a programme's version: <c>release: 27c2ec8e4cd6…</c>.</summary>
    private static bool IsHash(string value) => value.Length is >= ShortestHash and <= LongestHash && value.All(char.IsAsciiHexDigitLower);

    private static IEnumerable<string> OtherStates(IHtmlDocument page, string html)
    {
        var byClass = html.AsSpan().ContainsAny(WordsOfClass) ? page.QuerySelectorAll(StatesByClass).Take(MostTitles) : [];
        var byData = html.AsSpan().ContainsAny(WordsOfData)
            ? page.QuerySelectorAll(StatesByData).SelectMany(element => element.Attributes)
            : [];
        var links = html.Contains("preview=true", StringComparison.OrdinalIgnoreCase)
            ? page.QuerySelectorAll(LinksOfPreview).Take(MostTitles)
            : [];
        return byClass
            .Select(_ => "status: unpublished")
            .Concat(
                byData
                    .Where(attribute => attribute.Name.StartsWith("data-", StringComparison.Ordinal))
                    .Take(MostMarks)
                    .Select(attribute => $"{attribute.Name["data-".Length..]}: {attribute.Value}")
            )
            .Concat(links.Select(_ => "status: preview"));
    }

    /// <summary>What WordPress puts before the title of a page that not everybody may see.</summary>
    private static IEnumerable<string> Closed(PageElements elements) =>
        elements
            .Titles.Take(MostTitles)
            .Concat(elements.Headlines.Take(MostTitles))
            .Where(title => ClosedTitle.IsMatch(title.TextContent))
            .Select(_ => "visibility: private");

    private static IEnumerable<string> WorkStates(PageElements elements) =>
        elements
            .Data.Take(20)
            .SelectMany(script => WorkStatus.Matches(script.TextContent).Take(20))
            .Select(match => $"status: {match.Groups["state"].Value}");

    /// <summary>
    /// What small boxes next to a headline or to its box say, where that is a state. Each is looked at twice at most.
    /// </summary>
    private static IEnumerable<string> Badges(PageElements elements) =>
        elements
            .Headlines.SelectMany(headline => (IElement?[])[headline, headline.ParentElement])
            .OfType<IElement>()
            .Distinct()
            .SelectMany(box => box.Children.Concat(box.Children.SelectMany(child => child.Children)))
            .Where(element => element.Matches(Badge) && BadgeStates.Contains(element.TextContent.Trim()))
            .Select(element => $"status: {element.TextContent.Trim()}");

    private static string Name(IElement meta) =>
        meta.GetAttribute("name") ?? meta.GetAttribute("property") ?? meta.GetAttribute("itemprop") ?? "";

    private static string State(IElement element) =>
        element.GetAttribute("data-status") is { } status ? $"status: {status}"
        : element.GetAttribute("data-visibility") is { } visibility ? $"visibility: {visibility}"
        : $"status: {element.ClassList.First(c => c.StartsWith("status-", StringComparison.Ordinal))[7..]}";
}

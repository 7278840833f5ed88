using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Siaran.Intake.Articles;

namespace Siaran.Intake;

/// <summary>HTML: a fragment, or a whole saved page out of which the article is taken.</summary>
internal static class HtmlFormat
{
    /// <summary>Below this an editor must confirm which part of the page is the article.</summary>
    private const double LeastSureness = 0.6;

    /// <summary>How far above the text its date is shown, where it is not known which heading is the headline.</summary>
    private const int LinesAbove = 6;

    private const int MostLinesAbove = 15;
    private const int LongestDate = 120;

    /// <summary>The draft, or null where the document is too complex, or with an error among the findings.</summary>
    /// <param name="html">Without front matter.</param>
    /// <param name="matter">Its canonical address is where relative links lead.</param>
    /// <param name="options">For the zone and the public address.</param>
    /// <param name="findings">Where warnings go.</param>
    public static Draft? Read(string html, FrontMatter matter, IntakeOptions options, List<Finding> findings)
    {
        if (HtmlPage.Parse(Shortcodes.ToHtml(html)) is not { } page)
        {
            return null;
        }

        var (measured, elements) = (PageBlocks.Of(page.Body!), new PageElements(page));
        if (IsRefused(page, elements, measured, findings))
        {
            return null;
        }

        var reading = new PageReading(page, elements, html);
        var canonical = matter.CanonicalUrl ?? reading.Canonical();
        var baseAddress = reading.Base(canonical ?? options.PublicAddress);
        var headline = new PageHeadline(measured.Blocks, reading.Titles(), reading.Site());
        var repeated = headline.Repeated();
        var (article, scripted) = IsPage(page, html) ? Text(page, html, reading.Text(), measured, repeated, findings) : (null, null);
        var target = HtmlPage.Blank();
        var shown = scripted is null ? article : null;
        var builder = new BlockBuilder(target, new Pictures(findings, options.Enclosed), baseAddress, findings, shown);
        var draft = new Draft
        {
            Document = target,
            Blocks = builder.Build(scripted?.Body ?? article?.Root ?? page.Body!),
            IsPage = true,
            Marks = PageMarks.Of(page, elements, html),
            Headline = headline.Text(repeated, article?.First ?? 0) ?? headline.Title(),
            Label = reading.Label(),
            Agency = reading.Agency(),
            Language = reading.Language(),
            Image = reading.Image(baseAddress),
            CanonicalUrl = canonical,
        };
        var lines = DocumentLines.Read(page, article);
        return WithTimes(draft, reading, ShownIn(measured, repeated, article), lines, options) with
        {
            Lines = [.. scripted is null ? [] : DocumentLines.OfComments(scripted), .. lines.All],
        };
    }

    /// <summary>A page's draft with all that it says of when it is to be seen.</summary>
    private static Draft WithTimes(Draft draft, PageReading reading, string? shownAt, PageLinesRead lines, IntakeOptions options)
    {
        var published = Published(reading, options);
        return draft with
        {
            Asides = lines.Near,
            Marks = [.. draft.Marks, .. lines.Marks],
            Times = [.. reading.Published(), .. reading.OtherTimes(), .. lines.Times, shownAt ?? ""],
            UnknownTimes = [.. reading.UnknownTimes()],
            UnreadDates = published.Unread,
            PublishAt = published.At ?? (shownAt is null ? null : WrittenMoment.Of(shownAt, options.AgencyZone)),
        };
    }

    /// <summary>Whether it is none of a release's pages, or too long for one; a page that may be none is among the findings.</summary>
    private static bool IsRefused(IHtmlDocument page, PageElements elements, PageBlocks measured, List<Finding> findings)
    {
        var refusal =
            OtherPages.Of(page, elements, measured) is { } other ? Findings.UnsupportedFormat(other)
            : measured.Characters > TextSource.MostCharacters ? Findings.TooLong(TextSource.MostCharacters)
            : null;
        if (refusal is not null)
        {
            findings.Add(refusal);
        }
        else if (OtherPages.MayBeCut(measured))
        {
            findings.Add(Findings.KindUnsure("halaman yang hanya menampilkan sebagian teksnya", $"a {OtherPages.CutText}"));
        }
        else if (OtherPages.MaySignIn(page, elements, measured))
        {
            findings.Add(Findings.KindUnsure("halaman masuk", $"a {OtherPages.SignInPage}"));
        }

        return refusal is not null;
    }

    /// <summary>The article of what a page shows, and the text that only its scripts would show where that is its article.</summary>
    private static (Article? Article, IHtmlDocument? Scripted) Text(
        IHtmlDocument page,
        string html,
        string? stated,
        PageBlocks measured,
        int headline,
        List<Finding> findings
    )
    {
        var article = ArticleFinder.Find(measured, headline);
        var scripted = ScriptedText.Of(page, html, stated, article?.Prose ?? 0);
        if (scripted is null && article?.LeftOut is { } sentences)
        {
            findings.Add(Findings.SentencesLeftOut(sentences));
        }

        if (Note(article, scripted) is { } note)
        {
            findings.Add(note);
        }

        return (article, scripted);
    }

    private static Finding? Note(Article? article, IHtmlDocument? scripted) =>
        scripted is not null ? Findings.TextOfScript()
        : article is null ? null
        : article.Sureness < LeastSureness ? Findings.ArticleUnsure(article.Sureness)
        : Findings.ArticleFound(article.Sureness);

    /// <summary>Markdown's HTML, in which nothing but the text counts.</summary>
    public static Draft? ReadFragment(string html, FrontMatter matter, IntakeOptions options, List<Finding> findings)
    {
        if (HtmlPage.Parse(Shortcodes.ToHtml(html)) is not { } page)
        {
            return null;
        }

        var target = HtmlPage.Blank();
        var builder = new BlockBuilder(
            target,
            new Pictures(findings, options.Enclosed),
            matter.CanonicalUrl ?? options.PublicAddress,
            findings,
            null
        );
        return new Draft { Document = target, Blocks = builder.Build(page.Body!) };
    }

    /// <summary>A fragment as it is shown, before anything in it is taken for a headline, a dateline or a sign-off.</summary>
    public static IElement BodyOf(IHtmlDocument page, Uri baseAddress)
    {
        var target = HtmlPage.Blank();
        new BlockBuilder(target, new Pictures([]), baseAddress, [], null).Build(page.Body!);
        BodySanitiser.Sanitise(target);
        return target.Body!;
    }

    /// <summary>Whether the document may hold more than its text: a saved page, not a pasted fragment.</summary>
    private static bool IsPage(IHtmlDocument page, string html) =>
        html.Contains("<body", StringComparison.OrdinalIgnoreCase)
        || page.QuerySelector("title, article, main, nav, footer, [itemprop~='articleBody']") is not null;

    /// <summary>The latest time that a page gives for its publication, and those that cannot be read where none can.</summary>
    private static (DateTimeOffset? At, IReadOnlyList<string> Unread) Published(PageReading reading, IntakeOptions options)
    {
        // The latest, so that no date of a template or a first draft shows a page early.
        var written = reading.Published();
        var latest = written.Select(date => Read(date, options.AgencyZone)).DefaultIfEmpty().Max();
        return (latest, latest is null ? written : []);
    }

    private static DateTimeOffset? Read(string date, TimeZoneInfo zone) =>
        WrittenDate.TryRead(date, zone, out var moment) || WrittenDate.TryReadUnix(date, out moment) ? moment
        // Other ways of writing it, where nothing else is said.
        : date.Length <= LongestDate && StatedDate.OtherWords(date).All(WrittenDate.IsMonth) ? WrittenMoment.Of(date, zone)
        : null;

    /// <summary>The time that a line between headline and text says, which has no mark-up of a time.</summary>
    private static string? ShownIn(PageBlocks measured, int headline, Article? article)
    {
        var first = headline >= 0 ? headline + 1 : Math.Max(0, (article?.First ?? 0) - LinesAbove);
        if (article is null || article.First - first > MostLinesAbove)
        {
            return null;
        }

        // A date alone may count as the first line of the article.
        var end = Enumerable.Range(article.First, measured.Blocks.Count - article.First).FirstOrDefault(at => measured.Blocks[at].IsProse);
        return measured.Blocks.Take(Math.Max(end, article.First) + 1).Skip(first).FirstOrDefault(PageLines.IsDated)?.Start;
    }
}

using AngleSharp.Html.Dom;

namespace Siaran.Intake;

/// <summary>HTML: a fragment, or a whole saved page out of which the article is taken.</summary>
internal static class HtmlFormat
{
    /// <summary>The draft, or null where the document is too complex.</summary>
    /// <param name="html">Without front matter.</param>
    /// <param name="matter">Its canonical address is where relative links lead.</param>
    /// <param name="options">For the zone and the public address.</param>
    /// <param name="findings">Where warnings go.</param>
    public static Draft? Read(string html, FrontMatter matter, IntakeOptions options, List<Finding> findings)
    {
        if (HtmlPage.Parse(html) is not { } page)
        {
            return null;
        }

        var reading = new PageReading(page);
        var canonical = matter.CanonicalUrl ?? reading.Canonical();
        var baseAddress = reading.Base(canonical ?? options.PublicAddress);
        var (target, root) = (HtmlPage.Blank(), reading.Root());
        var blocks = Blocks(root, target, baseAddress, options, findings);
        return new Draft
        {
            Document = target,
            Blocks = blocks,
            Lines = DocumentLines.Of(page),
            Marks = PageMarks.Of(page),
            Headline = reading.Headline() ?? (root == page.Body && !LooksWhole(page) ? null : reading.Title()),
            Label = reading.Label(),
            Agency = reading.Agency(),
            Language = reading.Language(),
            PublishAt = matter.PublishAt is null ? Published(reading, options, findings) : null,
            Image = reading.Image(baseAddress),
            CanonicalUrl = canonical,
        };
    }

    /// <summary>Markdown's HTML, in which nothing but the text counts.</summary>
    public static Draft? ReadFragment(string html, FrontMatter matter, IntakeOptions options, List<Finding> findings)
    {
        if (HtmlPage.Parse(html) is not { } page)
        {
            return null;
        }

        var target = HtmlPage.Blank();
        return new Draft
        {
            Document = target,
            Blocks = Blocks(page.Body!, target, matter.CanonicalUrl ?? options.PublicAddress, options, findings),
        };
    }

    private static List<Block> Blocks(
        AngleSharp.Dom.IElement root,
        IHtmlDocument target,
        Uri? baseAddress,
        IntakeOptions options,
        List<Finding> findings
    ) => new BlockBuilder(target, new Pictures(findings, options.Enclosed), baseAddress, findings).Build(root);

    private static bool LooksWhole(IHtmlDocument page) => page.QuerySelector("title") is not null;

    private static DateTimeOffset? Published(PageReading reading, IntakeOptions options, List<Finding> findings)
    {
        // The latest, so that no date of a template or a first draft shows a page early.
        var written = reading.Published();
        DateTimeOffset? latest = null;
        foreach (var date in written)
        {
            if (WrittenDate.TryRead(date, options.AgencyZone, out var moment) && (latest is null || moment > latest))
            {
                latest = moment;
            }
        }

        if (latest is null && written.Count > 0)
        {
            findings.Add(Findings.PageDateUnread(written[0]));
        }

        return latest;
    }
}

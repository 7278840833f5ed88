using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Html.Dom;

namespace Siaran.Intake.Articles;

/// <summary>
/// The text of a page that only its scripts would show: saved without them it holds that in a template, in an attribute, or
/// in its metadata (<c>articleBody</c>, schema.org).
/// </summary>
internal static class ScriptedText
{
    private const int MostShown = 500;
    private const int MostTemplates = 20;
    private const int Least = 250;
    private const int TimesShown = 3;
    private const int MostOfCookies = 5;

    /// <summary>A document of that text alone, or null where the page shows as much itself.</summary>
    /// <param name="page">The page.</param>
    /// <param name="html">As it is written: what it names nowhere need not be searched for.</param>
    /// <param name="stated">What its metadata give for its text.</param>
    /// <param name="shown">How many characters of text were found in what it shows.</param>
    public static IHtmlDocument? Of(IHtmlDocument page, string html, string? stated, int shown) =>
        Written(page, html, stated, shown)
            .Where(text => text.Length > shown * TimesShown)
            .Select(HtmlPage.Parse)
            .OfType<IHtmlDocument>()
            .Select(document => (Document: document, Prose: ProseOf(document)))
            .Where(text => text.Prose >= Math.Max(Least, shown * TimesShown))
            .OrderByDescending(text => text.Prose)
            .FirstOrDefault()
            .Document;

    private static IEnumerable<string> Written(IHtmlDocument page, string html, string? stated, int shown)
    {
        if (stated is { Length: >= Least })
        {
            yield return stated.Contains("<p", StringComparison.OrdinalIgnoreCase)
                ? stated
                : string.Concat(stated.Split('\n').Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>"));
        }

        if (shown > MostShown)
        {
            yield break;
        }

        if (ScriptProperties.IsIn(html))
        {
            foreach (var text in ScriptProperties.TextsOf(page, Least))
            {
                yield return text;
            }
        }

        if (!html.Contains("template", StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        foreach (var template in page.Body!.QuerySelectorAll("template, script[type$='template' i]").Take(MostTemplates))
        {
            var written = template is IHtmlTemplateElement { Content: var content } ? content.ToHtml() : template.TextContent;
            if (!IsOfConsent(written))
            {
                yield return written;
            }
        }
    }

    /// <summary>Whether a template asks readers to consent: what it says of cookies is long, and no release.</summary>
    private static bool IsOfConsent(string written) => Regex.Count(written, "cookie", RegexOptions.IgnoreCase) > MostOfCookies;

    private static int ProseOf(IHtmlDocument document) =>
        PageBlocks
            .Of(document.Body!)
            .Blocks.Where(block => block is { IsProse: true, Furniture: 0 })
            .Sum(block => block.Length - block.Linked);
}

using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Siaran.Intake.Attachments;

/// <summary>A mail's text in HTML, line by line, so that what is the mail's is taken out of it and the release keeps its mark-up.</summary>
internal sealed class MailHtml
{
    private const int LongestCell = 200;
    private const int LeastCells = 2;

    /// <summary>What a text has no letters for.</summary>
    private const string Marked = "li, s, strike, del, sub, sup, h1, h2, h3, blockquote:not([type=cite i]):not([class*=quote i])";

    private readonly IHtmlDocument page;
    private readonly List<string> lines = [];
    private readonly List<List<IText>> nodes = [];
    private readonly StringBuilder current = new();
    private List<IText> ofCurrent = [];
    private int quoted;

    private MailHtml(IHtmlDocument page)
    {
        this.page = page;
        Walk(page.Body!);
        Flush();
    }

    /// <summary>Those of a mail that is quoted begin with <c>&gt;</c>, as in a mail of text.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>How many characters it shows.</summary>
    public int Length => lines.Sum(line => line.Length);

    /// <returns>Null where it is too large or too deep to be a release.</returns>
    public static MailHtml? Parse(string html)
    {
        if (HtmlPage.Parse(html) is not { Body: { } body } page)
        {
            return null;
        }

        foreach (var silent in body.QuerySelectorAll("style, script, template, title, meta, link").ToList())
        {
            silent.Remove();
        }

        return new MailHtml(page);
    }

    /// <summary>Whether its mark-up says what a text cannot: lists, tables, quotations, words that are struck out.</summary>
    public bool IsMarked => page.Body!.QuerySelector(Marked) is not null || page.Body!.QuerySelectorAll("table").Any(IsTable);

    /// <summary>The HTML of some of its lines, without the addresses given.</summary>
    public string Html(bool[] kept, IReadOnlySet<string> addresses)
    {
        for (var at = 0; at < nodes.Count; at++)
        {
            foreach (var node in nodes[at])
            {
                node.Data = kept[at] ? MailText.Without(addresses, node.Data) : "";
            }
        }

        foreach (var link in page.Body!.QuerySelectorAll("a[href]"))
        {
            if (MailText.AddressesIn(Unescaped(link.GetAttribute("href")!)).Any(addresses.Contains))
            {
                link.RemoveAttribute("href");
            }
        }

        return page.Body!.InnerHtml;
    }

    private void Walk(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                current.Append(text.Data);
                ofCurrent.Add(text);
            }
            else if (node is IElement element)
            {
                Element(element);
            }
        }
    }

    private void Element(IElement element)
    {
        var isCell = element.LocalName is "td" or "th";
        var parts = element.LocalName is "br" || (!isCell && Markup.Blocks.Contains(element.LocalName));
        if (parts)
        {
            Flush();
        }

        var isQuoted = element.LocalName is "blockquote" && IsOfMail(element);
        quoted += isQuoted ? 1 : 0;
        current.Append(isCell ? " " : "");
        Walk(element);
        if (parts)
        {
            Flush();
        }

        quoted -= isQuoted ? 1 : 0;
    }

    /// <summary>Whether a quotation is of another mail, by what programs write there or by an address in it.</summary>
    private static bool IsOfMail(IElement quotation) =>
        quotation.GetAttribute("type")?.Equals("cite", StringComparison.OrdinalIgnoreCase) == true
        || quotation.ClassName?.Contains("quote", StringComparison.OrdinalIgnoreCase) == true
        || MailText.AddressesIn(quotation.TextContent).Any();

    private void Flush()
    {
        var text = Characters.Fold(Characters.Clean(current.ToString()).Text);
        if (text.Length > 0)
        {
            lines.Add(quoted > 0 ? $"> {text}" : text);
            nodes.Add(ofCurrent);
        }

        current.Clear();
        ofCurrent = [];
    }

    /// <summary>Rows of short cells. What only places a mail's parts has long ones.</summary>
    private static bool IsTable(IElement table) =>
        table.QuerySelector("table") is null
        && table
            .QuerySelectorAll("tr")
            .Count(row => row.Children.Count(cell => cell.TextContent.Trim().Length is > 0 and <= LongestCell) >= LeastCells) >= LeastCells;

    private static string Unescaped(string address) => Uri.UnescapeDataString(address);
}

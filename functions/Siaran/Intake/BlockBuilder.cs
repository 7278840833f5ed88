using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Siaran.Intake.Articles;

namespace Siaran.Intake;

/// <summary>
/// Copies a document's text into a fresh one, block by block, keeping only known elements, folded white space and absolute addresses.
/// </summary>
internal sealed partial class BlockBuilder(
    IHtmlDocument target,
    Pictures pictures,
    Uri? baseAddress,
    List<Finding> findings,
    Article? article
)
{
    /// <summary>How each element that is kept as itself is copied.</summary>
    private static readonly FrozenDictionary<string, Action<BlockBuilder, IElement>> Known = new Dictionary<
        string,
        Action<BlockBuilder, IElement>
    >
    {
        ["br"] = static (to, _) => to.LineBreak(),
        ["img"] = static (to, element) => to.Image(element),
        ["hr"] = static (to, _) => to.Flush(),
        ["q"] = static (to, element) => to.Quoted(element),
        // The page has one h1, the headline.
        ["h1"] = static (to, element) => to.Paragraph(element, "h2", 1),
        ["h2"] = static (to, element) => to.Paragraph(element, "h2", 2),
        ["h3"] = static (to, element) => to.Paragraph(element, "h3", 3),
        ["h4"] = static (to, element) => to.Paragraph(element, "h4", 4),
        ["h5"] = static (to, element) => to.Paragraph(element, "h5", 5),
        ["h6"] = static (to, element) => to.Paragraph(element, "h6", 6),
        ["p"] = static (to, element) => to.Paragraph(element, "p", 0),
        ["dt"] = static (to, element) => to.Paragraph(element, "p", 0),
        ["dd"] = static (to, element) => to.Paragraph(element, "p", 0),
        ["address"] = static (to, element) => to.Paragraph(element, "p", 0),
        ["summary"] = static (to, element) => to.Paragraph(element, "p", 0),
        ["legend"] = static (to, element) => to.Paragraph(element, "p", 0),
        ["pre"] = static (to, element) => to.Verbatim(element),
        ["ul"] = static (to, element) => to.Within(element, "ul", static e => e.LocalName is "li", "li"),
        ["ol"] = static (to, element) => to.Within(element, "ol", static e => e.LocalName is "li", "li"),
        ["blockquote"] = static (to, element) => to.Nest(element, "blockquote"),
        ["figure"] = static (to, element) => to.Figure(element),
        ["figcaption"] = static (to, element) => to.Caption(element),
        ["table"] = static (to, element) => to.Table(element),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const string Paragraphs = "p, li, td, th, dd, dt, blockquote, h1, h2, h3, h4, h5, h6, figcaption, caption, summary";

    private readonly List<Block> blocks = [];
    private readonly SortedSet<string> dropped = new(StringComparer.Ordinal);
    private readonly BoilerplateMarkup.Elements boilerplate = new();
    private IElement container = target.Body!;
    private InlineRun? run;
    private bool isAfterPicture;
    private bool isSecondTime;
    private IElement? lastFigure;

    /// <summary>The blocks of <paramref name="root"/>, which hang in the target's body.</summary>
    public List<Block> Build(IElement root)
    {
        boilerplate.Measure(root);
        Children(root);
        Flush();
        if (dropped.Count > 0)
        {
            findings.Add(Findings.MarkupDropped(string.Join(", ", dropped)));
        }

        if (boilerplate.Dropped > 0)
        {
            findings.Add(Findings.PageFurnitureDropped(boilerplate.Dropped, boilerplate.First));
        }

        if (boilerplate.LeftOut is { } sentences && article?.LeftOut is null)
        {
            findings.Add(Findings.SentencesLeftOut(sentences));
        }

        return blocks;
    }

    private bool InBody => container == target.Body;

    private void Children(INode parent)
    {
        // By their places: to ask a node for those next to it takes time for each of those before it.
        var nodes = parent.ChildNodes;
        for (var at = 0; at < nodes.Length; at++)
        {
            if (nodes[at] is IText text)
            {
                if (article is null || string.IsNullOrWhiteSpace(text.Data) || !article.Drops(text))
                {
                    Run().Append(Characters.Clean(text.Data).Text);
                }
            }
            else if (nodes[at] is IElement { LocalName: "noscript" } without)
            {
                WithoutScript(without, NextTo(nodes, at, -1), NextTo(nodes, at, 1));
            }
            else if (nodes[at] is IElement element)
            {
                isSecondTime = at > 0 && Markup.IsSecondTime(element, nodes[at - 1]);
                Element(element);
            }
        }
    }

    private static IElement? NextTo(INodeList nodes, int at, int step)
    {
        do
        {
            at += step;
        } while (at >= 0 && at < nodes.Length && nodes[at] is not IElement);

        return at >= 0 && at < nodes.Length ? (IElement)nodes[at] : null;
    }

    /// <summary>What a page shows to those whose browsers run no scripts: a picture or a player.</summary>
    private void WithoutScript(IElement element, IElement? before, IElement? after)
    {
        if (Pictures.WithoutScript(element, before, after) is { } only)
        {
            Image(only);
        }
        else if (Videos.WithoutScript(element, before, after, baseAddress) is var (player, address))
        {
            Video(player, address);
        }
        else if (element.QuerySelector("p") is { } said && !said.TextContent.Contains("javascript", StringComparison.OrdinalIgnoreCase))
        {
            boilerplate.Count(said.TextContent);
        }
    }

    private void Element(IElement element)
    {
        var name = element.LocalName;
        if (name is "noscript")
        {
            WithoutScript(element, element.PreviousElementSibling, element.NextElementSibling);
            return;
        }

        if (ValueInSentence(element) is { } value)
        {
            Run().Append(value);
            return;
        }

        if (IsDropped(element))
        {
            return;
        }

        if (Videos.AddressOf(element, baseAddress) is { } video)
        {
            Video(element, video);
            return;
        }

        if ((Markup.Embedded.Contains(name) && !(name is "form" && article is not null)) || element.NamespaceUri != NamespaceNames.HtmlUri)
        {
            dropped.Add(name);
            return;
        }

        if (AsCaption(element))
        {
            return;
        }

        // What is not known gives its text and not itself.
        if (Known.TryGetValue(name, out var copy))
        {
            copy(this, element);
        }
        else
        {
            Other(element);
        }
    }

    /// <summary>Copies a caption by its class, in its picture's figure or below that; false where the element is none.</summary>
    private bool AsCaption(IElement element)
    {
        if (isAfterPicture && InBody && run is null or { IsEmpty: true } && Captions.IsMarked(element))
        {
            CaptionBelow(element);
            return true;
        }

        if (
            container.LocalName is "figure"
            && element.LocalName is not ("figcaption" or "img")
            && Captions.IsMarked(element)
            && element.QuerySelector("img, figcaption") is null
        )
        {
            Nest(element, "figcaption");
            return true;
        }

        return false;
    }

    private void Quoted(IElement element)
    {
        // As text: browsers draw these marks by style, so the plain text would have none and the words would no longer be quoted.
        Run().Append("“");
        Children(element);
        Run().Append("”");
    }

    private void Caption(IElement element)
    {
        if (container.LocalName is "figure")
        {
            if (!Captions.IsText(element))
            {
                Nest(element, "figcaption");
            }
        }
        else
        {
            Other(element);
        }
    }

    /// <summary>A caption below its picture, which itself may not have been taken.</summary>
    private void CaptionBelow(IElement element)
    {
        Flush();
        var (outer, figure) = (container, lastFigure ?? target.CreateElement("figure"));
        if (lastFigure is null)
        {
            container.AppendChild(figure);
        }

        container = figure;
        Nest(element, "figcaption");
        container = outer;
        if (lastFigure is null)
        {
            Keep(figure);
        }
    }

    /// <summary>What a field shows that is within a sentence, outside of a form; null for any other element.</summary>
    private string? ValueInSentence(IElement element) =>
        run is not { IsEmpty: false } || element.LocalName is not ("input" or "select") || element.Closest("form") is not null ? null
        : element is IHtmlSelectElement { Options.Length: > 0 } list ? list.Options[Math.Max(0, list.SelectedIndex)].TextContent.Trim()
        : element.GetAttribute("type") is null or "text" or "number" or "date" ? element.GetAttribute("value")
        : null;

    private bool IsDropped(IElement element) =>
        IsHiddenWord(element) ? boilerplate.Hide(element.TextContent)
        : article is null ? (IsIgnored(element) && Leave(element)) || boilerplate.Drops(element)
        : element.LocalName is "br" or "hr" ? false
        : boilerplate.Leaves(element, article);

    /// <summary>Counts an element that is left out, where it says something that readers would see; always true.</summary>
    private bool Leave(IElement element) => Markup.SilentElements.Contains(element.LocalName) || boilerplate.Count(element.TextContent);

    private static bool IsIgnored(IElement element) =>
        Markup.IgnoredElements.Contains(element.LocalName) && !Markup.IsHeading(element) && !Markup.IsOfQuotation(element);

    /// <summary>Whether words within a paragraph are not shown.</summary>
    private static bool IsHiddenWord(IElement element) =>
        !Markup.Blocks.Contains(element.LocalName)
        && element.LocalName is not ("img" or "br" or "noscript" or "template" or "picture")
        && BoilerplateMarkup.IsNotShown(element)
        && element.ParentElement?.Closest(Paragraphs) is not null
        && !string.IsNullOrWhiteSpace(element.TextContent)
        && !Markup.HoldsBlocks(element);

    private void Other(IElement element)
    {
        var name = element.LocalName;
        if (element is IHtmlUnknownElement && name.All(char.IsAsciiLetter))
        {
            // In a text it is a blank that nobody filled: <jabatan>.
            dropped.Add(name);
        }

        if (element.ClassList.Contains("wp-caption"))
        {
            Nest(element, "figure");
        }
        else if (name is "div" && Videos.AddressIn(element) is { } video)
        {
            Video(element, video);
        }
        else if (Markup.Inline.TryGetValue(name, out var inline) && !Markup.HoldsBlocks(element))
        {
            Inline(element, inline);
        }
        else if (Markup.Blocks.Contains(name) || Markup.HoldsBlocks(element))
        {
            Flush();
            Children(element);
            Flush();
        }
        else
        {
            if (isSecondTime)
            {
                isSecondTime = false;
                Run().Append(" ");
            }

            Children(element);
        }
    }

    private void Inline(IElement element, string name)
    {
        var href = name is "a" ? element.GetAttribute("href") : null;
        var address = Links.Resolve(href, baseAddress, allowMail: true);
        if (name is "a" && address is null)
        {
            if (href is { Length: > 0 } && href[0] != '#' && findings.Count < 200)
            {
                findings.Add(Findings.LinkUnusable(href));
            }

            // What leads from a note back to its place is no text: ↩.
            if (href is not ['#', ..] || element.TextContent.Any(char.IsLetterOrDigit))
            {
                Children(element);
            }

            return;
        }

        var depth = Run().Open(name, address?.AbsoluteUri);
        Children(element);
        run?.CloseTo(depth);
    }

    private void Paragraph(IElement element, string name, int level)
    {
        Flush();
        run = new InlineRun(target, container, name, level);
        if (name is "p" && Videos.AddressIn(element) is { } video)
        {
            Video(element, video);
        }
        else
        {
            Children(element);
        }

        Flush();
    }

    private void LineBreak()
    {
        if (run is null)
        {
            return;
        }

        // Two breaks in a row are how old editors write a paragraph.
        if (run.EndsInBreak && run.MaySplit)
        {
            var again = run.Continuation();
            Flush();
            run = again;
        }
        else
        {
            run.Break();
        }
    }

    private void Image(IElement element)
    {
        if (Pictures.Replacement(element) is { } text)
        {
            Run().Append(text);
        }
        else if (pictures.Copy(element, target, baseAddress) is not { } image)
        {
            (isAfterPicture, lastFigure) = (isAfterPicture || InBody, isAfterPicture ? lastFigure : null);
        }
        else if (run is { IsEmpty: false } || !InBody)
        {
            Run().AppendImage(image);
        }
        else
        {
            var figure = target.CreateElement("figure");
            figure.AppendChild(image);
            container.AppendChild(figure);
            Keep(figure);
            (isAfterPicture, lastFigure) = (true, figure);
        }
    }

    private void Video(IElement element, Uri address)
    {
        if (InBody)
        {
            Flush();
        }

        var depth = Run().Open("a", address.AbsoluteUri);
        Run().Append(Videos.TitleOf(element, address));
        run?.CloseTo(depth);
        if (InBody)
        {
            Flush();
        }
    }

    private InlineRun Run() => run ??= new InlineRun(target, container, Markup.Direct.Contains(container.LocalName) ? null : "p", 0);

    private void Flush()
    {
        var ended = run;
        run = null;
        if (ended?.Finish() is { } made && InBody)
        {
            blocks.Add(new(made, ended.Level, true));
            isAfterPicture = false;
        }
    }

    private void Keep(IElement made)
    {
        var isCell = made.LocalName is "td" or "th";
        if (!isCell && string.IsNullOrWhiteSpace(made.TextContent) && made.QuerySelector("img") is null)
        {
            made.Remove();
        }
        else if (InBody)
        {
            blocks.Add(new(made, 0, false));
            isAfterPicture = made.LocalName is "figure" && made.QuerySelector("figcaption") is null;
            lastFigure = isAfterPicture ? made : lastFigure;
        }
    }
}

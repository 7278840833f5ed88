using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Siaran.Intake;

/// <summary>Parses HTML within bounds: so many elements, so deep, and no script.</summary>
internal static class HtmlPage
{
    public const int MaxElements = 20_000;
    public const int MaxDepth = 200;

    private const int DepthProbe = 50;
    private const int MostMarks = 150_000;

    /// <summary>The document, or null where it is too large or too deep to be a release.</summary>
    public static IHtmlDocument? Parse(string html)
    {
        if (html.AsSpan().Count('<') > MostMarks || html.AsSpan().Count('&') > MostMarks || Parse(html, MaxElements) is not { } document)
        {
            return null;
        }

        // Not in a body that intake made, whose paragraphs are what they are.
        Initials.Join(document);
        return document;
    }

    /// <summary>Parses a body that intake made: it is no deeper than its source, but escapes and split paragraphs make it longer.</summary>
    public static IHtmlDocument? ParseBody(string bodyHtml) => Parse(bodyHtml, MaxElements * 10);

    private static IHtmlDocument? Parse(string html, int maxElements)
    {
        var created = 0;
        INode? last = null;
        var parser = new HtmlParser(
            new HtmlParserOptions
            {
                IsScripting = false,
                OnCreated = (element, _) =>
                {
                    if (++created > maxElements || (created % DepthProbe == 0 && Depth(last) > MaxDepth))
                    {
                        throw new TooComplexException();
                    }

                    last = element;
                },
            }
        );

        try
        {
            var document = parser.ParseDocument(html);
            ShowShadowRoots(document, html);
            if (IsTooDeep(document))
            {
                return null;
            }

            ReadAsSeen(document, html);
            ShowPictures(document, html);
            DropReadings(document, html);
            ShowWithoutScript(document);
            return document;
        }
        catch (TooComplexException)
        {
            return null;
        }
    }

    /// <summary>Puts what a declarative shadow root shows where it is shown (HTML Living Standard, <c>shadowrootmode</c>).</summary>
    private static void ShowShadowRoots(IHtmlDocument document, string html)
    {
        if (!html.Contains("shadowroot", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        // The parser takes it out of the page and hangs it next to its host.
        var hosts = document.All.Where(element => element.ShadowRoot is not null).ToList();
        foreach (var host in hosts)
        {
            host.Prepend([.. host.ShadowRoot!.ChildNodes]);
        }
    }

    /// <summary>Puts pictures in place of AMP's elements for them (amp.dev, <c>amp-img</c> and <c>amp-anim</c>).</summary>
    private static void ShowPictures(IHtmlDocument document, string html)
    {
        if (!html.Contains("<amp-", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var element in document.QuerySelectorAll("amp-img, amp-anim").ToList())
        {
            var picture = document.CreateElement("img");
            foreach (var name in (ReadOnlySpan<string>)["src", "srcset", "alt", "width", "height"])
            {
                if (element.GetAttribute(name) is { } value)
                {
                    picture.SetAttribute(name, value);
                }
            }

            element.Replace(picture);
        }
    }

    /// <summary>Takes out how characters are read (HTML Living Standard, <c>rt</c>): kana and the like.</summary>
    private static void DropReadings(IHtmlDocument document, string html)
    {
        if (!html.Contains("<rt", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        // Words in letters are text of their own, a notice perhaps.
        foreach (var reading in document.QuerySelectorAll("ruby rt").Where(rt => !rt.TextContent.Any(char.IsAsciiLetter)).ToList())
        {
            reading.Remove();
        }
    }

    /// <summary>Shows what is for readers without scripts where the element was left open above all of the page.</summary>
    private static void ShowWithoutScript(IHtmlDocument document)
    {
        var without = document.Body?.Children.FirstOrDefault(child => child.LocalName is "noscript");
        if (
            without?.QuerySelector("h1") is not null
            && document.QuerySelectorAll("h1").All(heading => heading.Closest("noscript") == without)
        )
        {
            without.Replace([.. without.ChildNodes]);
        }
    }

    /// <summary>Turns text that mark-up shows backwards (HTML Living Standard, <c>bdo</c>) as it is seen.</summary>
    private static void ReadAsSeen(IHtmlDocument document, string html)
    {
        if (!html.Contains("<bdo", StringComparison.OrdinalIgnoreCase) && !html.Contains("-override", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var element in document.QuerySelectorAll("bdo[dir=rtl i], [style*='-override' i]").Where(IsBackwards).ToList())
        {
            if (element.ParentElement?.Closest("bdo[dir=rtl i]") is null)
            {
                element.TextContent = BidiOverride.Reversed(element.TextContent);
            }
        }
    }

    private static bool IsBackwards(IElement element) =>
        element.LocalName is "bdo"
        || (element.GetAttribute("style") ?? "").Contains("rtl", StringComparison.OrdinalIgnoreCase)
        || string.Equals(element.GetAttribute("dir"), "rtl", StringComparison.OrdinalIgnoreCase);

    public static IHtmlDocument Blank() => new HtmlParser().ParseDocument("<!doctype html><body></body>");

    private static int Depth(INode? node)
    {
        var depth = 0;
        for (; node is not null && depth <= MaxDepth + DepthProbe; node = node.Parent)
        {
            depth++;
        }

        return depth;
    }

    /// <summary>Walks without recursion, since the depth is not yet known to be safe.</summary>
    private static bool IsTooDeep(INode root)
    {
        // Children by their places: to ask a node for the next one takes time for each of those before it.
        var open = new Stack<(INode Parent, int Next)>();
        open.Push((root, 0));
        while (open.TryPop(out var walk))
        {
            if (walk.Next == walk.Parent.ChildNodes.Length)
            {
                continue;
            }

            open.Push((walk.Parent, walk.Next + 1));
            if (open.Count > MaxDepth)
            {
                return true;
            }

            if (walk.Parent.ChildNodes[walk.Next] is { HasChildNodes: true } child)
            {
                open.Push((child, 0));
            }
        }

        return false;
    }

    private sealed class TooComplexException : Exception;
}

using System.Globalization;
using AngleSharp.Dom;

namespace Siaran.Intake;

/// <summary>What the elements of a document are to a release.</summary>
internal static class Markup
{
    /// <summary>What shows nothing of its text.</summary>
    public static IReadOnlySet<string> SilentElements { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "script", "style", "noscript", "template", "head", "title", "meta", "link", "base" };

    /// <summary>Never shown, and not worth a word.</summary>
    public static IReadOnlySet<string> IgnoredElements { get; } =
        new HashSet<string>(SilentElements, StringComparer.Ordinal)
        {
            "nav",
            "aside",
            "footer",
            "button",
            "input",
            "select",
            "textarea",
            "label",
            "dialog",
            "menu",
            "colgroup",
            "col",
            "wbr",
            "rp",
            "noframes",
            "noembed",
            "source",
            "track",
            "param",
            "area",
            "map",
        };

    /// <summary>Shown in the source, but not taken: the report says so.</summary>
    public static IReadOnlySet<string> Embedded { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "iframe",
            "object",
            "embed",
            "applet",
            "video",
            "audio",
            "canvas",
            "form",
            "frame",
            "frameset",
            "svg",
            "math",
            "marquee",
            "picture-in-picture",
            "plaintext",
            "xmp",
            "listing",
        };

    /// <summary>Inline elements kept, and what they become.</summary>
    public static IReadOnlyDictionary<string, string> Inline { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["a"] = "a",
            ["strong"] = "strong",
            ["b"] = "strong",
            ["em"] = "em",
            ["i"] = "em",
            ["u"] = "u",
            ["s"] = "s",
            ["strike"] = "s",
            ["del"] = "del",
            ["ins"] = "ins",
            ["sub"] = "sub",
            ["sup"] = "sup",
            ["code"] = "code",
            ["kbd"] = "code",
            ["cite"] = "cite",
            ["mark"] = "mark",
            ["small"] = "small",
        };

    /// <summary>Elements that part what comes before them from what follows.</summary>
    public static IReadOnlySet<string> Blocks { get; } =
        new HashSet<string>(
            (
                "p div section article main header center h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote "
                + "pre figure figcaption table thead tbody tfoot tr td th caption hr address details summary fieldset legend body html hgroup search"
            ).Split(' '),
            StringComparer.Ordinal
        );

    /// <summary>Elements that hold text without a paragraph between.</summary>
    public static IReadOnlySet<string> Direct { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "li", "td", "th", "figcaption", "figure" };

    public static bool HoldsBlocks(IElement element) => element.Descendants<IElement>().Any(e => Blocks.Contains(e.LocalName));

    /// <summary>Whether a button opens what is below its heading, and its words are that heading.</summary>
    public static bool IsHeading(IElement button) =>
        button is { LocalName: "button", ParentElement.LocalName: ['h', >= '1' and <= '6'] or "summary" or "dt" };

    /// <summary>Whether a footer says who said what is quoted above it (HTML Living Standard, <c>blockquote</c>).</summary>
    public static bool IsOfQuotation(IElement footer) => footer is { LocalName: "footer", ParentElement.LocalName: "blockquote" };

    /// <summary>Copies how many rows and columns a cell spans, at most 100.</summary>
    public static void CopySpans(IElement from, IElement to)
    {
        foreach (var name in (ReadOnlySpan<string>)["colspan", "rowspan"])
        {
            if (int.TryParse(from.GetAttribute(name), CultureInfo.InvariantCulture, out var span) && span is > 1 and <= 100)
            {
                to.SetAttribute(name, span.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Copies how a list counts: where it starts, by what, and what number an item has.</summary>
    public static void CopyNumbers(IElement from, IElement to)
    {
        if (
            from.LocalName is "ol"
            && (from.GetAttribute("type")?.Trim() ?? TypeOf(from.GetAttribute("style"))) is ("a" or "A" or "i" or "I" or "1") and var type
        )
        {
            to.SetAttribute("type", type);
        }

        if (from.LocalName is "ol" && from.HasAttribute("reversed"))
        {
            to.SetAttribute("reversed", "");
        }

        if (
            from.LocalName is "ol" or "li"
            && (from.LocalName is "ol" ? "start" : "value") is var name
            && IsCount(from.GetAttribute(name), out var number)
        )
        {
            to.SetAttribute(name, number.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The list's type by the style that says the same (CSS Counter Styles §6), or null.</summary>
    private static string? TypeOf(string? style) =>
        style is not { Length: <= 1000 } || !style.Contains("list-style", StringComparison.OrdinalIgnoreCase) ? null
        : style.Contains("lower-alpha", StringComparison.OrdinalIgnoreCase)
        || style.Contains("lower-latin", StringComparison.OrdinalIgnoreCase)
            ? "a"
        : style.Contains("upper-alpha", StringComparison.OrdinalIgnoreCase)
        || style.Contains("upper-latin", StringComparison.OrdinalIgnoreCase)
            ? "A"
        : style.Contains("lower-roman", StringComparison.OrdinalIgnoreCase) ? "i"
        : style.Contains("upper-roman", StringComparison.OrdinalIgnoreCase) ? "I"
        : null;

    private static bool IsCount(string? text, out int number) =>
        int.TryParse(text?.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && number is > -10_000 and < 100_000;

    /// <summary>Whether a time is next to another, as themes write those of a publication and of a change: no space parts them.</summary>
    /// <param name="element">The time.</param>
    /// <param name="before">The node before it, which to look up takes time for each of those before that; or null.</param>
    public static bool IsSecondTime(IElement element, INode? before) =>
        element.LocalName is "time" && before is IElement { LocalName: "time" };
}

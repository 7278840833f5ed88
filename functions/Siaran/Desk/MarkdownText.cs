using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Siaran.Desk;

/// <summary>
/// The body of a release as Markdown that editors can change. What intake reads out of it is what the body says: paragraphs, headings,
/// lists, quotes, links, pictures, tables, bold and italics.
/// </summary>
public static partial class MarkdownText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "blockquote",
        "pre",
        "table",
        "figure",
        "hr",
        "div",
        "section",
    };

    /// <param name="html">A sanitised body.</param>
    /// <param name="pictureName">Gives a picture's address as the text is to name it.</param>
    public static string Of(string html, Func<string, string> pictureName)
    {
        using var document = new HtmlParser().ParseDocument($"<body>{html}</body>");
        return BlocksOf(document.Body!, pictureName).Trim();
    }

    /// <summary>Text that Markdown shows as it is.</summary>
    public static string Escape(string text) => Escape(text, startsLine: true);

    private static string Escape(string text, bool startsLine)
    {
        var marked = Special().Replace(text, @"\$0");
        marked = startsLine ? LineStart().Replace(marked, @"$1\$2") : marked;
        return marked.Contains(';', StringComparison.Ordinal) ? marked.Replace("&", @"\&", StringComparison.Ordinal) : marked;
    }

    private static string BlocksOf(INode parent, Func<string, string> pictureName)
    {
        var blocks = new List<string>();
        var line = new StringBuilder();
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement element && Blocks.Contains(element.LocalName))
            {
                End();
                blocks.Add(BlockOf(element, pictureName));
            }
            else
            {
                line.Append(InlineOf(node, pictureName));
            }
        }

        End();
        return string.Join("\n\n", blocks.Where(block => block.Length > 0));

        void End()
        {
            blocks.Add(line.ToString().Trim());
            line.Clear();
        }
    }

    private static string BlockOf(IElement element, Func<string, string> pictureName) =>
        element.LocalName switch
        {
            ['h', var level and >= '1' and <= '6'] => $"{new string('#', level - '0')} {OneLine(InlinesOf(element, pictureName))}",
            "ul" or "ol" => ListOf(element, pictureName),
            "blockquote" => Indent(BlocksOf(element, pictureName), "> ", "> "),
            "pre" => $"```\n{element.TextContent.TrimEnd('\n')}\n```",
            "table" => TableOf(element, pictureName),
            "hr" => "***",
            "p" => InlinesOf(element, pictureName).Trim(),
            _ => BlocksOf(element, pictureName),
        };

    private static string ListOf(IElement list, Func<string, string> pictureName)
    {
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var items = list.Children.Select(item =>
        {
            var mark = list.LocalName == "ol" ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            return Indent(BlocksOf(item, pictureName), mark, new string(' ', mark.Length));
        });
        return string.Join('\n', items);
    }

    private static string TableOf(IElement table, Func<string, string> pictureName)
    {
        var rows = table
            .QuerySelectorAll("tr")
            .Select(row =>
                row.Children.Select(cell => OneLine(InlinesOf(cell, pictureName)).Replace("|", @"\|", StringComparison.Ordinal)).ToList()
            )
            .Where(cells => cells.Count > 0)
            .ToList();
        if (rows.Count == 0)
        {
            return "";
        }

        var columns = rows.Max(cells => cells.Count);
        var lines = rows.Select(cells => $"| {string.Join(" | ", cells.Concat(Enumerable.Repeat("", columns - cells.Count)))} |").ToList();
        lines.Insert(1, $"|{string.Concat(Enumerable.Repeat(" --- |", columns))}");
        return string.Join('\n', lines);
    }

    private static string InlinesOf(IElement parent, Func<string, string> pictureName) =>
        string.Concat(parent.ChildNodes.Select(node => InlineOf(node, pictureName)));

    private static string InlineOf(INode node, Func<string, string> pictureName) =>
        node switch
        {
            IText text => Escape(White().Replace(text.Data, " "), text.PreviousSibling is null or IElement { LocalName: "br" }),
            IElement { LocalName: "br" } => "\\\n",
            IElement { LocalName: "img" } picture =>
                $"![{Escape(OneLine(picture.GetAttribute("alt") ?? ""))}]({Target(pictureName(picture.GetAttribute("src") ?? ""))})",
            IElement { LocalName: "a" } link when link.GetAttribute("href") is { Length: > 0 } href =>
                $"[{InlinesOf(link, pictureName)}]({Target(href)})",
            IElement { LocalName: "strong" or "b" } strong => Marked("**", InlinesOf(strong, pictureName)),
            IElement { LocalName: "em" or "i" } emphasis => Marked("*", InlinesOf(emphasis, pictureName)),
            IElement element when Blocks.Contains(element.LocalName) => $"\n\n{BlockOf(element, pictureName)}\n\n",
            IElement element => InlinesOf(element, pictureName),
            _ => "",
        };

    /// <summary>Marks stand at words, not at the blanks around them.</summary>
    private static string Marked(string mark, string text)
    {
        var core = text.Trim();
        var at = text.IndexOf(core, StringComparison.Ordinal);
        return core.Length == 0 ? text : $"{text[..at]}{mark}{core}{mark}{text[(at + core.Length)..]}";
    }

    private static string Target(string address) =>
        address.IndexOfAny([' ', '(', ')', '<', '>']) < 0
            ? address
            : $"<{address.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>";

    private static string OneLine(string text) => White().Replace(text.Replace("\\\n", " ", StringComparison.Ordinal), " ").Trim();

    private static string Indent(string text, string first, string others) =>
        first + text.Replace("\n", "\n" + others, StringComparison.Ordinal);

    [GeneratedRegex(@"[\\`*_\[\]<~]", RegexOptions.NonBacktracking)]
    private static partial Regex Special();

    /// <summary>What would begin a heading, a list or a quote at the start of a line.</summary>
    [GeneratedRegex(@"^(\s*(?:\d{1,9})?)([#\-+.)=>])", RegexOptions.NonBacktracking)]
    private static partial Regex LineStart();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex White();
}

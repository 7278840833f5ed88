using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Siaran.Desk;

/// <summary>Writes blocks of a body as Markdown. Whether that says all of a block is for its caller to see.</summary>
/// <param name="usesMarks">Whether bold and italics are stars, and not tags: stars need a word on one side and none on the other.</param>
internal sealed partial class MarkdownWriter(bool usesMarks)
{
    /// <returns>Null where Markdown has no such block.</returns>
    public string? Write(IElement block) =>
        block.LocalName switch
        {
            ['h', var level and >= '1' and <= '6'] => $"{new string('#', level - '0')} {Inlines(block, isOneLine: true)}",
            "p" => Inlines(block, isOneLine: false),
            "ul" or "ol" => List(block),
            "blockquote" => Blocks(block, isTight: false) is { } quoted ? Indent(quoted, "> ", "> ") : null,
            "pre" => $"```\n{block.TextContent.TrimEnd('\n')}\n```",
            "table" => Table(block),
            "figure" when block.ChildNodes is [IElement { LocalName: "img" } picture] => Inline(picture, isOneLine: true),
            _ => null,
        };

    /// <summary>Text that Markdown shows as it is.</summary>
    public static string Escape(string text, bool startsLine)
    {
        var marked = Address().Replace(Special().Replace(text, @"\$0"), @"$1\$2");
        marked = startsLine ? LineStart().Replace(marked, @"$1\$2") : marked;
        return marked.Contains(';', StringComparison.Ordinal) ? marked.Replace("&", @"\&", StringComparison.Ordinal) : marked;
    }

    private string? Blocks(IElement parent, bool isTight)
    {
        var (blocks, line) = (new List<string>(), new StringBuilder());
        foreach (var node in parent.ChildNodes)
        {
            if (
                node
                is not IElement
                {
                    LocalName: "p" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol" or "blockquote" or "pre" or "table" or "figure"
                } block
            )
            {
                line.Append(Inline(node, isOneLine: false));
                continue;
            }

            End();
            if (Write(block) is not { } written)
            {
                return null;
            }

            blocks.Add(written);
        }

        End();
        return string.Join(isTight ? "\n" : "\n\n", blocks.Where(block => block.Length > 0));

        void End()
        {
            blocks.Add(line.ToString().Trim());
            line.Clear();
        }
    }

    private string? List(IElement list)
    {
        if (list.HasAttribute("type") || list.HasAttribute("reversed") || list.Children.Any(item => item.HasAttribute("value")))
        {
            return null;
        }

        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var isTight = list.Children.All(item => item.Children.All(child => child.LocalName != "p"));
        var items = new List<string>();
        foreach (var item in list.Children)
        {
            if (Blocks(item, isTight) is not { } text)
            {
                return null;
            }

            var mark = list.LocalName == "ol" ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            items.Add(Indent(text, mark, new string(' ', mark.Length)));
        }

        return string.Join(isTight ? "\n" : "\n\n", items);
    }

    /// <summary>A table as GitHub writes it, which has one row of heads and cells of one line.</summary>
    private string? Table(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").Select(row => row.Children.ToList()).ToList();
        var isSimple =
            rows.Count > 1
            && rows[0].TrueForAll(cell => cell.LocalName == "th")
            && rows.Skip(1).All(row => row.Count == rows[0].Count && row.TrueForAll(cell => cell.LocalName == "td"))
            && rows.TrueForAll(row => row.TrueForAll(cell => cell.Attributes.Length == 0));
        if (!isSimple)
        {
            return null;
        }

        var lines = rows.Select(row => $"| {string.Join(" | ", row.Select(Cell))} |").ToList();
        lines.Insert(1, $"|{string.Concat(Enumerable.Repeat(" --- |", rows[0].Count))}");
        return string.Join('\n', lines);
    }

    private string Cell(IElement cell) => Inlines(cell, isOneLine: true).Replace("|", @"\|", StringComparison.Ordinal);

    private string Inlines(INode parent, bool isOneLine) => string.Concat(parent.ChildNodes.Select(node => Inline(node, isOneLine)));

    private string Inline(INode node, bool isOneLine) =>
        node switch
        {
            IText text => Text(text),
            IElement { LocalName: "br" } => isOneLine ? "<br>" : "\\\n",
            IElement { LocalName: "img" } picture when !picture.HasAttribute("width") && !picture.HasAttribute("height") =>
                $"![{Escape(picture.GetAttribute("alt") ?? "", startsLine: false)}]({Target(picture.GetAttribute("src") ?? "")})",
            IElement { LocalName: "img" } picture => picture.OuterHtml,
            IElement { LocalName: "a" } link => $"[{Inlines(link, isOneLine)}]({Target(link.GetAttribute("href") ?? "")})",
            IElement { LocalName: "strong" } strong when IsMarked(strong) => $"**{Inlines(strong, isOneLine)}**",
            IElement { LocalName: "em" } emphasis when IsMarked(emphasis) => $"*{Inlines(emphasis, isOneLine)}*",
            IElement other => $"<{other.LocalName}>{Inlines(other, isOneLine)}</{other.LocalName}>",
            _ => "",
        };

    private static string Text(IText text)
    {
        var isAfterBreak = text.PreviousSibling is IElement { LocalName: "br" };
        var folded = White().Replace(text.Data, " ");
        return Escape(isAfterBreak ? folded.TrimStart() : folded, startsLine: isAfterBreak || text.PreviousSibling is null);
    }

    private bool IsMarked(IElement element) =>
        usesMarks && element.TextContent is [var first, .., var last] && !char.IsWhiteSpace(first) && !char.IsWhiteSpace(last);

    private static string Target(string address) =>
        address.IndexOfAny([' ', '(', ')', '<', '>', '\\']) < 0
            ? address
            : $"<{address.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>";

    private static string Indent(string text, string first, string others) =>
        first + text.Replace("\n", "\n" + others, StringComparison.Ordinal);

    [GeneratedRegex(@"[\\`*_\[\]<~]|==", RegexOptions.NonBacktracking)]
    private static partial Regex Special();

    /// <summary>What would become a link by itself.</summary>
    [GeneratedRegex(@"(https?|ftp|mailto|tel|www)([:.])", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    /// <summary>What would begin a heading, a list or a quote at the start of a line.</summary>
    [GeneratedRegex(@"^(\s*(?:\d{1,9})?)([#\-+.)=>])", RegexOptions.NonBacktracking)]
    private static partial Regex LineStart();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex White();
}

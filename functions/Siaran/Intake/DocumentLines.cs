using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Siaran.Intake;

/// <summary>The lines that a page holds, menus and hidden parts included: what a notice may stand in.</summary>
internal static class DocumentLines
{
    private const int MostComments = 20;

    /// <summary>The text between block boundaries in order, after the lines of the first comments.</summary>
    public static IReadOnlyList<string> Of(IHtmlDocument page)
    {
        var (lines, current) = (new List<string>(), new StringBuilder());
        foreach (var comment in page.Descendants<IComment>().Take(MostComments))
        {
            lines.AddRange(comment.Data.Split('\n', 60));
        }

        Walk(page.Body!, lines, current);
        Flush(lines, current);
        return lines;
    }

    private static void Walk(INode parent, List<string> lines, StringBuilder current)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                current.Append(text.Data);
            }
            else if (node is IElement { LocalName: not ("script" or "style" or "template") } element)
            {
                var parts = element.LocalName is "br" || Markup.Blocks.Contains(element.LocalName);
                if (parts)
                {
                    Flush(lines, current);
                }

                if (element.LocalName is "li" && IsMenuItem(element))
                {
                    continue;
                }

                Walk(element, lines, current);
                if (parts)
                {
                    Flush(lines, current);
                }
            }
        }
    }

    /// <summary>An item that is a link to somewhere else says nothing of its page.</summary>
    private static bool IsMenuItem(IElement item) =>
        item.FirstElementChild is { LocalName: "a", ChildElementCount: 0 } link
        && link.GetAttribute("href") is { Length: > 1 }
        && item.ChildElementCount == 1
        && string.IsNullOrWhiteSpace(string.Concat(item.ChildNodes.OfType<IText>().Select(t => t.Data)));

    private static void Flush(List<string> lines, StringBuilder current)
    {
        var text = Characters.Fold(Characters.Clean(current.ToString()).Text);
        current.Clear();
        if (text.Length > 0)
        {
            lines.Add(text);
        }
    }
}

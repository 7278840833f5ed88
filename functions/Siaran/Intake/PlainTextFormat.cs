using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Siaran.Intake;

/// <summary>Plain text: paragraphs separated by empty lines, or one to a line.</summary>
internal static class PlainTextFormat
{
    private const int MostBlocks = 10_000;
    private const int ShortestLead = 60;
    private const int ShortestRule = 5;

    /// <summary>The draft, or null where there are too many paragraphs to be a release.</summary>
    public static Draft? Read(string text)
    {
        var (groups, group) = (new List<IReadOnlyList<string>>(), new List<string>());
        var count = 0;
        foreach (var line in Shortcodes.Drop(text).EnumerateLines())
        {
            // The time and sender of a message may have a line of their own.
            if (!line.IsWhiteSpace() && !IsRule(line.Trim()) && ChatMarkup.WithoutSender(line.ToString()) is { Length: > 0 } written)
            {
                group.Add(written);
                count++;
            }
            else if (group.Count > 0)
            {
                groups.Add(group);
                group = [];
            }

            if (count > MostBlocks)
            {
                return null;
            }
        }

        if (group.Count > 0)
        {
            groups.Add(group);
        }

        return Of(PrintedText.Paragraphs(groups));
    }

    private static Draft Of(IReadOnlyList<string> paragraphs)
    {
        var (document, blocks) = (HtmlPage.Blank(), new List<Block>());
        var lead = paragraphs.TakeWhile(paragraph => paragraph.Length < ShortestLead).Count();
        for (var at = 0; at < paragraphs.Count; at++)
        {
            // Above the text lines with numbers are of a letterhead or an address.
            if (at > lead && WrittenList.At(paragraphs, at, bullets: true) is { } list)
            {
                blocks.AddRange(List(document, list));
                at += list.Items.Count - 1;
            }
            else
            {
                blocks.Add(new(Written(document, document.Body!, "p", paragraphs[at]), 0, true));
            }
        }

        return new Draft { Document = document, Blocks = blocks };
    }

    /// <summary>The list, and the sign-off that its last item ends with as a paragraph of its own.</summary>
    private static IEnumerable<Block> List(IHtmlDocument document, WrittenList list)
    {
        var element = Written(document, document.Body!, list.Type is null ? "ul" : "ol", "");
        if (list.Type is { } type and not '1')
        {
            element.SetAttribute("type", type.ToString());
        }

        if (list is { Type: not null, Start: not 1 })
        {
            element.SetAttribute("start", list.Start.ToString(CultureInfo.InvariantCulture));
        }

        var signOff = SignOff.LengthIn(list.Items[^1]);
        foreach (var item in list.Items.SkipLast(1).Append(list.Items[^1][..^signOff]))
        {
            Written(document, element, "li", item.TrimEnd());
        }

        yield return new Block(element, 0, false);
        if (signOff > 0)
        {
            yield return new Block(Written(document, document.Body!, "p", list.Items[^1][^signOff..].Trim()), 0, true);
        }
    }

    private static IElement Written(IHtmlDocument document, IElement parent, string name, string text)
    {
        var element = document.CreateElement(name);
        ChatMarkup.Write(document, element, text);
        parent.AppendChild(element);
        return element;
    }

    /// <summary>A line that is drawn, such as that below a letterhead.</summary>
    private static bool IsRule(ReadOnlySpan<char> line) => line.Length >= ShortestRule && !line.ContainsAnyExcept("=_─━═");
}

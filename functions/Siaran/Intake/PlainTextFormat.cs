using AngleSharp.Html.Dom;

namespace Siaran.Intake;

/// <summary>Plain text: paragraphs separated by empty lines, or one to a line.</summary>
internal static class PlainTextFormat
{
    private const int ShortestWrap = 40;
    private const int MostBlocks = 10_000;

    /// <summary>The draft, or null where there are too many paragraphs to be a release.</summary>
    public static Draft? Read(string text)
    {
        var document = HtmlPage.Blank();
        var blocks = new List<Block>();
        var group = new List<string>();
        foreach (var line in text.EnumerateLines())
        {
            var folded = Characters.Fold(line.ToString());
            if (folded.Length > 0)
            {
                group.Add(folded);
            }
            else
            {
                Flush(document, blocks, group);
            }

            if (group.Count > MostBlocks || blocks.Count > MostBlocks)
            {
                return null;
            }
        }

        Flush(document, blocks, group);
        return new Draft { Document = document, Blocks = blocks };
    }

    private static void Flush(IHtmlDocument document, List<Block> blocks, List<string> group)
    {
        foreach (var paragraph in IsWrapped(group) ? [string.Join(' ', group)] : group)
        {
            var element = document.CreateElement("p");
            element.TextContent = paragraph;
            document.Body!.AppendChild(element);
            blocks.Add(new(element, 0, true));
        }

        group.Clear();
    }

    /// <summary>
    /// Lines are one wrapped paragraph where each is as full as it can be: the next line's first word would not have fitted.
    /// </summary>
    private static bool IsWrapped(List<string> group)
    {
        if (group.Count < 2)
        {
            return false;
        }

        var width = group.Max(l => l.Length);
        return width is >= ShortestWrap and <= 200
            && group.Zip(group.Skip(1)).All(pair => pair.First.Length + 1 + FirstWord(pair.Second) > width);
    }

    private static int FirstWord(string line) => line.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var end ? end : line.Length;
}

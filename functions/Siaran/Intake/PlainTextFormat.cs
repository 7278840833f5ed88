namespace Siaran.Intake;

/// <summary>Plain text: paragraphs separated by empty lines, or one to a line.</summary>
internal static class PlainTextFormat
{
    private const int MostBlocks = 10_000;

    /// <summary>The draft, or null where there are too many paragraphs to be a release.</summary>
    public static Draft? Read(string text)
    {
        var (groups, group) = (new List<IReadOnlyList<string>>(), new List<string>());
        var count = 0;
        foreach (var line in Shortcodes.Drop(text).EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                group.Add(ChatMarkup.WithoutSender(line.ToString()));
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

        var document = HtmlPage.Blank();
        var blocks = new List<Block>();
        foreach (var paragraph in PrintedText.Paragraphs(groups))
        {
            var element = document.CreateElement("p");
            ChatMarkup.Write(document, element, paragraph);
            document.Body!.AppendChild(element);
            blocks.Add(new(element, 0, true));
        }

        return new Draft { Document = document, Blocks = blocks };
    }
}

using AngleSharp.Dom;
using Siaran.Intake.Attachments;

namespace Siaran.Intake;

/// <summary>
/// The table in which offices set the head of their paper: emblem, names of bodies and address side by side, or the particulars of a
/// letter. Above the headline it is read as the lines that it shows.
/// </summary>
internal static class Letterheads
{
    private const int Reach = 8;
    private const int MostCells = 24;
    private const int FewCells = 3;
    private const int MostCharacters = 1200;
    private const int LongestLine = 250;
    private const int LongestKey = 20;

    /// <summary>Puts paragraphs in the place of such tables; the emblem in them is no picture of the release.</summary>
    public static void Unfold(List<Block> blocks, EnclosedFiles? enclosed)
    {
        for (var at = 0; at < Math.Min(blocks.Count - 1, Reach); at++)
        {
            var element = blocks[at].Element;
            if (element.LocalName is "table" && RowsOf(element) is { } rows && IsLetterhead(rows))
            {
                DropPictures(element, enclosed);
                var made = rows.SelectMany(LinesOf).Select(line => Paragraph(element, line)).ToList();
                element.Remove();
                blocks.RemoveAt(at);
                blocks.InsertRange(at, made);
                at += made.Count - 1;
            }
            else if (!blocks[at].IsProse || !Header.IsAboveHeadline(blocks[at].Text))
            {
                return;
            }
        }
    }

    private static void DropPictures(IElement table, EnclosedFiles? enclosed)
    {
        foreach (var picture in table.QuerySelectorAll("img"))
        {
            enclosed?.Drop(picture.GetAttribute("src") ?? "");
        }
    }

    private static Block Paragraph(IElement table, string line)
    {
        var paragraph = table.Owner!.CreateElement("p");
        paragraph.TextContent = line;
        table.Before(paragraph);
        return new Block(paragraph, 0, true);
    }

    /// <summary>The lines of each cell in each row that has any; null where the table is too large to be a letterhead.</summary>
    private static List<List<List<string>>>? RowsOf(IElement table)
    {
        var cells = table.QuerySelectorAll("td, th").Take(MostCells + 1).ToList();
        return cells.Count > MostCells || table.TextContent.Length > MostCharacters || table.QuerySelector("table") is not null
            ? null
            :
            [
                .. table
                    .QuerySelectorAll("tr")
                    .Select(row => row.Children.Select(Lines).Where(lines => lines.Count > 0).ToList())
                    .Where(row => row.Count > 0),
            ];
    }

    private static bool IsLetterhead(List<List<List<string>>> rows)
    {
        var lines = rows.SelectMany(row => row).SelectMany(cell => cell).ToList();
        return lines.Count > 0
            && lines.TrueForAll(line => line.Length <= LongestLine)
            && (
                rows.Sum(row => row.Count) <= FewCells
                || lines.Exists(line => Header.IsAboveHeadline(line))
                || rows.SelectMany(LinesOf).Any(line => Header.IsAboveHeadline(line))
            );
    }

    /// <summary>The lines of a row: a key and its value are one, names next to an address are not.</summary>
    private static IEnumerable<string> LinesOf(List<List<string>> row) =>
        row.Count > 1 && row[0] is [{ Length: <= LongestKey } key] && row.TrueForAll(cell => cell.Count == 1) && IsKey(key, row[1][0])
            ? [string.Join(' ', row.Select(cell => cell[0]))]
            : row.SelectMany(cell => cell);

    private static bool IsKey(string key, string next) => key.EndsWith(':') || next.StartsWith(':');

    private static List<string> Lines(IElement cell)
    {
        var (lines, line) = (new List<string>(), new System.Text.StringBuilder());
        foreach (var node in cell.Descendants())
        {
            if (node is IText text)
            {
                line.Append(text.Data);
            }
            else if (node is IElement element && (element.LocalName is "br" || Markup.Blocks.Contains(element.LocalName)))
            {
                Flush();
            }
        }

        Flush();
        return lines;

        void Flush()
        {
            if (Characters.Fold(line.ToString()) is { Length: > 0 } written)
            {
                lines.Add(written);
            }

            line.Clear();
        }
    }
}

using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Siaran.Intake.Documents;

/// <summary>Turns the paragraphs, lists and tables of a Word document into blocks.</summary>
internal sealed class WordBody(
    OpenXmlPart part,
    WordStyles styles,
    WordNumbering numbering,
    TrackedReading reading,
    LeftOut leftOut,
    Func<long, bool, int?> notes
)
{
    private const int LongestInitial = 3;

    private readonly WordText text = new(part, styles, reading, leftOut, notes);
    private readonly ListHtml list = new();
    private readonly List<ConvertedBlock> blocks = [];
    private string carried = "";
    private string carriedText = "";

    public IReadOnlyList<ConvertedBlock> Read(OpenXmlElement parent)
    {
        Children(parent);
        EndList();
        return blocks;
    }

    private void Children(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Paragraph paragraph:
                    Paragraph(paragraph);
                    break;
                case Table table:
                    EndList();
                    Table(table);
                    break;
                case AltChunk:
                    leftOut.Add(LeftOutPart.EmbeddedFile, "");
                    break;
                case SectionProperties or SdtProperties or SdtEndCharProperties:
                    break;
                case OpenXmlUnknownElement unknown:
                    Children(UnknownWords.Known(unknown));
                    break;
                default:
                    if (!WordText.IsUnread(child, reading))
                    {
                        Children(child);
                    }

                    break;
            }
        }
    }

    private void Paragraph(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var style = styles.OfParagraph(properties?.ParagraphStyleId?.Val?.Value);
        var level = properties?.OutlineLevel is { } outline ? WordStyles.Level(outline) : style.HeadingLevel;
        text.Append(paragraph, style, level);
        var (written, html) = (carriedText + text.Html.Text, carried + text.Html.Take());
        (carried, carriedText) = ("", "");
        // A large first letter is a paragraph of its own (ISO/IEC 29500-1 §17.3.1.11).
        var isInitial = properties?.FrameProperties?.DropCap is not null && written.Length <= LongestInitial;
        if (isInitial || properties?.ParagraphMarkRunProperties?.ChildElements.Any(mark => WordText.IsUnread(mark, reading)) == true)
        {
            (carried, carriedText) = (html, written);
            return;
        }

        if (string.IsNullOrWhiteSpace(written) && !InlineHtml.HasPicture(html))
        {
            return;
        }

        var number = numbering.Next(properties?.NumberingProperties ?? style.Numbering);
        if (number is { HasWords: false } && level == 0)
        {
            list.Add(number.Level, number.Mark, number.Number, html, written);
            return;
        }

        EndList();
        var label = number is null || number.Mark == ListMark.Bullet ? "" : number.Label + " ";
        var name = level == 0 ? "p" : $"h{level}";
        var mark = level == 0 && style.IsCaption ? InlineHtml.CaptionMark : "";
        blocks.Add(new($"<{name}{mark}>{InlineHtml.Escaped(label)}{html}</{name}>", label + written, true));
    }

    private void EndList()
    {
        if (!list.IsEmpty)
        {
            blocks.Add(list.Take());
        }
    }

    private void Table(Table table)
    {
        // Also those within content controls.
        var rows = table
            .Descendants<TableRow>()
            .Where(row => row.Ancestors<Table>().First() == table)
            .Where(row => row.TableRowProperties?.ChildElements.Any(mark => WordText.IsUnread(mark, reading)) != true)
            .Select(row => row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row).ToList())
            .ToList();
        var (html, lines) = (new StringBuilder("<table>"), new List<string>());
        for (var at = 0; at < rows.Count; at++)
        {
            html.Append("<tr>");
            var column = 0;
            foreach (var cell in rows[at])
            {
                Cell(cell, rows, at, column, html, lines);
                column += Span(cell);
            }

            html.Append("</tr>");
        }

        blocks.Add(new(html.Append("</table>").ToString(), string.Join('\n', lines), false));
    }

    private void Cell(TableCell cell, List<List<TableCell>> rows, int at, int column, StringBuilder html, List<string> lines)
    {
        if (IsMerged(cell))
        {
            return;
        }

        var inner = new WordBody(part, styles, numbering, reading, leftOut, notes).Read(cell);
        var row = cell.Ancestors<TableRow>().First().TableRowProperties;
        var name = row?.GetFirstChild<TableHeader>() is { } header && header.Val?.Value != OnOffOnlyValues.Off ? "th" : "td";
        var down = 1;
        while (at + down < rows.Count && CellAt(rows[at + down], column) is { } below && IsMerged(below))
        {
            down++;
        }

        html.Append('<').Append(name);
        if (Span(cell) > 1)
        {
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $" colspan=\"{Span(cell)}\"");
        }

        if (down > 1)
        {
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $" rowspan=\"{down}\"");
        }

        html.Append('>')
            .AppendJoin("", inner is [{ IsParagraph: true } only] ? [only.InnerHtml] : inner.Select(block => block.Html))
            .Append("</")
            .Append(name)
            .Append('>');
        lines.AddRange(inner.Select(block => block.Text));
    }

    private static TableCell? CellAt(List<TableCell> row, int column)
    {
        var at = 0;
        foreach (var cell in row)
        {
            if (at == column)
            {
                return cell;
            }

            at += Span(cell);
        }

        return null;
    }

    private static int Span(TableCell cell) => Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, 64);

    private static bool IsMerged(TableCell cell) =>
        cell.TableCellProperties?.VerticalMerge is { } merge && merge.Val?.Value != MergedCellValues.Restart;
}

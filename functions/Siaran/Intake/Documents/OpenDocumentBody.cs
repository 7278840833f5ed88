using System.Globalization;
using System.Text;
using System.Xml.Linq;
using static Siaran.Intake.Documents.OpenDocumentNames;

namespace Siaran.Intake.Documents;

/// <summary>Turns the paragraphs, lists and tables of an OpenDocument text into blocks.</summary>
internal sealed class OpenDocumentBody(
    OpenDocumentStyles styles,
    OpenDocumentChanges changes,
    TrackedReading reading,
    LeftOut leftOut,
    List<string> notes,
    Func<string, byte[]?> files
)
{
    private const int MostColumns = 64;

    private readonly List<ConvertedBlock> blocks = [];
    private readonly Dictionary<(string?, int), int> counted = [];
    private readonly OpenDocumentText text = new(styles, changes, reading, leftOut, notes, files);

    public IReadOnlyList<ConvertedBlock> Read(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            Element(child);
        }

        return blocks;
    }

    private void Element(XElement element)
    {
        if (element.Name == Text + "p" || element.Name == Text + "h")
        {
            Paragraph(element);
        }
        else if (element.Name == Text + "list")
        {
            List(element);
        }
        else if (element.Name == Table + "table")
        {
            Rows(element);
        }
        else if (IsHidden(element))
        {
            leftOut.Add(LeftOutPart.HiddenText, LinesIn(element));
        }
        else if (
            element.Name.LocalName
            is "section"
                or "index-body"
                or "bibliography"
                or "text-box"
                or "table-of-content"
                or "numbered-paragraph"
        )
        {
            // Tables of contents repeat what is below them.
            if (element.Name != Text + "table-of-content")
            {
                Read(element);
            }
        }
        else
        {
            Other(element);
        }
    }

    /// <summary>What is drawn, the fields of a form, and marks of tracked changes.</summary>
    private void Other(XElement element)
    {
        if (element.Name.Namespace == Drawing)
        {
            Drawn(element);
        }
        else if (element.Name == Office + "forms")
        {
            Fields(element);
        }
        else
        {
            text.Track(element, TextStyles.None, null);
        }
    }

    private void List(XElement element)
    {
        var list = new ListHtml();
        List(element, list, 0, null);
        if (!list.IsEmpty)
        {
            blocks.Add(list.Take());
        }
    }

    /// <summary>Gathers what the fields of a form hold, and asks what is written on them.</summary>
    private void Fields(XElement forms)
    {
        foreach (var field in forms.Descendants().Where(one => one.Name.Namespace == Form))
        {
            if ((field.Attribute(Form + "current-value") ?? field.Attribute(Form + "value"))?.Value is { } value)
            {
                leftOut.Add(LeftOutPart.TextBox, value);
            }

            leftOut.Ask(field.Attribute(Form + "label") is { } label ? [label.Value] : []);
        }
    }

    /// <summary>A frame or a shape outside of paragraphs, or a link about one.</summary>
    private void Drawn(XElement element)
    {
        if (element.Name == Drawing + "a")
        {
            Read(element);
            return;
        }

        text.Frame(element);
        if (text.TakePicture() is { } picture)
        {
            blocks.Add(new($"<p>{picture}</p>", "", true));
        }
    }

    /// <summary>Whether a section or a row is not shown (ISO/IEC 26300).</summary>
    private static bool IsHidden(XElement element) =>
        element.Attribute(Text + "display")?.Value is "none" || element.Attribute(Table + "visibility")?.Value is "collapse" or "filter";

    private void Paragraph(XElement element)
    {
        if (element.Elements(Text + "hidden-paragraph").Any(mark => mark.Attribute(Text + "is-hidden")?.Value is not "false"))
        {
            leftOut.Add(LeftOutPart.HiddenText, element.Value);
            return;
        }

        var level =
            element.Name == Text + "h" ? Level(element)
            : styles.IsTitle(StyleOf(element)) ? 1
            : 0;
        var (html, line) = text.Read(element, level);
        if (string.IsNullOrWhiteSpace(line) && !InlineHtml.HasPicture(html))
        {
            return;
        }

        var name = level == 0 ? "p" : $"h{level}";
        var mark = level == 0 && styles.IsCaption(StyleOf(element)) ? InlineHtml.CaptionMark : "";
        blocks.Add(new($"<{name}{mark}>{html}</{name}>", line, true));
    }

    private void List(XElement element, ListHtml list, int level, string? inherited)
    {
        var style = element.Attribute(Text + "style-name")?.Value ?? inherited;
        var (mark, number) = styles.Mark(style, level);
        if (element.Attribute(Text + "continue-numbering")?.Value is "true" && counted.TryGetValue((style, level), out var last))
        {
            number = last + 1;
        }

        foreach (var item in element.Elements().Where(one => one.Name == Text + "list-item" || one.Name == Text + "list-header"))
        {
            if (int.TryParse(item.Attribute(Text + "start-value")?.Value, CultureInfo.InvariantCulture, out var given))
            {
                number = Math.Clamp(given, 1, 100_000);
            }

            var paragraphs = item.Elements()
                .Where(one => one.Name == Text + "p" || one.Name == Text + "h")
                .Select(one => text.Read(one, 0));
            var written = paragraphs.Where(one => !string.IsNullOrWhiteSpace(one.Line)).ToList();
            if (written.Count > 0)
            {
                list.Add(
                    level,
                    mark,
                    number,
                    string.Join("<br>", written.Select(one => one.Html)),
                    string.Join('\n', written.Select(one => one.Line))
                );
                counted[(style, level)] = number++;
            }

            foreach (var inner in item.Elements(Text + "list"))
            {
                List(inner, list, level + 1, style);
            }

            Others(item, list);
        }
    }

    /// <summary>What is neither a paragraph nor a list in an item, as a table is: behind what the list has by then.</summary>
    private void Others(XElement item, ListHtml list)
    {
        var others = item.Elements().Where(one => one.Name != Text + "p" && one.Name != Text + "h" && one.Name != Text + "list").ToList();
        if (others.Count == 0)
        {
            return;
        }

        if (!list.IsEmpty)
        {
            blocks.Add(list.Take());
        }

        others.ForEach(Element);
    }

    private void Rows(XElement table)
    {
        var (html, lines) = (new StringBuilder("<table>"), new List<string>());
        foreach (var row in table.Descendants(Table + "table-row").Where(row => row.Ancestors(Table + "table").First() == table))
        {
            if (IsHidden(row))
            {
                leftOut.Add(LeftOutPart.HiddenText, LinesIn(row));
                continue;
            }

            html.Append("<tr>");
            var name = row.Parent?.Name == Table + "table-header-rows" ? "th" : "td";
            foreach (var cell in row.Elements(Table + "table-cell").Take(MostColumns))
            {
                var inner = new OpenDocumentBody(styles, changes, reading, leftOut, notes, files).Read(cell);
                html.Append('<').Append(name);
                html.Append(Span(cell, "columns", "colspan")).Append(Span(cell, "rows", "rowspan")).Append('>');
                html.AppendJoin("", inner is [{ IsParagraph: true } only] ? [only.InnerHtml] : inner.Select(block => block.Html));
                html.Append("</").Append(name).Append('>');
                lines.AddRange(inner.Select(block => block.Text));
            }

            html.Append("</tr>");
        }

        blocks.Add(new(html.Append("</table>").ToString(), string.Join('\n', lines), false));
    }

    private static string Span(XElement cell, string what, string attribute) =>
        int.TryParse(cell.Attribute(Table + $"number-{what}-spanned")?.Value, CultureInfo.InvariantCulture, out var span)
        && span is > 1 and <= 1000
            ? string.Create(CultureInfo.InvariantCulture, $" {attribute}=\"{span}\"")
            : "";

    private static int Level(XElement heading) =>
        int.TryParse(heading.Attribute(Text + "outline-level")?.Value, CultureInfo.InvariantCulture, out var level)
            ? Math.Clamp(level, 1, 6)
            : 1;

    private static string? StyleOf(XElement element) => element.Attribute(Text + "style-name")?.Value;
}

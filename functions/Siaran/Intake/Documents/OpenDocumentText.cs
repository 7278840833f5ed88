using System.Globalization;
using System.Xml.Linq;
using static Siaran.Intake.Documents.OpenDocumentNames;

namespace Siaran.Intake.Documents;

/// <summary>Writes a paragraph of an OpenDocument text as inline HTML.</summary>
internal sealed class OpenDocumentText(
    OpenDocumentStyles styles,
    OpenDocumentChanges changes,
    TrackedReading reading,
    LeftOut leftOut,
    List<string> notes,
    Func<string, byte[]?> files
)
{
    private const int MostNotes = 500;

    private readonly InlineHtml html = new();

    public (string Html, string Line) Read(XElement paragraph, int level)
    {
        var style = paragraph.Attribute(Text + "style-name")?.Value;
        var looks = styles.Of(style, isParagraph: true);
        Children(paragraph, level > 0 ? looks & ~TextStyles.Bold : looks, null, styles.IsHidden(style, isParagraph: true));
        leftOut.EndHidden();
        var line = html.Text;
        return (html.Take(), line);
    }

    /// <summary>Passes a mark of a tracked change.</summary>
    public void Track(XElement mark, TextStyles looks, string? href)
    {
        if (changes.Pass(mark) is { } deleted && reading is TrackedReading.Original)
        {
            html.Append(deleted, looks, href);
        }
    }

    /// <summary>Gathers what a frame or a shape holds: text or a picture.</summary>
    public void Frame(XElement frame)
    {
        // Shapes have their text in themselves, and groups in their shapes.
        var boxes =
            frame.Name.LocalName is "frame" ? frame.Elements().Where(inner => inner.Name.LocalName is "text-box").ToList()
            : frame.Descendants().Any(inner => inner.Name == Text + "p" || inner.Name == Text + "h") ? [frame]
            : [];
        foreach (var box in boxes)
        {
            leftOut.Add(LeftOutPart.TextBox, LinesIn(box));
        }

        leftOut.Ask(frame.Elements().Where(IsDescription).Select(said => said.Value));
        if (boxes.Count == 0 && !TryPicture(frame))
        {
            leftOut.Add(
                frame.Elements().Any(inner => inner.Name.LocalName is "object") ? LeftOutPart.EmbeddedFile : LeftOutPart.Picture,
                AltOf(frame)
            );
        }
    }

    private bool TryPicture(XElement frame)
    {
        var image = frame.Elements().FirstOrDefault(inner => inner.Name.LocalName is "image");
        if (leftOut.Enclosed is not { } enclosed || image?.Attribute(Link + "href")?.Value is not { } name || files(name) is not { } bytes)
        {
            return false;
        }

        var alt = AltOf(frame);
        if (enclosed.Add(name, bytes, alt, isOptional: true) is not { } taken)
        {
            return false;
        }

        html.Picture(enclosed.AddressOf(taken).AbsoluteUri, alt);
        return true;
    }

    /// <summary>A picture outside of paragraphs, as HTML; null where there was none.</summary>
    public string? TakePicture() => html.Take() is { Length: > 0 } picture ? picture : null;

    private static string AltOf(XElement frame) => frame.Elements().FirstOrDefault(IsDescription)?.Value ?? "";

    private static bool IsLine(XElement element) => element.Name == Text + "p" || element.Name == Text + "h";

    private static bool IsDescription(XElement element) => element.Name.LocalName is "desc" or "title";

    private void Children(XElement parent, TextStyles looks, string? href, bool isHidden)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XText written)
            {
                Write(written.Value, looks, href, isHidden);
            }
            else if (node is XElement element)
            {
                Element(element, looks, href, isHidden);
            }
        }
    }

    private void Write(string written, TextStyles looks, string? href, bool isHidden)
    {
        if (changes.IsInserted && reading is TrackedReading.Original)
        {
            return;
        }

        if (isHidden)
        {
            leftOut.Hide(written);
        }
        else
        {
            leftOut.EndHidden();
            html.Append(written, looks, href);
        }
    }

    private void Element(XElement element, TextStyles looks, string? href, bool isHidden)
    {
        switch (element.Name.LocalName)
        {
            case "span":
                Span(element, looks, href, isHidden);
                break;
            case "a" when element.Name == Text + "a":
                Children(element, looks, element.Attribute(Link + "href")?.Value ?? href, isHidden);
                break;
            case "tab":
                Write("\t", looks, href, isHidden);
                break;
            case "s":
                Write(new string(' ', SpacesOf(element)), looks, href, isHidden);
                break;
            case "line-break":
                html.Break();
                break;
            case "note":
                Note(element);
                break;
            case "hidden-text" or "hidden-paragraph":
                leftOut.Add(LeftOutPart.HiddenText, element.Attribute(Text + "string-value")?.Value ?? element.Value);
                break;
            case "user-field-get" or "variable-get" or "drop-down" or "user-defined" when FieldOf(element) is { } shown:
                Write(shown, looks, href, isHidden);
                break;
            case not "a" when element.Name.Namespace == Drawing:
                Frame(element);
                break;
            case "annotation" or "annotation-end" or "tracked-changes" or "bookmark" or "ruby-text":
                break;
            default:
                Track(element, looks, href);
                Children(element, looks, href, isHidden);
                break;
        }
    }

    /// <summary>
    /// What a field shows whose text is not written in it: the value that the document gives it, or the entry that is chosen; null for any
    /// other.
    /// </summary>
    private string? FieldOf(XElement field) =>
        field.Nodes().OfType<XText>().Any(written => !string.IsNullOrWhiteSpace(written.Value)) ? null
        : field.Name.LocalName is "drop-down"
            ? field
                .Elements(Text + "label")
                .FirstOrDefault(label => label.Attribute(Text + "current-selected")?.Value is "true")
                ?.Attribute(Text + "value")
                ?.Value
        : styles.ValueOf(field.Attribute(Text + "name")?.Value ?? "");

    private void Span(XElement span, TextStyles looks, string? href, bool isHidden)
    {
        var style = span.Attribute(Text + "style-name")?.Value;
        Children(span, looks | styles.Of(style, isParagraph: false), href, isHidden || styles.IsHidden(style, isParagraph: false));
    }

    private void Note(XElement note)
    {
        if (notes.Count >= MostNotes || note.Element(Text + "note-body") is not { } body)
        {
            return;
        }

        // With a list of notes of its own, which nobody reads: a note on a note is left out.
        var inner = new OpenDocumentText(styles, changes, reading, leftOut, [], files);
        notes.Add(string.Join(' ', body.Descendants().Where(IsLine).Select(paragraph => inner.Read(paragraph, 0).Html)));
        html.Append(notes.Count.ToString(CultureInfo.InvariantCulture), TextStyles.Superscript, null);
    }
}

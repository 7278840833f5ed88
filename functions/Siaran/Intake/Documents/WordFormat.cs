using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Siaran.Intake.Documents;

/// <summary>Word (.docx; ECMA-376 Part 1 §17).</summary>
internal static class WordFormat
{
    private const int MostNotes = 500;

    private static readonly OpenSettings Settings = new() { AutoSave = false, MaxCharactersInPart = ZipBounds.MostBytes };

    /// <summary>The document; null where it holds no main part.</summary>
    /// <param name="bytes">Of the whole file.</param>
    /// <param name="reading">Which tracked changes are shown; null for what the document's own property says, else the final text.</param>
    /// <param name="leftOut">Gathers what is not part of the text.</param>
    /// <exception cref="TooComplexException">It is beyond the bounds.</exception>
    public static ConvertedDocument? Read(ReadOnlyMemory<byte> bytes, TrackedReading? reading, LeftOut leftOut)
    {
        ZipBounds.Check(bytes);
        using var stream = ZipBounds.Stream(bytes);
        using var package = WordprocessingDocument.Open(stream, false, Settings);
        if (package.MainDocumentPart is not { Document.Body: { } body } main)
        {
            return null;
        }

        var properties = Properties(package);
        var asked = properties.Select(property => TrackedReadings.Of(property.Name, property.Value)).FirstOrDefault(one => one is not null);
        var shown = reading ?? asked ?? TrackedReading.Final;
        var (styles, numbering) = (new WordStyles(main.StyleDefinitionsPart), new WordNumbering(main.NumberingDefinitionsPart));
        var notes = new WordNotes(main, styles, shown, leftOut);
        var blocks = new WordBody(main, styles, numbering, shown, leftOut, notes.NumberOf).Read(body);
        foreach (var header in Headers(main))
        {
            leftOut.Add(LeftOutPart.PageHeader, WordLines.In(header));
            leftOut.Add(LeftOutPart.PageHeader, string.Join('\n', DrawnWords(header).Concat(WordLines.DescribedIn(header))));
        }

        return new ConvertedDocument
        {
            Blocks = blocks,
            Notes = notes.Read(),
            Aside =
            [
                .. leftOut.Lines,
                .. properties.Select(property => $"{property.Name}: {property.Value}"),
                .. WordChanges.CommentsIn(main),
                .. WordLines.Embedded(main),
            ],
            Properties = DocumentProperties.Said(Known(package)),
            Changes = WordChanges.In(main),
            Reading = asked,
        };
    }

    private static IEnumerable<OpenXmlElement> Headers(MainDocumentPart main) =>
        main
            .HeaderParts.Select(part => (OpenXmlElement?)part.Header)
            .Concat(main.FooterParts.Select(part => part.Footer))
            .OfType<OpenXmlElement>();

    /// <summary>Words that are drawn, such as DRAFT across every page (ECMA-376 Part 4 §19.1.2.23).</summary>
    public static IEnumerable<string> DrawnWords(OpenXmlElement drawing) =>
        drawing
            .Descendants()
            .Where(drawn => drawn.LocalName is "textpath")
            .SelectMany(drawn => drawn.GetAttributes())
            .Where(attribute => attribute.LocalName is "string")
            .Select(attribute => attribute.Value ?? "");

    /// <summary>Those that every document may have (ECMA-376 Part 2 §11).</summary>
    private static Dictionary<string, string?> Known(WordprocessingDocument package)
    {
        var known = package.PackageProperties;
        return new(StringComparer.Ordinal)
        {
            ["title"] = known.Title,
            ["subject"] = known.Subject,
            ["description"] = known.Description,
            ["category"] = known.Category,
            ["keywords"] = known.Keywords,
            ["version"] = known.Version,
            ["status"] = known.ContentStatus,
        };
    }

    private static List<(string Name, string Value)> Properties(WordprocessingDocument package) =>
        [
            .. (package.CustomFilePropertiesPart?.Properties?.Elements<CustomDocumentProperty>() ?? [])
                .Take(MostNotes)
                .Select(property => (property.Name?.Value ?? "", property.InnerText)),
        ];
}

/// <summary>The footnotes and endnotes of a Word document, numbered together in the order of their marks.</summary>
internal sealed class WordNotes(MainDocumentPart main, WordStyles styles, TrackedReading reading, LeftOut leftOut)
{
    private const int Most = 500;

    private readonly List<(long Id, bool IsEndnote)> seen = [];

    public int? NumberOf(long id, bool isEndnote)
    {
        if (seen.Count < Most && !seen.Contains((id, isEndnote)))
        {
            seen.Add((id, isEndnote));
        }

        return seen.IndexOf((id, isEndnote)) is >= 0 and var at ? at + 1 : null;
    }

    /// <summary>Each as inline HTML; those that nothing refers to are left out.</summary>
    public IReadOnlyList<string> Read()
    {
        IReadOnlyList<string> read = [.. seen.ToList().Select(note => Read(note.Id, note.IsEndnote))];
        LeaveUnread(main.FootnotesPart?.Footnotes, isEndnote: false);
        LeaveUnread(main.EndnotesPart?.Endnotes, isEndnote: true);
        return read;
    }

    private void LeaveUnread(OpenXmlElement? notes, bool isEndnote)
    {
        foreach (var note in (notes?.Elements<FootnoteEndnoteType>() ?? []).Where(IsOfText).Take(Most))
        {
            if (note.Id?.Value is { } id && !seen.Contains((id, isEndnote)))
            {
                leftOut.Add(LeftOutPart.HiddenText, WordLines.In(note));
            }
        }
    }

    /// <summary>The lines above notes are notes of their own to Word.</summary>
    private static bool IsOfText(FootnoteEndnoteType note) => note.Type is null || note.Type.Value == FootnoteEndnoteValues.Normal;

    private string Read(long id, bool isEndnote)
    {
        var (part, notes) = isEndnote
            ? ((OpenXmlPart?)main.EndnotesPart, (OpenXmlElement?)main.EndnotesPart?.Endnotes)
            : (main.FootnotesPart, main.FootnotesPart?.Footnotes);
        if (part is null || notes?.Elements<FootnoteEndnoteType>().FirstOrDefault(note => note.Id?.Value == id) is not { } found)
        {
            return "";
        }

        var text = new WordText(part, styles, reading, leftOut, (_, _) => null);
        foreach (var paragraph in found.Descendants<Paragraph>())
        {
            text.Append(paragraph, styles.OfParagraph(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value), 0);
            text.Html.Append(" ", TextStyles.None, null);
        }

        return text.Html.Take().Trim();
    }
}

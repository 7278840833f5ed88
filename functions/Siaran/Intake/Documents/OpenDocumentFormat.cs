using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using static Siaran.Intake.Documents.OpenDocumentNames;

namespace Siaran.Intake.Documents;

/// <summary>OpenDocument text (.odt; ISO/IEC 26300).</summary>
internal static class OpenDocumentFormat
{
    /// <summary>The document; null where it holds no text.</summary>
    /// <param name="bytes">Of the whole file.</param>
    /// <param name="reading">Which tracked changes are shown; null for what the document's own property says, else the final text.</param>
    /// <param name="leftOut">Gathers what is not part of the text.</param>
    /// <exception cref="TooComplexException">It is beyond the bounds.</exception>
    public static ConvertedDocument? Read(ReadOnlyMemory<byte> bytes, TrackedReading? reading, LeftOut leftOut)
    {
        ZipBounds.Check(bytes);
        using var archive = ZipBounds.Open(bytes);
        if (Part(archive, "content.xml") is not { } content || content.Descendants(Office + "text").FirstOrDefault() is not { } body)
        {
            return null;
        }

        var styles = Part(archive, "styles.xml");
        var meta = Part(archive, "meta.xml");
        var properties = meta?.Descendants(Meta + "user-defined").ToList() ?? [];
        var asked = properties
            .Select(property => TrackedReadings.Of(NameOf(property), property.Value))
            .FirstOrDefault(one => one is not null);
        var shown = reading ?? asked ?? TrackedReading.Final;
        var notes = new List<string>();
        var known = new OpenDocumentStyles([.. new[] { content, styles }.OfType<XElement>()]);
        var changes = new OpenDocumentChanges(body);
        var blocks = new OpenDocumentBody(known, changes, shown, leftOut, notes, name => File(archive, name)).Read(body);
        foreach (var header in (styles?.Descendants() ?? []).Where(IsHeader))
        {
            leftOut.Add(LeftOutPart.PageHeader, LinesIn(header));
        }

        return new ConvertedDocument
        {
            Blocks = blocks,
            Notes = notes,
            Aside = [.. leftOut.Lines, .. properties.Select(property => $"{NameOf(property)}: {property.Value}")],
            Properties = DocumentProperties.Said(Known(meta)),
            Changes = changes.Quotes,
            Reading = asked,
        };
    }

    private static bool IsHeader(XElement element) =>
        (element.Name.Namespace == Style || element.Name.Namespace == StyleOfOffice)
        && element.Name.LocalName is "header" or "footer" or "header-first" or "footer-first" or "header-left" or "footer-left";

    /// <summary>Those that every document may have (ODF 1.3 Part 3 §4.3).</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Known(XElement? meta) =>
        from property in meta?.Descendants() ?? []
        where property.Name.LocalName is "title" or "subject" or "description" or "keyword"
        select new KeyValuePair<string, string?>(property.Name.LocalName, property.Value);

    private static string NameOf(XElement property) => property.Attribute(Meta + "name")?.Value ?? "";

    private static byte[]? File(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var stream = entry.Open();
        return ZipBounds.Bytes(stream);
    }

    private static XElement? Part(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var part = new BoundedStream(entry.Open(), ZipBounds.MostBytes);
        using var reader = XmlReader.Create(part, ZipBounds.Settings);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}

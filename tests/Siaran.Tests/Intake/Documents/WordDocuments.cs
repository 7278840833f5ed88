using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;

namespace Siaran.Tests.Intake.Documents;

/// <summary>Makes Word documents for tests from the XML of their parts.</summary>
internal static class WordDocuments
{
    public const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";

    /// <summary>Two paragraphs of a release without its headline.</summary>
    public static string Rest { get; } =
        P("SEKAR – Pemerintah Kabupaten Sekar membuka kembali pasar ikan di Teluk Sekar setelah diperbaiki selama tiga bulan.")
        + P("Bupati Sekar mengatakan bahwa pasar itu kini memiliki gudang dingin untuk nelayan kecil.");

    public static string Whole { get; } = Heading(1, "Pasar Ikan Teluk Sekar Dibuka Kembali") + Rest;

    public static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{R(text)}</w:p>";

    public static string R(string text, string properties = "") =>
        $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Heading(int level, string text) => P(text, $"<w:pStyle w:val=\"Heading{level}\"/>");

    public static string Item(int list, int level, string text) =>
        P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    public static byte[] Of(string body, params (string Part, string Xml)[] parts) => Make(body, null, parts);

    /// <summary>A document that has a property.</summary>
    public static byte[] With(string body, string name, string value) => Make(body, (name, value), []);

    /// <summary>A document that holds a PNG under the relationship <c>picture</c>.</summary>
    public static byte[] WithPicture(string body, byte[] png)
    {
        using var stream = new MemoryStream();
        stream.Write(Of(body));
        using (var package = WordprocessingDocument.Open(stream, true))
        {
            using var part = package.MainDocumentPart!.AddImagePart(ImagePartType.Png, "picture").GetStream(FileMode.Create);
            part.Write(png);
        }

        return stream.ToArray();
    }

    /// <summary>A paragraph that holds a text box.</summary>
    public static string Box(string paragraphs) =>
        $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{paragraphs}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";

    /// <summary>A document that has a title among its properties.</summary>
    public static byte[] Titled(string title, string body)
    {
        using var stream = new MemoryStream();
        stream.Write(Of(body));
        using (var package = WordprocessingDocument.Open(stream, isEditable: true))
        {
            package.PackageProperties.Title = title;
        }

        return stream.ToArray();
    }

    /// <param name="body">Within <c>w:body</c>.</param>
    /// <param name="property">A property of the document and its value.</param>
    /// <param name="parts">By their kind (<c>numbering</c>, <c>footnotes</c>, <c>header</c>, <c>comments</c>, <c>link</c>): the XML within
    /// the root element, or the address.</param>
    private static byte[] Make(string body, (string Name, string Value)? property, (string Part, string Xml)[] parts)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            Write(main, "document", $"<w:body>{body}</w:body>");
            Write(main.AddNewPart<StyleDefinitionsPart>(), "styles", Styles);
            foreach (var (part, xml) in parts)
            {
                if (part == "link")
                {
                    main.AddHyperlinkRelationship(new Uri(xml), true, "link");
                }
                else
                {
                    Write(Part(main, part), part is "header" ? "hdr" : part, xml);
                }
            }

            if (property is { } named)
            {
                package.AddCustomFilePropertiesPart().Properties = new Properties(
                    new CustomDocumentProperty(new DocumentFormat.OpenXml.VariantTypes.VTLPWSTR(named.Value))
                    {
                        FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
                        PropertyId = 2,
                        Name = named.Name,
                    }
                );
            }
        }

        return stream.ToArray();
    }

    /// <summary>A zipped document of parts as they are, whether any program could have made it or not.</summary>
    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    /// <summary>A zipped document with one part more.</summary>
    public static byte[] With(byte[] document, string name, byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(document);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, true))
        {
            using var part = archive.CreateEntry(name).Open();
            part.Write(content);
        }

        return stream.ToArray();
    }

    /// <summary>A document of which only the main part matters.</summary>
    public static byte[] Raw(string document) =>
        Zip(
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
            ("word/document.xml", document)
        );

    /// <summary>The document with other text in its parts.</summary>
    public static byte[] Replaced(byte[] document, string from, string to)
    {
        using var stream = new MemoryStream();
        stream.Write(document);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, true))
        {
            foreach (var entry in archive.Entries.ToList())
            {
                string text;
                using (var reader = new StreamReader(entry.Open()))
                {
                    text = reader.ReadToEnd();
                }

                using var writer = new StreamWriter(entry.Open());
                writer.BaseStream.SetLength(0);
                writer.Write(text.Replace(from, to, StringComparison.Ordinal));
            }
        }

        return stream.ToArray();
    }

    private const string Styles =
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/><w:rPr><w:b/></w:rPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"Normal\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"JudulRilis\"><w:name w:val=\"Judul Rilis\"/><w:basedOn w:val=\"Heading1\"/></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Kuat\"><w:name w:val=\"Kuat\"/><w:rPr><w:b/></w:rPr></w:style>";

    private static OpenXmlPart Part(MainDocumentPart main, string part) =>
        part switch
        {
            "numbering" => main.AddNewPart<NumberingDefinitionsPart>(),
            "footnotes" => main.AddNewPart<FootnotesPart>(),
            "endnotes" => main.AddNewPart<EndnotesPart>(),
            "comments" => main.AddNewPart<WordprocessingCommentsPart>(),
            "header" => main.AddNewPart<HeaderPart>(),
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Unknown part."),
        };

    private static void Write(OpenXmlPart part, string root, string xml)
    {
        using var stream = part.GetStream(FileMode.Create);
        stream.Write(Encoding.UTF8.GetBytes($"<w:{root} {Namespaces}>{xml}</w:{root}>"));
    }
}

using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Siaran.Tests.Feeds.Readers;

namespace Siaran.Tests.Feeds.Schemas;

/// <summary>Holds documents against the schemas in this folder.</summary>
internal static class Schema
{
    private static readonly string Folder = Repository.PathOf("tests", "Siaran.Tests", "Feeds", "Schemas");
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly Lazy<XmlSchemaSet> Set = new(Read);

    /// <summary>What is wrong with a document of a format; empty where nothing is.</summary>
    /// <param name="format">Its extension, such as <c>rss</c>; anything unknown is XML.</param>
    /// <param name="text">The document.</param>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(string format, string text) =>
        format switch
        {
            "json" => await JsonErrorsAsync(text, "json-feed.schema.json"),
            "ninjs" => await JsonErrorsAsync(text, "ninjs-public.schema.json", "ninjs-schema_3.1.json", "no-geojson.schema.json"),
            _ => XmlErrors(text),
        };

    private static List<string> XmlErrors(string text)
    {
        var errors = new List<string>();
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = Set.Value,
            ValidationFlags =
                XmlSchemaValidationFlags.ProcessIdentityConstraints
                | XmlSchemaValidationFlags.ReportValidationWarnings
                | XmlSchemaValidationFlags.AllowXmlAttributes,
        };
        settings.ValidationEventHandler += (_, found) => errors.Add($"line {found.Exception.LineNumber}: {found.Message}");
        using var reader = XmlReader.Create(new StringReader(text), settings);
        var document = XDocument.Load(reader);
        errors.AddRange(Beyond(document));
        return errors;
    }

    /// <summary>What the specifications ask for and XML Schema 1.0 cannot say.</summary>
    private static IEnumerable<string> Beyond(XDocument document)
    {
        foreach (var entry in document.Descendants(Atom + "entry"))
        {
            if (entry.Element(Atom + "author") is null && document.Root!.Element(Atom + "author") is null)
            {
                yield return "RFC 4287 §4.1.2: an entry without author in a feed without author.";
            }

            if (entry.Element(Atom + "content") is null && !entry.Elements(Atom + "link").Any(IsAlternate))
            {
                yield return "RFC 4287 §4.1.2: an entry with neither content nor an alternate link.";
            }
        }

        foreach (var parent in document.Descendants().Where(element => element.Name == Atom + "entry" || element.Name == Atom + "feed"))
        {
            if (
                parent
                    .Elements(Atom + "link")
                    .Where(IsAlternate)
                    .GroupBy(link => ((string?)link.Attribute("type"), (string?)link.Attribute("hreflang")))
                    .Any(same => same.Count() > 1)
            )
            {
                yield return "RFC 4287 §4.1.1, §4.1.2: two alternate links of one type and language.";
            }
        }

        if (
            document
                .Descendants("outline")
                .Any(outline => (string?)outline.Attribute("type") == "rss" && outline.Attribute("xmlUrl") is null)
        )
        {
            yield return "OPML 2.0: a subscription without xmlUrl.";
        }
    }

    private static bool IsAlternate(XElement link) => (string?)link.Attribute("rel") is null or "alternate";

    private static async Task<IReadOnlyList<string>> JsonErrorsAsync(string text, params string[] schemas) =>
        (await Npm.RunAsync(text, ["schemas.mjs", .. schemas.Select(schema => Path.Combine(Folder, schema))])).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );

    private static XmlSchemaSet Read()
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var file in Directory.GetFiles(Folder, "*.xsd"))
        {
            using var reader = XmlReader.Create(file);
            set.Add(XmlSchema.Read(reader, (_, problem) => throw problem.Exception)!);
        }

        set.ValidationEventHandler += (_, problem) => throw problem.Exception;
        set.Compile();
        return set;
    }
}

using System.Xml.Linq;

namespace Siaran.Intake.Documents;

/// <summary>The namespaces of OpenDocument texts (ISO/IEC 26300).</summary>
internal static class OpenDocumentNames
{
    public static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    public static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    public static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public static readonly XNamespace Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    public static readonly XNamespace Meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0";
    public static readonly XNamespace Format = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    public static readonly XNamespace Drawing = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    public static readonly XNamespace Link = "http://www.w3.org/1999/xlink";

    /// <summary>The lines of all paragraphs within an element.</summary>
    public static string LinesIn(XElement element) => string.Join('\n', element.Descendants(Text + "p").Select(line => line.Value));
}

using System.Xml.Linq;

namespace Siaran.Intake.Documents;

/// <summary>The namespaces of OpenDocument texts (ISO/IEC 26300).</summary>
internal static class OpenDocumentNames
{
    public static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    public static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    public static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public static readonly XNamespace Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    public static readonly XNamespace StyleOfOffice = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0";
    public static readonly XNamespace Form = "urn:oasis:names:tc:opendocument:xmlns:form:1.0";
    public static readonly XNamespace Meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0";
    public static readonly XNamespace Format = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    public static readonly XNamespace Drawing = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    public static readonly XNamespace Link = "http://www.w3.org/1999/xlink";

    private const int MostSpaces = 100;

    /// <summary>
    /// The lines of all paragraphs and headings within an element. A tabulator and a break end a line, as what is on both sides of them is
    /// not one sentence: <c>Siaran Pers ⇥ EMBARGO ⇥ Hal 1</c>.
    /// </summary>
    public static string LinesIn(XElement element) =>
        string.Join(
            '\n',
            element
                .Descendants()
                .Where(line => line.Name == Text + "p" || line.Name == Text + "h")
                .Select(line => string.Concat(Words(line)))
        );

    private static IEnumerable<string> Words(XElement line) =>
        line.DescendantNodes()
            .Select(node =>
                node switch
                {
                    XText written => written.Value,
                    XElement { Name.LocalName: "tab" or "line-break" or "p" or "h" } => "\n",
                    XElement spaces when spaces.Name == Text + "s" => new string(' ', SpacesOf(spaces)),
                    _ => "",
                }
            );

    /// <summary>How many spaces one element stands for (ISO/IEC 26300-1 §6.1.3).</summary>
    public static int SpacesOf(XElement spaces) =>
        int.TryParse(spaces.Attribute(Text + "c")?.Value, System.Globalization.CultureInfo.InvariantCulture, out var count)
            ? Math.Clamp(count, 1, MostSpaces)
            : 1;
}

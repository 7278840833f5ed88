using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Siaran.Intake.Documents;

/// <summary>
/// The lines of what is no part of a Word document's text but may say that it must wait: page headers, boxes, drawings, embedded files.
/// </summary>
internal static class WordLines
{
    private const int MostParts = 50;
    private const int LongestPart = 200_000;

    /// <summary>
    /// The lines of all paragraphs within an element, by name, since what is in a drawing is not always of a known type. A tab and a break
    /// end a line, as what is left and right of them is not one sentence: <c>Siaran Pers ⇥ EMBARGO ⇥ Hal 1</c>. The codes of fields are no
    /// words.
    /// </summary>
    public static string In(OpenXmlElement element) => string.Join('\n', Paragraphs(element).Select(Of));

    /// <summary>The lines of one paragraph, or of what is in it.</summary>
    public static string Of(OpenXmlElement paragraph)
    {
        var lines = new StringBuilder();
        foreach (var inner in paragraph.Descendants())
        {
            lines.Append(
                inner.LocalName switch
                {
                    "t" or "delText" => inner.InnerText,
                    "tab" when inner.Parent?.LocalName is not "tabs" => "\n",
                    "ptab" or "br" or "cr" or "p" => "\n",
                    "noBreakHyphen" => "-",
                    _ => "",
                }
            );
        }

        return lines.ToString();
    }

    /// <summary>What pictures and shapes are called and show: <c>descr</c>, <c>title</c>, <c>alt</c>.</summary>
    public static IEnumerable<string> DescribedIn(OpenXmlElement element) =>
        element
            .Descendants()
            .Where(inner => inner.LocalName is "docPr" or "shape" or "imagedata")
            .SelectMany(inner => inner.GetAttributes())
            .Where(attribute => attribute.LocalName is "descr" or "title" or "alt")
            .Select(attribute => attribute.Value ?? "")
            .Where(value => value.Length > 0);

    /// <summary>The boxes that are in the fallback of a drawing alone, which programs of today do not show and older ones do.</summary>
    public static IEnumerable<string> FallbackIn(AlternateContent alternate) =>
        alternate.GetFirstChild<AlternateContentFallback>() is { } fallback
        && fallback.Descendants().Any(IsBox)
        && alternate.GetFirstChild<AlternateContentChoice>()?.Descendants().Any(IsBox) != true
            ? fallback.Descendants().Where(IsBox).Select(In)
            : [];

    /// <summary>The words of diagrams and of texts in other formats, which stand in files of their own within the document.</summary>
    public static IEnumerable<string> Embedded(MainDocumentPart main) =>
        main
            .DiagramDataParts.Take(MostParts)
            .Select(part => part.DataModelRoot)
            .OfType<OpenXmlElement>()
            .Select(In)
            .Concat(main.AlternativeFormatImportParts.Take(MostParts).SelectMany(Imported))
            .SelectMany(lines => lines.Split('\n'));

    /// <summary>Whether an element is what a text box holds.</summary>
    public static bool IsBox(OpenXmlElement element) => element.LocalName is "txbxContent";

    private static IEnumerable<OpenXmlElement> Paragraphs(OpenXmlElement element) =>
        element.Descendants().Where(inner => inner.LocalName is "p");

    private static IEnumerable<string> Imported(AlternativeFormatImportPart part)
    {
        using var stream = part.GetStream();
        var written = Encoding.UTF8.GetString(ZipBounds.Bytes(stream));
        var start = written.Length > LongestPart ? written[..LongestPart] : written;
        return part.ContentType.Contains("html", StringComparison.OrdinalIgnoreCase) && HtmlPage.Parse(start) is { } page
            ? DocumentLines.Read(page, null).All
            : start.Split('\n');
    }
}

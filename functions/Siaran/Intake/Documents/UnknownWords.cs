using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Siaran.Intake.Documents;

/// <summary>
/// Elements of a Word document that the library does not know, with all that is in them: smart tags, which programs of 2003 to 2007 put
/// about words (ECMA-376 Part 1 §17.5.1.9).
/// </summary>
internal static class UnknownWords
{
    private const string Words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string SmartTag = "smartTag";
    private const int Deepest = 5;

    /// <summary>What is in such an element, in elements that are known; empty where it is none of words.</summary>
    /// <exception cref="TooComplexException">They are within each other beyond the bound: each is read once more for every one about
    /// it.</exception>
    public static OpenXmlElement Known(OpenXmlUnknownElement unknown)
    {
        if (unknown.NamespaceUri != Words || !unknown.HasChildren)
        {
            return new Paragraph();
        }

        if (Depth(unknown) > Deepest)
        {
            throw new TooComplexException();
        }

        return new Paragraph($"<w:p xmlns:w=\"{Words}\">{unknown.InnerXml}</w:p>");
    }

    private static int Depth(OpenXmlElement element) =>
        element.ChildElements.Select(inner => Depth(inner) + (inner.LocalName is SmartTag ? 1 : 0)).DefaultIfEmpty(0).Max();
}

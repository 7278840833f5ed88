using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Siaran.Intake.Documents;

/// <summary>PDF with a text layer (ISO 32000), read by where its letters stand.</summary>
internal static class PdfFormat
{
    private const int MostPages = 60;
    private const int MostLetters = 150_000;
    private const int MostDepth = 60;
    private const int MostOpening = 2;

    /// <summary>The document; it has no blocks where it has no text, as scans have none.</summary>
    /// <param name="bytes">Of the whole file.</param>
    /// <param name="leftOut">Gathers what is not part of the text.</param>
    /// <exception cref="TooComplexException">It is beyond the bounds.</exception>
    /// <exception cref="InvalidDataException">It is damaged or protected.</exception>
    public static ConvertedDocument Read(ReadOnlyMemory<byte> bytes, LeftOut leftOut)
    {
        PdfBounds.Check(bytes);
        var (read, properties, addresses) = Pages(bytes, leftOut, isWhole: true);
        var pages = PdfEdges.Drop(read, leftOut);
        return new ConvertedDocument
        {
            Blocks = PdfParagraphs.Of(pages, addresses),
            Aside = leftOut.Lines,
            Properties = properties,
            Printed = [.. read.SelectMany(page => page.Lines).Select(line => line.Text)],
        };
    }

    /// <summary>The lines of the first two pages and of the last one, of a PDF of any length.</summary>
    /// <param name="bytes">Of the whole file.</param>
    /// <exception cref="TooComplexException">It is beyond the bounds.</exception>
    /// <exception cref="InvalidDataException">It is damaged or protected.</exception>
    public static IReadOnlyList<string> Opening(ReadOnlyMemory<byte> bytes)
    {
        PdfBounds.Check(bytes);
        var leftOut = new LeftOut();
        var lines = Pages(bytes, leftOut, isWhole: false).Pages.SelectMany(page => page.Lines).Select(line => line.Text).ToList();
        return [.. leftOut.Lines, .. lines];
    }

    private static (List<PdfPage> Pages, IReadOnlyList<string> Properties, IReadOnlyList<string> Addresses) Pages(
        ReadOnlyMemory<byte> bytes,
        LeftOut leftOut,
        bool isWhole
    )
    {
        var bounds = new PdfBounds();
        try
        {
            var options = new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                MaxStackDepth = MostDepth,
                FilterProvider = bounds,
            };
            using var document = PdfDocument.Open(bytes.ToArray(), options);
            if (isWhole && document.NumberOfPages > MostPages)
            {
                throw new TooComplexException();
            }

            new PdfForms(document.Structure).Check();
            var (pages, addresses) = Pages(document, leftOut, isWhole);
            // A lenient parser passes over what it could not unpack.
            return bounds.IsExceeded ? throw new TooComplexException() : (pages, PropertiesOf(document.Information), addresses);
        }
        catch (Exception ex) when (ex is not (TooComplexException or OutOfMemoryException))
        {
            // The library throws whatever it stumbles over, and wraps what its filters throw.
            throw bounds.IsExceeded ? new TooComplexException() : new InvalidDataException("The PDF cannot be read.", ex);
        }
    }

    private static (List<PdfPage> Pages, IReadOnlyList<string> Addresses) Pages(PdfDocument document, LeftOut leftOut, bool isWhole)
    {
        var notes = new PdfNotes(document.Structure, leftOut);
        notes.GatherForm();
        var (pages, letters) = (new List<PdfPage>(), 0);
        for (var at = 1; at <= document.NumberOfPages; at++)
        {
            if (!isWhole && at > MostOpening && at < document.NumberOfPages)
            {
                continue;
            }

            var page = document.GetPage(at);
            letters += page.Letters.Count;
            if (letters > MostLetters)
            {
                throw new TooComplexException();
            }

            notes.Gather(page.Dictionary);
            pages.Add(PdfLines.Of(page, notes.LinksOf(page.Dictionary), leftOut));
        }

        return (pages, notes.Addresses);
    }

    private static IReadOnlyList<string> PropertiesOf(DocumentInformation known) =>
        DocumentProperties.Said([new("title", known.Title), new("subject", known.Subject), new("keywords", known.Keywords)]);
}

using UglyToad.PdfPig;

namespace Siaran.Intake.Documents;

/// <summary>PDF with a text layer (ISO 32000), read by where its letters stand.</summary>
internal static class PdfFormat
{
    private const int MostPages = 60;
    private const int MostLetters = 150_000;
    private const int MostDepth = 60;

    /// <summary>The document; it has no blocks where it has no text, as scans have none.</summary>
    /// <param name="bytes">Of the whole file.</param>
    /// <param name="leftOut">Gathers what is not part of the text.</param>
    /// <exception cref="TooComplexException">It is beyond the bounds.</exception>
    /// <exception cref="InvalidDataException">It is damaged or protected.</exception>
    public static ConvertedDocument Read(ReadOnlyMemory<byte> bytes, LeftOut leftOut)
    {
        PdfBounds.Check(bytes);
        var read = Pages(bytes, leftOut);
        var pages = PdfEdges.Drop(read, leftOut);
        return new ConvertedDocument
        {
            Blocks = PdfParagraphs.Of(pages),
            Aside = leftOut.Lines,
            Printed = [.. read.SelectMany(page => page.Lines).Select(line => line.Text)],
        };
    }

    private static List<PdfPage> Pages(ReadOnlyMemory<byte> bytes, LeftOut leftOut)
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
            if (document.NumberOfPages > MostPages)
            {
                throw new TooComplexException();
            }

            new PdfForms(document.Structure).Check();
            var (pages, letters) = (new List<PdfPage>(), 0);
            for (var at = 1; at <= document.NumberOfPages; at++)
            {
                var page = document.GetPage(at);
                letters += page.Letters.Count;
                if (letters > MostLetters)
                {
                    throw new TooComplexException();
                }

                pages.Add(PdfLines.Of(page, leftOut));
            }

            // A lenient parser passes over what it could not unpack.
            return bounds.IsExceeded ? throw new TooComplexException() : pages;
        }
        catch (Exception ex) when (ex is not (TooComplexException or OutOfMemoryException))
        {
            // The library throws whatever it stumbles over, and wraps what its filters throw.
            throw bounds.IsExceeded ? new TooComplexException() : new InvalidDataException("The PDF cannot be read.", ex);
        }
    }
}

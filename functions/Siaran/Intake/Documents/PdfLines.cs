using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace Siaran.Intake.Documents;

/// <summary>A line of a page.</summary>
/// <param name="Text">With single spaces.</param>
/// <param name="Left">In points from the page's left edge, as all places.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Top">From the page's lower edge.</param>
/// <param name="Size">Of most of its letters, in points.</param>
internal sealed record PdfLine(string Text, double Left, double Right, double Top, double Size)
{
    /// <summary>The text with the marks of <see cref="PdfMarks"/>.</summary>
    public string Marked { get; init; } = Text;
}

/// <summary>The blocks of a page in reading order, each a list of lines.</summary>
internal sealed record PdfPage(IReadOnlyList<IReadOnlyList<PdfLine>> Blocks)
{
    public IEnumerable<PdfLine> Lines => Blocks.SelectMany(block => block);
}

/// <summary>Finds the lines of a page and their order from where its letters stand.</summary>
internal static class PdfLines
{
    private const int MostLetters = 20_000;

    private static readonly DocstrumBoundingBoxes Segmenter = new(
        new DocstrumBoundingBoxes.DocstrumBoundingBoxesOptions { MaxDegreeOfParallelism = 1 }
    );

    private static readonly NearestNeighbourWordExtractor Words = new(
        new NearestNeighbourWordExtractor.NearestNeighbourWordExtractorOptions { MaxDegreeOfParallelism = 1 }
    );

    /// <summary>The page; text that is turned is none of it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="links">The places of it that are links.</param>
    /// <param name="leftOut">Gathers what is turned.</param>
    public static PdfPage Of(Page page, IReadOnlyList<PdfLink> links, LeftOut leftOut)
    {
        if (page.Letters.Count > MostLetters)
        {
            throw new TooComplexException();
        }

        var upright = page.Letters.Where(letter => letter.TextOrientation is TextOrientation.Horizontal).ToList();
        leftOut.Add(LeftOutPart.TextBox, string.Concat(page.Letters.Except(upright).Select(letter => letter.Value)));
        var marks = new PdfMarks(new PdfShapes(upright), new PdfStrokes(page), links);
        var words = Words
            .GetWords(upright.Where(letter => !marks.Takes(letter)).ToList())
            .Where(word => !string.IsNullOrWhiteSpace(word.Text))
            .ToList();
        if (words.Count == 0)
        {
            return new([]);
        }

        // Words by nearest neighbours, blocks by Docstrum (O'Gorman, 1993), their order by how they lie
        // to each other: columns are read one after another, which the order of drawing does not
        // promise.
        var blocks = new UnsupervisedReadingOrderDetector(5).Get(Segmenter.GetBlocks(words)).OrderBy(block => block.ReadingOrder);
        return new([
            .. blocks.Select(block =>
                (IReadOnlyList<PdfLine>)[.. block.TextLines.Select(line => Line(line, marks)).Where(line => line.Text.Length > 0)]
            ),
        ]);
    }

    private static PdfLine Line(TextLine line, PdfMarks marks)
    {
        var letters = line.Words.SelectMany(word => word.Letters).ToList();
        var size = letters.GroupBy(letter => Math.Round(letter.PointSize, 1)).MaxBy(same => same.Count())?.Key ?? 0;
        var marked = Clean(marks.Write(line.Words.Select(word => word.Letters)));
        return new(PdfMarks.Strip(marked), line.BoundingBox.Left, line.BoundingBox.Right, line.BoundingBox.Top, size) { Marked = marked };
    }

    private static string Clean(string text) => Characters.Fold(Characters.Clean(text).Text);
}

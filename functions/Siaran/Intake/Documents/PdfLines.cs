using System.Text.RegularExpressions;
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
internal sealed record PdfLine(string Text, double Left, double Right, double Top, double Size);

/// <summary>The blocks of a page in reading order, each a list of lines.</summary>
internal sealed record PdfPage(IReadOnlyList<IReadOnlyList<PdfLine>> Blocks)
{
    public IEnumerable<PdfLine> Lines => Blocks.SelectMany(block => block);
}

/// <summary>Finds the lines of a page and their order from where its letters stand.</summary>
internal static class PdfLines
{
    private static readonly GuardedRegex Digits = new("[0-9]+");

    private static readonly GuardedRegex PageNumber = new(
        @"^\W*((hal|halaman|page|hlm)\W*)?\d{1,3}(\W*(dari|of|/)\W*\d{1,3})?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    private const int MostLetters = 20_000;
    private const int Edge = 3;

    private static readonly DocstrumBoundingBoxes Segmenter = new(
        new DocstrumBoundingBoxes.DocstrumBoundingBoxesOptions { MaxDegreeOfParallelism = 1 }
    );

    private static readonly NearestNeighbourWordExtractor Words = new(
        new NearestNeighbourWordExtractor.NearestNeighbourWordExtractorOptions { MaxDegreeOfParallelism = 1 }
    );

    /// <summary>The page; text that is turned goes to <paramref name="leftOut"/>.</summary>
    public static PdfPage Of(Page page, LeftOut leftOut)
    {
        if (page.Letters.Count > MostLetters)
        {
            throw new TooComplexException();
        }

        var upright = page.Letters.Where(letter => letter.TextOrientation is TextOrientation.Horizontal).ToList();
        leftOut.Add(LeftOutPart.TextBox, string.Concat(page.Letters.Except(upright).Select(letter => letter.Value)));
        var words = Words.GetWords(upright).Where(word => !string.IsNullOrWhiteSpace(word.Text)).ToList();
        if (words.Count == 0)
        {
            return new([]);
        }

        // Words by nearest neighbours, blocks by Docstrum (O'Gorman, 1993), their order by how they lie
        // to each other: columns are read one after another, which the order of drawing does not
        // promise.
        var blocks = new UnsupervisedReadingOrderDetector(5).Get(Segmenter.GetBlocks(words)).OrderBy(block => block.ReadingOrder);
        return new([
            .. blocks.Select(block => (IReadOnlyList<PdfLine>)[.. block.TextLines.Select(Line).Where(line => line.Text.Length > 0)]),
        ]);
    }

    /// <summary>Takes away page numbers, and what is at the same edge of several pages.</summary>
    public static IReadOnlyList<PdfPage> WithoutRunningHeads(IReadOnlyList<PdfPage> pages, LeftOut leftOut)
    {
        var repeated = pages
            .SelectMany(page => Edges(page).Select(line => Shape(line.Text)).Distinct(StringComparer.Ordinal))
            .GroupBy(shape => shape, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. pages.Select(
                (page, at) =>
                {
                    // What heads the first page may be the letterhead.
                    var edges = Edges(page).ToList();
                    var top = at == 0 ? edges.Take(Edge).ToHashSet() : [];
                    var dropped = edges
                        .Where(line => PageNumber.IsMatch(line.Text) || (repeated.Contains(Shape(line.Text)) && !top.Contains(line)))
                        .ToHashSet();
                    foreach (var line in dropped)
                    {
                        leftOut.Add(LeftOutPart.PageHeader, line.Text);
                    }

                    return new PdfPage([
                        .. page
                            .Blocks.Select(block => (IReadOnlyList<PdfLine>)[.. block.Where(line => !dropped.Contains(line))])
                            .Where(block => block.Count > 0),
                    ]);
                }
            ),
        ];
    }

    private static IEnumerable<PdfLine> Edges(PdfPage page)
    {
        var lines = page.Lines.OrderByDescending(line => line.Top).ToList();
        return lines.Take(Edge).Concat(lines.Skip(Math.Max(Edge, lines.Count - Edge)));
    }

    // "2 dari 5" and "3 dari 5" are the same running head.
    private static string Shape(string text) => Digits.Replace(text, "#");

    private static PdfLine Line(TextLine line)
    {
        var letters = line.Words.SelectMany(word => word.Letters).ToList();
        var size = letters.GroupBy(letter => Math.Round(letter.PointSize, 1)).MaxBy(same => same.Count())?.Key ?? 0;
        // Compatibility form: fonts of print have ligatures such as ﬁ as one character, which no search
        // would find.
        var text = Characters.Fold(Characters.Clean(line.Text.Normalize(System.Text.NormalizationForm.FormKC)).Text);
        return new(text, line.BoundingBox.Left, line.BoundingBox.Right, line.BoundingBox.Top, size);
    }
}

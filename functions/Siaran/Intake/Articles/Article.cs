using AngleSharp.Dom;

namespace Siaran.Intake.Articles;

/// <summary>The part of a page that is its article, and how sure that is.</summary>
/// <param name="blocks">The page's.</param>
/// <param name="kept">Which of them are the article's.</param>
/// <param name="sureness">0 to 1: how much of the text that could be the article is in it.</param>
internal sealed class Article(PageBlocks blocks, bool[] kept, double sureness)
{
    private readonly int[] keptBefore = PageBlocks.Sums(kept, isKept => isKept ? 1 : 0);
    private readonly int first = Array.IndexOf(kept, true);
    private readonly int last = Array.LastIndexOf(kept, true);

    public double Sureness => sureness;

    /// <summary>How many characters of prose it holds, those of links left out.</summary>
    public int Prose =>
        kept.Index().Sum(block => block.Item && blocks.Blocks[block.Index] is { IsProse: true } text ? text.Length - text.Linked : 0);

    /// <summary>The element of the page that all of it is in.</summary>
    public required IElement Root { get; init; }

    /// <summary>How the first of the sentences within it begins that may be of it and are left out; or null.</summary>
    public string? LeftOut { get; init; }

    /// <summary>The page's blocks up to the article's first, in which its headline may be.</summary>
    public int First => first;

    /// <summary>Whether a node holds nothing of the article: what holds no text is of it where it is between two of its blocks.</summary>
    public bool Drops(INode node) =>
        blocks.Of(node) is not { } span
        || (span.End > span.First ? keptBefore[span.End] == keptBefore[span.First] : span.First < first || span.First > last + 1);

    /// <summary>The block that a text is in, or null where it is shown nowhere.</summary>
    public PageBlock? BlockOf(IText text) => blocks.Of(text) is { } span && span.End > span.First ? blocks.Blocks[span.First] : null;

    /// <summary>How the text of a dropped node begins; empty where it has none.</summary>
    public string StartOf(INode node) => blocks.Of(node) is { } span && span.End > span.First ? blocks.Blocks[span.First].Start : "";
}

using AngleSharp.Dom;

namespace Siaran.Intake.Articles;

/// <summary>
/// Knows tables of figures and lists of documents, which weigh little as prose and are of the text all the same: <c>Desa | Ton</c>,
/// <c>Unduh: Peraturan Bupati</c>.
/// </summary>
internal static class ArticleTables
{
    private const int MostTables = 200;
    private const int LeastRows = 2;
    private const int LeastCells = 2;
    private const int LongestCell = 300;
    private const int LeastWords = 3;
    private const int MostElements = 40;

    private static readonly HashSet<string> Documents = new(
        ".pdf .doc .docx .odt .xls .xlsx .ods .csv .ppt .pptx .zip".Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Marks the cells of tables, and links to documents.</summary>
    public static void Mark(PageBlocks page)
    {
        foreach (var table in page.Tables.Take(MostTables))
        {
            if (page.Of(table) is { } span && IsOfFigures(page, table, span))
            {
                for (var at = span.First; at < span.End; at++)
                {
                    (page.Blocks[at].IsOfTable, page.Blocks[at].IsOfList) = (true, true);
                }
            }
        }

        foreach (var block in page.Blocks)
        {
            block.IsOfList |= block is { IsLink: true, Furniture: 0, Words: >= LeastWords } && LeadsToDocuments(block.Owner);
        }
    }

    /// <summary>Whether a block may be of the text though it is in a box of its own: a cell, an item, a quotation; no link.</summary>
    public static bool MayBeInBox(PageBlock block) =>
        block.IsOfTable || (block.Linked == 0 && (block.IsItem || block.Owner.Closest("blockquote, dl, figcaption, caption") is not null));

    /// <summary>
    /// Rows of short cells, with heads, or with as much text as links. A table that places news or the parts of a page has other cells.
    /// </summary>
    private static bool IsOfFigures(PageBlocks page, IElement table, PageBlocks.Span span)
    {
        var (length, linked) = (0, 0);
        for (var at = span.First; at < span.End; at++)
        {
            var block = page.Blocks[at];
            if (block.Furniture > 0 || block.Level > 0 || block.Length > LongestCell)
            {
                return false;
            }

            (length, linked) = (length + block.Length, linked + block.Linked);
        }

        return table.QuerySelector("table, form, input, select") is null
            && (table.QuerySelector("th") is not null || linked * 2 <= length)
            && table
                .QuerySelectorAll("tr")
                .Count(row => row.Children.Count(cell => page.Of(cell) is { } own && own.End > own.First) >= LeastCells) >= LeastRows;
    }

    private static bool LeadsToDocuments(IElement owner)
    {
        var links = owner.Descendants<IElement>().Take(MostElements).Prepend(owner).Where(element => element.LocalName is "a").ToList();
        return links.Count > 0 && links.TrueForAll(link => Documents.Contains(ExtensionOf(link.GetAttribute("href") ?? "")));
    }

    private static string ExtensionOf(string address) => Path.GetExtension(address.Split('?', '#')[0]);
}

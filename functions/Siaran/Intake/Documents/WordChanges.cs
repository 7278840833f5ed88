using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Siaran.Intake.Documents;

/// <summary>Finds tracked changes and comments, in the words in which the editor reads of them.</summary>
internal static class WordChanges
{
    private const int Longest = 60;

    public static IReadOnlyList<string> In(MainDocumentPart main)
    {
        OpenXmlElement?[] roots = [main.Document.Body, main.FootnotesPart?.Footnotes, main.EndnotesPart?.Endnotes];
        var changes = roots.OfType<OpenXmlElement>().SelectMany(root => root.Descendants()).Select(Change).OfType<string>();
        return [.. changes, .. Comments(main).Select(comment => $"💬 “{Short(comment.Replace('\n', ' '))}”")];
    }

    /// <summary>The lines of what editors say to each other, which is never published.</summary>
    public static IEnumerable<string> CommentsIn(MainDocumentPart main) => Comments(main).SelectMany(comment => comment.Split('\n'));

    private static IEnumerable<string> Comments(MainDocumentPart main) =>
        main.WordprocessingCommentsPart?.Comments?.Elements<Comment>().Select(WordLines.In) ?? [];

    private static string? Change(OpenXmlElement element) =>
        element switch
        {
            InsertedRun or MoveToRun when element.InnerText.Length > 0 => $"+ “{Short(element.InnerText)}”",
            DeletedRun or MoveFromRun when element.InnerText.Length > 0 => $"− “{Short(element.InnerText)}”",
            Inserted when element.Parent is ParagraphMarkRunProperties or TableRowProperties => "+ ¶",
            Deleted when element.Parent is ParagraphMarkRunProperties or TableRowProperties => "− ¶",
            CellInsertion or CellDeletion or CellMerge => "± tabel/table",
            _ => null,
        };

    private static string Short(string text) => text.Length <= Longest ? text : text[..Longest] + "…";
}

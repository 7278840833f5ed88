using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Siaran.Intake;

/// <summary>Puts a large first letter, which a page shows in a box or as a picture, back to its word.</summary>
internal static class Initials
{
    private const int MostBoxes = 2_000;
    private const int MostNodes = 3;
    private const int LongestGap = 40;

    /// <summary>Joins <c>P</c> and <c>anen kopi</c>.</summary>
    public static void Join(IHtmlDocument document)
    {
        foreach (
            var box in document
                .All.Where(element => element.LocalName is "div" or "span" or "p" or "figure")
                .Take(MostBoxes)
                .Where(IsLetter)
                .ToList()
        )
        {
            if (box.ParentElement is not null && box.NextElementSibling is { LocalName: "p" or "div" } text && GoesOn(box, text))
            {
                text.Prepend(document.CreateTextNode(box.TextContent.Trim()));
                box.Remove();
            }
        }

        foreach (var picture in document.Images.Take(MostBoxes).Where(IsOfLetter).ToList())
        {
            if (picture.NextSibling is IText { Data: [var next, ..] } && char.IsLower(next))
            {
                picture.Replace(document.CreateTextNode(picture.AlternativeText!.Trim()));
            }
        }
    }

    private static bool IsLetter(IElement box) =>
        IsShort(box) && box.ChildElementCount <= 1 && box.TextContent.Trim() is [var letter] && char.IsUpper(letter);

    /// <summary>Whether there is so little in a box that its text may be gathered.</summary>
    private static bool IsShort(INode box) =>
        box.ChildNodes.Length <= MostNodes
        && box.ChildNodes.All(node => node is IText text ? text.Data.Length <= LongestGap : node.ChildNodes.Length <= 1 && IsShort(node));

    private static bool IsOfLetter(IHtmlImageElement picture) => picture.AlternativeText?.Trim() is [var letter] && char.IsUpper(letter);

    /// <summary>Whether a text begins within a word, and nothing but space is between it and the letter.</summary>
    private static bool GoesOn(IElement box, IElement text) =>
        text.TextContent.AsSpan().TrimStart() is [var first, ..]
        && char.IsLower(first)
        && (box.NextSibling == text || (box.NextSibling is IText between && string.IsNullOrWhiteSpace(between.Data)));
}

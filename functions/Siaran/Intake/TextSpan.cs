using AngleSharp.Dom;

namespace Siaran.Intake;

/// <summary>Removes characters from the ends of an element whose white space is folded, keeping the mark-up of the rest.</summary>
internal static class TextSpan
{
    /// <summary>Removes the first <paramref name="count"/> characters.</summary>
    public static void RemoveStart(IElement element, int count)
    {
        foreach (var text in element.Descendants<IText>().ToArray())
        {
            var cut = Math.Min(count, text.Data.Length);
            text.Data = text.Data[cut..];
            count -= cut;
            if (count == 0 && (text.Data = text.Data.TrimStart()).Length > 0)
            {
                break;
            }
        }

        Tidy(element);
    }

    /// <summary>Removes the last <paramref name="count"/> characters.</summary>
    public static void RemoveEnd(IElement element, int count)
    {
        foreach (var text in element.Descendants<IText>().Reverse().ToArray())
        {
            var cut = Math.Min(count, text.Data.Length);
            text.Data = text.Data[..^cut];
            count -= cut;
            if (count == 0 && (text.Data = text.Data.TrimEnd()).Length > 0)
            {
                break;
            }
        }

        Tidy(element);
    }

    /// <summary>How many characters at the start of <paramref name="element"/> are bold.</summary>
    public static int BoldLength(IElement element) =>
        element.FirstChild is IElement { LocalName: "strong" } bold ? bold.TextContent.Length : 0;

    private static void Tidy(IElement element)
    {
        foreach (var text in element.Descendants<IText>().Where(t => t.Data.Length == 0).ToArray())
        {
            text.RemoveFromParent();
        }

        var leaves = element.Descendants().Where(IsLeaf).ToArray();
        foreach (var empty in leaves.TakeWhile(IsEmpty).Concat(leaves.Reverse().TakeWhile(IsEmpty)))
        {
            empty.RemoveFromParent();
        }

        foreach (var inner in element.QuerySelectorAll("*:not(img):not(br)").Reverse().Where(e => e.ChildNodes.Length == 0).ToArray())
        {
            inner.Remove();
        }
    }

    private static bool IsLeaf(INode node) => node is IText { Data: var text } ? text.AsSpan().Trim().Length > 0 : !node.HasChildNodes;

    /// <summary>A break, or an element that a break's neighbour has become.</summary>
    private static bool IsEmpty(INode leaf) => leaf is IElement { LocalName: not "img" };
}

using System.Text;
using AngleSharp.Dom;

namespace Siaran.Intake;

/// <summary>The paragraphs of a body: the one way from <c>BodyHtml</c> to <c>Paragraphs</c>.</summary>
public static class BodyParagraphs
{
    /// <summary>
    /// Every stretch of text between two block boundaries (start or end tags of blocks), white space folded, empty ones left out, and so
    /// are captions of pictures where there is any other text. So the text nodes of <paramref name="bodyHtml"/> outside of
    /// <c>figcaption</c>, taken in order and folded, are the paragraphs' text in order: a span of a paragraph can be found in the HTML
    /// again.
    /// </summary>
    /// <param name="bodyHtml">Sanitised HTML as intake makes it, at most <see cref="HtmlPage.MaxDepth"/> deep.</param>
    public static IReadOnlyList<string> Of(string bodyHtml) =>
        HtmlPage.ParseBody(bodyHtml)?.Body is { } body
            ? Of(body)
            : throw new ArgumentException("The HTML is too large or too deep to have been made by intake.", nameof(bodyHtml));

    internal static IReadOnlyList<string> Of(IElement body)
    {
        var paragraphs = Of(body, withCaptions: false);
        return paragraphs.Count > 0 ? paragraphs : Of(body, withCaptions: true);
    }

    private static List<string> Of(IElement body, bool withCaptions)
    {
        var (paragraphs, current) = (new List<string>(), new StringBuilder());
        Walk(body, paragraphs, current, withCaptions);
        Flush(paragraphs, current);
        return paragraphs;
    }

    private static void Walk(INode parent, List<string> paragraphs, StringBuilder current, bool withCaptions)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                current.Append(text.Data);
            }
            else if (node is IElement element)
            {
                var isBlock = Markup.Blocks.Contains(element.LocalName);
                if (isBlock)
                {
                    Flush(paragraphs, current);
                }

                if (withCaptions || element.LocalName is not "figcaption")
                {
                    Walk(element, paragraphs, current, withCaptions);
                }

                if (isBlock)
                {
                    Flush(paragraphs, current);
                }
            }
        }
    }

    private static void Flush(List<string> paragraphs, StringBuilder current)
    {
        var text = Characters.Fold(current.ToString());
        current.Clear();
        if (text.Length > 0)
        {
            paragraphs.Add(text);
        }
    }
}

using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Siaran.Intake.Articles;

namespace Siaran.Intake;

/// <summary>What a page holds that may say that it must wait.</summary>
/// <param name="All">Its lines, menus and hidden parts included.</param>
/// <param name="Near">Those next to its headline and the start of its text.</param>
/// <param name="Marks">What is alone in boxes of a line, and what pictures and elements say of themselves.</param>
/// <param name="Times">The times that are given next to the headline.</param>
internal sealed record PageLinesRead(
    IReadOnlyList<string> All,
    IReadOnlyList<string> Near,
    IReadOnlyList<string> Marks,
    IReadOnlyList<string> Times
);

/// <summary>The lines that a page holds, menus and hidden parts included: what a notice may stand in.</summary>
internal sealed class DocumentLines
{
    private const int MostComments = 20;
    private const int LongestComment = 1000;

    /// <summary>When something else came out, as news and shops list it: <c>Rilis: 2024</c>.</summary>
    private static readonly GuardedRegex Year = new(@"^\p{L}{4,12}\W{1,3}(19|20)[0-9]{2}$");

    private readonly List<string> lines = [];
    private readonly StringBuilder current = new();
    private readonly Article? article;
    private readonly LinesNear near;
    private bool isMenu = true;
    private bool isOfOther = true;
    private bool isOfArticle;

    private DocumentLines(Article? article) => (this.article, near) = (article, new LinesNear());

    /// <summary>
    /// The text between block boundaries in order, after the lines of the first comments. Labels that menus and templates have of their own
    /// are left out, and so are times of other news.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="article">Its article where one was found, by which menus and other news are known.</param>
    public static PageLinesRead Read(IHtmlDocument page, Article? article)
    {
        var walk = new DocumentLines(article);
        walk.lines.AddRange(OfComments(page));
        walk.Walk(page.Body!);
        walk.Flush(null);
        return walk.near.Read(walk.lines);
    }

    /// <summary>The lines of the first comments of a page.</summary>
    public static IEnumerable<string> OfComments(IHtmlDocument page) =>
        page.Descendants<IComment>()
            .Take(MostComments)
            .Where(IsWritten)
            .SelectMany(comment => comment.Data.Split('\n', 60))
            .Where(line => !HoldPhrases.IsOfProgramme(line));

    /// <summary>Whether a comment is no data that a page hides in one.</summary>
    private static bool IsWritten(IComment comment) => comment.Data.Length <= LongestComment || comment.Data.TrimStart() is not ['{', ..];

    private void Walk(INode parent)
    {
        INode? before = null;
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                Append(text);
            }
            else if (node is IElement { LocalName: not ("script" or "style" or "template") } element)
            {
                Element(element, before);
            }

            before = node;
        }
    }

    private void Element(IElement element, INode? before)
    {
        var parts = element.LocalName is "br" || Markup.Blocks.Contains(element.LocalName);
        if (parts)
        {
            Flush(element.ParentElement);
        }

        if (element.LocalName is "li" && IsMenuItem(element))
        {
            return;
        }

        current.Append(Markup.IsSecondTime(element, before) ? " " : "");
        near.Enter(element, isOfText: article?.Drops(element) == false);
        Walk(element);
        near.Leave(element);
        if (parts)
        {
            Flush(element);
        }
    }

    private void Append(IText text)
    {
        current.Append(text.Data);
        if (!string.IsNullOrWhiteSpace(text.Data))
        {
            var block = article?.BlockOf(text);
            isMenu &= block is { Furniture: > 0 } or { IsCard: true };
            isOfOther &= block is { IsCard: true };
            isOfArticle |= article?.Drops(text) == false;
            near.Append(text);
        }
    }

    /// <summary>An item that is a link to somewhere else says nothing of its page.</summary>
    private static bool IsMenuItem(IElement item) =>
        item.FirstElementChild is { LocalName: "a", ChildElementCount: 0 } link
        && link.GetAttribute("href") is { Length: > 1 }
        && item.ChildElementCount == 1
        && string.IsNullOrWhiteSpace(string.Concat(item.ChildNodes.OfType<IText>().Select(t => t.Data)));

    private void Flush(IElement? block)
    {
        var text = Characters.Fold(Characters.Clean(current.ToString()).Text);
        current.Clear();
        if (
            text.Length > 0
            && !(isMenu && (HoldPhrases.IsOfProgramme(text) || near.IsOfLinks))
            && !(isOfOther && (StatedDate.In(text) is not null || Year.IsMatch(text)))
        )
        {
            near.Add(text, isOfArticle, block);
            lines.Add(text);
        }

        near.Clear();
        (isMenu, isOfOther, isOfArticle) = (true, true, false);
    }
}

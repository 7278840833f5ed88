using AngleSharp.Dom;

namespace Siaran.Intake;

/// <summary>
/// Finds, while a page is walked, what is next to its headline and the start of its text. Lines that are links alone do not count: a
/// menu of any length may be between a notice and the article.
/// </summary>
internal sealed class LinesNear
{
    private const int MostBefore = 40;
    private const int MostTimesBefore = 6;
    private const int MostBehind = 5;
    private const int MostMarks = 200;
    private const int LongestLine = 160;
    private const int LongestTime = 140;
    private const int LongestBadge = 60;
    private const int LongestKey = 40;
    private const int LongestFirst = 150;

    /// <summary>Of the lines between headline and text: a longer one is of the text.</summary>
    private const int LongestAbove = 80;

    private const int MostWords = 3;

    private static readonly HashSet<string> Unseen = new(
        ["hidden", "checkbox", "radio", "password", "file"],
        StringComparer.OrdinalIgnoreCase
    );

    private readonly List<Line> lines = [];
    private readonly List<(string Text, IElement Parent, bool IsLinked)> pieces = [];
    private readonly List<string> described = [];
    private readonly List<string> times = [];
    private int links;
    private int headline = -1;
    private int start = -1;
    private int firstLong = -1;
    private bool isHeadline;

    /// <summary>Whether the line whose pieces were taken is nothing but links.</summary>
    public bool IsOfLinks => pieces.TrueForAll(piece => piece.IsLinked);

    /// <summary>Goes into an element.</summary>
    /// <param name="element">With all that it says of itself.</param>
    /// <param name="isOfText">Whether the article holds some of it.</param>
    public void Enter(IElement element, bool isOfText)
    {
        links += element.LocalName is "a" && element.HasAttribute("href") ? 1 : 0;
        isHeadline |= element.LocalName is "h1";
        if ((start < 0 || (isOfText && element.LocalName is "img")) && described.Count < MostMarks && MaySay(element))
        {
            described.AddRange(SaidBy(element));
        }

        if (
            element.LocalName is "time"
            && element.GetAttribute("datetime") is { Length: > 0 } given
            && !PageReading.IsOfOther(element)
            && !(element.ParentElement is { } parent && PageReading.IsOfOther(parent))
        )
        {
            times.Add(given);
        }
    }

    /// <summary>Leaves an element.</summary>
    public void Leave(IElement element) => links -= element.LocalName is "a" && element.HasAttribute("href") ? 1 : 0;

    /// <summary>Takes a text that is no white space.</summary>
    public void Append(IText text)
    {
        if (text.ParentElement is not { } parent)
        {
            return;
        }

        if (pieces is [.., var last] && last.Parent == parent)
        {
            pieces[^1] = last with { Text = last.Text + text.Data };
        }
        else
        {
            pieces.Add((text.Data, parent, links > 0));
        }
    }

    /// <summary>Takes a line whose pieces were taken.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="isOfArticle">Whether it is of the article's text.</param>
    /// <param name="block">The element whose line it is.</param>
    public void Add(string text, bool isOfArticle, IElement? block)
    {
        var isHeading = block?.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";
        headline = headline < 0 && isHeadline ? lines.Count : headline;
        start = start < 0 && isOfArticle ? lines.Count : start;
        firstLong = firstLong < 0 && text.Length >= LongestFirst ? lines.Count : firstLong;
        var boxes = isHeading || text.Length > LongestLine ? [] : Boxes(text);
        lines.Add(new Line(text, IsOfLinks, boxes, [.. times]));
        times.Clear();
    }

    /// <summary>Forgets the pieces of a line.</summary>
    public void Clear() => pieces.Clear();

    /// <summary>What was found.</summary>
    /// <param name="all">The page's lines.</param>
    public PageLinesRead Read(IReadOnlyList<string> all)
    {
        var text =
            start >= 0 ? start
            : firstLong >= 0 ? firstLong
            : lines.Count - 1;
        // A headline that is far above the text is one of the site.
        var top = Math.Max(0, headline >= 0 && headline <= text ? headline : text);
        var before = lines.Take(top).Where(line => !line.IsLink).TakeLast(MostBefore).ToList();
        var between = lines.Take(text + 1).Skip(top).Where(line => !line.IsLink).ToList();
        var behind = lines.Skip(text + 1).Take(MostBehind).Where(line => !line.IsLink).ToList();
        var boxed = lines.Take(Math.Min(MostBefore, text + 1)).Concat(before).Concat(between);
        var shown = before.TakeLast(MostTimesBefore).Concat(between.Concat(behind).TakeWhile(line => line.Text.Length < LongestAbove));
        return new PageLinesRead(
            all,
            [.. before.Concat(between).Concat(behind).Select(line => line.Text)],
            [.. boxed.SelectMany(line => line.Boxes), .. described],
            [.. shown.SelectMany(line => line.Times.Concat(line.Boxes.Append(line.Text).Where(IsOfTime)))]
        );
    }

    /// <summary>Whether a line is a date with little else: <c>Humas - 2 Desember 2026 10:00</c>.</summary>
    private static bool IsOfTime(string line) =>
        line.Length <= LongestTime && WrittenMoment.Names(line) && StatedDate.CountOtherWords(line) <= MostWords;

    /// <summary>
    /// What is alone in an element of a line, where no words are next to it but those of other elements, or few; links are sections.
    /// </summary>
    private IEnumerable<string> Boxes(string text)
    {
        if (pieces.Count < 2)
        {
            return [];
        }

        var isApart = text.Length <= LongestBadge || pieces.Exists(piece => piece.Parent.LocalName is "button");
        return isApart || !pieces.Exists(piece => Markup.Blocks.Contains(piece.Parent.LocalName))
            ? [.. pieces.Where(piece => !piece.IsLinked).Select(piece => piece.Text), string.Join(' ', pieces.Select(piece => piece.Text))]
            : [];
    }

    /// <summary>Whether an element has what it may say something of itself in; most have not.</summary>
    private static bool MaySay(IElement element) =>
        element.LocalName is "tr"
        || (
            element.Attributes.Length > 0
            && (
                element.LocalName is "input"
                || element.HasAttribute("alt")
                || element.HasAttribute("title")
                || element.HasAttribute("aria-label")
            )
        );

    private static IEnumerable<string> SaidBy(IElement element)
    {
        string?[] names =
        [
            element.GetAttribute("alt"),
            element.GetAttribute("title"),
            element.GetAttribute("aria-label"),
            element.LocalName is "input" && !IsUnseen(element) ? element.GetAttribute("value") : null,
        ];
        // A single word is the name of a button or of a section.
        foreach (var name in names.OfType<string>().Where(name => name.Trim().Contains(' ', StringComparison.Ordinal) || IsNotice(name)))
        {
            yield return name;
        }

        if (
            element is { LocalName: "tr", ChildElementCount: 2 }
            && element.Children[0].TextContent.Trim(' ', ':', '\n') is { Length: > 1 and <= LongestKey } key
            && element.Children[1].TextContent.Trim() is { Length: > 0 and < LongestFirst } value
        )
        {
            yield return $"{key}: {value}";
        }
    }

    /// <summary>Whether the value of a field is not shown.</summary>
    private static bool IsUnseen(IElement input) => input.GetAttribute("type") is { } type && Unseen.Contains(type);

    private static bool IsNotice(string name) => HoldNames.Find(name).Count > 0;

    /// <summary>A line of the page.</summary>
    private readonly record struct Line(string Text, bool IsLink, IEnumerable<string> Boxes, IReadOnlyList<string> Times);
}

using System.Text;
using UglyToad.PdfPig.Content;

namespace Siaran.Intake.Documents;

/// <summary>
/// What a page does with its letters besides placing them: figures that are raised or lowered, large first letters, lines drawn through
/// words, links over them. In a line's text they are marks, which become elements with its paragraph.
/// </summary>
/// <param name="shapes">Raised figures and large first letters of the page.</param>
/// <param name="strokes">The lines that are drawn on it.</param>
/// <param name="links">The places of it that are links.</param>
internal sealed class PdfMarks(PdfShapes shapes, PdfStrokes strokes, IReadOnlyList<PdfLink> links)
{
    /// <summary>Each link has one of so many characters of private use.</summary>
    public const int MostLinks = 500;

    private const char StruckFrom = '\uE100';
    private const char StruckTo = '\uE101';
    private const char LinkTo = '\uE102';
    private const char FirstLink = '\uE110';
    private const char LastMark = '\uE3FF';

    /// <summary>Whether a letter is no word or part of one by itself.</summary>
    public bool Takes(Letter letter) => shapes.Takes(letter);

    /// <summary>The text of a line with its marks.</summary>
    /// <param name="words">The letters of each word.</param>
    public string Write(IEnumerable<IReadOnlyList<Letter>> words)
    {
        var (text, struck, link) = (new StringBuilder(), false, -1);
        foreach (var word in words)
        {
            var isFirst = true;
            foreach (var letter in word)
            {
                var (isStruck, to) = (strokes.Cross(letter), LinkOf(letter));
                Turn(text, (struck, link), (isStruck, to), isFirst && text.Length > 0);
                (struck, link, isFirst) = (isStruck, to, false);
                text.Append(shapes.Before(letter)).Append(Letters(letter)).Append(shapes.Behind(letter));
            }
        }

        Turn(text, (struck, link), (false, -1), false);
        return text.ToString();
    }

    /// <summary>A text without its marks.</summary>
    public static string Strip(string text) => text.Any(IsMark) ? string.Concat(text.Where(c => !IsMark(c))) : text;

    /// <summary>A text's HTML, with an element for each mark.</summary>
    /// <param name="text">With marks.</param>
    /// <param name="addresses">Of the document's links.</param>
    public static string ToHtml(string text, IReadOnlyList<string> addresses)
    {
        var html = new StringBuilder();
        foreach (var part in Parts(text))
        {
            html.Append(
                part[0] switch
                {
                    StruckFrom => "<s>",
                    StruckTo => "</s>",
                    LinkTo => "</a>",
                    >= FirstLink and <= LastMark when part[0] - FirstLink is var at =>
                        $"<a href=\"{(at < addresses.Count ? InlineHtml.Escaped(addresses[at]) : "")}\">",
                    _ => InlineHtml.Escaped(part),
                }
            );
        }

        return html.ToString();
    }

    private static IEnumerable<string> Parts(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var end = at + 1;
            while (!IsMark(text[at]) && end < text.Length && !IsMark(text[end]))
            {
                end++;
            }

            yield return text[at..end];
            at = end;
        }
    }

    private static bool IsMark(char c) => c is >= StruckFrom and <= LastMark;

    private static string Letters(Letter letter) =>
        Strip(letter.Value is [< '\u0080'] ? letter.Value : letter.Value.Normalize(NormalizationForm.FormKC));

    /// <summary>Ends what ends between two letters, and begins what begins; the space of words is in what goes on.</summary>
    private static void Turn(StringBuilder text, (bool Struck, int Link) from, (bool Struck, int Link) to, bool isSpaced)
    {
        var isSame = from == to;
        if (isSame)
        {
            text.Append(isSpaced ? " " : "");
            return;
        }

        text.Append(from.Struck ? StruckTo.ToString() : "").Append(from.Link >= 0 ? LinkTo.ToString() : "");
        text.Append(isSpaced ? " " : "");
        text.Append(to.Link >= 0 ? ((char)(FirstLink + to.Link)).ToString() : "").Append(to.Struck ? StruckFrom.ToString() : "");
    }

    private int LinkOf(Letter letter)
    {
        var (x, y) = ((letter.StartBaseLine.X + letter.EndBaseLine.X) / 2, letter.StartBaseLine.Y + (letter.PointSize / 4));
        foreach (var link in links)
        {
            if (link.Left <= x && x <= link.Right && link.Bottom <= y && y <= link.Top)
            {
                return link.Number;
            }
        }

        return -1;
    }
}

/// <summary>A place of a page that is a link.</summary>
/// <param name="Number">Of its address among the document's.</param>
/// <param name="Left">In points, as all places.</param>
/// <param name="Bottom">From the page's lower edge.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Top">Its upper edge.</param>
internal readonly record struct PdfLink(int Number, double Left, double Bottom, double Right, double Top);

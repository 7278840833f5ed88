using System.Globalization;
using System.Text.RegularExpressions;

namespace Siaran.Intake.Documents;

/// <summary>
/// Takes page numbers and running heads away: what is at the same place of several pages and differs by nothing but the number of the
/// page. A number of a table, or two lines that differ in their figures, is text wherever it is.
/// </summary>
internal static class PdfEdges
{
    private const int Edge = 3;
    private const double SamePlace = 6;
    private const double Apart = 2;

    private static readonly GuardedRegex Digits = new("[0-9]+");

    /// <summary>A number of a page that says so: <c>Halaman 2 dari 5</c>.</summary>
    private static readonly GuardedRegex NamedNumber = new(
        @"^\W*(hal|halaman|page|hlm)\W*[0-9]{1,3}(\W*(dari|of|/)\W*[0-9]{1,3})?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    /// <summary>A number and nothing else, of a page perhaps: <c>- 2 -</c>, <c>2/5</c>.</summary>
    private static readonly GuardedRegex BareNumber = new(
        @"^\W*(?<number>[0-9]{1,3})(\W*(dari|of|/)\W*[0-9]{1,3})?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    /// <summary>What browsers print above a page: when it was printed, and its title.</summary>
    private static readonly GuardedRegex Printed = new(
        @"^[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4},? [0-9]{1,2}[:.][0-9]{2}( ?[AP]M)?(\s|$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    /// <summary>What browsers print below a page: its address.</summary>
    private static readonly GuardedRegex Address = new(
        @"(^|\s)(https?|file)://\S+(\s+[0-9]{1,3}/[0-9]{1,3})?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    /// <summary>The pages without them.</summary>
    public static IReadOnlyList<PdfPage> Drop(IReadOnlyList<PdfPage> pages, LeftOut leftOut)
    {
        var edges = pages.Select((page, at) => Edges(page).Select(line => new EdgeLine(line, at)).ToList()).ToList();
        var all = edges.SelectMany(lines => lines).ToList();
        var ofPages = Repeated(all).Concat(Numbers(all)).Concat(Isolated(edges)).Where(edge => !IsLetterhead(edge, edges));
        var dropped = ofPages.Concat(edges.SelectMany(ByBrowser)).ToHashSet();
        foreach (var edge in all.Where(dropped.Contains))
        {
            // The title of a printed page may say that it must wait, as any line by itself.
            leftOut.Add(LeftOutPart.PageHeader, Printed.Replace(edge.Line.Text, "") is { Length: > 0 } rest ? rest : edge.Line.Text);
        }

        return
        [
            .. pages.Select(
                (page, at) =>
                    new PdfPage([
                        .. page
                            .Blocks.Select(block => (IReadOnlyList<PdfLine>)[.. block.Where(line => !dropped.Contains(new(line, at)))])
                            .Where(block => block.Count > 0),
                    ])
            ),
        ];
    }

    /// <summary>The same words at the same place of two pages or more, but for the pages' numbers.</summary>
    private static IEnumerable<EdgeLine> Repeated(List<EdgeLine> all)
    {
        foreach (
            var alike in all.GroupBy(edge => Digits.Replace(edge.Line.Text, "#"), StringComparer.Ordinal).Select(group => group.ToList())
        )
        {
            foreach (var edge in alike.Where(edge => alike.Exists(other => other.Page != edge.Page && IsSame(edge, other))))
            {
                yield return edge;
            }
        }
    }

    private static bool IsSame(EdgeLine one, EdgeLine other) =>
        IsAtPlaceOf(one, other)
        && one.Line.Text.Any(char.IsLetter)
        && Digits
            .Matches(one.Line.Text)
            .Zip(Digits.Matches(other.Line.Text))
            .All(pair => pair.First.Value == pair.Second.Value || Number(pair.First) - Number(pair.Second) == one.Page - other.Page);

    /// <summary>Bare numbers that count with the pages.</summary>
    private static IEnumerable<EdgeLine> Numbers(List<EdgeLine> all)
    {
        var numbers = all.Where(edge => NumberOf(edge) is not null).ToList();
        return numbers.Where(edge =>
            numbers.Exists(other =>
                other.Page != edge.Page && IsAtPlaceOf(edge, other) && NumberOf(edge) - NumberOf(other) == edge.Page - other.Page
            )
        );
    }

    /// <summary>The number of a page that is the only one to have one, or the last line of all, apart from the text.</summary>
    private static IEnumerable<EdgeLine> Isolated(List<List<EdgeLine>> edges) =>
        edges
            .SelectMany(lines => lines)
            .Where(edge =>
                NamedNumber.IsMatch(edge.Line.Text)
                || (
                    NumberOf(edge) == edge.Page + 1
                    && edges[edge.Page]
                        .TrueForAll(other => other == edge || Math.Abs(other.Line.Top - edge.Line.Top) > Apart * edge.Line.Size)
                )
            );

    /// <summary>What a browser printed about a page: the time and the title above it, the address and the number below it.</summary>
    private static IEnumerable<EdgeLine> ByBrowser(List<EdgeLine> edges) =>
        edges.Exists(edge => Printed.IsMatch(edge.Line.Text)) && edges.Exists(edge => Address.IsMatch(edge.Line.Text))
            ? edges.Where(edge => Printed.IsMatch(edge.Line.Text) || Address.IsMatch(edge.Line.Text) || NumberOf(edge) == edge.Page + 1)
            : [];

    /// <summary>What heads the first page and has no number may be the letterhead.</summary>
    private static bool IsLetterhead(EdgeLine edge, List<List<EdgeLine>> edges) =>
        edge.Page == 0 && edges[0].Take(Edge).Contains(edge) && !NamedNumber.IsMatch(edge.Line.Text) && NumberOf(edge) is null;

    private static IEnumerable<PdfLine> Edges(PdfPage page)
    {
        var lines = page.Lines.OrderByDescending(line => line.Top).ToList();
        return lines.Take(Edge).Concat(lines.Skip(Math.Max(Edge, lines.Count - Edge)));
    }

    private static bool IsAtPlaceOf(EdgeLine one, EdgeLine other) => Math.Abs(one.Line.Top - other.Line.Top) <= SamePlace;

    private static int? NumberOf(EdgeLine edge) =>
        BareNumber.Match(edge.Line.Text) is { Success: true } match
            ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    private static int Number(Match digits) =>
        digits.Length <= 3 ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : int.MinValue;

    /// <param name="Line">One of the first or last of a page.</param>
    /// <param name="Page">Which, from 0.</param>
    private sealed record EdgeLine(PdfLine Line, int Page);
}

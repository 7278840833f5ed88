using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>Tells what belongs to the printed pages of a text and not to the text: their numbers, and the heads and feet of each.</summary>
internal sealed class PrintedPages
{
    private const int LongestHead = 120;
    private const int ShortestProse = 40;

    private const string Number =
        "((halaman|lembar|page|hal\\.?|hlm\\.?|pg?\\.)\\s*\\|?\\s*)?[0-9]{1,3}(\\s*(/|dari|of)\\s*[0-9]{1,3})?(\\s*\\|?\\s*(halaman|page))?";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly GuardedRegex PageNumber = new($@"^[-–—~.…\s\[(|]*{Number}[-–—~.\s\])|]*$", Options);

    /// <summary>What says below a page that the text goes on on the next.</summary>
    private static readonly GuardedRegex Continued = new(
        @"^\W*(bersambung( ke (halaman|hal\.?) ?[0-9]{1,3})?|lanjutan( dari (halaman|hal\.?) ?[0-9]{1,3})?|more|continued( (on|from) page [0-9]{1,3})?)\W*$",
        Options
    );

    /// <summary>The label, whose it is, and a number behind a dash.</summary>
    private static readonly GuardedRegex DashedHead = new(@"^(?<head>.*\S)\s+[-–—]\s+[0-9]{1,3}\s*$", Options);

    /// <summary>A running head with the page's number in the same line.</summary>
    private static readonly GuardedRegex HeadWithNumber = new(
        @"\b(halaman|page|hal\.?|hlm\.?)\s*[0-9]{1,3}(\s*(/|dari|of)\s*[0-9]{1,3})?\W*$",
        Options
    );

    /// <summary>As above, where a drawn line parts the number from the rest, so that it is no sentence.</summary>
    private static readonly GuardedRegex BarredHead = new(
        @"\|\s*(halaman|page|hal\.?|hlm\.?)\s*[0-9]{1,3}(\s*(/|dari|of)\s*[0-9]{1,3})?\s*$",
        Options
    );

    /// <summary>A number at the edge of a line, far from the rest.</summary>
    private static readonly GuardedRegex NumberAtEdge = new(
        @"^\s*([0-9]{1,3}(\t|\s{3,}|\s*\|\s*)(?<head>\S.*)|(?<head>\S.*?)(\t|\s{3,}|\s*\|\s*)[0-9]{1,3}\s*)$",
        Options
    );

    private static readonly GuardedRegex Digits = new("[0-9]+");

    private static readonly GuardedRegex Gap = new(@"\S(\t|\s{3,})\S");

    private readonly IReadOnlyList<IReadOnlyList<string>> groups;
    private readonly HashSet<string> repeated;
    private readonly HashSet<IReadOnlyList<string>> heads;

    /// <param name="groups">The text's lines as written, none empty, grouped by empty lines and by <c>Split</c>.</param>
    public PrintedPages(IReadOnlyList<IReadOnlyList<string>> groups)
    {
        this.groups = groups;
        var alone = groups.Where(g => g.Count == 1 && g[0].Length <= LongestHead).ToList();
        repeated = Repeated(alone.Select(g => g[0]));
        heads = alone
            .Where(g => HeadWithNumber.IsMatch(g[0]))
            .GroupBy(g => Digits.Replace(Characters.Fold(g[0]), "#"), StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .SelectMany(g => g)
            .ToHashSet();
    }

    /// <summary>Whether a group is a page's number within the text, or its head or foot.</summary>
    public bool Have(int at) =>
        heads.Contains(groups[at])
        || (
            at > 0
            && groups[at] is [var line]
            && (
                (at + 1 < groups.Count && Continued.IsMatch(line))
                || (PageNumber.IsMatch(line) && SignOff.LengthIn(line.Trim()) == 0)
                || (line.Length <= LongestHead && (IsHeadAlone(line) || ((IsNumber(at - 1) || IsNumber(at + 1)) && IsHead(line))))
            )
        );

    /// <summary>The same groups, where lines of pages that no empty line parts from the text are groups of their own.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Split(IReadOnlyList<IReadOnlyList<string>> groups)
    {
        var lines = groups.SelectMany(group => group).ToList();
        var numbers = lines.Where(line => PageNumber.IsMatch(line)).Select(FirstNumber).ToList();
        // The cells of a table that was pasted a line each are numbers too, but no row of pages.
        if ((numbers.Count == 0 && !lines.Exists(IsHeadAlone)) || numbers.Zip(numbers.Skip(1)).Any(pair => pair.Second <= pair.First))
        {
            return groups;
        }

        var repeated = Repeated(lines.Where(line => line.Length <= LongestHead));
        return [.. groups.SelectMany(group => group.Count == 1 ? [group] : Split(group, repeated))];
    }

    private static List<IReadOnlyList<string>> Split(IReadOnlyList<string> group, HashSet<string> repeated)
    {
        var (parts, part) = (new List<IReadOnlyList<string>>(), new List<string>());
        var isOfPage = Enumerable.Range(0, group.Count).Select(at => IsNumberWithin(group, at, repeated)).ToArray();
        for (var at = 0; at < group.Count; at++)
        {
            var isHead =
                repeated.Contains(Characters.Fold(group[at]))
                && ((at > 0 && isOfPage[at - 1]) || (at + 1 < group.Count && isOfPage[at + 1]));
            if (!isOfPage[at] && !isHead)
            {
                part.Add(group[at]);
                continue;
            }

            if (part.Count > 0)
            {
                parts.Add(part);
            }

            parts.Add([group[at]]);
            part = [];
        }

        return part.Count > 0 ? [.. parts, part] : parts;
    }

    /// <summary>A page's number, or a foot with one, between lines that are prose or heads of pages.</summary>
    private static bool IsNumberWithin(IReadOnlyList<string> group, int at, HashSet<string> repeated)
    {
        return (PageNumber.IsMatch(group[at]) && SignOff.LengthIn(group[at].Trim()) == 0 || IsHeadAlone(group[at]))
            && (at == 0 || IsOfText(group[at - 1]))
            && (at + 1 == group.Count || IsOfText(group[at + 1]));

        bool IsOfText(string line) => line.Length >= ShortestProse || repeated.Contains(Characters.Fold(line));
    }

    private static int FirstNumber(string line) =>
        int.Parse(Digits.Match(line).Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);

    private static HashSet<string> Repeated(IEnumerable<string> lines) =>
        lines
            .GroupBy(Characters.Fold, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .ToHashSet(StringComparer.Ordinal);

    private bool IsHead(string line) => Gap.IsMatch(line.Trim()) || repeated.Contains(Characters.Fold(line));

    /// <summary>A head or foot by itself: with a number far from the label of the release, or with the word for a page.</summary>
    private static bool IsHeadAlone(string line) =>
        line.Length <= LongestHead
        && (
            BarredHead.IsMatch(line)
            || (
                DashedHead.Match(line) is { Success: true } dashed
                && Labels.Leading(Characters.Fold(dashed.Groups["head"].Value)) is { } parted
                && AgencyNames.IsAgency(parted.Remainder)
            )
            || (
                NumberAtEdge.Match(line) is { Success: true } edge
                && (Labels.Whole(edge.Groups["head"].Value) ?? Labels.Leading(Characters.Fold(edge.Groups["head"].Value))?.Label)
                    is not null
            )
        );

    private bool IsNumber(int at) => at > 0 && at < groups.Count && groups[at] is [var line] && PageNumber.IsMatch(line);
}

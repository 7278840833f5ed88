using System.Globalization;
using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>Items of a list as people type them: <c>a.</c>, <c>1)</c>, <c>(2)</c>, <c>iii.</c>, <c>•</c>.</summary>
/// <param name="Type">As HTML's <c>type</c>: 1, a, A, i or I; null for a bullet.</param>
/// <param name="Start">The number of the first.</param>
/// <param name="Items">Their texts without marks.</param>
internal sealed record WrittenList(char? Type, int Start, IReadOnlyList<string> Items)
{
    private const int LeastItems = 2;
    private const int MostRoman = 39;

    private static readonly GuardedRegex Marked = new(
        @"^\s{0,3}(?<open>\()?(?<mark>[0-9]{1,3}|[A-Za-z]|[ivx]{2,6}|[IVX]{2,6})(?<close>[.)])\s+(?<text>\S.*)$"
            // Without a space behind the mark or with one before it, and the keys of a telephone (U+20E3).
            + @"|^\s{0,3}(?<mark>[0-9]{1,3})( ?(?<close>[.)])\s*(?<text>\p{L}.*)|\uFE0F?(?<close>\u20E3)\uFE0F?\s*(?<text>\S.*))$|^\s{0,3}(?<mark>[\u2460-\u2473])\s*(?<text>\S.*)$",
        RegexOptions.ExplicitCapture
    );

    // Word's marks of other fonts (Wingdings, Symbol) are copied as private characters, and its second level as the letter o.
    private static readonly GuardedRegex Bullet = new(
        @"^\s{0,3}((?<mark>[-–—•·▪●◦‣⁃∙■□◆◇❖➢➤►▶▸✓✔☑✅★☆→o*+\uF000-\uF0FF]\uFE0F?|(?<sign>[\uD83C-\uD83E][\uDC00-\uDFFF]))\s+(?<text>\S.*)|(?<mark>[•▪●◦‣■◆❖➢➤►✓✔☑✅])\uFE0F?(?<text>\w.*)|(?<mark>[-–])(?<text>\p{L}.*))$"
    );

    private static readonly char[] Types = ['i', 'I', 'a', 'A', '1'];

    /// <summary>What its element says besides its name, as HTML: nothing where that goes without saying.</summary>
    public string Attributes =>
        (Type is null or '1' ? "" : $" type=\"{Type}\"")
        + (Start == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" start=\"{Start}\""));

    /// <summary>The longest list that begins with a line; null where none of two items does: one mark alone may be a name's.</summary>
    /// <param name="lines">Each an item, or not.</param>
    /// <param name="at">Where it would begin.</param>
    /// <param name="bullets">Whether bullets make one too.</param>
    public static WrittenList? At(IReadOnlyList<string> lines, int at, bool bullets)
    {
        if (bullets && Bullet.IsMatch(lines[at]))
        {
            // Other signs than bullets are marks of a list where each of its items has the same.
            var sign = Bullet.Match(lines[at]).Groups["sign"].Value;
            var items = lines
                .Skip(at)
                .Select(line => Bullet.Match(line))
                .TakeWhile(match => match.Success && match.Groups["sign"].Value == sign);
            return Of(null, 1, [.. items.Select(match => match.Groups["text"].Value)]);
        }

        return Marked.Match(lines[at]) is { Success: true } first
            ? Types.Select(type => Sequence(lines, at, first, type)).OfType<WrittenList>().MaxBy(list => list.Items.Count)
            : null;
    }

    private static WrittenList? Sequence(IReadOnlyList<string> lines, int at, Match first, char type)
    {
        var (start, items) = (IsOf(type, first) ? ValueOf(type, first.Groups["mark"].Value) : 0, new List<string>());
        for (var match = first; start > 0 && match.Success && IsOf(type, match) && IsAlike(match, first); match = Marked.Match(lines[at]))
        {
            if (ValueOf(type, match.Groups["mark"].Value) != start + items.Count)
            {
                break;
            }

            items.Add(match.Groups["text"].Value);
            if (++at >= lines.Count)
            {
                break;
            }
        }

        return Of(type, start, items);
    }

    private static WrittenList? Of(char? type, int start, List<string> items) => items.Count >= LeastItems ? new(type, start, items) : null;

    private static bool IsAlike(Match one, Match other) =>
        one.Groups["open"].Success == other.Groups["open"].Success && one.Groups["close"].Value == other.Groups["close"].Value;

    private static bool IsOf(char type, Match match)
    {
        var first = match.Groups["mark"].Value[0];
        return type is '1' ? char.IsAsciiDigit(first) || IsCircled(first)
            : char.IsAsciiLetterLower(type) ? char.IsAsciiLetterLower(first)
            : char.IsAsciiLetterUpper(first);
    }

    private static int ValueOf(char type, string mark) =>
        type switch
        {
            'i' or 'I' => Roman(mark),
            'a' or 'A' => Letter(mark),
            _ => Number(mark),
        };

    private static bool IsCircled(char mark) => mark is >= '\u2460' and <= '\u2473';

    private static int Number(string mark) =>
        IsCircled(mark[0]) ? mark[0] - '\u2460' + 1 : int.Parse(mark, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Letter(string mark) => mark.Length == 1 ? char.ToLowerInvariant(mark[0]) - 'a' + 1 : 0;

    private static int Roman(string mark)
    {
        for (var value = 1; value <= MostRoman; value++)
        {
            if (Written(value).Equals(mark, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return 0;
    }

    private static string Written(int value) =>
        new string('x', value / 10)
        + (value % 10) switch
        {
            4 => "iv",
            9 => "ix",
            >= 5 and var five => "v" + new string('i', five - 5),
            var few => new string('i', few),
        };
}

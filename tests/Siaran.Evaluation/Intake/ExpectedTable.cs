using System.Globalization;
using System.Text.RegularExpressions;

namespace Siaran.Evaluation.Intake;

/// <summary>Reads a table of <c>file | kind | what it should give</c> in words, as far as these say it in the usual forms.</summary>
internal static partial class ExpectedTable
{
    private static readonly string[] Numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    public static IReadOnlyList<GoldDocument> Read(IEnumerable<string> lines) =>
        [
            .. lines
                .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
                .Where(cells => cells.Length >= 5 && Path.HasExtension(cells[1]) && !cells[1].EndsWith(".sh", StringComparison.Ordinal))
                .Select(cells => Read(cells[1], cells[2], string.Join('|', cells[3..^1]))),
        ];

    private static GoldDocument Read(string file, string kind, string words)
    {
        var today = Today().Replace(words, "");
        return new()
        {
            File = file,
            Kind = kind,
            Headline = Text(Headline(), today),
            Label = Text(Label(), today),
            Agency = Text(Agency(), today),
            Place = Text(Place(), today),
            Outlet = Text(Outlet(), today),
            Language = Text(Language(), today),
            Paragraphs = Text(Paragraphs(), today) is { } count
                ? Number(count) + (today.Contains("and the heading", StringComparison.Ordinal) ? 1 : 0)
                : null,
            SignedOff = today.Contains("signed off", StringComparison.Ordinal) ? true : null,
            EventDate = Text(EventDate(), today) is { } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null,
            Date = Text(Moment(), today) is { } at
                ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                : null,
            Must = Text(Begins(), today) is { } start ? [start] : [],
            MustNot = [.. Absent().Matches(today).Select(m => m.Groups["text"].Value)],
            Outcome =
                Refused().IsMatch(today) ? "rejected"
                : Held().IsMatch(today) ? "rejected|doubtful|later"
                : "accepted",
        };
    }

    private static string? Text(Regex pattern, string words) =>
        pattern.Match(words) is { Success: true } match ? match.Groups["text"].Value.Trim() : null;

    private static int Number(string word) => char.IsAsciiDigit(word[0]) ? word[0] - '0' : Array.IndexOf(Numbers, word.ToLowerInvariant());

    [GeneratedRegex(@"[(;][^();]*\b(now|today)\b[^();]*\)?")]
    private static partial Regex Today();

    [GeneratedRegex("headline \"(?<text>[^\"]+)\"")]
    private static partial Regex Headline();

    [GeneratedRegex(@"label (?<text>[A-Z]\w+( [A-Z]\w+)*)")]
    private static partial Regex Label();

    [GeneratedRegex(@"agency (?<text>[^,;(|]+)")]
    private static partial Regex Agency();

    [GeneratedRegex(@"\bplace (?<text>[A-Z][^,;()|]*?)( is read)?([,;()|]|$)")]
    private static partial Regex Place();

    [GeneratedRegex(@"outlet (?<text>[A-Z]+)")]
    private static partial Regex Outlet();

    [GeneratedRegex(@"language (?<text>[a-z]{2})\b")]
    private static partial Regex Language();

    [GeneratedRegex(@"\b(?<text>[0-9]|one|two|three|four|five|six) paragraphs?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Paragraphs();

    [GeneratedRegex(@"event date (?<text>\d{4}-\d\d-\d\d)")]
    private static partial Regex EventDate();

    [GeneratedRegex(@"publishAt (?<text>\d{4}-\d\d-\d\d \d\d:\d\d) UTC")]
    private static partial Regex Moment();

    [GeneratedRegex("body begins \"(?<text>[^\"]+)\"")]
    private static partial Regex Begins();

    [GeneratedRegex("(\\bno|or|, no) \"(?<text>[^\"]+)\"")]
    private static partial Regex Absent();

    [GeneratedRegex(@"^refused \(un|refused \(unsupported|unsupported-format|application/rss")]
    private static partial Regex Refused();

    [GeneratedRegex(@"refused|never public|not public|too long")]
    private static partial Regex Held();
}

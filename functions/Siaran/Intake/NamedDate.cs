using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>Lines of pages that say who wrote a text and when, between marks: <c>Rina Sari - 24 November 2026 - 10:41 WITA</c>.</summary>
internal static class NamedDate
{
    private const int Longest = 120;
    private const int MostWords = 5;

    private static readonly string[] Marks = [" - ", " – ", " — ", "|", "•", "·", " / "];

    private static readonly GuardedRegex Clock = new(
        @"(^|[\s,])(?<clock>(pukul |jam )?[0-9]{1,2}[.:][0-9]{2}([.:][0-9]{2})?( ?(wib|wita|wit|am|pm))?)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    private static readonly GuardedRegex InFigures = new(
        @"^(\p{L}{3,9},? )?[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}([ ,|]{1,3}(pukul |jam )?[0-9]{1,2}[.:][0-9]{2}([.:][0-9]{2})?( ?(wib|wita|wit))?)?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    /// <summary>Whether a line is a date in figures, a time behind it or not, or a day and a month alone.</summary>
    public static bool IsBare(string line) =>
        line.Length <= Longest
        && (
            InFigures.IsMatch(line)
            || (
                line.Split(' ') is [{ Length: <= 2 } day, var month]
                && day.All(char.IsAsciiDigit)
                && WrittenDate.IsMonth(month.TrimEnd('.'))
            )
        );

    /// <summary>Whether a line is a name, a date and a time of day, with marks between them.</summary>
    public static bool Is(string line)
    {
        if (line.Length > Longest)
        {
            return false;
        }

        var parts = Array.ConvertAll(line.Split(Marks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), Bare);
        // A place and a date without a time are a dateline.
        return parts.Length > 1
            && parts.Any(IsDate)
            && Array.Exists(parts, part => Clock.IsMatch(part))
            && parts.All(part => IsDate(part) || Clock.Match(part).Length == part.Length || IsName(part));
    }

    /// <summary>A part without a picture of what it is: of a calendar, a clock, a person.</summary>
    private static string Bare(string part) => string.Concat(part.SkipWhile(c => !char.IsLetterOrDigit(c)));

    private static bool IsDate(string part) =>
        WrittenDate.First(Clock.Match(part) is { Success: true } clock ? part[..clock.Groups["clock"].Index] : part) is not null;

    private static bool IsName(string part) =>
        part.Split(' ') is { Length: <= MostWords } words
        && words.All(word => word.Length > 0 && char.IsUpper(word[0]))
        && part.All(c => char.IsLetter(c) || c is ' ' or '.' or '\'');
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>Dates as people write them: ISO 8601, and words in the languages that releases come in with Latin letters.</summary>
internal static class WrittenDate
{
    private const string Months =
        "januari|januari|january|jan|februari|pebruari|february|feb|maret|march|mar|april|apr|mei|may|juni|june|jun|juli|july|jul|agustus|august|agu|agt|aug|september|sept|sep|oktober|october|okt|oct|november|nopember|nov|desember|december|des|dec|"
        + "mac|ogos|disember|julai|jänner|januar|februar|märz|mai|juni|juli|oktober|dezember|januari|februari|maart|augustus|"
        + "janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|"
        + "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
        + "janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro";

    private const string Weekdays =
        "senin|selasa|rabu|kamis|jumat|jum'at|jum’at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
        + "isnin|khamis|jumaat|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|"
        + "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
        + "lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira";

    private const string Day = "(?<d>[0-9]{1,2})(st|nd|rd|th|er|\\.)?";

    private const string ShortDays = "mon|tue|wed|thu|fri|sat|sun|sen|sel|rab|kam|jum|sab|min";

    private const string Time =
        @"(([\s,|T-]|pukul|pkl\.?|jam|at){1,6}(?<h>[0-9]{1,2})[:.](?<m>[0-9]{2})([:.](?<s>[0-9]{2})([.,][0-9]{1,9})?)?\s*(?<p>[ap]\.?m\.?)?\s*(?<z>z|[+-][0-9]{2}:?[0-9]{2}|wib|wita|wit|utc|gmt)?)?";

    // Not guarded: most lines are searched for dates, which automata do in a fraction of the time.
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    // Few automata, for each keeps megabytes of what it worked out about characters.
    private static readonly Regex[] Whole =
    [
        new(
            $@"^(?<y>[0-9]{{4}})[-/](?<mo>[0-9]{{1,2}})[-/](?<d>[0-9]{{1,2}}){Time}$|"
                // With points the day is first everywhere.
                + $@"^(?<d>[0-9]{{1,2}})\.(?<mo>[0-9]{{1,2}})\.(?<y>(19|20)[0-9]{{2}}){Time}$|"
                + @"^(?<y>(19|20)[0-9]{2})(?<mo>[0-9]{2})(?<d>[0-9]{2})(T?(?<h>[0-9]{2})(?<m>[0-9]{2})(?<s>[0-9]{2})(?<z>z|[+-][0-9]{2}:?[0-9]{2})?)?$|"
                + $@"^({ShortDays})\s+(?<mo>{Months})\s+(?<d>[0-9]{{1,2}})\s+(?<y>[0-9]{{4}})\s+(?<h>[0-9]{{2}}):(?<m>[0-9]{{2}}):(?<s>[0-9]{{2}})\s+GMT(?<z>[+-][0-9]{{4}})(\s+\([^()]{{1,30}}\))?$",
            Options
        ),
        new(
            $@"^(({Weekdays}|{ShortDays})\.?,?\s+)?((le|den|am|el)\s+)?{Day}\s+(de\s+)?(?<mo>{Months})\.?,?\s+(de\s+)?(?<y>[0-9]{{4}}){Time}$|"
                + $@"^(({Weekdays}),?\s+)?(?<mo>{Months})\.?\s+(?<d>[0-9]{{1,2}}),?\s+(?<y>[0-9]{{4}}){Time}$",
            Options
        ),
    ];

    /// <summary>Where among those below the day is in figures before the month.</summary>
    private const int DayFirst = 2;

    // Of a range (11–13 November 2024) the first day counts.
    private static readonly Regex[] Within =
    [
        new(
            $@"\b{Day}(\s*(-|–|—|s\.?d\.?|s/d|hingga|sampai|dan|to|and)\s*[0-9]{{1,2}}\.?)?\s+(de\s+)?(?<mo>{Months})\.?,?\s+(de\s+)?(?<y>[0-9]{{4}})\b",
            Options
        ),
        new($@"\b(?<mo>{Months})\.?\s+(?<d>[0-9]{{1,2}}),?\s+(?<y>[0-9]{{4}})\b", Options),
        // Day first: 03/04/2024 is 3 April.
        new(@"\b(?<d>[0-9]{1,2})[/-](?<mo>[0-9]{1,2})[/-](?<y>[0-9]{4})\b", Options),
        new(@"\b(?<y>[0-9]{4})-(?<mo>[0-9]{2})-(?<d>[0-9]{2})\b", Options),
    ];

    /// <summary>
    /// Reads a whole text as a moment; without a zone it is of <paramref name="zone"/>, without a time it is the day's first moment. UTC.
    /// </summary>
    public static bool TryRead(string text, TimeZoneInfo zone, out DateTimeOffset moment)
    {
        moment = default;
        text = text.Trim();
        if (text.Length > 80 || Match(Whole, text) is not { } match || Date(match) is not { } date)
        {
            return false;
        }

        var hasTime = match.Groups["h"].Success;
        var (h, m, s) = hasTime ? (Number(match, "h"), Number(match, "m"), match.Groups["s"].Success ? Number(match, "s") : 0) : (0, 0, 0);
        if (match.Groups["p"].Value is { Length: > 0 } half)
        {
            if (HourOf(h, half) is not { } hour)
            {
                return false;
            }

            h = hour;
        }

        if (h > 23 || m > 59 || s > 59)
        {
            return false;
        }

        var local = date.ToDateTime(new TimeOnly(h, m, s));
        if (Offset(match.Groups["z"].Value, local, zone) is not { } offset)
        {
            return false;
        }

        moment = new DateTimeOffset(local, offset).ToUniversalTime();
        return true;
    }

    /// <summary>The hour from 0 to 23 of one before or after noon; null where the clock of twelve hours has none such.</summary>
    /// <param name="hour">From 1 to 12.</param>
    /// <param name="half">Begins with a or p.</param>
    public static int? HourOf(int hour, string half) =>
        hour is < 1 or > 12 ? null : (hour % 12) + (char.ToLowerInvariant(half[0]) is 'p' ? 12 : 0);

    /// <summary>Reads seconds or milliseconds since 1970, of the years from 2001 on.</summary>
    public static bool TryReadUnix(string text, out DateTimeOffset moment)
    {
        moment = default;
        if (
            text.Length is not (10 or 13)
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || text[0] == '0'
        )
        {
            return false;
        }

        moment = text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(count) : DateTimeOffset.FromUnixTimeMilliseconds(count);
        return true;
    }

    /// <summary>Whether the whole text is a date.</summary>
    public static bool IsDate(string text) =>
        TryRead(text, TimeZoneInfo.Utc, out _) || (text.Length <= 40 && Match(Within, text) is { } found && Date(found) is not null);

    /// <summary>The first full date in a text.</summary>
    public static DateOnly? First(string text)
    {
        (int At, DateOnly Date)? first = null;
        foreach (var pattern in Within)
        {
            foreach (var match in pattern.EnumerateMatches(text))
            {
                if (first is { } known && match.Index >= known.At)
                {
                    break;
                }

                if (Date(pattern.Match(text, match.Index, match.Length)) is { } date)
                {
                    first = (match.Index, date);
                    break;
                }
            }
        }

        return first?.Date;
    }

    /// <summary>Every full date in a text.</summary>
    public static IReadOnlyList<DateOnly> All(string text) =>
        [.. Within.SelectMany(p => p.Matches(text)).Select(Date).Where(d => d is not null).Select(d => d!.Value)];

    /// <summary>
    /// Every full date in a text, and those that it names where its figures are read with the month first: of <c>12/02/2026</c> 12 February
    /// and 2 December.
    /// </summary>
    public static IReadOnlyList<DateOnly> AllReadings(string text) =>
        [.. All(text), .. Within[DayFirst].Matches(text).Select(MonthFirst).Where(d => d is not null).Select(d => d!.Value)];

    private static DateOnly? MonthFirst(Match match)
    {
        var (year, month, day) = (Number(match, "y"), Number(match, "d"), Number(match, "mo"));
        return year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? null
            : new(year, month, day);
    }

    public static bool IsWeekday(string word) =>
        ("|" + Weekdays + "|").Contains("|" + word.ToLowerInvariant() + "|", StringComparison.Ordinal);

    public static bool IsMonth(string word) => ("|" + Months + "|").Contains("|" + word.ToLowerInvariant() + "|", StringComparison.Ordinal);

    private static Match? Match(Regex[] patterns, string text) => patterns.Select(p => p.Match(text)).FirstOrDefault(m => m.Success);

    private static DateOnly? Date(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        var (year, month, day) = (Number(match, "y"), Month(match.Groups["mo"].Value), Number(match, "d"));
        if (month > 12 && match.Groups["d"].Index < match.Groups["mo"].Index)
        {
            // 11/18/2024 has no other reading than that with the month first.
            (month, day) = (day, month);
        }

        return year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? null
            : new(year, month, day);
    }

    // The first three letters tell the month in all these languages but for juin and juillet. The
    // patterns let nothing but months through, so what is left is December.
    private static int Month(string text) =>
        char.IsAsciiDigit(text[0])
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : text[..3].ToLowerInvariant() switch
            {
                "jan" or "jän" or "ene" => 1,
                "feb" or "peb" or "fév" or "fev" => 2,
                "mar" or "mär" or "maa" or "mac" => 3,
                "apr" or "avr" or "abr" => 4,
                "mei" or "may" or "mai" => 5,
                "jun" => 6,
                "jui" when text.StartsWith("juin", StringComparison.OrdinalIgnoreCase) => 6,
                "jul" or "jui" => 7,
                "agu" or "agt" or "aug" or "ago" or "ogo" or "aoû" => 8,
                "sep" or "set" => 9,
                "okt" or "oct" or "out" => 10,
                "nov" or "nop" => 11,
                _ => 12,
            };

    private static TimeSpan? Offset(string text, DateTime local, TimeZoneInfo zone)
    {
        switch (text.ToUpperInvariant())
        {
            case "":
                return zone.GetUtcOffset(local);
            case "Z" or "UTC" or "GMT":
                return TimeSpan.Zero;
            case "WIB":
                return TimeSpan.FromHours(7);
            case "WITA":
                return TimeSpan.FromHours(8);
            case "WIT":
                return TimeSpan.FromHours(9);
            default:
                var digits = text.Replace(":", "", StringComparison.Ordinal);
                var offset = new TimeSpan(
                    int.Parse(digits[1..3], CultureInfo.InvariantCulture),
                    int.Parse(digits[3..5], CultureInfo.InvariantCulture),
                    0
                );
                return offset > TimeSpan.FromHours(14) ? null
                    : digits[0] == '-' ? -offset
                    : offset;
        }
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
}

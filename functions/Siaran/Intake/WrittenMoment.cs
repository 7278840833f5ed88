using System.Globalization;
using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>The moment that a notice names among other words: <c>sampai 1 Desember 2029 pukul 10.00 WITA</c>.</summary>
internal static class WrittenMoment
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>A zone behind a time, in brackets or not: <c>WITA</c>, <c>+08:00</c>, <c>UTC-5</c>.</summary>
    private const string Zone = @",?\s*\(?(?<z>z\b|[+-][0-9]{2}:?[0-9]{2}\b|(utc|gmt)\s?[+-]\s?[0-9]{1,2}(:?[0-9]{2})?\b|[a-z]{3,5}\b)?";

    /// <summary>What says which half of the day is meant.</summary>
    private const string Half =
        @"(?<p>[ap]\.?\s?m\b\.?|(pagi|siang|sore|petang|malam|subuh|dini hari|noon|in the (morning|afternoon|evening)|at night)\b)?";

    private static readonly GuardedRegex Time = new(
        @"\b(pukul|pkl\.?|jam|at|um)?\s*(?<h>[0-9]{1,2})[.:h](?<m>[0-9]{2})\b([.:][0-9]{2}\b)?\s*"
            + Half
            + Zone
            + @"|\b(pukul|pkl\.?|jam|at|um)\s*(?<h>[0-9]{1,2})\b\s*(uhr\b\s*)?"
            + Half
            + Zone
            + @"|\b(?<h>[0-9]{1,2})\s*(?<p>[ap]\.?\s?m\b\.?)"
            + Zone
            + @"|\b(?<h>[0-9]{1,2})\s*(?<p>(pagi|siang|sore|petang|malam|subuh|dini hari|noon)\b)"
            + Zone
            + @"|\b(?<h>[0-2][0-9])(?<m>[0-5][0-9])\s?(hrs?|hours)\b"
            + Zone
            + @"|\b(?<h>[0-9]{1,2})\s(?<z>wib|wita|wit|utc|gmt|sgt|myt)\b",
        Options
    );

    /// <summary>Words for a time of which nobody can say at what hour it begins.</summary>
    private static readonly GuardedRegex Vague = new(
        @"\b(pagi|siang|sore|petang|malam|subuh|dini hari|noon|midnight|morning|afternoon|evening|night|tengah hari)\b",
        Options
    );

    private static readonly (GuardedRegex Written, string Sought)[] Dots =
    [
        (new(@"\b([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})\b"), "$1/$2/$3"),
        (new(@"\b([0-9]{1,2})(st|nd|rd|th)\b", RegexOptions.IgnoreCase), "$1"),
        (new(@"\b((19|20)[0-9]{2})([0-9]{1,2}[:.][0-9]{2})\b"), "$1 $3"),
        (new(@"([0-9])([ap]\.?m\b)", RegexOptions.IgnoreCase), "$1 $2"),
        (new("([0-9])T([0-9]{2}:)"), "$1 $2"),
        (new(@"([:.][0-9]{2})Z\b"), "$1 Z"),
    ];

    /// <summary>Times as dates of a day in figures, which no time of day is to be read in.</summary>
    private static readonly GuardedRegex Figures = new(
        @"\b([0-9]{1,4}\.[0-9]{1,2}\.[0-9]{2,4}|[0-9]{1,4}/[0-9]{1,2}/[0-9]{2,4}|[0-9]{1,4}-[0-9]{1,2}-[0-9]{2,4})\b"
    );

    private const int MostOffset = 14 * 60;

    private static readonly char[] Signs = ['+', '-'];

    private static readonly Dictionary<string, double> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["wib"] = 7,
        ["wita"] = 8,
        ["wit"] = 9,
        ["utc"] = 0,
        ["gmt"] = 0,
        ["z"] = 0,
        ["sgt"] = 8,
        ["myt"] = 8,
        ["jst"] = 9,
    };

    /// <summary>Whether a full date is in the text.</summary>
    public static bool Names(string text) => WrittenDate.First(Dotted(text)) is not null;

    /// <summary>The latest full date in the text, or null.</summary>
    public static DateOnly? LastDay(string text) => WrittenDate.AllReadings(Dotted(text)) is { Count: > 0 } days ? days.Max() : null;

    /// <summary>
    /// The moment in UTC, the day's first where no time is named; null where there is no date, or more than one, or a time or zone that
    /// cannot be read for certain.
    /// </summary>
    public static DateTimeOffset? Of(string text, TimeZoneInfo zone) => Of(text, zone, WrittenDate.All);

    /// <summary>The same, with the later of the two readings of a day and a month in figures: of <c>12/02/2026</c> 2 December.</summary>
    public static DateTimeOffset? Latest(string text, TimeZoneInfo zone) => Of(text, zone, WrittenDate.AllReadings);

    private static DateTimeOffset? Of(string text, TimeZoneInfo zone, Func<string, IReadOnlyList<DateOnly>> datesIn)
    {
        var dotted = Dotted(text);
        var dates = datesIn(dotted);
        if (dates.Count == 0)
        {
            return null;
        }

        var bare = Figures.Replace(dotted, " ; ");
        var times = Time.Matches(bare).ToList();
        var day = dates.Max().ToDateTime(TimeOnly.MinValue);
        if (times.Count == 0)
        {
            return Vague.IsMatch(bare) ? null : new DateTimeOffset(day, zone.GetUtcOffset(day)).ToUniversalTime();
        }

        var moments = times.Select(t => At(day, t, zone)).ToList();
        return moments.Contains(null) ? null : moments.Max();
    }

    private static DateTimeOffset? At(DateTime day, Match time, TimeZoneInfo zone)
    {
        var (hour, minute) = (Number(time.Groups["h"].Value), time.Groups["m"].Success ? Number(time.Groups["m"].Value) : 0);
        if (time.Groups["p"].Value is { Length: > 0 } half)
        {
            if (HourOf(hour, half.ToLowerInvariant()) is not { } ofDay)
            {
                return null;
            }

            hour = ofDay;
        }

        if (hour > 24 || minute > 59)
        {
            return null;
        }

        var local = day.AddHours(hour).AddMinutes(minute);
        return Offset(time.Groups["z"].Value, local, zone) is { } offset ? new DateTimeOffset(local, offset).ToUniversalTime() : null;
    }

    /// <summary>The hour from 0 to 24 that is meant; null where the words leave more than one.</summary>
    private static int? HourOf(int hour, string half) =>
        half switch
        {
            _ when half[0] is 'a' or 'p' && half.TrimEnd('.') is [_, .., 'm'] => WrittenDate.HourOf(hour, half),
            _ when hour > 12 => hour,
            "pagi" or "subuh" or "dini hari" or "in the morning" => hour < 12 ? hour : null,
            "siang" or "noon" => hour is >= 10 and <= 12 ? hour
            : hour is >= 1 and <= 4 ? hour + 12
            : null,
            "sore" or "petang" or "in the afternoon" => hour is >= 1 and <= 8 ? hour + 12 : null,
            // At twelve the day ends; later hours are of the night after it.
            _ => hour is >= 5 and <= 12 ? hour + 12 : null,
        };

    /// <summary>A word in capitals after a time that is no known zone may be one.</summary>
    private static TimeSpan? Offset(string word, DateTime local, TimeZoneInfo zone) =>
        OffsetOf(word) is { } offset ? offset
        : Zones.TryGetValue(word, out var hours) ? TimeSpan.FromHours(hours)
        : word.Length > 0
        && (word.Any(char.IsDigit) || (!word.Any(char.IsLower) && !WrittenDate.IsMonth(word) && !WrittenDate.IsWeekday(word)))
            ? null
        : zone.GetUtcOffset(local);

    /// <summary>Such as <c>+08:00</c>, <c>-0500</c>, <c>UTC-5</c>; null for any other word, and for hours that no zone has.</summary>
    private static TimeSpan? OffsetOf(string word)
    {
        if (word.IndexOfAny(Signs) is not (>= 0 and var sign))
        {
            return null;
        }

        var digits = string.Concat(word[sign..].Where(char.IsAsciiDigit));
        var minutes = digits.Length > 2 ? (Number(digits[..^2]) * 60) + Number(digits[^2..]) : Number(digits) * 60;
        return minutes > MostOffset ? null : TimeSpan.FromMinutes(word[sign] == '-' ? -minutes : minutes);
    }

    /// <summary>Dates with points or ordinals, and ISO 8601's <c>T</c> and <c>Z</c> around a time, as they are looked for.</summary>
    private static string Dotted(string text)
    {
        foreach (var (written, sought) in Dots)
        {
            text = written.Replace(text, sought);
        }

        return text;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>The moment that a notice names among other words: <c>sampai 1 Desember 2029 pukul 10.00 WITA</c>.</summary>
internal static class WrittenMoment
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly GuardedRegex Time = new(
        @"\b(pukul|pkl\.?|jam|at|um)?\s*(?<h>[0-9]{1,2})[.:](?<m>[0-9]{2})\b([.:][0-9]{2}\b)?\s*(?<p>[ap]\.?\s?m\b\.?)?,?\s*(?<z>z\b|[+-][0-9]{2}:?[0-9]{2}\b|[a-z]{3,5}\b)?"
            + @"|\b(pukul|pkl\.?|jam|at)\s*(?<h>[0-9]{1,2})\b\s*(?<p>[ap]\.?\s?m\b\.?)?,?\s*(?<z>[a-z]{3,5}\b)?"
            + @"|\b(?<h>[0-9]{1,2})\s*(?<p>[ap]\.?\s?m\b\.?),?\s*(?<z>[a-z]{3,5}\b)?",
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
    private static readonly GuardedRegex Figures = new(@"\b[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{2,4}\b");

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
    public static DateOnly? LastDay(string text) => WrittenDate.All(Dotted(text)) is { Count: > 0 } days ? days.Max() : null;

    /// <summary>
    /// The moment in UTC, the day's first where no time is named; null where there is no date, or more than one, or a time or zone that
    /// cannot be read for certain.
    /// </summary>
    public static DateTimeOffset? Of(string text, TimeZoneInfo zone)
    {
        var dotted = Dotted(text);
        var dates = WrittenDate.All(dotted);
        if (dates.Count == 0)
        {
            return null;
        }

        var times = Time.Matches(Figures.Replace(dotted, " ; ")).ToList();
        var day = dates.Max().ToDateTime(TimeOnly.MinValue);
        if (times.Count == 0)
        {
            return new DateTimeOffset(day, zone.GetUtcOffset(day)).ToUniversalTime();
        }

        var moments = times.Select(t => At(day, t, zone)).ToList();
        return moments.Contains(null) ? null : moments.Max();
    }

    private static DateTimeOffset? At(DateTime day, Match time, TimeZoneInfo zone)
    {
        var (hour, minute) = (Number(time.Groups["h"].Value), time.Groups["m"].Success ? Number(time.Groups["m"].Value) : 0);
        if (time.Groups["p"].Value is { Length: > 0 } half)
        {
            if (WrittenDate.HourOf(hour, half) is not { } ofDay)
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

    /// <summary>A word in capitals after a time that is no known zone may be one.</summary>
    private static TimeSpan? Offset(string word, DateTime local, TimeZoneInfo zone) =>
        word.Length > 0 && word[0] is '+' or '-'
            ? TimeSpan.FromMinutes((word[0] == '-' ? -1 : 1) * ((Number(word[1..3]) * 60) + Number(word[^2..])))
        : Zones.TryGetValue(word, out var hours) ? TimeSpan.FromHours(hours)
        : word.Length > 0 && !word.Any(char.IsLower) && !WrittenDate.IsMonth(word) && !WrittenDate.IsWeekday(word) ? null
        : zone.GetUtcOffset(local);

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

using System.Globalization;

namespace Siaran.Intake;

/// <summary>Times that count where they are still to come: then what names them is not to be seen before.</summary>
/// <param name="zone">The office's.</param>
/// <param name="uploadedAt">When the document came; where that is not known nothing is ahead.</param>
internal sealed class StillAhead(TimeZoneInfo zone, DateTimeOffset? uploadedAt)
{
    private const int Longest = 300;

    private static readonly GuardedRegex Year = new("(19|20)[0-9]{2}");

    private static readonly GuardedRegex NoDate = new(@"^[0\W_]*$|^-[0-9]|\b(lalu|ago|kemarin|yesterday|vor)\b");

    /// <summary>
    /// The moment that a text names, where it is ahead in the later of its readings: <c>12/02/2026</c> is ahead on 30 November. A time on
    /// such a day that cannot be read is taken for the day's end in the last zone.
    /// </summary>
    public DateTimeOffset? Of(string text)
    {
        if (uploadedAt is not { } came || text.Length > Longest)
        {
            return null;
        }

        if (WrittenDate.TryReadUnix(text.Trim(), out var moment))
        {
            return moment > came ? moment : null;
        }

        if (WrittenMoment.Latest(text, zone) is { } latest)
        {
            return latest > came ? latest : null;
        }

        return WrittenMoment.LastDay(text) is { } day && EndOf(day) is var end && end > came ? end : null;
    }

    /// <summary>Whether a date that cannot be read may be of a time to come: it names no year that is over.</summary>
    public bool MayBe(string unread)
    {
        var start = unread.Length > Longest ? unread[..Longest] : unread;
        return start.Any(char.IsDigit)
            && !NoDate.IsMatch(start.ToLowerInvariant())
            && !(
                uploadedAt is { } came
                && Year.Matches(start) is { Count: > 0 } years
                && years.All(year => int.Parse(year.Value, NumberStyles.None, CultureInfo.InvariantCulture) < came.Year)
            );
    }

    private static DateTimeOffset EndOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.FromHours(-12));
}

using System.Globalization;
using Siaran.Settings;

namespace Siaran.Desk;

/// <summary>When an editor wants a release to come out.</summary>
/// <param name="At">UTC; null for at once.</param>
/// <param name="Doubts">What is to be asked about before it is taken, a sentence each.</param>
public sealed record Moment(DateTimeOffset? At, IReadOnlyList<string> Doubts)
{
    /// <summary>The time that a scheduled release has already.</summary>
    public static Moment Kept { get; } = new(null, []) { IsKept = true };

    private const int FirstHour = 7;
    private const int LastHour = 20;
    private static readonly TimeSpan Far = TimeSpan.FromDays(365);

    /// <summary>Holidays on the same day of each year.</summary>
    private static readonly Dictionary<(int Month, int Day), string> EveryYear = new()
    {
        [(1, 1)] = "Tahun Baru",
        [(5, 1)] = "Hari Buruh",
        [(6, 1)] = "Hari Lahir Pancasila",
        [(8, 17)] = "Hari Kemerdekaan",
        [(12, 25)] = "Hari Natal",
    };

    /// <summary>Whether a scheduled release that is corrected keeps its time.</summary>
    public bool IsKept { get; private init; }

    /// <summary>As a form's field <c>way</c> says it.</summary>
    public string Way =>
        IsKept ? "keep"
        : At is null ? "now"
        : "at";

    /// <param name="date"><c>2026-11-30</c>, in the site's zone.</param>
    /// <param name="hour"><c>09:30</c> or <c>09.30</c>.</param>
    /// <param name="now">What is past is asked about.</param>
    /// <param name="site">Gives the zone.</param>
    /// <param name="options">Gives further holidays.</param>
    /// <returns>Null where it is no date and time.</returns>
    public static Moment? Of(string date, string hour, DateTimeOffset now, Site site, DeskOptions options)
    {
        var text = $"{date} {hour.Replace('.', ':')}";
        if (!DateTime.TryParseExact(text, "yyyy-MM-dd H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone);
        if (zone.IsInvalidTime(local))
        {
            return null;
        }

        var at = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        return new Moment(at, [.. DoubtsOf(at, local, now, options)]);
    }

    /// <summary>At once.</summary>
    public static Moment Now(DateTimeOffset now, Site site, DeskOptions options) =>
        new(null, [.. DoubtsOfDay(site.Local(now).DateTime, options)]);

    private static IEnumerable<string> DoubtsOf(DateTimeOffset at, DateTime local, DateTimeOffset now, DeskOptions options)
    {
        if (at < now)
        {
            yield return "Waktu itu sudah lewat: rilis langsung terbit dan bertanggal mundur.";
        }
        else if (at - now > Far)
        {
            yield return "Waktu itu lebih dari setahun lagi. Periksa tahunnya.";
        }

        foreach (var doubt in DoubtsOfDay(local, options))
        {
            yield return doubt;
        }
    }

    private static IEnumerable<string> DoubtsOfDay(DateTime local, DeskOptions options)
    {
        if (local.Hour is < FirstHour or >= LastHour)
        {
            yield return "Itu malam hari: sedikit yang akan membacanya.";
        }

        if (local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            yield return "Itu akhir pekan.";
        }

        if (EveryYear.TryGetValue((local.Month, local.Day), out var name))
        {
            yield return $"Itu hari libur: {name}.";
        }
        else if (options.Dates().Contains(DateOnly.FromDateTime(local)))
        {
            yield return "Itu hari libur.";
        }
    }
}

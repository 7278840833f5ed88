using System.Globalization;
using Siaran.Pages;
using Siaran.Settings;
using Siaran.Tags;

namespace Siaran.Desk;

/// <summary>What every screen is drawn with.</summary>
/// <param name="site">Gives addresses and the zone.</param>
/// <param name="user">Who looks; null where nobody has signed in.</param>
/// <param name="token">Goes back with every form.</param>
/// <param name="now">The moment of the screen.</param>
public sealed class DeskView(Site site, DeskUser? user, string token, DateTimeOffset now)
{
    private const double DaysInYear = 365.25;

    private static readonly string[] Numbers =
    [
        "nol",
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
    ];

    private static readonly (string Name, int Hours)[] Zones = [("WIB", 7), ("WITA", 8), ("WIT", 9)];

    private readonly PageView words = new(site, PageLanguage.Fixed("id"));

    public Site Site => site;

    public DeskUser? User => user;

    public string Token => token;

    public DateTimeOffset Now => now;

    /// <summary>An address within the site; <paramref name="relative"/> is escaped already.</summary>
    public string Link(string relative) => words.File(relative);

    public string Link(PageAsset asset) => words.File(asset);

    /// <summary><c>30 November 2026, 09.30 WITA</c>.</summary>
    public string Brief(DateTimeOffset time) => $"{words.ShortDate(time)}, {words.Hour(time)}";

    /// <summary><c>WITA</c>.</summary>
    public string ZoneName => words.Hour(now).Split(' ', 2)[1];

    /// <summary>What kind of tag it is, for people.</summary>
    public string KindOf(Tag tag) => words.Text.Kind(tag.Id.Kind);

    public string Machine(DateTimeOffset time) => words.Machine(time);

    /// <summary>
    /// <c>Senin, 30 November 2026 09.30 WITA = 08.30 WIB = 01.30 UTC, dua hari lagi</c>: so that no zone is mistaken for another.
    /// </summary>
    public string Everywhere(DateTimeOffset time)
    {
        var local = site.Local(time);
        var others = Zones
            .Where(zone => zone.Hours != local.Offset.TotalHours)
            .Take(1)
            .Select(zone => (zone.Name, At: time.ToOffset(TimeSpan.FromHours(zone.Hours))))
            .Append(("UTC", time.ToUniversalTime()))
            .Select(other => $"{other.Item2.ToString("HH.mm", CultureInfo.InvariantCulture)} {other.Item1}");
        return $"{words.Date(time)} {words.Hour(time)} = {string.Join(" = ", others)}, {Distance(time)}";
    }

    /// <summary><c>dua hari lagi</c>, <c>3 jam yang lalu</c>.</summary>
    public string Distance(DateTimeOffset time)
    {
        var (span, word) = time >= now ? (time - now, "lagi") : (now - time, "yang lalu");
        return span.TotalMinutes < 1 ? "sekarang"
            : span.TotalHours < 1 ? $"{Number((int)span.TotalMinutes)} menit {word}"
            : span.TotalDays < 1 ? $"{Number((int)span.TotalHours)} jam {word}"
            : span.TotalDays < 2 * DaysInYear ? $"{Number((int)Math.Round(span.TotalDays))} hari {word}"
            : $"{Number((int)(span.TotalDays / DaysInYear))} tahun {word}";
    }

    private static string Number(int value) => value < Numbers.Length ? Numbers[value] : value.ToString(CultureInfo.InvariantCulture);
}

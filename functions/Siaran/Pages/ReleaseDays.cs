using Siaran.Feeds;

namespace Siaran.Pages;

/// <summary>Releases under one heading: those of a day, or of several quiet days together.</summary>
/// <param name="From">The earliest day.</param>
/// <param name="To">The latest day.</param>
/// <param name="Entries">Newest first.</param>
public sealed record ReleaseDays(DateOnly From, DateOnly To, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>
    /// A day with two releases or more has a heading of its own. Days with a single release that follow each other share one, so that a
    /// list of quiet days does not consist of headings.
    /// </summary>
    /// <param name="entries">Newest first.</param>
    /// <param name="dayOf">The day of a moment in the site's zone.</param>
    public static IReadOnlyList<ReleaseDays> Of(IEnumerable<FeedEntry> entries, Func<DateTimeOffset, DateOnly> dayOf)
    {
        var groups = new List<ReleaseDays>();
        var isQuiet = false;
        foreach (var day in entries.GroupBy(entry => dayOf(entry.PublishedAt)))
        {
            var (all, wasQuiet) = (day.ToList(), isQuiet);
            isQuiet = all.Count == 1;
            if (isQuiet && wasQuiet)
            {
                groups[^1] = groups[^1] with { From = day.Key, Entries = [.. groups[^1].Entries, .. all] };
            }
            else
            {
                groups.Add(new(day.Key, day.Key, all));
            }
        }

        return groups;
    }
}

using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Pages;

namespace Siaran.Tests.Pages;

[TestClass]
public sealed class ReleaseDaysTests
{
    [TestMethod]
    [DataRow("9", "9")]
    [DataRow("9 9 9", "9")]
    [DataRow("9 8 7", "7-9")]
    [DataRow("9 9 8 7 6 6", "9 7-8 6")]
    [DataRow("9 8 8 7 5", "9 8 5-7")]
    [DataRow("", "")]
    public void Quiet_days_that_follow_each_other_share_a_heading_and_a_busy_day_has_its_own(string days, string headings)
    {
        var releases = days.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(
                (day, place) =>
                    Example.Tagged(
                        $"r-{place}",
                        Some.Content($"Kabar {place}"),
                        new(2026, 3, int.Parse(day), 4, 60 - 1 - place, 0, TimeSpan.Zero)
                    )
            )
            .ToArray();
        var entries = Example.FeedOf(Example.Site, FeedKey.All, "x", releases).Entries;

        var groups = ReleaseDays.Of(entries, time => DateOnly.FromDateTime(time.UtcDateTime));

        Assert.AreEqual(
            headings,
            string.Join(' ', groups.Select(group => group.From == group.To ? $"{group.To.Day}" : $"{group.From.Day}-{group.To.Day}"))
        );
        CollectionAssert.AreEqual(entries.ToList(), groups.SelectMany(group => group.Entries).ToList());
    }
}

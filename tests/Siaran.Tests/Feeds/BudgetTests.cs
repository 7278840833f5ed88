using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Tags;

namespace Siaran.Tests.Feeds;

/// <summary>However long releases are, a feed holds every one of them and stays small.</summary>
[TestClass]
public sealed class BudgetTests
{
    [TestMethod]
    [DataRow("all.rss")]
    [DataRow("all.atom")]
    [DataRow("all.json")]
    [DataRow("all.ninjs")]
    public async Task A_huge_release_is_listed_by_its_summary_and_a_short_one_in_full(string address)
    {
        var releases = Enumerable
            .Range(0, 7)
            .Select(i => Long(i, 4_000_000))
            .Append(SomeFeeds.Release("pendek", "Kabar Pendek", Some.Time.AddDays(-1)))
            .ToArray();
        var feeds = new FeedsUnderTest(releases);

        var answer = await feeds.GetAsync(address);

        Assert.AreEqual(200, answer.Status);
        Assert.IsLessThan(100_000, answer.Body.Length);
        foreach (var release in releases)
        {
            StringAssert.Contains(answer.Text, release.Release.Slug);
        }

        StringAssert.Contains(answer.Text, "Kata pertama dari siaran 3");
        StringAssert.Contains(answer.Text, releases[^1].Release.Content.Paragraphs[^1].Split(' ')[0]);
    }

    [TestMethod]
    public async Task Texts_stay_within_the_budget_of_a_feed_the_newest_first()
    {
        var feeds = new FeedsUnderTest([.. Enumerable.Range(0, 40).Select(i => Long(i, 120_000))]);

        var answer = await feeds.GetAsync("all.rss");

        Assert.HasCount(40, answer.Titles);
        Assert.IsLessThan(2 * Feed.MostText, answer.Body.Length);
        var full = answer.Xml.Descendants("item").Select(item => item.ToString().Length > 100_000).ToList();
        Assert.AreEqual(Feed.MostText / Long(0, 120_000).Release.Content.BodyHtml.Length, full.Count(isFull => isFull));
        CollectionAssert.AreEqual(full.OrderByDescending(isFull => isFull).ToList(), full);
    }

    [TestMethod]
    public void What_a_listing_keeps_of_a_huge_release_is_small_and_reads_alike()
    {
        var release = Long(1, 4_000_000);

        var entry = (ListingEntry.Live)ListingEntry.Of(release, Some.Time.AddDays(60))!;

        Assert.AreEqual(release.Release.Content.Lead, entry.Tagged.Release.Content.Lead);
        Assert.IsEmpty(entry.Tagged.Release.Content.Paragraphs);
        Assert.AreSame(release.Annotations, entry.Tagged.Annotations);
    }

    private static TaggedRelease Long(int number, int length)
    {
        var content = Some.Content($"Kabar Panjang {number}", $"Kata pertama dari siaran {number}.", new string('a', length));
        var release = Some.Release(content, $"panjang-{number}");
        return new TaggedRelease(
            release with
            {
                PublishAt = Some.Time.AddMinutes(-number),
                UpdatedAt = Some.Time.AddMinutes(-number),
            },
            Annotations.Empty
        );
    }
}

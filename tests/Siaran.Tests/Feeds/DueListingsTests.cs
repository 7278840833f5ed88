using Siaran.Listings;

namespace Siaran.Tests.Feeds;

/// <summary>
/// A release is out in its feeds at the moment at which its embargo ends, whenever the next run comes, and nothing shows before.
/// </summary>
[TestClass]
public sealed class DueListingsTests
{
    private readonly FeedsUnderTest feeds = new([
        .. Enumerable.Range(0, 60).Select(i => SomeFeeds.Release($"kabar-{i}", $"Kabar {i}", Some.Time.AddHours(-i))),
    ]);

    [TestMethod]
    [DataRow("all.rss")]
    [DataRow("all.atom")]
    [DataRow("all.json")]
    [DataRow("all.ninjs")]
    [DataRow("custom.rss?label=siaran-pers&language=id")]
    [DataRow("custom.rss?label=siaran-pers&language=id&match=any")]
    public async Task Until_its_time_nothing_shows_and_then_the_bytes_are_those_of_the_next_run(string address)
    {
        var time = new DateTimeOffset(feeds.Clock.Now.Date.AddDays(1), TimeSpan.Zero);
        var waiting = SomeFeeds.Release("nanti", "Kabar Nanti", time);
        feeds.Clock.Now = time.AddMinutes(-10);
        var without = await feeds.GetAsync(address);

        feeds.Due.Waiting.Add(waiting);
        feeds.Clock.Now = time.AddSeconds(-1);
        var before = await feeds.GetAsync(address);
        feeds.Clock.Now = time;
        var at = await feeds.GetAsync(address);
        feeds.Listings.Commit(waiting);
        feeds.Due.Waiting.Clear();
        feeds.Cache.Expire();
        var after = await feeds.GetAsync(address);

        Assert.AreEqual(
            (without.Text, without.Headers.ETag, without.Headers.LastModified),
            (before.Text, before.Headers.ETag, before.Headers.LastModified)
        );
        Assert.DoesNotContain("Kabar Nanti", before.Text);
        StringAssert.Contains(at.Text, "Kabar Nanti");
        Assert.AreEqual(time.ToString("R"), at.Headers.LastModified.ToString());
        Assert.AreEqual((after.Text, after.Headers.ETag), (at.Text, at.Headers.ETag));
    }

    [TestMethod]
    public async Task A_feed_that_it_would_be_the_first_in_is_not_there_before()
    {
        var time = new DateTimeOffset(feeds.Clock.Now.Date.AddDays(1), TimeSpan.Zero);
        feeds.Due.Waiting.Add(SomeFeeds.Release("nanti", "Kabar Nanti", time, SomeFeeds.Tag("keyword:baru", "baru")));
        feeds.Clock.Now = time.AddSeconds(-1);
        var (before, none) = (await feeds.GetAsync("tag:keyword:baru.rss"), await feeds.GetAsync("tag:keyword:lain.rss"));
        feeds.Clock.Now = time;

        Assert.AreEqual((404, none.Text.Length), (before.Status, before.Text.Length));
        var at = await feeds.GetAsync("tag:keyword:baru.rss");
        Assert.AreEqual(200, at.Status);
        CollectionAssert.AreEqual(new[] { "Kabar Nanti" }, at.Titles.ToList());
    }

    [TestMethod]
    public async Task What_a_run_has_published_meanwhile_is_there_once()
    {
        var waiting = SomeFeeds.Release("nanti", "Kabar Nanti", feeds.Clock.Now);
        feeds.Due.Waiting.Add(waiting);
        feeds.Listings.Commit(waiting);

        Assert.HasCount(1, (await feeds.GetAsync("all.rss")).Titles.Where(title => title == "Kabar Nanti"));
    }

    [TestMethod]
    public async Task The_directory_has_it_and_its_new_feeds_from_the_same_moment_once()
    {
        var time = new DateTimeOffset(feeds.Clock.Now.Date.AddDays(1), TimeSpan.Zero);
        var waiting = SomeFeeds.Release("nanti", "Kabar Nanti", time, SomeFeeds.Tag("keyword:baru", "baru"));
        feeds.Clock.Now = time.AddMinutes(-10);
        var without = await feeds.GetAsync("index.opml");
        feeds.Due.Waiting.Add(waiting);
        feeds.Clock.Now = time.AddSeconds(-1);
        var before = await feeds.GetAsync("index.opml");
        feeds.Clock.Now = time;
        var at = await feeds.GetAsync("index.opml");
        feeds.Listings.Commit(waiting);
        var meanwhile = await feeds.DueListings.ListKeysAsync(null, 1000, CancellationToken.None);
        feeds.Due.Waiting.Clear();
        feeds.Cache.Expire();
        var after = await feeds.GetAsync("index.opml");

        Assert.AreEqual(without.Text, before.Text);
        StringAssert.Contains(at.Text, "tag:keyword:baru");
        Assert.AreEqual(after.Text, at.Text);
        Assert.AreEqual(61, meanwhile.Single(key => key.Key == FeedKey.All).Count);
    }
}

namespace Siaran.Tests.Feeds;

[TestClass]
public sealed class DeltaTests
{
    private readonly FeedsUnderTest feeds = new(SomeFeeds.Many(20));

    [TestMethod]
    [DataRow("rss")]
    [DataRow("atom")]
    [DataRow("json")]
    public async Task A_reader_who_asks_gets_only_what_is_new_to_it(string extension)
    {
        var first = await feeds.GetAsync($"all.{extension}");
        feeds.Listings.Commit(SomeFeeds.Many(22)[20..]);
        feeds.Listings.Commit(SomeFeeds.Many(5)[4].Corrected("Siaran ke-5, diperbaiki"));
        feeds.Cache.Expire();

        var answer = await feeds.GetAsync(
            $"all.{extension}",
            ("A-IM", "feed, gzip;q=0.3"),
            ("If-None-Match", first.Headers.ETag.ToString())
        );
        var whole = await feeds.GetAsync($"all.{extension}");

        Assert.AreEqual(
            (226, "feed", "no-store, im"),
            (answer.Status, answer.Headers["IM"].ToString(), answer.Headers.CacheControl.ToString())
        );
        Assert.AreEqual(whole.Headers.ETag.ToString(), answer.Headers.ETag.ToString());
        Assert.Contains("Siaran ke-22", answer.Text);
        Assert.Contains("Siaran ke-21", answer.Text);
        Assert.Contains("Siaran ke-5, diperbaiki", answer.Text);
        Assert.DoesNotContain("Siaran ke-20", answer.Text);
    }

    [TestMethod]
    public async Task The_tag_of_another_encoding_counts_too()
    {
        var first = await feeds.GetAsync("all.rss", ("Accept-Encoding", "gzip"));
        feeds.Listings.Commit(SomeFeeds.Many(21)[20..]);
        feeds.Cache.Expire();

        var answer = await feeds.GetAsync(
            "all.rss",
            ("A-IM", "feed"),
            ("If-None-Match", "W/" + first.Headers.ETag),
            ("Accept-Encoding", "gzip")
        );

        Assert.AreEqual((226, "gzip"), (answer.Status, answer.Headers.ContentEncoding.ToString()));
    }

    [TestMethod]
    public async Task Who_has_the_newest_gets_304()
    {
        var first = await feeds.GetAsync("all.rss");

        Assert.AreEqual(304, (await feeds.GetAsync("all.rss", ("A-IM", "feed"), ("If-None-Match", first.Headers.ETag.ToString()))).Status);
    }

    [TestMethod]
    [DataRow("feed", "\"0123456789abcdef\"")]
    [DataRow("vcdiff", null)]
    [DataRow("feed", null)]
    public async Task Who_has_something_unknown_gets_all(string manipulation, string? etag)
    {
        await feeds.GetAsync("all.rss");

        var answer = etag is null
            ? await feeds.GetAsync("all.rss", ("A-IM", manipulation))
            : await feeds.GetAsync("all.rss", ("A-IM", manipulation), ("If-None-Match", etag));

        Assert.AreEqual((200, 20), (answer.Status, answer.Guids.Count));
    }

    [TestMethod]
    public async Task Withdrawals_are_told_too()
    {
        var first = await feeds.GetAsync("all.atom");
        feeds.Listings.Commit(SomeFeeds.Many(5)[4].Withdrawn("Keliru.", Some.Time.AddDays(20)));
        feeds.Cache.Expire();

        var answer = await feeds.GetAsync("all.atom", ("A-IM", "feed"), ("If-None-Match", first.Headers.ETag.ToString()));

        Assert.AreEqual(226, answer.Status);
        Assert.Contains("deleted-entry", answer.Text);
        Assert.DoesNotContain("<entry", answer.Text);
    }
}

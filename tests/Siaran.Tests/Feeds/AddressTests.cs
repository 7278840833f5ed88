namespace Siaran.Tests.Feeds;

[TestClass]
public sealed class AddressTests
{
    private readonly FeedsUnderTest feeds = new(
        SomeFeeds.Release(
            "a",
            "Pasar Baruna",
            Some.Time,
            SomeFeeds.Tag("topic:ekonomi", "Ekonomi"),
            SomeFeeds.Tag("region:baruna", "Kota Baruna")
        ),
        SomeFeeds.Release("b", "Pasar Teluk Jaya", Some.Time.AddHours(1), SomeFeeds.Tag("topic:ekonomi", "Ekonomi")),
        SomeFeeds.Release("c", "Sekolah Baruna", Some.Time.AddHours(2), SomeFeeds.Tag("region:baruna", "Kota Baruna"))
    );

    [TestMethod]
    [DataRow("ALL.RSS", "./all.rss")]
    [DataRow("tag:region:baruna.rss", "./region:baruna.rss")]
    [DataRow("custom.rss?region=baruna", "./region:baruna.rss")]
    [DataRow("custom.rss?region=baruna&tag=topic:ekonomi", "./custom.rss?tag=topic:ekonomi&region=baruna")]
    [DataRow("custom.rss?tag=topic:ekonomi&tag=region:baruna&match=all", "./custom.rss?tag=topic:ekonomi&region=baruna")]
    [DataRow("custom.rss?tag=topic:ekonomi&region=baruna&region=baruna&content=full", "./custom.rss?tag=topic:ekonomi&region=baruna")]
    [DataRow("custom.rss?tag=topic:ekonomi&region=baruna&utm_source=x", "./custom.rss?tag=topic:ekonomi&region=baruna")]
    [DataRow(
        "Custom?match=any&region=Baruna&tag=topic:ekonomi&content=summary",
        "./custom?tag=topic:ekonomi&region=baruna&match=any&content=summary"
    )]
    public async Task One_question_has_one_address(string asked, string location)
    {
        var moved = await feeds.GetAsync(asked);
        var there = await feeds.GetAsync(location[2..]);

        Assert.AreEqual((301, location, 200), (moved.Status, moved.Headers.Location.ToString(), there.Status));
    }

    [TestMethod]
    [DataRow("custom.rss?tag=topic:ekonomi&region=baruna", "Pasar Baruna")]
    [DataRow("custom.rss?tag=topic:ekonomi&region=baruna&match=any", "Sekolah Baruna|Pasar Teluk Jaya|Pasar Baruna")]
    [DataRow("custom.rss?tag=topic:ekonomi&language=id", "Pasar Teluk Jaya|Pasar Baruna")]
    public async Task A_custom_feed_holds_what_its_keys_have_in_common_or_between_them(string address, string titles) =>
        Assert.AreEqual(titles, string.Join('|', (await feeds.GetAsync(address)).Titles));

    [TestMethod]
    public async Task A_custom_feed_finds_what_its_keys_share_in_closed_pages()
    {
        feeds.Listings.Commit(SomeFeeds.Many(120, SomeFeeds.Tag("region:baruna", "Kota Baruna")));

        var answer = await feeds.GetAsync("custom.rss?tag=topic:ekonomi&region=baruna");

        Assert.AreEqual("Pasar Baruna", string.Join('|', answer.Titles));
    }

    [TestMethod]
    [DataRow("all.rss?page=0", 400)]
    [DataRow("all.rss?page=-1", 400)]
    [DataRow("all.rss?page=99999999999999999999", 400)]
    [DataRow("all.rss?page=1&page=2", 400)]
    [DataRow("all.rss?page=1", 404)]
    [DataRow("all.rss?content=half", 400)]
    [DataRow("custom.rss", 400)]
    [DataRow("custom.rss?match=any", 400)]
    [DataRow("custom.rss?tag=ekonomi", 400)]
    [DataRow("custom.rss?region=a%00b", 400)]
    [DataRow("custom.rss?region=baruna&tag=topic:ekonomi&match=some", 400)]
    [DataRow("custom.rss?region=baruna&tag=topic:ekonomi&page=1", 400)]
    [DataRow("custom.rss?region=1&region=2&region=3&region=4&region=5&region=6&region=7&region=8&region=9", 400)]
    [DataRow("custom.rss?tag=topic:tidak-ada&region=baruna", 404)]
    [DataRow("all.xml", 404)]
    [DataRow("all.", 404)]
    [DataRow(".rss", 404)]
    [DataRow("..%2f..%2fetc.rss", 404)]
    public async Task What_cannot_be_answered_is_explained(string address, int status)
    {
        var answer = await feeds.GetAsync(address);

        Assert.AreEqual((status, "application/problem+json"), (answer.Status, answer.Headers.ContentType.ToString()));
        Assert.AreEqual(status, (int)answer.Json["status"]!);
        Assert.IsNotEmpty((string)answer.Json["detail"]!);
    }

    [TestMethod]
    public async Task A_query_of_any_length_is_refused() =>
        Assert.AreEqual(414, (await feeds.GetAsync("all.rss?x=" + new string('a', 100_000))).Status);

    [TestMethod]
    public async Task An_unknown_key_is_answered_with_the_nearest_ones()
    {
        var answer = await feeds.GetAsync("region:barunna.rss");

        Assert.AreEqual(404, answer.Status);
        Assert.AreEqual("region:baruna", (string)answer.Json["nearest"]![0]!["key"]!);
        Assert.AreEqual("https://siaran.example/feeds/region:baruna", (string)answer.Json["nearest"]![0]!["url"]!);
    }

    [TestMethod]
    [DataRow("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8")]
    [DataRow("", "application/rss+xml; charset=utf-8")]
    [DataRow("*/*", "application/rss+xml; charset=utf-8")]
    [DataRow("application/atom+xml", "application/atom+xml; charset=utf-8")]
    [DataRow("application/rss+xml;q=0.5, application/feed+json", "application/feed+json")]
    [DataRow("application/json", "application/feed+json")]
    [DataRow("application/xml", "application/rss+xml; charset=utf-8")]
    [DataRow("application/rss+xml, application/atom+xml;q=0.9, text/html;q=0.1", "application/rss+xml; charset=utf-8")]
    [DataRow("image/png", "application/problem+json")]
    public async Task The_address_without_extension_answers_by_accept(string accept, string mediaType)
    {
        var answer = await feeds.GetAsync("all", ("Accept", accept));

        Assert.AreEqual(mediaType, answer.Headers.ContentType.ToString());
        Assert.StartsWith("Accept", answer.Headers.Vary.ToString());
    }

    [TestMethod]
    public async Task A_page_for_people_names_the_feeds_for_readers()
    {
        var answer = await feeds.GetAsync("region:baruna", ("Accept", "text/html"));

        Assert.Contains(
            "<https://siaran.example/feeds/region:baruna.atom>; rel=\"alternate\"; type=\"application/atom+xml\"",
            answer.Headers.Link.ToString()
        );
        Assert.Contains("frame-ancestors 'none'", answer.Headers.ContentSecurityPolicy.ToString());
        Assert.AreEqual("strict-origin-when-cross-origin", answer.Headers["Referrer-Policy"].ToString());
    }

    [TestMethod]
    public async Task A_feed_of_summaries_holds_no_full_text()
    {
        var answer = await feeds.GetAsync("all.rss?content=summary");

        Assert.DoesNotContain("content:encoded>", answer.Text);
        Assert.Contains(
            "href=\"https://siaran.example/feeds/all.rss?content=summary\" rel=\"self\"",
            answer.Text.Replace("&amp;", "&", StringComparison.Ordinal)
        );
        Assert.HasCount(3, answer.Titles);
    }
}

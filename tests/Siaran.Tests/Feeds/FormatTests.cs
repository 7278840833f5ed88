using System.Xml.Linq;

namespace Siaran.Tests.Feeds;

[TestClass]
public sealed class FormatTests
{
    [TestMethod]
    [DataRow("all.rss")]
    [DataRow("all.atom")]
    [DataRow("all.json")]
    [DataRow("all.ninjs")]
    [DataRow("region:nusa-jaya.rss")]
    public async Task A_feed_stands_as_approved(string name)
    {
        var answer = await new FeedsUnderTest(SomeFeeds.Gallery()).GetAsync(name);

        Approval.Matches(answer.Body, name.Replace(':', '.') + (IsJson(name) ? ".json" : ".xml"));
    }

    [TestMethod]
    [DataRow("rss")]
    [DataRow("atom")]
    [DataRow("json")]
    [DataRow("ninjs")]
    public async Task A_closed_page_stands_as_approved(string extension)
    {
        var answer = await new FeedsUnderTest(SomeFeeds.Many(100)).GetAsync($"all.{extension}?page=2&content=summary");

        Approval.Matches(answer.Body, "page." + extension + (IsJson(extension) ? ".json" : ".xml"));
    }

    [TestMethod]
    [DataRow("rss")]
    [DataRow("atom")]
    public async Task The_feed_of_a_site_without_releases_stands_as_approved(string extension) =>
        Approval.Matches((await new FeedsUnderTest().GetAsync($"all.{extension}")).Body, $"empty.{extension}.xml");

    [TestMethod]
    public async Task The_outline_of_all_feeds_stands_as_approved() =>
        Approval.Matches((await new FeedsUnderTest(SomeFeeds.Gallery()).GetAsync("index.opml")).Body, "index.opml.xml");

    [TestMethod]
    [DataRow("", "sitemap-index.xml")]
    [DataRow("?of=news", "sitemap-news.xml")]
    [DataRow("?of=newest", "sitemap-newest.xml")]
    public async Task A_sitemap_stands_as_approved(string query, string file) =>
        Approval.Matches((await new FeedsUnderTest(SomeFeeds.Gallery()).GetSitemapAsync(query)).Body, file);

    [TestMethod]
    public async Task Robots_find_the_sitemaps()
    {
        var answer = await new FeedsUnderTest().GetRobotsAsync();

        Assert.AreEqual("text/plain; charset=utf-8", answer.Headers.ContentType.ToString());
        Assert.Contains("Sitemap: https://siaran.example/sitemap.xml\n", answer.Text);
    }

    [TestMethod]
    [DataRow("?of=0", 400)]
    [DataRow("?of=x", 400)]
    [DataRow("?of=123456789012", 400)]
    [DataRow("?of=2", 404)]
    public async Task Sitemaps_that_are_not_there_are_explained(string query, int status)
    {
        var answer = await new FeedsUnderTest(SomeFeeds.Gallery()).GetSitemapAsync(query);

        Assert.AreEqual((status, "application/problem+json"), (answer.Status, answer.Headers.ContentType.ToString()));
    }

    [TestMethod]
    public async Task Sitemaps_name_every_release_once()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Many(130));
        feeds.Listings.Commit(SomeFeeds.Many(1)[0].Withdrawn(null, Some.Time.AddDays(20)));
        XNamespace sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

        var index = await feeds.GetSitemapAsync();
        var named = index
            .Xml.Descendants(sitemap + "loc")
            .Select(loc => new Uri(loc.Value).Query)
            .Where(query => query != "?of=news")
            .ToList();
        var addresses = new List<string>();
        foreach (var query in named)
        {
            addresses.AddRange((await feeds.GetSitemapAsync(query)).Xml.Descendants(sitemap + "loc").Select(loc => loc.Value));
        }

        Assert.HasCount(129, addresses);
        Assert.HasCount(129, addresses.Distinct().ToList());
    }

    [TestMethod]
    [DataRow("text/html", "text/html; charset=utf-8")]
    [DataRow("*/*", "text/html; charset=utf-8")]
    [DataRow("text/x-opml", "text/x-opml; charset=utf-8")]
    public async Task The_directory_is_a_page_or_an_outline(string accept, string mediaType) =>
        Assert.AreEqual(
            mediaType,
            (await new FeedsUnderTest(SomeFeeds.Gallery()).GetDirectoryAsync(accept)).Headers.ContentType.ToString()
        );

    private static bool IsJson(string name) =>
        name.EndsWith("json", StringComparison.Ordinal) || name.EndsWith("ninjs", StringComparison.Ordinal);
}

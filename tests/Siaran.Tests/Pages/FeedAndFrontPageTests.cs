using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Pages;

namespace Siaran.Tests.Pages;

[TestClass]
public sealed class FeedAndFrontPageTests
{
    private static readonly PageRenderer Pages = new(Example.Site);

    [TestMethod]
    public async Task The_front_page_gathers_the_newest_releases_by_the_day_it_is_there()
    {
        var page = await Page.Of(Pages.FrontAsync(Example.All, Example.Feeds));

        // The second and third releases are of one day in WITA and of two in UTC.
        Assert.AreEqual("Selasa, 20 Januari 2026 | Selasa, 14 Oktober 2025", page.Row(".day > h2"));
        Assert.AreEqual(Example.Newest[0].Release.Content.Headline, page.Text(".lead-story h3"));
        CollectionAssert.AreEqual(
            Example.Newest.Select(tagged => tagged.Release.Content.Headline).ToArray(),
            page.Texts(".item h3").ToArray()
        );
        Assert.AreEqual("en", page.Document.QuerySelector(".item")!.GetAttribute("lang"));
        Assert.AreEqual("https://siaran.nusajaya.example/", page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [TestMethod]
    public async Task The_front_page_offers_a_dozen_agencies_and_regions_however_many_there_are()
    {
        var agencies = Enumerable
            .Range(10, 40)
            .Select(number => new ListedKey(FeedKey.From(FeedKind.Agency, $"Dinas {number}")!.Value, $"Dinas {number}"));

        var page = await Page.Of(Pages.FrontAsync(Example.All, [.. Example.Feeds[4..], .. agencies]));

        Assert.AreEqual("Berlangganan | Instansi penerbit | Wilayah", page.Row("aside h2"));
        Assert.HasCount(12 + 2, page.Document.QuerySelectorAll("aside .tags a"));
    }

    [TestMethod]
    public async Task A_front_page_without_releases_says_so()
    {
        var page = await Page.Of(Pages.FrontAsync(Example.FeedOf(Example.Site, FeedKey.All, "x"), []));

        Assert.Contains("Belum ada siaran.", page.Body);
    }

    [TestMethod]
    public async Task The_page_of_a_feed_tells_how_to_subscribe_and_where()
    {
        var page = await Page.Of(Pages.FeedAsync(Example.OfAgency));

        Assert.AreEqual("Disnakertrans Nusa Jaya", page.Text("h1"));
        Assert.Contains("Cara berlangganan", page.Texts("h2"));
        string[] addresses =
        [
            "https://siaran.nusajaya.example/feeds/agency:disnakertrans-nusa-jaya.rss",
            "https://siaran.nusajaya.example/feeds/agency:disnakertrans-nusa-jaya.atom",
            "https://siaran.nusajaya.example/feeds/agency:disnakertrans-nusa-jaya.json",
            "https://siaran.nusajaya.example/feeds/agency:disnakertrans-nusa-jaya.ninjs",
        ];
        CollectionAssert.AreEqual(addresses, page.Texts("dd code").ToArray());
        Assert.Contains(Example.Full.Release.Content.Headline, page.Texts(".item h4"));
    }

    [TestMethod]
    public async Task The_list_of_feeds_names_each_once_under_its_kind()
    {
        var page = await Page.Of(Pages.FeedDirectoryAsync(new FeedDirectory([.. Example.Feeds, Example.Feeds[1]])));

        Assert.AreEqual("Semua siaran | Instansi penerbit | Wilayah | Program | Peraturan", page.Row("h2"));
        Assert.AreEqual(
            "BPBD Nusa Jaya | Diskominfo Nusa Jaya | Disnakertrans Nusa Jaya | Kabupaten Teluk Jaya | Kota Baruna | Jamsostek | Inpres 2/2021",
            page.Row(".name")
        );
    }

    [TestMethod]
    public async Task The_list_of_feeds_shows_those_that_hold_most_and_leads_to_all_of_their_kind()
    {
        ListedKey[] offices =
        [
            .. Enumerable
                .Range(100, 250)
                .Select(number => new ListedKey(FeedKey.From(FeedKind.Agency, $"dinas {number}")!.Value, $"Dinas {number}")
                {
                    Count = number,
                }),
        ];
        var directory = new FeedDirectory(offices);

        var all = await Page.Of(Pages.FeedDirectoryAsync(directory));
        var last = await Page.Of(Pages.FeedKindAsync(FeedKind.Agency, TagPageTests.In(directory.OfKind(FeedKind.Agency)).Page(4)!));

        CollectionAssert.AreEqual(offices[^12..].Select(office => office.Title).ToArray(), all.Texts(".name").ToArray());
        Assert.AreEqual("Semua: Instansi penerbit 250", all.Text(".more"));
        Assert.AreEqual("/feeds?kind=agency", all.Document.QuerySelector(".more a")!.GetAttribute("href"));
        Assert.AreEqual("Instansi penerbit", last.Text("h1"));
        CollectionAssert.AreEqual(offices[240..].Select(office => office.Title).ToArray(), last.Texts(".name").ToArray());
        Assert.AreEqual("/feeds?kind=agency&page=3", last.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    [TestMethod]
    public async Task The_list_of_feeds_leads_to_all_there_is()
    {
        var page = await Page.Of(Pages.FeedDirectoryAsync(new FeedDirectory(Example.Feeds)));

        var links = page.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ToList();
        foreach (var extension in Siaran.Feeds.Formats.FeedFormats.All.Select(format => format.Extension))
        {
            Assert.Contains($"/feeds/all#{extension}", links);
            Assert.Contains($"/feeds/agency:bpbd-nusa-jaya#{extension}", links);
        }

        Assert.Contains("/feeds/index.opml", links);
        Assert.Contains("/sitemap.xml", links);
        Assert.Contains("/sitemap.xml?of=news", links);
    }

    [TestMethod]
    public async Task What_an_agency_publishes_and_what_is_said_about_it_are_told_apart()
    {
        Assert.IsTrue(FeedKey.TryParse("tag:agency:bpbd-nusa-jaya", out var discussed));

        var page = await Page.Of(Pages.FeedDirectoryAsync(new FeedDirectory([Example.Feeds[2], new(discussed, "BPBD Nusa Jaya")])));

        Assert.AreEqual("Semua siaran | Instansi penerbit | Instansi yang dibahas", page.Row("h2"));
    }

    [TestMethod]
    public async Task A_page_that_is_not_there_offers_a_way_on()
    {
        var page = await Page.Of(Pages.NotFoundAsync([Example.Feeds[1]]));

        Assert.AreEqual("Halaman tidak ditemukan", page.Text("h1"));
        Assert.AreEqual("/feeds/agency:disnakertrans-nusa-jaya", page.Document.QuerySelector(".notice li a")!.GetAttribute("href"));
        Assert.AreEqual("noindex", page.Meta("robots"));
    }

    [TestMethod]
    public async Task The_feed_of_a_language_is_called_by_the_language_and_not_by_its_code()
    {
        Assert.IsTrue(FeedKey.TryParse("language:en", out var english));

        var page = await Page.Of(Pages.FeedAsync(Example.FeedOf(Example.Site, english, "en", Example.English)));

        Assert.AreEqual("Inggris", page.Text("h1"));
    }

    [TestMethod]
    public async Task The_page_of_a_combined_feed_gives_its_one_address()
    {
        var both = FeedQuery.Of([Example.Feeds[1].Key, Example.Feeds[4].Key], FeedMatch.Any);
        var feed = Feed.Of([new ListingEntry.Live(Example.Full)], "", both, Example.Site, Example.Now);

        var page = await Page.Of(Pages.FeedAsync(feed));

        Assert.AreEqual("Disnakertrans Nusa Jaya atau Kabupaten Teluk Jaya", page.Text("h1"));
        Assert.AreEqual(
            "https://siaran.nusajaya.example/feeds/custom.rss?agency=disnakertrans-nusa-jaya&region=teluk-jaya&match=any",
            page.Text("dd code")
        );
    }
}

using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Pages;
using Siaran.Search;
using Siaran.Settings;

namespace Siaran.Tests.Pages;

[TestClass]
public sealed class SearchAndArchivePageTests
{
    private static readonly FeedKey Office = Example.Feeds[1].Key;

    public static SearchView Found { get; } =
        new()
        {
            Query = SearchParser.Parse("nelayan \"tahap kedua\" kantor:disnakertrans-nusa-jaya"),
            From = new DateOnly(2025, 1, 1),
            Address = FeedQuery.OfSearch([new("q", "nelayan \"tahap kedua\""), FeedQuery.Parameter(Office), new("from", "2025-01-01")]),
            Result = new(
                31,
                [new(Example.Full, [new("Jamsostek ", false), new("Nelayan", true), new(" <b>", false)], [new("nelayan", true)])],
                "nelayan \"tahap kedua\""
            ),
            Page = 2,
            Pages = 4,
        };

    public static SearchView Nothing { get; } =
        Found with
        {
            Query = SearchParser.Parse("xylofon"),
            Address = FeedQuery.OfSearch([new("q", "xylofon")]),
            From = null,
            Result = new(0, [], null),
            Page = 1,
            Pages = 0,
        };

    public static SearchView NotBegun { get; } = Nothing with { Query = SearchQuery.All, Address = FeedQuery.OfSearch([]) };

    private static ArchiveView Month => MonthOn(Example.Site);

    public static ArchiveView Empty => AllOn(Example.Site) with { Pages = 0, Total = 0, Months = [], Entries = [] };

    public static ArchiveView MonthOn(Site site) =>
        new()
        {
            Key = Office,
            Title = "Disnakertrans Nusa Jaya",
            Year = 2025,
            Month = 10,
            Page = 2,
            Pages = 3,
            Total = 70,
            Months = [new(new(2026, 1, 1), 3), new(new(2025, 11, 1), 2), new(new(2025, 10, 1), 70), new(new(2024, 2, 1), 1)],
            Entries = Example.FeedOf(site, Office, "x", Example.Full, Example.SameDay).Entries,
        };

    public static ArchiveView AllOn(Site site) =>
        MonthOn(site) with
        {
            Key = FeedKey.All,
            Title = FeedKeys.AllTitle,
            Year = null,
            Month = null,
            Page = 1,
        };

    [TestMethod]
    public async Task What_was_asked_stands_in_the_form_and_in_every_link()
    {
        var page = (await Page.Of(new PageRenderer(Example.Site).SearchAsync(Found))).Document;

        Assert.AreEqual("nelayan \"tahap kedua\"", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.AreEqual("2025-01-01", page.QuerySelector("input[name=from]")!.GetAttribute("value"));
        Assert.AreEqual("disnakertrans-nusa-jaya", page.QuerySelector("input[name=agency]")!.GetAttribute("value"));
        Assert.AreEqual(
            "/search?q=nelayan%20%22tahap%20kedua%22&agency=disnakertrans-nusa-jaya&from=2025-01-01&page=3",
            page.QuerySelector("a[rel=next]")!.GetAttribute("href")
        );
        Assert.AreEqual(
            "/search?q=nelayan%20%22tahap%20kedua%22&agency=disnakertrans-nusa-jaya&from=2025-01-01",
            page.QuerySelector("a[rel=prev]")!.GetAttribute("href")
        );
        Assert.AreEqual("/search?q=nelayan%20%22tahap%20kedua%22&from=2025-01-01", page.QuerySelector(".filters a")!.GetAttribute("href"));
        Assert.AreEqual("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [TestMethod]
    public async Task Words_are_lit_and_markup_in_a_text_is_text()
    {
        var page = (await Page.Of(new PageRenderer(Example.Site).SearchAsync(Found))).Document;

        Assert.AreEqual("Jamsostek <mark>Nelayan</mark> &lt;b&gt;", page.QuerySelector(".hits h2 a")!.InnerHtml);
    }

    [TestMethod]
    public async Task A_month_leads_to_its_pages_its_year_and_its_neighbours()
    {
        var page = (await Page.Of(new PageRenderer(Example.Site).ArchiveAsync(Month))).Document;
        var links = page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ToList();

        const string feed = "/releases?feed=agency:disnakertrans-nusa-jaya";
        Assert.AreEqual($"{feed}&month=2025-10", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.AreEqual($"{feed}&month=2025-10&page=3", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Contains($"{feed}&year=2025", links);
        Assert.Contains($"{feed}&month=2025-11", links);
        Assert.Contains($"{feed}&month=2024-02", links);
        Assert.AreEqual("Semua siaran: Disnakertrans Nusa Jaya: Oktober 2025", page.QuerySelector("h1")!.TextContent);
    }
}

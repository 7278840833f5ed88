using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Pages;
using Siaran.Settings;

namespace Siaran.Tests.Pages;

[TestClass]
public sealed class EveryPageTests
{
    private static readonly Dictionary<string, Func<Site, Task<byte[]>>> Drawings = new()
    {
        ["release"] = site => new PageRenderer(site).ReleaseAsync(Example.Full, Example.Related),
        ["bare release"] = site => new PageRenderer(site).ReleaseAsync(Example.SameDay, null),
        ["English release"] = site => new PageRenderer(site).ReleaseAsync(Example.English, Example.Related),
        ["withdrawn"] = site => new PageRenderer(site).WithdrawnAsync(WithdrawnPageTests.Withdrawn),
        ["not found"] = site => new PageRenderer(site).NotFoundAsync(Example.Feeds),
        ["front"] = site =>
            new PageRenderer(site).FrontAsync(Example.FeedOf(site, FeedKey.All, FeedKeys.AllTitle, [.. Example.Newest]), Example.Feeds),
        ["empty front"] = site => new PageRenderer(site).FrontAsync(Example.FeedOf(site, FeedKey.All, "x"), []),
        ["feed"] = site =>
            Bytes(
                new PageRenderer(site).WriteFeedAsync(
                    Example.FeedOf(site, Example.Feeds[1].Key, Example.Feeds[1].Title, Example.Full),
                    default
                )
            ),
        ["empty feed"] = site => Bytes(new PageRenderer(site).WriteFeedAsync(Example.FeedOf(site, Example.Feeds[1].Key, "x"), default)),
        ["feeds"] = site => Bytes(new PageRenderer(site).WriteDirectoryAsync(new FeedDirectory(Example.Feeds), default)),
        ["evident release"] = site => new PageRenderer(site).ReleaseAsync(EvidenceTests.Evident, null),
        ["kinds of tag"] = site => new PageRenderer(site).TagKindsAsync(TagPageTests.Directory),
        ["no kinds of tag"] = site => new PageRenderer(site).TagKindsAsync(new TagDirectory(0, [])),
        ["tags of a kind"] = site => new PageRenderer(site).TagKindAsync(TagPageTests.Directory.Find("person")!),
        ["tag"] = site =>
            new PageRenderer(site).TagAsync(TagPageTests.On(site, "tag:programme:jamsostek", "Jamsostek", Example.Full, Example.Full2)),
        ["empty tag"] = site => new PageRenderer(site).TagAsync(TagPageTests.Jamsostek with { Count = 0, Releases = [], Companions = [] }),
        ["search"] = site => new PageRenderer(site).SearchAsync(SearchAndArchivePageTests.Found),
        ["search that finds nothing"] = site => new PageRenderer(site).SearchAsync(SearchAndArchivePageTests.Nothing),
        ["search not begun"] = site => new PageRenderer(site).SearchAsync(SearchAndArchivePageTests.NotBegun),
        ["archive"] = site => new PageRenderer(site).ArchiveAsync(SearchAndArchivePageTests.MonthOn(site)),
        ["archive of all"] = site => new PageRenderer(site).ArchiveAsync(SearchAndArchivePageTests.AllOn(site)),
        ["empty archive"] = site => new PageRenderer(site).ArchiveAsync(SearchAndArchivePageTests.Empty),
        ["no such tag"] = site => new PageRenderer(site).NoTagAsync([Example.Feeds[7]], ["topic"]),
        ["no feeds"] = site => Bytes(new PageRenderer(site).WriteDirectoryAsync(new FeedDirectory([]), default)),
    };

    public static IEnumerable<string> Names => Drawings.Keys;

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task Drawn_twice_a_page_has_the_same_bytes(string name) =>
        CollectionAssert.AreEqual(await Drawings[name](Example.Site), await Drawings[name](Example.Site));

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task Headings_descend_one_level_at_a_time_from_a_single_first(string name)
    {
        var page = await Draw(name);

        var levels = page.Document.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToArray();
        Assert.AreEqual(1, levels[0]);
        Assert.AreEqual(1, levels.Count(level => level == 1));
        Assert.IsTrue(levels.Zip(levels.Skip(1)).All(pair => pair.Second <= pair.First + 1), string.Join(' ', levels));
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task A_page_can_be_found_around_without_seeing_it(string name)
    {
        var page = await Draw(name);
        var document = page.Document;

        Assert.IsNotEmpty(document.Title!);
        Assert.IsNotNull(document.DocumentElement.GetAttribute("lang"));
        Assert.HasCount(1, document.QuerySelectorAll("main"));
        Assert.HasCount(1, document.QuerySelectorAll("body > header"));
        Assert.HasCount(1, document.QuerySelectorAll("body > footer"));
        Assert.IsNotNull(document.QuerySelector(document.QuerySelector("a.skip")!.GetAttribute("href")!), "The skip link leads nowhere.");
        Assert.IsTrue(document.QuerySelectorAll("nav, aside").All(landmark => landmark.HasAttribute("aria-label")));
        Assert.IsTrue(document.QuerySelectorAll("aside, section, ul, ol, dl").All(block => block.TextContent.Trim().Length > 0));
        Assert.IsTrue(document.QuerySelectorAll("img").All(image => image.HasAttribute("alt")));
        Assert.IsTrue(document.QuerySelectorAll("a").All(link => link.TextContent.Trim().Length > 0));
        var ids = document.QuerySelectorAll("[id]").Select(element => element.Id).ToArray();
        Assert.HasCount(ids.Length, ids.Distinct().ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task Nothing_runs_and_nothing_is_styled_within_a_page(string name)
    {
        var page = await Draw(name);

        Assert.IsEmpty(page.Document.QuerySelectorAll("script:not([type='application/ld+json']), style, [style]"));
        Assert.IsFalse(
            page.Document.All.SelectMany(element => element.Attributes).Any(a => a.Name.StartsWith("on", StringComparison.Ordinal))
        );
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task Every_address_begins_at_the_root_or_is_absolute(string name)
    {
        var page = await Draw(name);

        foreach (var address in Addresses(page).Where(address => !address.StartsWith('#')))
        {
            Assert.IsTrue(address.StartsWith('/') || address.StartsWith("https://", StringComparison.Ordinal), address);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task A_site_below_another_links_within_its_own_path(string name)
    {
        var site = new Site { BaseAddress = new("https://nusajaya.example/pers/") };
        var page = await Page.Of(Drawings[name](site));

        Assert.IsTrue(
            Addresses(page).Where(address => address.StartsWith('/')).All(address => address.StartsWith("/pers/", StringComparison.Ordinal))
        );
        Assert.IsTrue(
            page.Document.QuerySelectorAll("link[rel=alternate]")
                .All(link =>
                    link.GetAttribute("href") is { } address
                    && (
                        address.StartsWith("https://nusajaya.example/pers/feeds/", StringComparison.Ordinal)
                        || address.StartsWith("https://nusajaya.example/pers/search.", StringComparison.Ordinal)
                    )
                )
        );
    }

    private static async Task<byte[]> Bytes(Task<string> page) => System.Text.Encoding.UTF8.GetBytes(await page);

    private static Task<Page> Draw(string name) => Page.Of(Drawings[name](Example.Site));

    private static IEnumerable<string> Addresses(Page page) =>
        page.Document.QuerySelectorAll("[href], [src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!);
}

using Siaran.Feeds;
using Siaran.Intake;
using Siaran.Listings;
using Siaran.Pages;
using Siaran.Settings;
using Siaran.Tags;

namespace Siaran.Tests.Pages;

[TestClass]
public sealed class EveryPageTests
{
    private static readonly Dictionary<string, Func<Site, PageLanguage?, Task<byte[]>>> Drawings = new()
    {
        ["release"] = (site, language) => new PageRenderer(site).ReleaseAsync(Example.Full, Example.Related, language),
        ["bare release"] = (site, language) => new PageRenderer(site).ReleaseAsync(Example.SameDay, null, language),
        ["English release"] = (site, language) => new PageRenderer(site).ReleaseAsync(Example.English, Example.Related, language),
        ["evident release"] = (site, language) => new PageRenderer(site).ReleaseAsync(EvidenceTests.Evident, null, language),
        ["corrected release"] = (site, language) =>
            new PageRenderer(site).ReleaseAsync(RevisionsPageTests.Corrected, null, language, RevisionsPageTests.History),
        ["revisions"] = (site, language) =>
            new PageRenderer(site).RevisionsAsync(RevisionsPageTests.Corrected.Release, RevisionsPageTests.History, language),
        ["withdrawn"] = (site, language) => new PageRenderer(site).WithdrawnAsync(WithdrawnPageTests.Withdrawn, language),
        ["not found"] = (site, language) => new PageRenderer(site).NotFoundAsync(Example.Feeds, language),
        ["problem"] = (site, language) => new PageRenderer(site).ProblemAsync(400, "limit is a whole number from 1 to 10.", language),
        ["outage"] = (site, language) => new PageRenderer(site).ProblemAsync(503, null, language),
        ["refused upload"] = (site, language) => new PageRenderer(site).RefusedUploadAsync(422, Refused, language),
        ["front"] = (site, language) =>
            new PageRenderer(site).FrontAsync(
                Example.FeedOf(site, FeedKey.All, FeedKeys.AllTitle, [.. Example.Newest]),
                Example.Feeds,
                language
            ),
        ["empty front"] = (site, language) => new PageRenderer(site).FrontAsync(Example.FeedOf(site, FeedKey.All, "x"), [], language),
        ["feed"] = (site, language) =>
            new PageRenderer(site).FeedAsync(Example.FeedOf(site, Example.Feeds[1].Key, Example.Feeds[1].Title, Example.Full), language),
        ["empty feed"] = (site, language) => new PageRenderer(site).FeedAsync(Example.FeedOf(site, Example.Feeds[1].Key, "x"), language),
        ["feeds"] = (site, language) => new PageRenderer(site).FeedDirectoryAsync(new FeedDirectory(Example.Feeds), language),
        ["no feeds"] = (site, language) => new PageRenderer(site).FeedDirectoryAsync(new FeedDirectory([]), language),
        ["kinds of tag"] = (site, language) => new PageRenderer(site).TagKindsAsync(TagPageTests.Directory, language),
        ["no kinds of tag"] = (site, language) => new PageRenderer(site).TagKindsAsync(new TagDirectory(0, []), language),
        ["tags of a kind"] = (site, language) =>
            new PageRenderer(site).TagKindAsync(TagKind.Person, TagPageTests.PageOf(TagKind.Person), language),
        ["feeds of a kind"] = (site, language) =>
            new PageRenderer(site).FeedKindAsync(
                FeedKind.Agency,
                TagPageTests.In(new FeedDirectory(Example.Feeds).OfKind(FeedKind.Agency)).Page(1)!,
                language
            ),
        ["tag"] = (site, language) =>
            new PageRenderer(site).TagAsync(
                TagPageTests.On(site, "tag:programme:jamsostek", "Jamsostek", Example.Full, Example.Full2),
                language
            ),
        ["empty tag"] = (site, language) =>
            new PageRenderer(site).TagAsync(TagPageTests.Jamsostek with { Count = 0, Releases = [], Companions = [] }, language),
        ["no such tag"] = (site, language) => new PageRenderer(site).NoTagAsync([Example.Feeds[7]], [TagKind.Topic], language),
        ["search"] = (site, language) => new PageRenderer(site).SearchAsync(SearchAndArchivePageTests.Found, language),
        ["search that finds nothing"] = (site, language) => new PageRenderer(site).SearchAsync(SearchAndArchivePageTests.Nothing, language),
        ["search not begun"] = (site, language) => new PageRenderer(site).SearchAsync(SearchAndArchivePageTests.NotBegun, language),
        ["archive"] = (site, language) => new PageRenderer(site).ArchiveAsync(SearchAndArchivePageTests.MonthOn(site), language),
        ["archive of all"] = (site, language) => new PageRenderer(site).ArchiveAsync(SearchAndArchivePageTests.AllOn(site), language),
        ["empty archive"] = (site, language) => new PageRenderer(site).ArchiveAsync(SearchAndArchivePageTests.Empty, language),
    };

    private static IntakeReport Refused =>
        new()
        {
            Upload = "http/2026/11/22/siaran.md",
            Outcome = UploadOutcome.Rejected,
            Findings =
            [
                new(Severity.Error, "bad-date", 3, 1, "Tanggal <besok> tidak terbaca.", "The date <besok> cannot be read."),
                new(Severity.Note, "title-guessed", null, null, "Judul diambil dari teks.", "The headline was taken from the text."),
            ],
        };

    public static IEnumerable<string> Names => Drawings.Keys;

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task Drawn_twice_a_page_has_the_same_bytes(string name) =>
        CollectionAssert.AreEqual(await Drawings[name](Example.Site, null), await Drawings[name](Example.Site, null));

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
    public async Task Nothing_runs_and_nothing_is_styled_within_a_page_but_files_of_the_site(string name)
    {
        var page = await Draw(name);

        Assert.IsEmpty(page.Document.QuerySelectorAll("script:not([type='application/ld+json'], [src^='/assets/']), style, [style]"));
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
        var page = await Page.Of(Drawings[name](site, null));

        Assert.IsTrue(
            Addresses(page).Where(address => address.StartsWith('/')).All(address => address.StartsWith("/pers/", StringComparison.Ordinal))
        );
        Assert.IsTrue(
            page.Document.QuerySelectorAll("link[rel=alternate][type]")
                .All(link =>
                    link.GetAttribute("href") is { } address
                    && (
                        address.StartsWith("https://nusajaya.example/pers/feeds/", StringComparison.Ordinal)
                        || address.StartsWith("https://nusajaya.example/pers/search.", StringComparison.Ordinal)
                    )
                )
        );
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task In_English_every_link_to_a_page_stays_in_English_and_nothing_of_the_furniture_is_Indonesian(string name)
    {
        var page = await Page.Of(Drawings[name](Example.Site, PageLanguage.Fixed("en")));

        Assert.AreEqual("en", page.Document.DocumentElement.GetAttribute("lang"));
        var others = page
            .Document.QuerySelectorAll("a[href^='/']:not(.languages a)")
            .Select(link => link.GetAttribute("href")!)
            .Where(address => !address.StartsWith("/en/", StringComparison.Ordinal));
        Assert.IsTrue(others.All(IsDocument), string.Join('\n', others));
        Assert.AreEqual("Bahasa Indonesia", page.Text(".languages a"));
        foreach (var word in new[] { "Beranda", "Langganan", "Terbaru", "Ikuti", "Wilayah" })
        {
            Assert.DoesNotContain(word, page.Row("h1, h2, nav, aside h3"));
        }
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task A_page_that_search_engines_may_keep_has_one_address_in_each_language(string name)
    {
        var (plain, english) = (await Draw(name), await Page.Of(Drawings[name](Example.Site, PageLanguage.Fixed("en"))));
        var alternates = Alternates(plain);
        if (plain.Meta("robots") == "noindex")
        {
            Assert.IsEmpty(alternates);
            Assert.IsNull(plain.Document.QuerySelector("link[rel=canonical]"));
            return;
        }

        if (name == "search")
        {
            // What a search finds is kept as the form, which has an address in each language itself.
            Assert.IsEmpty(alternates);
            Assert.AreEqual(Canonical(await Draw("search not begun")), Canonical(plain));
            return;
        }

        Assert.AreEqual("en id x-default", string.Join(' ', alternates.Keys.Order(StringComparer.Ordinal)));
        CollectionAssert.AreEqual(alternates.ToList(), Alternates(english).ToList());
        Assert.AreEqual(alternates["id"], alternates["x-default"]);
        Assert.AreEqual(alternates["id"].Replace(".example/", ".example/en/", StringComparison.Ordinal), alternates["en"]);
        if (!name.Contains("release", StringComparison.Ordinal))
        {
            Assert.AreEqual(alternates["id"], Canonical(plain));
            Assert.AreEqual(alternates["en"], Canonical(english));
        }

        Assert.AreEqual(new Uri(alternates["en"]).PathAndQuery, plain.Document.QuerySelector(".languages a")!.GetAttribute("href"));
    }

    [TestMethod]
    public async Task Where_a_browser_chose_the_language_search_engines_keep_the_address_that_names_none()
    {
        var chosen = PageLanguage.Preferred("en", Example.Site);
        foreach (var name in new[] { "front", "tag", "archive", "search not begun", "search" })
        {
            var page = await Page.Of(Drawings[name](Example.Site, chosen));

            Assert.AreEqual("en", page.Document.DocumentElement.GetAttribute("lang"));
            Assert.AreEqual(Canonical(await Draw(name)), Canonical(page), name);
        }

        Assert.AreEqual("id", PageLanguage.Preferred("id", Example.Site).Code);
        Assert.IsFalse(PageLanguage.Preferred("id", Example.Site).IsNegotiated);
    }

    private static string? Canonical(Page page) => page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href");

    private static Dictionary<string, string> Alternates(Page page) =>
        page
            .Document.QuerySelectorAll("link[hreflang]")
            .ToDictionary(link => link.GetAttribute("hreflang")!, link => link.GetAttribute("href")!);

    /// <summary>Whether an address is that of a feed's document, a file or another machine's document, which have no language.</summary>
    private static bool IsDocument(string address) =>
        address.Split('?')[0].Split('/')[^1] is var file
        && (file.Contains('.', StringComparison.Ordinal) || address.StartsWith("/assets/", StringComparison.Ordinal));

    private static Task<Page> Draw(string name) => Page.Of(Drawings[name](Example.Site, null));

    private static IEnumerable<string> Addresses(Page page) =>
        page.Document.QuerySelectorAll("[href], [src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!);
}

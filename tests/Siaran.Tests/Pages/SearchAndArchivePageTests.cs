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
        Assert.AreEqual("disnakertrans-nusa-jaya", page.QuerySelector("select[name=agency] option[selected]")!.GetAttribute("value"));
        Assert.AreEqual(
            "/search?q=nelayan%20%22tahap%20kedua%22&agency=disnakertrans-nusa-jaya&from=2025-01-01&page=3",
            page.QuerySelector("a[rel=next]")!.GetAttribute("href")
        );
        Assert.AreEqual(
            "/search?q=nelayan%20%22tahap%20kedua%22&agency=disnakertrans-nusa-jaya&from=2025-01-01",
            page.QuerySelector("a[rel=prev]")!.GetAttribute("href")
        );
        Assert.AreEqual("/search?q=nelayan%20%22tahap%20kedua%22&from=2025-01-01", page.QuerySelector(".filters a")!.GetAttribute("href"));
    }

    [TestMethod]
    public async Task Search_engines_keep_the_empty_form_in_the_place_of_what_is_found_and_nothing_where_nothing_is()
    {
        var (form, found, nothing) = (await Draw(NotBegun), await Draw(Found), await Draw(Nothing));

        foreach (var page in new[] { form, found })
        {
            Assert.AreEqual(Example.Site.Address("search").AbsoluteUri, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.IsNull(page.QuerySelector("meta[name=robots]"));
            Assert.IsNotNull(page.QuerySelector("meta[name=description]"));
        }

        Assert.IsNotEmpty(form.QuerySelectorAll("link[hreflang]"));
        Assert.IsEmpty(found.QuerySelectorAll("link[hreflang]"));
        Assert.AreEqual("noindex", nothing.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.IsNull(nothing.QuerySelector("link[rel=canonical]"));
    }

    [TestMethod]
    public async Task Whoever_searches_chooses_among_the_offices_regions_and_tags_that_there_are()
    {
        var page = await Draw(NotBegun with { Directory = Example.Feeds });

        Assert.AreEqual("agency region tag", string.Join(' ', page.QuerySelectorAll("select").Select(list => list.GetAttribute("name"))));
        Assert.AreEqual(
            "Semua, BPBD Nusa Jaya, Diskominfo Nusa Jaya, Disnakertrans Nusa Jaya",
            string.Join(", ", page.QuerySelectorAll("select[name=agency] option").Select(option => option.TextContent))
        );
        Assert.AreEqual(
            "Peraturan, Program",
            string.Join(", ", page.QuerySelectorAll("optgroup").Select(group => group.GetAttribute("label")))
        );
        Assert.AreEqual("programme:jamsostek", page.QuerySelector("optgroup:last-child option")!.GetAttribute("value"));
        Assert.IsTrue(page.QuerySelectorAll("select").All(list => list.QuerySelector("option")!.GetAttribute("value") is ""));
        Assert.IsTrue(page.QuerySelectorAll("select, input").All(field => page.QuerySelector($"label[for={field.Id}]") is not null));
        Assert.IsFalse(page.QuerySelector("details")!.HasAttribute("open"));
    }

    [TestMethod]
    public async Task What_was_chosen_stays_chosen_and_the_second_of_a_kind_stays_too()
    {
        var second = Example.Feeds[2].Key;
        var page = await Draw(
            Found with
            {
                Directory = Example.Feeds,
                Query = Found.Query with { Keys = [Office, second, FeedKey.From(FeedKind.Region, "Pulau Kecapi")!.Value] },
            }
        );

        Assert.AreEqual(
            "disnakertrans-nusa-jaya pulau-kecapi",
            string.Join(' ', page.QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value")))
        );
        Assert.AreEqual("bpbd-nusa-jaya", page.QuerySelector("input[type=hidden][name=agency]")!.GetAttribute("value"));
        Assert.IsTrue(page.QuerySelector("details")!.HasAttribute("open"));
        StringAssert.Contains(page.QuerySelector(".filters")!.TextContent, "BPBD Nusa Jaya");
    }

    [TestMethod]
    public async Task Of_thousands_of_offices_and_tags_the_busiest_are_offered_and_the_page_stays_small()
    {
        var chance = new Random(5);
        string Name() => string.Concat(Enumerable.Range(0, 23).Select(i => i % 8 == 7 ? ' ' : (char)('a' + chance.Next(26))));
        var directory = Enumerable
            .Range(0, 2000)
            .SelectMany(i =>
                new[]
                {
                    new ListedKey(FeedKey.From(FeedKind.Agency, Name())!.Value, "Dinas " + Name()) { Count = i },
                    new ListedKey(FeedKey.From(FeedKind.Region, Name())!.Value, "Kabupaten " + Name()) { Count = i },
                    new ListedKey(FeedKey.Of(new Siaran.Tags.TagId(Siaran.Tags.TagKind.Person, Name().Replace(' ', '-'))), Name())
                    {
                        Count = i,
                    },
                }
            )
            .ToList();

        var bytes = await new PageRenderer(Example.Site).SearchAsync(Found with { Directory = directory });
        var page = (await Page.Of(Task.FromResult(bytes))).Document;

        foreach (var name in new[] { "agency", "region", "tag" })
        {
            Assert.IsInRange(SearchChoices.Most, SearchChoices.Most + 1, page.QuerySelectorAll($"select[name={name}] option").Length - 1);
        }

        var busiest = directory.Where(listed => listed.Key.Kind is FeedKind.Region).MaxBy(listed => listed.Count)!;
        Assert.IsNotNull(page.QuerySelector($"option[value='{busiest.Key.Name}']"));
        using var packed = new MemoryStream();
        await using (
            var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true)
        )
        {
            await gzip.WriteAsync(bytes);
        }

        // Names of random letters pack worse than any, and what is left of 20 KB is for the style sheet.
        Assert.IsLessThan(13 * 1024, packed.Length);
    }

    private static async Task<AngleSharp.Dom.IDocument> Draw(SearchView view) =>
        (await Page.Of(new PageRenderer(Example.Site).SearchAsync(view))).Document;

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

using System.Text.Json;
using Siaran.Listings;
using Siaran.Pages;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Settings;

namespace Siaran.Tests.Pages;

[TestClass]
public sealed class ReleasePageTests
{
    private const string Hostile = "</script></title><script>alert('x')</script> & \"kutip\" <b>";

    private static readonly PageRenderer Pages = new(Example.Site);

    private static Task<Page> Full() => Page.Of(Pages.ReleaseAsync(Example.Full, Example.Related));

    [TestMethod]
    public async Task A_release_shows_who_says_what_where_and_when()
    {
        var page = await Full();

        Assert.AreEqual("id", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.AreEqual("Tahap Kedua, Jamsostek Nelayan Jangkau 3.100 Pekerja di Tiga Kecamatan", page.Text("h1"));
        Assert.AreEqual("Siaran Pers", page.Text("article .label"));
        Assert.AreEqual("Selasa, 14 Oktober 2025, 14.00 WITA", page.Text(".byline time"));
        Assert.AreEqual("2025-10-14T14:00:00+08:00", page.Document.QuerySelector(".byline time")!.GetAttribute("datetime"));
        Assert.Contains("Disnakertrans Nusa Jaya", page.Text(".byline")!);
        Assert.Contains("Teluk Jaya", page.Text(".byline")!);
        Assert.Contains("Diperbarui Kamis, 16 Oktober 2025, 08.00 WITA", page.Text(".updated")!);
        Assert.Contains("Jumlah penerima di Muara Lengan diperbaiki menjadi 1.420 orang.", page.Text(".updated")!);
        Assert.AreEqual(
            "Nelayan menunjukkan kartu \"Jamsostek\" di dermaga",
            page.Document.QuerySelector("figure img")!.GetAttribute("alt")
        );
        Assert.HasCount(3, page.Document.QuerySelectorAll(".body tbody tr"));
    }

    [TestMethod]
    public async Task A_release_can_be_shared_without_a_script_and_names_its_one_address()
    {
        var page = await Full();
        var address = $"https://siaran.nusajaya.example/releases/{Example.Full.Release.Slug}";

        var whatsApp = new Uri(page.Document.QuerySelector(".share a[href^='https://wa.me/']")!.GetAttribute("href")!);
        Assert.AreEqual($"?text={Example.Full.Release.Content.Headline} {address}", Uri.UnescapeDataString(whatsApp.Query));
        Assert.AreEqual(address, page.Text(".share .address"));
        Assert.AreEqual($"Siaran · {address}", page.Text(".printed"));
        Assert.IsTrue(page.Document.QuerySelectorAll(".share button").All(button => button.ParentElement!.HasAttribute("hidden")));
    }

    [TestMethod]
    public async Task The_press_contact_of_the_office_is_shown_where_the_site_knows_it()
    {
        var site = new Site
        {
            BaseAddress = Example.Site.BaseAddress,
            PressContacts = "BPBD: a@bpbd.example; disnakertrans nusa jaya: humas@disnakertrans.example, 0812 3456",
        };

        var known = await Page.Of(new PageRenderer(site).ReleaseAsync(Example.Full, null));
        var unknown = await Page.Of(new PageRenderer(site).ReleaseAsync(Example.English, null));

        CollectionAssert.AreEqual(new[] { "humas@disnakertrans.example", "0812 3456" }, known.Texts(".contact li").ToArray());
        Assert.AreEqual("mailto:humas@disnakertrans.example", known.Document.QuerySelector(".contact a")!.GetAttribute("href"));
        Assert.IsNull(unknown.Text(".contact"));
    }

    [TestMethod]
    public async Task At_most_six_related_releases_are_shown_and_none_that_is_far_from_the_best()
    {
        var near = Example.Related.Neighbours[0] with { Score = 0.9 };
        var chosen = near with { Headline = "Dipilih", Score = 0.1, ChosenByEditor = true };
        var far = near with { Headline = "Jauh", Score = 0.2 };

        var few = await Page.Of(Pages.ReleaseAsync(Example.Full, Example.Related with { Neighbours = [chosen, near, far] }));
        var many = await Page.Of(Pages.ReleaseAsync(Example.Full, Example.Related with { Neighbours = [.. Enumerable.Repeat(near, 9)] }));

        CollectionAssert.AreEqual(new[] { "Dipilih", near.Headline }, few.Texts(".cards h3").ToArray());
        Assert.HasCount(6, many.Document.QuerySelectorAll(".cards > li"));
    }

    [TestMethod]
    public async Task A_picture_that_is_served_here_comes_in_several_widths_and_keeps_its_place_before_it_is_there()
    {
        var picture = new Attachment(new string('a', 64), "image/jpeg", "dermaga.jpg")
        {
            Alt = "Dermaga",
            Width = 1600,
            Height = 900,
            Widths = [480, 960],
        };
        var tagged = Example.Plain.With(release => release with { Content = release.Content with { Attachments = [picture] } });

        var release = await Page.Of(Pages.ReleaseAsync(tagged, null));
        var front = await Page.Of(
            Pages.FrontAsync(Example.FeedOf(Example.Site, FeedKey.All, "x", Example.English, Example.SameDay, tagged), [])
        );

        foreach (var image in new[] { release.Document.QuerySelector(".attachments img")!, front.Document.QuerySelector(".item img")! })
        {
            Assert.AreEqual("1600", image.GetAttribute("width"));
            Assert.AreEqual("900", image.GetAttribute("height"));
            Assert.AreEqual("lazy", image.GetAttribute("loading"));
            Assert.EndsWith("-480.jpg 480w", image.GetAttribute("srcset")!.Split(", ")[0]);
            Assert.IsNotNull(image.GetAttribute("sizes"));
        }

        Assert.AreEqual("Dermaga", release.Document.QuerySelector(".attachments img")!.GetAttribute("alt"));
        Assert.AreEqual("", front.Document.QuerySelector(".item img")!.GetAttribute("alt"));
    }

    [TestMethod]
    public async Task A_hostile_release_changes_nothing_but_the_words()
    {
        var content = Some.Content(Hostile, Hostile) with
        {
            Summary = Hostile,
            Label = Hostile,
            Agency = Hostile,
            Place = Hostile,
            Licence = "javascript:alert(1)",
            Image = new(new("https://gambar.example/a\"onerror=\"x.jpg"), Hostile),
        };
        var tagged = Example
            .Tagged("hostile", content, Some.Time, Example.Tag("keyword:x", Hostile, ("subject", Hostile)))
            .With(release => release with { ChangeNote = Hostile, UpdatedAt = Some.Time.AddDays(1) });
        var related = Example.Related with
        {
            Neighbours = [Example.Related.Neighbours[0] with { Headline = Hostile, Agency = Hostile, Reasons = [Hostile] }],
        };

        var page = await Page.Of(Pages.ReleaseAsync(tagged, related));

        Assert.AreEqual(Hostile, page.Text("h1"));
        Assert.AreEqual(Hostile, page.Meta("og:title"));
        Assert.AreEqual($"{Hostile} · Siaran", page.Document.Title);
        Assert.AreEqual("application/ld+json", page.Document.QuerySelectorAll("script:not([src])").Single().GetAttribute("type"));
        Assert.AreEqual(Hostile, Linked(page).GetProperty("headline").GetString());
        Assert.IsEmpty(page.Document.QuerySelectorAll("b, [onerror], [href^='javascript:']"));
        Assert.AreEqual(Hostile, page.Document.QuerySelector("figure img")!.GetAttribute("alt"));
    }

    [TestMethod]
    public async Task Search_engines_read_the_release_as_a_news_article()
    {
        var article = Linked(await Full());

        Assert.AreEqual("NewsArticle", article.GetProperty("@type").GetString());
        Assert.AreEqual(Example.Full.Release.Id.Urn, article.GetProperty("@id").GetString());
        Assert.AreEqual($"https://siaran.nusajaya.example/releases/{Example.Full.Release.Slug}", article.GetProperty("url").GetString());
        Assert.AreEqual("https://disnakertrans.nusajaya.example/tahap-kedua", article.GetProperty("mainEntityOfPage").GetString());
        Assert.AreEqual("2025-10-14T14:00:00+08:00", article.GetProperty("datePublished").GetString());
        Assert.AreEqual("2025-10-16T08:00:00+08:00", article.GetProperty("dateModified").GetString());
        Assert.AreEqual("Disnakertrans Nusa Jaya", article.GetProperty("author").GetProperty("name").GetString());
        Assert.AreEqual("Siaran Pers", article.GetProperty("articleSection").GetString());
        Assert.AreEqual(6, article.GetProperty("about").GetArrayLength());
    }

    [TestMethod]
    public async Task Whoever_shares_a_release_shows_its_headline_summary_and_picture()
    {
        var page = await Full();

        Assert.AreEqual("article", page.Meta("og:type"));
        Assert.AreEqual("Pengolah ikan, pembuat jaring, dan buruh angkut pelabuhan kini ikut terlindungi.", page.Meta("og:description"));
        Assert.AreEqual("https://disnakertrans.nusajaya.example/nelayan.jpg", page.Meta("og:image"));
        Assert.AreEqual("summary_large_image", page.Meta("twitter:card"));
        Assert.AreEqual("id_ID", page.Meta("og:locale"));
    }

    [TestMethod]
    public async Task Readers_find_the_feeds_of_everything_and_of_the_agency()
    {
        var page = await Full();

        string[] expected =
        [
            "https://siaran.nusajaya.example/feeds/all.rss",
            "https://siaran.nusajaya.example/feeds/all.atom",
            "https://siaran.nusajaya.example/feeds/all.json",
            "https://siaran.nusajaya.example/feeds/agency:disnakertrans-nusa-jaya.rss",
            "https://siaran.nusajaya.example/feeds/agency:disnakertrans-nusa-jaya.atom",
            "https://siaran.nusajaya.example/feeds/agency:disnakertrans-nusa-jaya.json",
        ];
        CollectionAssert.AreEqual(
            expected,
            page.Document.QuerySelectorAll("link[rel=alternate][type]").Select(link => link.GetAttribute("href")).ToArray()
        );
        Assert.Contains("type=\"application/rss+xml\"", page.Html);
    }

    [TestMethod]
    public async Task Tags_stand_under_their_kind_and_lead_to_what_is_told_of_them_but_implied_ones_do_not_show()
    {
        var page = await Full();

        var tags = page.Document.QuerySelectorAll("a[rel=tag]").ToDictionary(tag => tag.TextContent, tag => tag.GetAttribute("href"));
        Assert.AreEqual("/tags/regulation/inpres-2-2021", tags["Inpres 2/2021"]);
        Assert.AreEqual("/tags/region/teluk-jaya", tags["Kabupaten Teluk Jaya"]);
        Assert.IsFalse(tags.ContainsKey("Provinsi Nusa Jaya"));
        Assert.AreEqual("Instansi | Tokoh | Program | Wilayah | Peraturan | Topik", page.Row(".tags h3"));
        Assert.Contains("Optimalisasi Pelaksanaan Program Jamsostek", page.Text(".tags")!);
    }

    [TestMethod]
    public async Task Related_news_says_why_it_is_related()
    {
        var page = await Full();

        Assert.Contains("Berita Terkait", page.Texts("h2"));
        Assert.Contains("Juga terbit sebagai", page.Texts("h2"));
        Assert.Contains("Terbaru dari Disnakertrans Nusa Jaya", page.Texts("h2"));
        Assert.HasCount(3, page.Document.QuerySelectorAll(".cards > li"));
        Assert.AreEqual("Satu rangkaian", page.Text(".cards .label"));
        Assert.AreEqual("Sama-sama membahas Inpres 2/2021", page.Text(".reasons li"));
        Assert.AreEqual("en", page.Document.QuerySelector(".newest a")!.GetAttribute("lang"));
    }

    [TestMethod]
    public async Task A_release_with_nothing_related_has_no_empty_list()
    {
        var page = await Page.Of(Pages.ReleaseAsync(Example.Plain, new RelatedList { Id = Example.Plain.Release.Id }));

        Assert.DoesNotContain("Berita Terkait", page.Body);
    }

    [TestMethod]
    public async Task A_minor_revision_is_not_announced()
    {
        var minor = Example.Plain.With(release =>
            release with
            {
                Revision = 2,
                RevisionKind = RevisionKind.Minor,
                ChangeNote = "Salah ketik.",
            }
        );

        var page = await Page.Of(Pages.ReleaseAsync(minor, null));

        Assert.DoesNotContain("Diperbarui", page.Body);
        Assert.DoesNotContain("Salah ketik.", page.Body);
    }

    [TestMethod]
    [DataRow("id", "id", null, "Rabu, 22 April 2026, 10.00 WITA")]
    [DataRow("en", "id", "en", "Rabu, 22 April 2026, 10.00 WITA")]
    [DataRow("en-GB", "id", "en-GB", "Rabu, 22 April 2026, 10.00 WITA")]
    [DataRow("jv", "en", "jv", "Wednesday, 22 April 2026, 10:00 WITA")]
    [DataRow("en", "en", null, "Wednesday, 22 April 2026, 10:00 WITA")]
    public async Task The_page_speaks_the_language_that_was_asked_for_and_the_article_its_own(
        string language,
        string asked,
        string? article,
        string time
    )
    {
        var tagged = Example.English.With(release => release with { Content = release.Content with { Language = language } });

        var drawn = await Page.Of(Pages.ReleaseAsync(tagged, null, PageLanguage.Fixed(asked)));

        Assert.AreEqual(asked, drawn.Document.DocumentElement.GetAttribute("lang"));
        Assert.AreEqual(article, drawn.Document.QuerySelector("article")!.GetAttribute("lang"));
        Assert.AreEqual(time, drawn.Text(".byline time"));
    }

    [TestMethod]
    [DataRow("Asia/Jakarta", "Selasa, 14 Oktober 2025, 13.00 WIB")]
    [DataRow("Asia/Jayapura", "Selasa, 14 Oktober 2025, 15.00 WIT")]
    [DataRow("America/New_York", "Selasa, 14 Oktober 2025, 02.00 UTC-04:00")]
    public async Task Times_are_given_in_the_zone_of_the_site(string zone, string expected)
    {
        var site = new Site { BaseAddress = Example.Site.BaseAddress, TimeZone = zone };

        var page = await Page.Of(new PageRenderer(site).ReleaseAsync(Example.Full, null));

        Assert.AreEqual(expected, page.Text(".byline time"));
    }

    private static JsonElement Linked(Page page) =>
        JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
}

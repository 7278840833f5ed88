using System.Text.Json;
using Siaran.Endpoints;
using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Pages;
using Siaran.Releases;
using Siaran.Settings;
using Siaran.Tags;

namespace Siaran.Tests.Pages;

[TestClass]
public sealed class TagPageTests
{
    private static readonly PageRenderer Pages = new(Example.Site);

    public static TagDirectory Directory { get; } =
        new(
            1,
            [
                .. Example.Feeds.Select(feed => feed with { Count = 3 }),
                .. FeedKeys
                    .Named(Example.Full)
                    .Where(feed => feed.Key.Kind is FeedKind.Tag or FeedKind.Label)
                    .Select(feed => new ListedKey(feed.Key, feed.Title) { Count = 1250 }),
                new(Key("tag:person:nobody"), "Nobody"),
            ]
        );

    public static KeyPages In(IEnumerable<ListedKey> keys, string language = "id") =>
        new(keys, new PageView(Example.Site, PageLanguage.Fixed(language)));

    public static KeyPage PageOf(TagKind kind) => In(Directory.Find(kind)!.Tags).Page(1)!;

    public static TagView Jamsostek { get; } = Of("tag:programme:jamsostek", "Jamsostek", Example.Full, Example.Full2);

    [TestMethod]
    public async Task A_tag_says_what_it_is_and_shows_its_newest_releases()
    {
        var page = await Page.Of(Pages.TagAsync(Of("tag:regulation:inpres-2-2021", "Inpres 2/2021", Example.Full)));

        Assert.AreEqual("Inpres 2/2021", page.Text("h1"));
        Assert.Contains("Optimalisasi Pelaksanaan Program Jamsostek", page.Text(".masthead")!);
        Assert.Contains("1 siaran", page.Text(".masthead")!);
        Assert.AreEqual($"/releases/{Example.Full.Release.Slug}", page.Document.QuerySelector(".item a")!.GetAttribute("href"));
        Assert.IsNotNull(page.Document.QuerySelector("a[href='/feeds/tag:regulation:inpres-2-2021#atom']"));
    }

    [TestMethod]
    public void Tags_beside_it_are_those_that_stand_most_often_on_the_same_releases()
    {
        CollectionAssert.AreEqual(
            new[] { "region:teluk-jaya", "agency:disnakertrans-nusa-jaya" },
            Jamsostek.Companions.Take(2).Select(tag => tag.Id.ToString()).ToArray()
        );
        Assert.AreEqual(2, Jamsostek.Companions[0].Releases);
        Assert.IsFalse(Jamsostek.Companions.Any(tag => tag.Id.Name is "nusa-jaya" or "jamsostek"));
    }

    [TestMethod]
    public void What_the_gate_holds_back_is_neither_shown_nor_counted()
    {
        var later = Example.Full2.With(release => release with { PublishAt = Example.Now.AddDays(1) });

        var view = Of("tag:programme:jamsostek", "Jamsostek", Example.Full, later);

        Assert.AreEqual(1, view.Count);
        Assert.HasCount(1, view.Releases);
        Assert.AreEqual(1, view.Companions.Max(tag => tag.Releases));
    }

    [TestMethod]
    public async Task All_tags_of_a_kind_stand_by_name_with_their_counts_but_without_those_that_no_release_bears()
    {
        var page = await Page.Of(Pages.TagKindAsync(TagKind.Person, PageOf(TagKind.Person)));

        Assert.AreEqual("Tokoh", page.Text("h1"));
        Assert.AreEqual("Hamdan Lesmata", page.Row(".names a"));
        Assert.AreEqual("1.250", page.Text(".names .count"));
    }

    [TestMethod]
    public async Task Thousands_of_tags_are_found_by_page_and_by_first_letter()
    {
        var names = Enumerable
            .Range(0, 26 * KeyPage.Size)
            .Select(number => $"{(char)('A' + (number / KeyPage.Size))}ang Nomor {number}")
            .Prepend("4 Pilar");
        ListedKey[] tags = [.. names.Select(name => new ListedKey(FeedKey.Of(new(TagKind.Person, Slug.From(name))), name) { Count = 1 })];
        var keys = In(new TagDirectory(1, tags).Find(TagKind.Person)!.Tags);

        var page = await Page.Of(Pages.TagKindAsync(TagKind.Person, keys.Page(3)!));

        Assert.HasCount(KeyPage.Size, page.Document.QuerySelectorAll(".names a"));
        Assert.Contains("2.081", page.Text(".masthead")!);
        Assert.AreEqual("Bang Nomor 99", page.Texts(".names a")[0]);
        Assert.AreEqual("/tags/person?page=2", page.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.AreEqual("/tags/person?page=4", page.Document.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        var letters = page
            .Document.QuerySelectorAll(".letters a")
            .ToDictionary(link => link.TextContent, link => link.GetAttribute("href"));
        Assert.HasCount(27, letters);
        Assert.AreEqual("/tags/person", letters["#"]);
        Assert.AreEqual("/tags/person?page=26", letters["Z"]);
        Assert.IsNull(keys.Page(28));
        Assert.IsNull(keys.Page(0));
        Assert.AreEqual(1, In([]).Page(1)!.Count);
    }

    [TestMethod]
    [DataRow("programme", "jamsostk", "tag:programme:jamsostek")]
    [DataRow("regulation", "inpres-2-2020", "tag:regulation:inpres-2-2021")]
    [DataRow("programe", "jamsostek", "tag:programme:jamsostek")]
    public void The_nearest_tag_is_found_for_a_name_that_is_none(string kind, string name, string nearest) =>
        Assert.AreEqual(nearest, Directory.Nearest(new TagKind(kind), name)[0].Key.ToString());

    [TestMethod]
    [DataRow("id", "Tenaga kerja", "Tenaga kerja")]
    [DataRow("en", "Tenaga kerja", "Labour")]
    [DataRow("id", "labour", "Tenaga kerja")]
    [DataRow("en", "labour", "Labour")]
    [DataRow("en", "Urusan pekerja kami", "Urusan pekerja kami")]
    public async Task A_topic_has_its_name_in_the_page_s_language_whatever_its_newest_release_speaks(
        string language,
        string label,
        string shown
    )
    {
        var view = Of("tag:topic:tenaga-kerja", label);
        var directory = new TagDirectory(1, [new(view.Key, label) { Count = 1 }]);
        var spoken = PageLanguage.Fixed(language);

        var one = await Page.Of(Pages.TagAsync(view, spoken));
        var all = await Page.Of(Pages.TagKindAsync(TagKind.Topic, In(directory.Find(TagKind.Topic)!.Tags, language).Page(1)!, spoken));
        var kinds = await Page.Of(Pages.TagKindsAsync(directory, spoken));

        Assert.AreEqual(shown, one.Text("h1"));
        Assert.AreEqual(shown, all.Row(".names a"));
        Assert.AreEqual(shown, kinds.Row(".names a"));
    }

    [TestMethod]
    public void JSON_has_the_name_in_the_site_s_language_and_both()
    {
        var json = new TagJson(Example.Site);

        using var one = JsonDocument.Parse(json.Tag(Of("tag:topic:tenaga-kerja", "labour")));
        using var all = JsonDocument.Parse(
            json.Kind(new TagDirectory(1, [new(Key("tag:topic:tenaga-kerja"), "labour") { Count = 1 }]).Find(TagKind.Topic)!)
        );
        using var other = JsonDocument.Parse(json.Tag(Jamsostek));

        foreach (var line in new[] { one.RootElement, all.RootElement.GetProperty("tags")[0] })
        {
            Assert.AreEqual("Tenaga kerja", line.GetProperty("label").GetString());
            Assert.AreEqual("Tenaga kerja", line.GetProperty("labels").GetProperty("id").GetString());
            Assert.AreEqual("Labour", line.GetProperty("labels").GetProperty("en").GetString());
        }

        Assert.IsFalse(other.RootElement.TryGetProperty("labels", out _));
    }

    [TestMethod]
    public void A_kind_of_Siaran_s_own_is_there_before_its_first_tag()
    {
        Assert.IsEmpty(new TagDirectory(0, []).Find(TagKind.Topic)!.Tags);
        Assert.IsNull(new TagDirectory(0, []).Find(new TagKind("topics")));
        CollectionAssert.AreEqual(new[] { TagKind.Topic }, new TagDirectory(0, []).NearestKinds("topics").ToArray());
    }

    private static TagView Of(string key, string title, params TaggedRelease[] releases) => On(Example.Site, key, title, releases);

    public static TagView On(Site site, string key, string title, params TaggedRelease[] releases)
    {
        var head = new ListingHead
        {
            Key = Key(key),
            Title = title,
            Version = 1,
            LastModified = Example.Now,
            Count = releases.Length,
        };
        return TagView.Of(
            new Listing(head, [.. releases.Select(tagged => new ListingEntry.Live(tagged))]),
            TagName.Of(head.Key)!.Value,
            site,
            Example.Now
        );
    }

    private static FeedKey Key(string key) =>
        FeedKey.TryParse(key, out var parsed) ? parsed : throw new ArgumentException("No feed's key.", nameof(key));
}

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

    public static KeyPage PageOf(TagKind kind) => KeyPage.Of(Directory.Find(kind)!.Tags, 1)!;

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
        var keys = new TagDirectory(1, tags).Find(TagKind.Person)!.Tags;

        var page = await Page.Of(Pages.TagKindAsync(TagKind.Person, KeyPage.Of(keys, 3)!));

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
        Assert.IsNull(KeyPage.Of(keys, 28));
        Assert.IsNull(KeyPage.Of(keys, 0));
        Assert.AreEqual(1, KeyPage.Of([], 1)!.Count);
    }

    [TestMethod]
    [DataRow("programme", "jamsostk", "tag:programme:jamsostek")]
    [DataRow("regulation", "inpres-2-2020", "tag:regulation:inpres-2-2021")]
    [DataRow("programe", "jamsostek", "tag:programme:jamsostek")]
    public void The_nearest_tag_is_found_for_a_name_that_is_none(string kind, string name, string nearest) =>
        Assert.AreEqual(nearest, Directory.Nearest(new TagKind(kind), name)[0].Key.ToString());

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

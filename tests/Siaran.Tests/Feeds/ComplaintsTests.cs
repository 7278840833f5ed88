using System.Globalization;
using System.Xml.Linq;
using Siaran.Releases;

namespace Siaran.Tests.Feeds;

/// <summary>What users of other systems complain of, by the number and the words of the complaint. It must not happen here.</summary>
[TestClass]
public sealed partial class ComplaintsTests
{
    private static readonly string[] Extensions = ["rss", "atom", "json", "ninjs"];

    [TestMethod]
    public async Task C01_a_path_change_altered_guids_and_old_items_came_back_as_new()
    {
        var here = SomeFeeds.Release("contoh-1");
        var moved = here with { Release = here.Release with { UploadName = "arsip/2025/siaran-baru.txt", Revision = 2 } };

        Assert.AreEqual((await Rss(here)).Guids.Single(), (await Rss(moved)).Guids.Single());
    }

    [TestMethod]
    public async Task C02_the_same_item_with_a_random_guid_in_each_response()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Gallery());
        var first = await feeds.GetAsync("all.rss");
        feeds.Cache.Expire();

        Assert.IsGreaterThan(1, first.Guids.Count);
        Assert.HasCount(first.Xml.Descendants("item").Count(), first.Guids.Distinct());
        CollectionAssert.AreEqual(first.Guids.ToList(), (await feeds.GetAsync("all.rss")).Guids.ToList());
        foreach (var guid in first.Guids)
        {
            Assert.MatchesRegex("^urn:uuid:[0-9a-f-]{36}$", guid);
        }
    }

    [TestMethod]
    public async Task C03_two_host_names_in_the_guid_gave_duplicates()
    {
        var one = new FeedsUnderTest(SomeFeeds.Gallery());
        var other = new FeedsUnderTest(SomeFeeds.Gallery());
        other.Site.BaseAddress = new Uri("https://www.siaran.example/");

        var (here, there) = (await one.GetAsync("all.rss"), await other.GetAsync("all.rss"));
        Assert.Contains("https://www.siaran.example/", there.Text);
        Assert.DoesNotContain("https://www.siaran.example/", here.Text);
        Assert.IsGreaterThan(1, here.Guids.Count);
        CollectionAssert.AreEqual(here.Guids.ToList(), there.Guids.ToList());
        Assert.AreEqual(FeedId(await one.GetAsync("all.atom")), FeedId(await other.GetAsync("all.atom")));
    }

    [TestMethod]
    public void C04_a_guid_was_reused_for_a_rewritten_article()
    {
        var first = Some.Release();
        var rewritten = Some.Submission(Some.Content("Harga Beras Naik", "Satu dua tiga empat lima enam tujuh.")) with
        {
            EditorKey = "contoh-1",
        };

        Assert.IsFalse(rewritten.RefersTo(first));
    }

    [TestMethod]
    public async Task C05_corrections_are_shown_as_new_or_not_as_the_editor_says()
    {
        var release = SomeFeeds.Release();
        var minor = release.Corrected("Judul Diperbaiki");
        var major = minor with
        {
            Release = minor.Release with
            {
                RevisionKind = RevisionKind.Major,
                UpdatedAt = Some.Time.AddDays(1),
                ChangeNote = "Tanggal diperbaiki.",
            },
        };

        Assert.AreEqual(await DatesAsync(release), await DatesAsync(minor));
        Assert.AreNotEqual(await DatesAsync(release), await DatesAsync(major));
        Assert.Contains("Tanggal diperbaiki.", (await Rss(major)).Text);

        static async Task<string> DatesAsync(Siaran.Tags.TaggedRelease release)
        {
            var json = (await new FeedsUnderTest(release).GetAsync("all.json")).Json["items"]![0]!;
            return $"{json["date_published"]} {json["date_modified"]}";
        }
    }

    [TestMethod]
    public async Task C06_volatile_content_marked_everything_unread()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Gallery());
        foreach (var extension in Extensions)
        {
            var first = await feeds.GetAsync($"all.{extension}");
            feeds.Clock.Advance(TimeSpan.FromDays(100));
            feeds.Cache.Expire();

            CollectionAssert.AreEqual(first.Body, (await feeds.GetAsync($"all.{extension}")).Body);
        }
    }

    [TestMethod]
    public async Task C07_If_Modified_Since_was_answered_only_on_an_exact_match()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Gallery());

        Assert.AreEqual(304, (await feeds.GetAsync("all.rss", ("If-Modified-Since", feeds.Clock.Now.AddHours(7).ToString("R")))).Status);
    }

    [TestMethod]
    public async Task C08_a_stuck_ETag_froze_the_feed()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Gallery());
        var etag = (await feeds.GetAsync("all.rss")).Headers.ETag.ToString();
        feeds.Listings.Commit(SomeFeeds.Gallery()[0].Corrected("Judul Diperbaiki"));
        feeds.Clock.Advance(feeds.Site.Freshness);

        var answer = await feeds.GetAsync("all.rss", ("If-None-Match", etag));

        Assert.AreEqual(200, answer.Status);
        Assert.Contains("Judul Diperbaiki", answer.Text);
    }

    [TestMethod]
    public async Task C09_a_Last_Modified_of_1980_gave_304_for_ever()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Release("tua", "Siaran Lama", new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        var before = await feeds.GetAsync("all.rss");
        feeds.Clock.Advance(TimeSpan.FromMinutes(1));
        feeds.Listings.Commit(SomeFeeds.Release("tua-2", "Siaran Lama Kedua", new DateTimeOffset(1979, 1, 1, 0, 0, 0, TimeSpan.Zero)));

        var after = await feeds.GetAsync("all.rss", ("If-Modified-Since", before.Headers.LastModified.ToString()));

        Assert.AreEqual(200, after.Status);
        Assert.IsTrue(Date(after.Headers.LastModified!) > Date(before.Headers.LastModified!));
        Assert.AreEqual("", (await new FeedsUnderTest().GetAsync("all.rss")).Headers.LastModified.ToString());
    }

    [TestMethod]
    [DataRow("all")]
    [DataRow("language:id")]
    [DataRow("region:teluk-jaya")]
    public async Task C10_future_dated_items_were_shown_by_one_formatter_of_several(string key)
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Release("kini", "Sudah Terbit", null, SomeFeeds.Tag("region:teluk-jaya", "Teluk Jaya")));
        var embargo = feeds.Clock.Now.AddMinutes(10);
        feeds.Listings.Commit(SomeFeeds.Release("nanti", "Masih Rahasia", embargo, SomeFeeds.Tag("region:teluk-jaya", "Teluk Jaya")));

        foreach (var extension in Extensions)
        {
            var before = await feeds.GetAsync($"{key}.{extension}");
            Assert.DoesNotContain("Rahasia", before.Text);
        }

        Assert.DoesNotContain("rahasia", (await feeds.GetSitemapAsync("?of=news")).Text);
        feeds.Clock.Now = embargo;
        foreach (var extension in Extensions)
        {
            Assert.Contains("Masih Rahasia", (await feeds.GetAsync($"{key}.{extension}")).Text);
        }
    }

    [TestMethod]
    public async Task C11_a_timed_release_went_out_at_once_from_a_cache_that_outran_the_gate()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Release());
        var embargo = feeds.Clock.Now.AddSeconds(5);
        feeds.Listings.Commit(SomeFeeds.Release("nanti", "Masih Rahasia", embargo));
        feeds.Clock.Now = embargo;
        Assert.Contains("Rahasia", (await feeds.GetAsync("all.rss")).Text);

        feeds.Clock.Now = embargo.AddSeconds(-1);
        feeds.Listings.Failure = new IOException();

        Assert.DoesNotContain("Rahasia", (await feeds.GetAsync("all.rss")).Text);
    }

    [TestMethod]
    public async Task C12_deleted_posts_stayed_for_ever()
    {
        var release = SomeFeeds.Release("keliru", "Harga Beras Turun");
        var feeds = new FeedsUnderTest(release, SomeFeeds.Release());
        feeds.Listings.Commit(release.Withdrawn("Angka keliru.", Some.Time.AddDays(1)));

        var (rss, atom, json) = (await feeds.GetAsync("all.rss"), await feeds.GetAsync("all.atom"), await feeds.GetAsync("all.json"));

        Assert.DoesNotContain(release.Release.Id.Urn, rss.Text);
        var tombstone = atom.Xml.Root!.Element(XNamespace.Get("http://purl.org/atompub/tombstones/1.0") + "deleted-entry")!;
        Assert.AreEqual(
            (release.Release.Id.Urn, "2025-03-05T09:30:00+08:00"),
            ((string)tombstone.Attribute("ref")!, (string)tombstone.Attribute("when")!)
        );
        Assert.AreEqual(release.Release.Id.Urn, (string)json.Json["_siaran"]!["expired"]![0]!["id"]!);
        foreach (var answer in new[] { rss, atom, json })
        {
            Assert.DoesNotContain("Harga Beras Turun", answer.Text);
        }
    }

    private static Task<Answer> Rss(Siaran.Tags.TaggedRelease release) => new FeedsUnderTest(release).GetAsync("all.rss");

    private static string FeedId(Answer atom) => atom.Xml.Root!.Element(XNamespace.Get("http://www.w3.org/2005/Atom") + "id")!.Value;

    private static string Linked(Answer answer, string relation, string? parent = null) =>
        answer
            .Xml.Descendants(XNamespace.Get("http://www.w3.org/2005/Atom") + "link")
            .Single(link => (string?)link.Attribute("rel") == relation && (parent is null || link.Parent!.Name.LocalName == parent))
            .Attribute("href")!
            .Value;

    private static DateTimeOffset Date(string? text) => DateTimeOffset.Parse(text!, CultureInfo.InvariantCulture);
}

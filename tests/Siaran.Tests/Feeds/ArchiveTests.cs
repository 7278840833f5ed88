using System.Xml.Linq;
using Siaran.Listings;

namespace Siaran.Tests.Feeds;

[TestClass]
public sealed class ArchiveTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [TestMethod]
    [DataRow(1, 1, 0)]
    [DataRow(74, 74, 0)]
    [DataRow(75, 50, 1)]
    [DataRow(99, 74, 1)]
    [DataRow(100, 50, 2)]
    [DataRow(1000, 50, 38)]
    public async Task The_subscription_document_stays_short_and_the_pages_hold_the_rest(int releases, int open, int pages)
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Many(releases));

        Assert.HasCount(open, (await feeds.GetAsync("all.rss")).Guids);
        Assert.AreEqual(pages, await CountPagesAsync(feeds));
    }

    [TestMethod]
    [DataRow("rss")]
    [DataRow("atom")]
    public async Task Following_prev_archive_finds_every_release_once(string extension)
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Many(260));

        var ids = new List<string>();
        for (var address = $"all.{extension}"; address is not null; )
        {
            var document = (await feeds.GetAsync(address)).Xml;
            ids.AddRange(
                document
                    .Descendants(extension == "rss" ? "guid" : Atom + "id")
                    .Where(id => id.Parent!.Name.LocalName is "item" or "entry")
                    .Select(id => id.Value)
            );
            address = document
                .Descendants(Atom + "link")
                .SingleOrDefault(link => (string?)link.Attribute("rel") == "prev-archive")
                ?.Attribute("href")!
                .Value["https://siaran.example/feeds/".Length..];
        }

        Assert.HasCount(260, ids);
        Assert.HasCount(260, ids.Distinct().ToList());
    }

    [TestMethod]
    public async Task A_closed_page_never_changes_its_bytes()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Many(100));
        var before = await PagesAsync(feeds);

        feeds.Clock.Advance(TimeSpan.FromDays(400));
        feeds.Listings.Commit(SomeFeeds.Release("susulan", "Siaran susulan", Some.Time.AddMinutes(-30)));
        feeds.Listings.Commit(SomeFeeds.Many(3)[2].Corrected("Siaran ke-3, diperbaiki"));
        feeds.Listings.Commit(SomeFeeds.Many(300));

        CollectionAssert.AreEqual(before, (await PagesAsync(feeds)).Take(before.Count).ToList());
    }

    [TestMethod]
    public async Task A_withdrawal_opens_the_closed_page_that_held_the_release_and_no_other()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Many(100));
        var before = await PagesAsync(feeds);

        feeds.Listings.Commit(SomeFeeds.Many(3)[2].Withdrawn("Keliru.", Some.Time.AddDays(20)));
        var after = await PagesAsync(feeds);

        Assert.DoesNotContain("Siaran ke-3<", after[0]);
        Assert.Contains("deleted-entry", after[0]);
        Assert.Contains("deleted-entry", (await feeds.GetAsync("all.atom")).Text);
        CollectionAssert.AreEqual(before.Skip(1).ToList(), after.Skip(1).ToList());
    }

    [TestMethod]
    public async Task A_late_revision_of_a_closed_release_comes_to_subscribers()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Many(100));

        feeds.Listings.Commit(SomeFeeds.Many(3)[2].Corrected("Siaran ke-3, diperbaiki"));

        Assert.AreEqual("Siaran ke-3, diperbaiki", (await feeds.GetAsync("all.rss")).Titles[^1]);
        Assert.AreEqual(Archive.Newest + 1, (await feeds.GetAsync("all.rss")).Titles.Count);
    }

    [TestMethod]
    [DataRow("rss")]
    [DataRow("atom")]
    public async Task A_closed_page_says_so_and_names_the_current_document(string extension)
    {
        var page = (await new FeedsUnderTest(SomeFeeds.Many(100)).GetAsync($"all.{extension}?page=2")).Xml;

        Assert.HasCount(1, page.Descendants(XNamespace.Get("http://purl.org/syndication/history/1.0") + "archive").ToList());
        Assert.AreEqual(
            $"current=all.{extension} next=all.{extension}?page=1 prev-archive=all.{extension}?page=1 self=all.{extension}?page=2",
            string.Join(
                ' ',
                page.Root!.Descendants(Atom + "link")
                    .Where(link => link.Parent!.Name.LocalName is "channel" or "feed" && (string)link.Attribute("rel")! != "alternate")
                    .Select(link =>
                        $"{link.Attribute("rel")!.Value}={link.Attribute("href")!.Value["https://siaran.example/feeds/".Length..]}"
                    )
                    .Order(StringComparer.Ordinal)
            )
        );
    }

    private static async Task<int> CountPagesAsync(FeedsUnderTest feeds) => (await PagesAsync(feeds)).Count;

    private static async Task<List<string>> PagesAsync(FeedsUnderTest feeds)
    {
        var pages = new List<string>();
        feeds.Cache.Expire();
        for (var page = 1; await feeds.GetAsync($"all.atom?page={page}") is { Status: 200 } answer; page++)
        {
            pages.Add(answer.Text);
        }

        return pages;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Siaran.Listings;

namespace Siaran.Tests.Feeds;

public sealed partial class ComplaintsTests
{
    [TestMethod]
    public async Task C13_full_text_was_lost_or_confused_with_the_summary()
    {
        var release = Some.Release(
            Some.Content("Judul", "Paragraf satu.", "Paragraf dua.", "Paragraf tiga.") with
            {
                Summary = "Ringkasan editor.",
            }
        );
        var feeds = new FeedsUnderTest(SomeFeeds.Tagged(release));
        var full = release.Content.BodyHtml;

        var item = (await feeds.GetAsync("all.rss")).Xml.Descendants("item").Single();
        Assert.AreEqual(
            (full, "Ringkasan editor."),
            (
                item.Element(XNamespace.Get("http://purl.org/rss/1.0/modules/content/") + "encoded")!.Value,
                item.Element("description")!.Value
            )
        );
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entry = (await feeds.GetAsync("all.atom")).Xml.Descendants(atom + "entry").Single();
        Assert.AreEqual((full, "Ringkasan editor."), (entry.Element(atom + "content")!.Value, entry.Element(atom + "summary")!.Value));
        var json = (await feeds.GetAsync("all.json")).Json["items"]![0]!;
        Assert.AreEqual((full, "Ringkasan editor."), ((string)json["content_html"]!, (string)json["summary"]!));
    }

    [TestMethod]
    public async Task C14_relative_addresses_broke_images()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Gallery());
        var attribute = new Regex(
            "(?:href|url|xmlUrl|htmlUrl|src|domain|scheme)=\"([^\"]*)\"|_?url\": \"([^\"]*)\"|<link>([^<]*)<",
            RegexOptions.NonBacktracking
        );
        foreach (var name in Extensions.Select(extension => $"all.{extension}").Append("index.opml"))
        {
            var answer = await feeds.GetAsync(name);
            foreach (Match match in attribute.Matches(answer.Text))
            {
                Assert.StartsWith("https://", match.Groups.Values.Skip(1).Single(group => group.Success).Value, name);
            }
        }
    }

    [TestMethod]
    public async Task C15_one_control_character_made_the_whole_feed_invalid()
    {
        const string hostile = "a\u0000b\u0001c\u000bd\u001fe\ufffef\uffffg\ud800h\udc00i\tj\r\nk\rl\u0085m\U0001F600n";
        var content = Some.Content(hostile, hostile) with
        {
            BodyHtml = $"<p>{hostile}</p>",
            Agency = hostile,
            Label = hostile,
            Summary = hostile,
            Place = hostile,
        };
        var feeds = new FeedsUnderTest(SomeFeeds.Tagged(Some.Release(content), SomeFeeds.Tag("keyword:a", hostile)));

        foreach (var name in new[] { "all.rss", "all.atom", "index.opml" })
        {
            Assert.IsNotNull((await feeds.GetAsync(name)).Xml.Root, name);
        }

        Assert.AreEqual("abcdefghi j k l m\U0001F600n", (await feeds.GetAsync("all.rss")).Titles.Single());
        Assert.AreEqual("abcdefghi j k l m\U0001F600n", (string)(await feeds.GetAsync("all.json")).Json["items"]![0]!["title"]!);
        Assert.IsNotNull((await feeds.GetAsync("all.ninjs")).Json);
        Assert.IsNotNull((await feeds.GetSitemapAsync("?of=news")).Xml.Root);
    }

    [TestMethod]
    public async Task C16_invalid_dates_broke_strict_clients()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Gallery());
        var rss = (await feeds.GetAsync("all.rss")).Xml;
        foreach (var date in rss.Descendants().Where(element => element.Name.LocalName is "pubDate" or "lastBuildDate"))
        {
            Assert.IsTrue(
                DateTimeOffset.TryParseExact(
                    date.Value[..^6] + date.Value[^5..^2] + ":" + date.Value[^2..],
                    "ddd, dd MMM yyyy HH:mm:sszzz",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out _
                ),
                date.Value
            );
        }

        var iso = new Regex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+]08:00$", RegexOptions.NonBacktracking);
        var atom = (await feeds.GetAsync("all.atom")).Xml;
        var dates = atom.Descendants().Where(element => element.Name.LocalName is "published" or "updated").ToList();
        Assert.IsGreaterThan(2, dates.Count);
        Assert.IsTrue(dates.All(date => iso.IsMatch(date.Value)));
        var items = (await feeds.GetAsync("all.json")).Json["items"]!.AsArray();
        Assert.IsNotEmpty(items);
        Assert.IsTrue(items.All(item => iso.IsMatch((string)item!["date_published"]!) && iso.IsMatch((string)item["date_modified"]!)));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("Feedly/1.0 (+http://www.feedly.com/fetcher.html; 3 subscribers)")]
    [DataRow("curl/8.0")]
    [DataRow("python-requests/2.31")]
    public async Task C17_bot_protection_blocked_a_governments_feed(string agent) =>
        Assert.AreEqual(200, (await new FeedsUnderTest(SomeFeeds.Gallery()).GetAsync("all.rss", ("User-Agent", agent))).Status);

    [TestMethod]
    public async Task C18_a_feed_without_paging_missed_documents()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Many(180));

        var ids = new HashSet<string>();
        for (var address = "all.json"; address is not null; )
        {
            var json = (await feeds.GetAsync(address)).Json;
            ids.UnionWith(json["items"]!.AsArray().Select(item => (string)item!["id"]!));
            address = ((string?)json["next_url"])?["https://siaran.example/feeds/".Length..];
        }

        Assert.HasCount(180, ids);
    }

    [TestMethod]
    public async Task C19_a_bulk_reprocess_flooded_every_subscriber()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Many(500));
        var before = await feeds.GetAsync("all.rss?page=18");
        feeds.Listings.Commit(SomeFeeds.Many(500, SomeFeeds.Tag("topic:baru", "Baru")));
        feeds.Cache.Expire();

        Assert.IsLessThan(Archive.ClosesAt, (await feeds.GetAsync("all.rss")).Guids.Count);
        CollectionAssert.AreEqual(before.Body, (await feeds.GetAsync("all.rss?page=18")).Body);
    }

    [TestMethod]
    public async Task C20_narrower_feeds_were_wanted()
    {
        var feeds = new FeedsUnderTest(
            SomeFeeds.Release("a", "Pasar", Some.Time, SomeFeeds.Tag("topic:ekonomi", "Ekonomi")),
            SomeFeeds.Release("b", "Sekolah", Some.Time, SomeFeeds.Tag("topic:pendidikan", "Pendidikan"))
        );

        Assert.AreEqual(
            "Sekolah",
            (await feeds.GetAsync("custom.rss?tag=topic:pendidikan&agency=diskominfo-nusa-jaya&label=siaran-pers")).Titles.Single()
        );
    }

    [TestMethod]
    public async Task C21_the_CORS_header_was_lost_once_the_cache_answered()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Gallery());
        var first = await feeds.GetAsync("all.rss");
        var cached = await feeds.GetAsync("all.rss");
        var unchanged = await feeds.GetAsync("all.rss", ("If-None-Match", first.Headers.ETag.ToString()));

        foreach (var answer in new[] { first, cached, unchanged })
        {
            Assert.AreEqual("*", answer.Headers.AccessControlAllowOrigin.ToString());
        }
    }

    [TestMethod]
    [DataRow("all.rss")]
    [DataRow("all.atom")]
    [DataRow("all.json")]
    [DataRow("region:teluk-jaya.atom")]
    public async Task C22_WebSub_failed_silently_on_a_mismatch_of_topic_and_self(string address)
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Gallery());
        feeds.Site.Hub = new Uri("https://hub.example/");
        var topic = "https://siaran.example/feeds/" + address;

        var answer = await feeds.GetAsync(address);

        Assert.StartsWith($"<{topic}>; rel=\"self\", <https://hub.example/>; rel=\"hub\"", answer.Headers.Link.ToString());
        if (address.Contains("json", StringComparison.Ordinal))
        {
            Assert.AreEqual((topic, "https://hub.example/"), ((string)answer.Json["feed_url"]!, (string)answer.Json["hubs"]![0]!["url"]!));
        }
        else
        {
            Assert.AreEqual((topic, "https://hub.example/"), (Linked(answer, "self"), Linked(answer, "hub")));
        }
    }

    [TestMethod]
    [DataRow("all.rss", false)]
    [DataRow("all.ninjs", true)]
    [DataRow("all.rss?content=summary", true)]
    [DataRow("custom.rss?tag=topic:infrastruktur&region=teluk-jaya", true)]
    public async Task C22_no_hub_is_advertised_where_none_would_tell_of_changes(string address, bool hub)
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Gallery());
        feeds.Site.Hub = hub ? new Uri("https://hub.example/") : null;

        var answer = await feeds.GetAsync(address);

        Assert.DoesNotContain("hub.example", answer.Headers.Link.ToString());
        Assert.AreEqual(200, answer.Status);
        Assert.DoesNotContain("hub.example", answer.Text);
    }

    [TestMethod]
    public async Task C23_the_canonical_address_was_lost_in_syndication()
    {
        const string canonical = "https://diskominfo.example/siaran/jembatan";
        var feeds = new FeedsUnderTest(SomeFeeds.Gallery()[0]);

        Assert.AreEqual(canonical, Linked(await feeds.GetAsync("all.rss"), "via", "item"));
        Assert.AreEqual(canonical, Linked(await feeds.GetAsync("all.atom"), "via", "entry"));
        Assert.AreEqual(canonical, (string)(await feeds.GetAsync("all.json")).Json["items"]![0]!["external_url"]!);
        Assert.Contains(canonical, (await feeds.GetAsync("all.ninjs")).Text);
    }

    [TestMethod]
    public async Task Two_instances_that_took_the_same_releases_in_another_order_serve_the_same_bytes()
    {
        var releases = SomeFeeds.Gallery().Concat(SomeFeeds.Many(60, SomeFeeds.Tag("topic:ekonomi", "Ekonomi"))).ToArray();
        var one = new FeedsUnderTest();
        var other = new FeedsUnderTest();
        one.Listings.Commit(releases);
        other.Clock.Advance(TimeSpan.FromDays(3));
        Array.ForEach(releases.OrderByDescending(release => release.Release.Id).ToArray(), release => other.Listings.Commit(release));

        foreach (
            var name in Extensions
                .Select(extension => $"all.{extension}")
                .Concat(["tag:topic:ekonomi.rss", "index.opml", "custom.atom?tag=topic:ekonomi&language=id"])
        )
        {
            var (here, there) = (await one.GetAsync(name), await other.GetAsync(name));
            Assert.AreEqual((200, here.Headers.ETag.ToString()), (there.Status, there.Headers.ETag.ToString()), name);
            CollectionAssert.AreEqual(here.Body, there.Body, name);
        }
    }

    [TestMethod]
    public async Task A_key_that_lost_all_its_releases_is_an_empty_valid_feed()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Gallery());
        feeds.Listings.Clear(SomeFeeds.Tag("region:teluk-jaya", "").Id is var id ? FeedKey.Of(id) : default);

        foreach (var extension in Extensions)
        {
            Assert.AreEqual(200, (await feeds.GetAsync($"region:teluk-jaya.{extension}")).Status);
        }

        Assert.IsEmpty((await feeds.GetAsync("region:teluk-jaya.rss")).Guids);
        Assert.AreEqual(
            "Kabupaten Teluk Jaya – Siaran Nusa Jaya",
            (await feeds.GetAsync("region:teluk-jaya.rss")).Xml.Descendants("title").First().Value
        );
    }
}

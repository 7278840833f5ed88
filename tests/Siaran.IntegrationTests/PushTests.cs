using System.Text.Json;
using System.Xml.Linq;
using Siaran.Feeds.Push;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>WebSub from the upload to the hub.</summary>
[TestClass]
public sealed class PushTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly string[] Formats = ["atom", "json", "rss"];

    [TestMethod]
    public async Task The_hub_is_told_of_just_the_feeds_that_changed_under_what_they_call_self()
    {
        await using var hub = await Hub.StartAsync();
        await using var office = await Office.OpenAsync(settings: hub.Settings);
        await office.PublishAsync("a.md", Texts.Release());
        var first = hub.Taken();

        await office.PublishAsync(
            "b.md",
            "---\nagency: Dishub Nusa Jaya\nlabel: Pengumuman\n---\n\n# Kapal Tambahan ke Pulau Kecapi\n\nDua kapal berlayar setiap pagi selama libur panjang.\n"
        );

        var second = hub.Taken();
        CollectionAssert.AreEqual(
            await SelvesAsync(office, "agency:dishub-nusa-jaya"),
            second.Where(topic => topic.Contains("/agency:dishub", StringComparison.Ordinal)).ToList()
        );
        CollectionAssert.AreEqual(
            await SelvesAsync(office, "all"),
            second.Where(topic => topic.Contains("/all.", StringComparison.Ordinal)).ToList()
        );
        CollectionAssert.DoesNotContain(second.ToList(), "https://siaran.example/feeds/agency:diskominfo-nusa-jaya.rss");
        CollectionAssert.Contains(first.ToList(), "https://siaran.example/feeds/agency:diskominfo-nusa-jaya.rss");
        CollectionAssert.AreEqual(await TopicsOfFeedsWithAsync(office, "Kapal Tambahan"), second.ToList());
    }

    [TestMethod]
    public async Task The_hub_is_told_once_no_instance_serves_what_was_before()
    {
        await using var hub = await Hub.StartAsync();
        await using var office = await Office.OpenAsync(
            settings: new Dictionary<string, string> { ["Site:Hub"] = hub.Settings["Site:Hub"] }
        );
        await office.PublishAsync("a.md", Texts.Release());
        Assert.IsEmpty(hub.Taken());

        office.Clock.Advance(TimeSpan.FromSeconds(15));
        await office.CollectAsync();

        Assert.IsNotEmpty(hub.Taken());
    }

    [TestMethod]
    public async Task A_run_that_changes_nothing_tells_the_hub_nothing()
    {
        await using var hub = await Hub.StartAsync();
        await using var office = await Office.OpenAsync(settings: hub.Settings);
        await office.PublishAsync("a.md", Texts.Release());
        Assert.IsNotEmpty(hub.Taken());

        await office.PublishAsync("a.md", Texts.Release());
        office.Clock.Advance(HubPublisher.Grace);
        await office.CollectAsync();

        Assert.IsEmpty(hub.Taken());
        Assert.IsEmpty(await office.RowsAsync(Names.Push));
    }

    [TestMethod]
    public async Task An_embargo_s_end_is_pushed_and_its_beginning_is_not()
    {
        await using var hub = await Hub.StartAsync();
        await using var office = await Office.OpenAsync(settings: hub.Settings);
        await office.PublishAsync("a.md", Texts.Release(frontMatter: $"publishAt: {Office.Start.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}\n"));
        Assert.IsEmpty(hub.Taken());
        Assert.IsEmpty(await office.RowsAsync(Names.Push));

        office.Clock.Advance(TimeSpan.FromHours(1));
        await office.CollectAsync();

        CollectionAssert.AreEqual(await TopicsOfFeedsWithAsync(office, "Jembatan Lengan"), hub.Taken().ToList());
    }

    [TestMethod]
    public async Task A_withdrawal_is_pushed()
    {
        await using var hub = await Hub.StartAsync();
        await using var office = await Office.OpenAsync(settings: hub.Settings);
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        var published = hub.Taken();
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        await office.PublishAsync("tarik.md", "---\nid: nj-1\nstatus: withdrawn\nwithdrawnReason: Keliru.\n---\n");

        CollectionAssert.AreEqual(published.ToList(), hub.Taken().ToList());
    }

    [TestMethod]
    public async Task What_a_hub_that_was_down_did_not_take_is_sent_by_another_process()
    {
        await using var hub = await Hub.StartAsync();
        hub.IsDown = true;
        await using var office = await Office.OpenAsync(settings: hub.Settings);
        await office.PublishAsync("a.md", Texts.Release());
        Assert.IsEmpty(hub.Taken());
        var topics = await TopicsOfFeedsWithAsync(office, "Jembatan Lengan");

        await using var other = await Office.OpenAsync(office.Storage, office.Clock, hub.Settings);
        hub.IsDown = false;
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await other.CollectAsync();

        CollectionAssert.AreEqual(topics, hub.Taken().ToList());
        Assert.IsEmpty(await office.RowsAsync(Names.Push));
    }

    [TestMethod]
    public async Task Pings_that_another_instance_left_are_found_by_one_that_saw_none()
    {
        await using var hub = await Hub.StartAsync();
        await using var office = await Office.OpenAsync(settings: hub.Settings);
        await using var other = await Office.OpenAsync(office.Storage, office.Clock, hub.Settings);
        await other.CollectAsync();
        hub.IsDown = true;
        await office.PublishAsync("a.md", Texts.Release());
        hub.IsDown = false;

        office.Clock.Advance(HubPublisher.Grace);
        await other.CollectAsync();

        CollectionAssert.AreEqual(await TopicsOfFeedsWithAsync(office, "Jembatan Lengan"), hub.Taken().ToList());
    }

    [TestMethod]
    public async Task Without_a_hub_nothing_is_advertised_and_nothing_is_kept()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release());

        foreach (var format in Formats)
        {
            using var answer = await office.Reader.GetAsync(new Uri($"/feeds/all.{format}", UriKind.Relative));
            Assert.IsFalse(string.Join(',', answer.Headers.GetValues("Link")).Contains("rel=\"hub\"", StringComparison.Ordinal), format);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.IsFalse(text.Contains("\"hub", StringComparison.OrdinalIgnoreCase), format);
        }

        Assert.IsEmpty(await office.RowsAsync(Names.Push));
    }

    /// <summary>What a feed's documents call themselves; the header and the document agree, and both name the hub.</summary>
    private static async Task<List<string>> SelvesAsync(Office office, string key)
    {
        var selves = new List<string>();
        foreach (var format in Formats)
        {
            using var answer = await office.Reader.GetAsync(new Uri($"/feeds/{key}.{format}", UriKind.Relative));
            var text = await answer.Content.ReadAsStringAsync();
            var (self, hub) =
                format == "json"
                    ? (
                        JsonDocument.Parse(text).RootElement.GetProperty("feed_url").GetString()!,
                        JsonDocument.Parse(text).RootElement.GetProperty("hubs")[0].GetProperty("url").GetString()!
                    )
                    : (Linked(text, "self"), Linked(text, "hub"));
            var header = string.Join(", ", answer.Headers.GetValues("Link"));
            StringAssert.Contains(header, $"<{self}>; rel=\"self\"");
            StringAssert.Contains(header, $"<{hub}>; rel=\"hub\"");
            selves.Add(self);
        }

        return selves;
    }

    private static string Linked(string document, string relation) =>
        XDocument
            .Parse(document)
            .Descendants(Atom + "link")
            .Single(link => (string?)link.Attribute("rel") == relation && link.Parent!.Name.LocalName is "channel" or "feed")
            .Attribute("href")!
            .Value;

    /// <summary>The topics of every feed that holds a text, found by reading them all.</summary>
    private static async Task<List<string>> TopicsOfFeedsWithAsync(Office office, string text)
    {
        var topics = new List<string>();
        var outline = XDocument.Parse(await office.ReadAsync("/feeds/index.opml"));
        foreach (
            var path in outline
                .Descendants("outline")
                .Attributes("xmlUrl")
                .Select(address => new Uri(address.Value).AbsolutePath)
                .Distinct()
        )
        {
            if ((await office.ReadAsync(path)).Contains(text, StringComparison.Ordinal))
            {
                topics.AddRange(Formats.Select(format => $"https://siaran.example{path[..^"rss".Length]}{format}"));
            }
        }

        return [.. topics.Order(StringComparer.Ordinal)];
    }
}

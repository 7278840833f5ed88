using System.Net;
using System.Text;

namespace Siaran.IntegrationTests;

[TestClass]
public sealed class EmbargoTests
{
    private static readonly DateTimeOffset Release = Office.Start.AddHours(3);

    private static string Embargoed(string headline = "Rahasia Nama Menteri Baru") =>
        Texts.Release(
            headline,
            "Rahasia ini baru boleh dibaca nanti.",
            $"id: nj-rahasia\npublishAt: {Release:yyyy-MM-ddTHH:mm:ssZ}\ntags: [rahasia, jembatan]\n"
        );

    [TestMethod]
    public async Task An_embargoed_release_leaks_through_no_address_before_its_time()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "tags: [jembatan]\n"));
        var addresses = await AddressesAsync(office);
        var before = await SnapshotAsync(office, addresses);
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        await office.PublishAsync("rahasia.md", Embargoed());

        var after = await SnapshotAsync(office, addresses);
        CollectionAssert.AreEqual(before, after);
        Assert.IsFalse(after.Any(answer => answer.Contains("rahasia", StringComparison.OrdinalIgnoreCase)));
        Assert.AreEqual(HttpStatusCode.NotFound, await office.StatusAsync("/feeds/tag:keyword:rahasia.rss"));
    }

    [TestMethod]
    public async Task An_embargoed_release_s_own_address_answers_as_if_it_were_not_there()
    {
        await using var office = await Office.OpenAsync();
        using var created = await office.Editor.PostAsync(
            new Uri("/releases", UriKind.Relative),
            new StringContent(Embargoed(), Encoding.UTF8, "text/markdown")
        );
        var path = created.Headers.Location!.AbsolutePath;

        foreach (var suffix in new[] { "", ".json", "/related" })
        {
            var real = await AnswerAsync(office, path + suffix);
            var none = await AnswerAsync(office, "/releases/tidak-ada-00000000" + suffix);
            Assert.AreEqual(none, real);
        }
    }

    [TestMethod]
    public async Task It_comes_out_at_the_first_run_at_or_after_its_time_with_that_time_as_its_date()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("rahasia.md", Embargoed());
        office.Clock.SetUtcNow(Release.AddSeconds(-1));
        await office.CollectAsync();
        Assert.IsEmpty(await office.ItemsAsync());

        office.Clock.SetUtcNow(Release);
        await office.CollectAsync();

        var item = (await office.ItemsAsync()).Single();
        Assert.AreEqual(
            Release.ToString("R"),
            DateTimeOffset
                .Parse(item.Element("pubDate")!.Value, System.Globalization.CultureInfo.InvariantCulture)
                .ToUniversalTime()
                .ToString("R")
        );
        Assert.HasCount(1, await office.ItemsAsync("tag:keyword:rahasia"));
        Assert.AreEqual(1, (await office.JsonAsync("/changes")).GetProperty("changes").GetArrayLength());
    }

    [TestMethod]
    public async Task A_correction_before_its_time_is_what_comes_out()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("rahasia.md", Embargoed());
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        await office.PublishAsync("rahasia.md", Embargoed("Nama Menteri Baru Diumumkan"));

        office.Clock.SetUtcNow(Release.AddMinutes(1));
        await office.CollectAsync();

        Assert.AreEqual("Nama Menteri Baru Diumumkan", (await office.ItemsAsync()).Single().Element("title")!.Value);
    }

    [TestMethod]
    public async Task A_release_withdrawn_before_its_time_never_comes_out_and_leaves_no_trace()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("rahasia.md", Embargoed());
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        await office.PublishAsync("tarik.md", "---\nid: nj-rahasia\nstatus: withdrawn\n---\n");

        office.Clock.SetUtcNow(Release.AddMinutes(1));
        await office.CollectAsync();

        Assert.IsEmpty(await office.ItemsAsync());
        Assert.IsFalse((await office.ReadAsync("/feeds/all.atom")).Contains("deleted-entry", StringComparison.Ordinal));
        Assert.AreEqual(0, (await office.JsonAsync("/changes")).GetProperty("changes").GetArrayLength());
    }

    [TestMethod]
    public async Task At_its_time_the_page_and_every_feed_are_out_together_before_any_run()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "tags: [jembatan]\n"));
        using var created = await office.Editor.PostAsync(
            new Uri("/releases", UriKind.Relative),
            new StringContent(Embargoed(), Encoding.UTF8, "text/markdown")
        );
        string[] addresses =
        [
            created.Headers.Location!.AbsolutePath,
            "/",
            "/feeds/all.rss",
            "/feeds/all.atom",
            "/feeds/all.json",
            "/feeds/tag:keyword:jembatan.rss",
            "/feeds/tag:keyword:rahasia.rss",
            "/tags/keyword/jembatan.json",
            "/tags/keyword/rahasia.json",
        ];
        office.Clock.SetUtcNow(Release.AddSeconds(-1));
        foreach (var address in addresses)
        {
            using var before = await office.Reader.GetAsync(new Uri(address, UriKind.Relative));
            Assert.DoesNotContain("Rahasia Nama Menteri", await before.Content.ReadAsStringAsync(), address);
        }

        office.Clock.SetUtcNow(Release);

        var early = new List<string>();
        foreach (var address in addresses)
        {
            early.Add(await office.ReadAsync(address));
            StringAssert.Contains(early[^1], "Rahasia Nama Menteri", address);
        }

        Assert.AreEqual(2, (await office.JsonAsync("/tags/keyword/jembatan.json")).GetProperty("releases").GetInt32());
        await office.CollectAsync();
        for (var i = 1; i < addresses.Length; i++)
        {
            Assert.AreEqual(early[i], await office.ReadAsync(addresses[i]), addresses[i]);
        }
    }

    [TestMethod]
    public async Task A_release_withdrawn_just_before_its_time_does_not_come_out_at_it()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("rahasia.md", Embargoed());
        office.Clock.SetUtcNow(Release.AddSeconds(-1));
        await office.ReadAsync("/feeds/all.rss");
        await office.PublishAsync("tarik.md", "---\nid: nj-rahasia\nstatus: withdrawn\n---\n");

        office.Clock.SetUtcNow(Release);

        Assert.IsEmpty(await office.ItemsAsync());
    }

    [TestMethod]
    public async Task A_change_that_this_clock_has_not_come_to_is_not_told_yet()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release());
        office.Clock.Advance(TimeSpan.FromHours(1));
        await office.PublishAsync("b.md", Texts.Release("Panen Raya di Lembah Selasih", "Petani menuai padi lebih awal tahun ini."));
        office.Clock.AdjustTime(Office.Start.AddMinutes(1));

        var changes = await office.JsonAsync("/changes");

        Assert.AreEqual(1, changes.GetProperty("changes").GetArrayLength());
        Assert.AreEqual(1, changes.GetProperty("cursor").GetInt64());
    }

    [TestMethod]
    public async Task Health_does_not_show_that_something_under_an_embargo_came_in()
    {
        await using var office = await Office.OpenAsync();
        await office.CollectAsync();
        var before = await office.ReadAsync("/health");
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        await office.PublishAsync("rahasia.md", Embargoed());

        var after = await office.ReadAsync("/health");
        Assert.AreEqual(Shape(before), Shape(after));

        static string Shape(string health) => System.Text.RegularExpressions.Regex.Replace(health, @"\d\d\d\d-[^""]+", "time");
    }

    private static async Task<List<string>> AddressesAsync(Office office)
    {
        var page = await office.OnlyPageAsync();
        return
        [
            "/",
            "/feeds",
            "/feeds/all.rss",
            "/feeds/all.atom",
            "/feeds/all.json",
            "/feeds/tag:keyword:jembatan.rss",
            "/feeds/language:id.json",
            "/changes",
            page,
            page + ".json",
            page + "/related",
            "/feeds/tag:keyword:rahasi.rss",
        ];
    }

    private static async Task<List<string>> SnapshotAsync(Office office, IEnumerable<string> addresses)
    {
        office.Service<Serving.DocumentCache>().Expire();
        var answers = new List<string>();
        foreach (var address in addresses)
        {
            answers.Add(await AnswerAsync(office, address));
        }

        return answers;
    }

    private static async Task<string> AnswerAsync(Office office, string path)
    {
        using var response = await office.Reader.GetAsync(new Uri(path, UriKind.Relative));
        return $"{(int)response.StatusCode} {response.Headers.ETag} {response.Content.Headers.ContentType} {await response.Content.ReadAsStringAsync()}";
    }
}

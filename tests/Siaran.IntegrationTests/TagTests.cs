using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure;

namespace Siaran.IntegrationTests;

[TestClass]
public sealed class TagTests
{
    [TestMethod]
    public async Task Tags_are_listed_by_kind_with_their_counts()
    {
        await using var office = await Office.OpenAsync();
        await office.UploadAsync("a.md", Texts.Release(frontMatter: "tags: [jembatan, programme:jamsostek]\n"));
        await office.UploadAsync("b.md", Texts.Release("Jalan Diperlebar", "Jalan kini dua lajur.", "tags: [jembatan]\n"));
        await office.CollectAsync();

        var kinds = (await office.JsonAsync("/tags.json"))
            .GetProperty("kinds")
            .EnumerateArray()
            .ToDictionary(kind => kind.GetProperty("kind").GetString()!);
        Assert.AreEqual(1, kinds["programme"].GetProperty("tags").GetInt32());
        var keyword = (await office.JsonAsync("/tags/keyword.json")).GetProperty("tags")[0];
        Assert.AreEqual("keyword:jembatan", keyword.GetProperty("id").GetString());
        Assert.AreEqual(2, keyword.GetProperty("releases").GetInt32());
        StringAssert.Contains(await office.ReadAsync("/tags"), "/tags/keyword/jembatan");
        StringAssert.Contains(await office.ReadAsync("/tags/keyword"), "jembatan");
        StringAssert.Contains(await office.ReadAsync("/tags/label"), "/tags/label/siaran-pers");
    }

    [TestMethod]
    [DataRow("/tags/keyword?page=1", HttpStatusCode.OK)]
    [DataRow("/tags/keyword?page=2", HttpStatusCode.NotFound)]
    [DataRow("/tags/keyword?page=-1", HttpStatusCode.NotFound)]
    [DataRow("/tags/keyword?page=dua", HttpStatusCode.NotFound)]
    [DataRow("/feeds?kind=agency", HttpStatusCode.OK)]
    [DataRow("/en/feeds?kind=language&page=1", HttpStatusCode.OK)]
    [DataRow("/feeds?kind=agency&page=2", HttpStatusCode.NotFound)]
    [DataRow("/feeds?kind=tag", HttpStatusCode.NotFound)]
    [DataRow("/feeds?kind=tidak", HttpStatusCode.NotFound)]
    public async Task Lists_of_tags_and_feeds_have_the_pages_that_there_are(string path, HttpStatusCode status)
    {
        await using var office = await Office.OpenInMemoryAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "tags: [jembatan]\n"));

        Assert.AreEqual(status, await office.StatusAsync(path));
    }

    [TestMethod]
    public async Task Topics_have_their_names_in_the_language_of_the_page_whatever_their_newest_release_speaks()
    {
        await using var office = await Office.OpenInMemoryAsync();
        const string tags = "tags: [\"topic:tenaga-kerja\", \"topic:kesehatan\"]\n";
        await office.PublishAsync("a.md", Texts.Release(frontMatter: tags));
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        await office.PublishAsync("b.md", Texts.Release("Lengan Bridge Opened", "The bridge is open.", "language: en\n" + tags));

        string[] paths =
        [
            .. (await office.ItemsAsync()).Select(item => new Uri(item.Element("link")!.Value).AbsolutePath),
            "/tags",
            "/tags/topic",
            "/tags/topic/tenaga-kerja",
            "/feeds",
            "/feeds/tag:topic:tenaga-kerja",
            "/feeds/custom?tag=topic:kesehatan&tag=topic:tenaga-kerja&match=any",
            "/search?tag=topic:tenaga-kerja",
            "/releases?feed=tag:topic:tenaga-kerja",
            "/tags/topic/tenaga-kerjo",
        ];
        foreach (var path in paths)
        {
            var english = await PageAsync(office, "/en" + path);
            var indonesian = await PageAsync(office, "/id" + path);

            Assert.Contains("Labour", english, path);
            Assert.DoesNotContain("Tenaga kerja", english, path);
            Assert.Contains("Tenaga kerja", indonesian, path);
            Assert.DoesNotContain("labour", indonesian, StringComparison.OrdinalIgnoreCase, path);
        }

        Assert.Contains("Health or Labour", await PageAsync(office, "/en" + paths[^4]));
        Assert.Contains("Kesehatan atau Tenaga kerja", await PageAsync(office, "/id" + paths[^4]));
        Assert.Contains("Tenaga kerja", await office.ReadAsync("/feeds/index.opml"));
        Assert.Contains("<title>Tenaga kerja – ", await office.ReadAsync("/feeds/tag:topic:tenaga-kerja.rss"));
    }

    [TestMethod]
    public async Task A_tag_tells_its_releases_the_tags_beside_it_and_its_feeds()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "tags: [jembatan, programme:jamsostek]\n"));

        var tag = await office.JsonAsync("/tags/keyword/jembatan.json");

        Assert.AreEqual("jembatan", tag.GetProperty("label").GetString());
        Assert.AreEqual(1, tag.GetProperty("releases").GetInt32());
        Assert.AreEqual("Jembatan Lengan Dibuka", tag.GetProperty("newest")[0].GetProperty("headline").GetString());
        Assert.IsTrue(
            tag.GetProperty("related").EnumerateArray().Any(other => other.GetProperty("id").GetString() == "programme:jamsostek")
        );
        Assert.AreEqual(3, tag.GetProperty("feeds").EnumerateObject().Count());
        foreach (var feed in tag.GetProperty("feeds").EnumerateObject())
        {
            Assert.AreEqual(HttpStatusCode.OK, await office.StatusAsync(new Uri(feed.Value.GetString()!).AbsolutePath));
        }

        StringAssert.Contains(await office.ReadAsync("/tags/keyword/jembatan"), "Jembatan Lengan Dibuka");
        StringAssert.Contains(await office.ReadAsync(await office.OnlyPageAsync()), "/tags/keyword/jembatan");
    }

    [TestMethod]
    public async Task A_tag_that_has_lost_its_releases_is_still_there_but_no_directory_names_it()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "tags: [jembatan]\n"));
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        await office.PublishAsync("a.md", Texts.Release(frontMatter: "tags: [jalan]\n"));

        Assert.AreEqual(0, (await office.JsonAsync("/tags/keyword/jembatan.json")).GetProperty("releases").GetInt32());
        var tags = (await office.JsonAsync("/tags/keyword.json"))
            .GetProperty("tags")
            .EnumerateArray()
            .Select(tag => tag.GetProperty("id").GetString())
            .ToArray();
        CollectionAssert.AreEqual(new[] { "keyword:jalan" }, tags);
    }

    [TestMethod]
    public async Task An_embargoed_release_adds_no_tag_and_no_count_before_its_time()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "tags: [jembatan]\n"));
        await office.PublishAsync(
            "b.md",
            Texts.Release(
                "Kabar yang menunggu",
                "Jembatan menunggu waktunya.",
                "tags: [jembatan, rahasia]\npublishAt: 2026-03-04T12:00+08:00\n"
            )
        );

        Assert.AreEqual(1, (await office.JsonAsync("/tags/keyword/jembatan.json")).GetProperty("releases").GetInt32());
        Assert.DoesNotContain("rahasia", await office.ReadAsync("/tags/keyword.json"));
        Assert.AreEqual(HttpStatusCode.NotFound, await office.StatusAsync("/tags/keyword/rahasia"));

        office.Clock.Advance(TimeSpan.FromHours(4));
        await office.CollectAsync();

        Assert.AreEqual(2, (await office.JsonAsync("/tags/keyword/jembatan.json")).GetProperty("releases").GetInt32());
        Assert.AreEqual(HttpStatusCode.OK, await office.StatusAsync("/tags/keyword/rahasia"));
    }

    [TestMethod]
    [DataRow("/tags/keyword/jembatn.json", "keyword:jembatan")]
    [DataRow("/tags/keywords.json", "keyword")]
    public async Task What_is_not_there_is_answered_with_what_is_nearest(string path, string nearest)
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "tags: [jembatan]\n"));

        using var response = await office.Reader.GetAsync(new Uri(path, UriKind.Relative));

        Assert.AreEqual(HttpStatusCode.NotFound, response.StatusCode);
        Assert.AreEqual("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var first = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("nearest")[0];
        Assert.AreEqual(nearest, (first.TryGetProperty("tag", out var tag) ? tag : first.GetProperty("kind")).GetString());
    }

    [TestMethod]
    [DataRow("/tags")]
    [DataRow("/tags.json")]
    [DataRow("/tags/keyword")]
    [DataRow("/tags/keyword/jembatan")]
    [DataRow("/tags/keyword/jembatan.json")]
    public async Task Whoever_has_it_already_is_told_so_and_any_page_may_ask(string path)
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "tags: [jembatan]\n"));
        using var first = await office.Reader.GetAsync(new Uri(path, UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());

        using var second = await office.Reader.SendAsync(again);

        Assert.AreEqual(HttpStatusCode.NotModified, second.StatusCode);
        Assert.AreEqual("*", first.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.IsTrue(first.Headers.CacheControl!.Public);
    }

    [TestMethod]
    public async Task Counts_stay_true_when_a_run_is_cut_short_anywhere()
    {
        var outage = new OutageAfter();
        await using var office = await Office.OpenAsync(policy: outage);
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "tags: [jembatan]\n"));
        for (var calls = 0; ; calls += 2)
        {
            await office.UploadAsync(
                $"{calls}.md",
                Texts.Release($"Kabar {calls}", $"Kabar nomor {calls} dari Baruna.", "tags: [jembatan]\n")
            );
            outage.Arm(calls);
            try
            {
                await office.RunAsync();
            }
            catch (RequestFailedException)
            {
                Assert.IsTrue(outage.Happened);
            }

            outage.Disarm();
            await office.RunAsync();
            office.Clock.Advance(TimeSpan.FromMinutes(1));
            var count = (await office.JsonAsync("/tags/keyword/jembatan.json")).GetProperty("releases").GetInt32();
            Assert.AreEqual(2 + (calls / 2), count);
            Assert.AreEqual(
                count,
                (await office.JsonAsync("/tags/keyword.json")).GetProperty("tags")[0].GetProperty("releases").GetInt32(),
                $"after {calls} calls"
            );
            if (!outage.Happened || calls > 60)
            {
                return;
            }
        }
    }

    private static async Task<string> PageAsync(Office office, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await office.Reader.SendAsync(request);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        // What search engines read of a release speaks as the release does.
        return Regex.Replace(page, "<script type=\"application/ld.json\">.*?</script>", "");
    }
}

using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Siaran.IntegrationTests;

/// <summary>
/// What any running Siaran shows by HTTP. <c>SIARAN_BASE_URL</c> points these tests at one; they leave some releases there, whose headlines
/// begin with <c>Uji</c>.
/// </summary>
[TestClass]
public sealed class SurfaceTests
{
    [TestMethod]
    public async Task A_release_goes_from_upload_to_page_feeds_and_changes()
    {
        await using var siaran = await Instance.OpenAsync();
        var headline = Headline();

        var path = await siaran.PublishAsync(headline);

        await siaran.ShowsAsync(path, headline);
        await siaran.ShowsAsync(path + ".json", headline);
        XDocument.Parse(await siaran.ShowsAsync("/feeds/all.rss", headline));
        XDocument.Parse(await siaran.ShowsAsync("/feeds/all.atom", headline));
        await siaran.ShowsAsync("/feeds/all.json", headline);
        await siaran.ShowsAsync("/", headline);
        using var related = await siaran.GetAsync(path + "/related");
        Assert.AreEqual(HttpStatusCode.OK, related.StatusCode);
        using var changes = await siaran.GetAsync("/changes?after=0&limit=1000");
        Assert.AreNotEqual(0, (await Instance.JsonAsync(changes)).GetProperty("changes").GetArrayLength());
    }

    [TestMethod]
    public async Task A_revision_needs_the_current_one_and_a_withdrawal_answers_410()
    {
        await using var siaran = await Instance.OpenAsync();
        var headline = Headline();
        using var created = await siaran.SendAsync(Texts.Release(headline, $"{headline} diumumkan."));
        var (id, path) = ((await Instance.JsonAsync(created)).GetProperty("id").GetString(), created.Headers.Location!.AbsolutePath);

        // The upload's time counts in whole seconds.
        await Task.Delay(1100);
        using var revised = await siaran.SendAsync(
            Texts.Release(headline + " Lagi", $"{headline} diumumkan lagi."),
            $"/releases/{id}",
            "\"1\""
        );
        Assert.AreEqual(HttpStatusCode.OK, revised.StatusCode);
        using var stale = await siaran.SendAsync(
            Texts.Release(headline + " Terlambat", $"{headline} terlambat."),
            $"/releases/{id}",
            "\"1\""
        );
        Assert.AreEqual(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        await Task.Delay(1100);
        using var withdrawn = await siaran.SendAsync($"---\nid: {id}\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n");
        Assert.AreEqual(HttpStatusCode.OK, withdrawn.StatusCode);

        for (var tries = 0; tries < 40; tries++)
        {
            using var page = await siaran.GetAsync(path);
            if (page.StatusCode == HttpStatusCode.Gone)
            {
                StringAssert.Contains(await page.Content.ReadAsStringAsync(), "Keliru");
                return;
            }

            await Task.Delay(1000);
        }

        Assert.Fail("The withdrawn release can still be read.");
    }

    [TestMethod]
    [DataRow("/feeds/all.rss", "application/rss+xml")]
    [DataRow("/feeds/all.atom", "application/atom+xml")]
    [DataRow("/feeds/all.json", "application/feed+json")]
    [DataRow("/feeds/index.opml", "text/x-opml")]
    public async Task A_feed_has_validators_that_save_the_next_answer(string path, string mediaType)
    {
        await using var siaran = await Instance.OpenAsync();
        using var first = await siaran.GetAsync(path);
        Assert.AreEqual(HttpStatusCode.OK, first.StatusCode);
        Assert.AreEqual(mediaType, first.Content.Headers.ContentType!.MediaType);
        Assert.AreEqual("*", first.Headers.GetValues("Access-Control-Allow-Origin").Single());

        using var second = await siaran.GetAsync(path, ifNoneMatch: first.Headers.ETag);
        using var head = await siaran.Reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative)));

        Assert.AreEqual(HttpStatusCode.NotModified, second.StatusCode);
        Assert.IsEmpty(await second.Content.ReadAsByteArrayAsync());
        Assert.AreEqual(HttpStatusCode.OK, head.StatusCode);
        Assert.IsEmpty(await head.Content.ReadAsByteArrayAsync());
    }

    [TestMethod]
    [DataRow("application/atom+xml", "application/atom+xml")]
    [DataRow("application/feed+json", "application/feed+json")]
    [DataRow("text/html", "text/html")]
    public async Task Accept_chooses_the_format(string accept, string mediaType)
    {
        await using var siaran = await Instance.OpenAsync();

        using var answer = await siaran.GetAsync("/feeds/all", accept);

        Assert.AreEqual(mediaType, answer.Content.Headers.ContentType!.MediaType);
        CollectionAssert.Contains(answer.Headers.Vary.ToList(), "Accept");
    }

    [TestMethod]
    public async Task A_feed_is_compressed_for_who_asks()
    {
        await using var siaran = await Instance.OpenAsync();

        using var answer = await siaran.GetAsync("/feeds/all.rss", encoding: "gzip, deflate, br");

        Assert.AreEqual("gzip", answer.Content.Headers.ContentEncoding.Single());
    }

    [TestMethod]
    [DataRow("/feeds/agency:tidak-ada.rss")]
    [DataRow("/feeds/all.pdf")]
    [DataRow("/releases/tidak-ada-00000000.json")]
    public async Task What_is_not_there_is_a_404_that_says_so(string path)
    {
        await using var siaran = await Instance.OpenAsync();

        using var answer = await siaran.GetAsync(path);

        Assert.AreEqual(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.AreEqual("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [TestMethod]
    public async Task What_cannot_be_taken_gets_a_report()
    {
        await using var siaran = await Instance.OpenAsync();

        using var answer = await siaran.SendAsync(Texts.Release(Headline(), frontMatter: "publishAt: kapan-kapan\n"));

        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.AreEqual(
            "bad-date",
            (await Instance.JsonAsync(answer)).GetProperty("report").GetProperty("findings")[0].GetProperty("code").GetString()
        );
    }

    [TestMethod]
    [DataRow(5, false)]
    [DataRow(5, true)]
    [DataRow(40, false)]
    [DataRow(40, true)]
    public async Task An_upload_that_is_too_large_is_told_so(int megabytes, bool inParts)
    {
        await using var siaran = await Instance.OpenAsync();
        using var content = new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes(new string('a', megabytes * 1024 * 1024))));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/releases", UriKind.Relative)) { Content = content };
        content.Headers.ContentType = new("text/plain");
        request.Headers.TransferEncodingChunked = inParts;

        using var answer = await siaran.Editor.SendAsync(request);

        Assert.AreEqual(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.AreEqual("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [TestMethod]
    public async Task Without_a_key_nobody_uploads_and_with_the_function_key_nobody_rebuilds()
    {
        await using var siaran = await Instance.OpenAsync();
        using var text = new StringContent(Texts.Release(), Encoding.UTF8, "text/markdown");

        using var upload = await siaran.Reader.PostAsync(new Uri("/releases", UriKind.Relative), text);
        using var rebuild = await siaran.Editor.PostAsync(new Uri("/maintenance/rebuild", UriKind.Relative), null);

        Assert.AreEqual(HttpStatusCode.Unauthorized, upload.StatusCode);
        Assert.AreEqual(HttpStatusCode.Unauthorized, rebuild.StatusCode);
    }

    [TestMethod]
    public async Task A_key_in_an_address_is_never_repeated()
    {
        await using var siaran = await Instance.OpenAsync();
        var path = await siaran.PublishAsync(Headline());
        string[] addresses =
        [
            "/",
            "/feeds",
            "/feeds/all.rss",
            "/feeds/all.atom",
            "/feeds/all.json",
            "/feeds/ALL.rss",
            "/feeds/custom.rss?match=all&tag=keyword:b&tag=keyword:a",
            "/feeds/tidak-ada.rss",
            "/changes",
            "/tags",
            "/tags/Topic",
            path,
            path.ToUpperInvariant(),
            path + "/related",
            path + "/related.rss?limit=2",
            path + "/widget",
        ];
        foreach (var address in addresses)
        {
            using var answer = await siaran.GetAsync($"{address}{(address.Contains('?') ? '&' : '?')}code=rahasia-kunci");

            Assert.DoesNotContain(
                "rahasia-kunci",
                $"{answer.Headers} {answer.Content.Headers} {await answer.Content.ReadAsStringAsync()}",
                address
            );
        }
    }

    [TestMethod]
    public async Task The_operator_fires_the_timer_and_health_tells_of_the_run()
    {
        await using var siaran = await Instance.OpenAsync();
        using var nothing = new StringContent("{}", Encoding.UTF8, "application/json");

        using var fired = await siaran.Operator.PostAsync(new Uri("/admin/functions/Collect", UriKind.Relative), nothing);

        Assert.AreEqual(HttpStatusCode.Accepted, fired.StatusCode);
        for (var tries = 0; tries < 30; tries++)
        {
            using var health = await siaran.GetAsync("/health");
            if (health.StatusCode == HttpStatusCode.OK && (await Instance.JsonAsync(health)).GetProperty("status").GetString() == "healthy")
            {
                return;
            }

            await Task.Delay(500);
        }

        Assert.Fail("It does not become healthy.");
    }

    [TestMethod]
    public async Task An_embargoed_release_answers_404_until_its_time()
    {
        await using var siaran = await Instance.OpenAsync();
        var headline = Headline();
        // Far enough for any clock.
        using var created = await siaran.SendAsync(Texts.Release(headline, $"{headline} ditahan.", "publishAt: 2099-01-01T00:00:00Z\n"));
        var path = created.Headers.Location!.AbsolutePath;
        using var before = await siaran.GetAsync(path);
        Assert.AreEqual(HttpStatusCode.NotFound, before.StatusCode);

        var office = siaran.OfficeFor("a clock that can be set");
        office.Clock.SetUtcNow(new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await office.CollectAsync();

        await siaran.ShowsAsync(path, headline);
    }

    [TestMethod]
    public async Task An_upload_over_HTTP_is_kept_as_it_came()
    {
        await using var siaran = await Instance.OpenAsync();
        var office = siaran.OfficeFor("access to its storage");

        await siaran.PublishAsync(Headline());

        Assert.HasCount(1, await Office.BlobsAsync(office.Accepted));
    }

    /// <summary>One that no other run of these tests has used.</summary>
    private static string Headline() => $"Uji {Guid.NewGuid():N}";
}

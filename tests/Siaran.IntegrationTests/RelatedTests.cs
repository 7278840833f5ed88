using System.Net;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>What is related to a release, from the upload to the answer.</summary>
[TestClass]
public sealed class RelatedTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task One_release_costs_one_point_read_and_none_within_its_freshness()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 6);
        await office.StatusAsync("/releases/00000000-0000-0000-0000-000000000000/related");
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        var cold = await News.CallsAsync(office, () => office.ReadAsync($"/releases/{ids[0]}/related"));
        var warm = await News.CallsAsync(
            office,
            () => office.ReadAsync($"/releases/{ids[0]}/related?limit=3&kind=earlier&since=2026-01-01")
        );

        TestContext.WriteLine($"cold: {string.Join(", ", cold)}; warm: {string.Join(", ", warm)}");
        CollectionAssert.AreEqual(new[] { "GET Related 1" }, cold);
        Assert.IsEmpty(warm);
    }

    [TestMethod]
    public async Task The_newest_of_an_agency_cost_one_query_for_all_its_releases_and_one_read_once_it_is_known()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishUnrelatedAsync(office);
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        var first = await News.CallsAsync(office, () => office.ReadAsync($"/releases/{ids[0]}/related"));
        var second = await News.CallsAsync(office, () => office.ReadAsync($"/releases/{ids[1]}/related"));
        var warm = await News.CallsAsync(office, () => office.ReadAsync($"/releases/{ids[0]}/related"));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await News.CallsAsync(office, () => office.ReadAsync($"/releases/{ids[0]}/related"));

        TestContext.WriteLine(
            $"first: {string.Join(", ", first)}; second: {string.Join(", ", second)}; warm: {string.Join(", ", warm)}; later: {string.Join(", ", later)}"
        );
        CollectionAssert.AreEqual(new[] { "GET Listings 1", "GET Related 1", "GET Releases 1" }, first);
        CollectionAssert.AreEqual(new[] { "GET Related 1" }, second);
        Assert.IsEmpty(warm);
        CollectionAssert.AreEqual(new[] { "GET Listings 1", "GET Related 1", "GET Releases 1" }, later);
    }

    [TestMethod]
    public async Task Where_neighbours_are_few_the_newest_of_the_agency_stand_apart_without_the_release_and_its_neighbours()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishUnrelatedAsync(office);
        await News.PublishAsync(office, 6);
        await News.ShortenAsync(office, ids[0], 1);

        var list = await office.JsonAsync($"/releases/{ids[0]}/related");

        var newest = News.Ids(list, "newest");
        var related = News.Ids(list);
        CollectionAssert.AreEqual(new[] { ids[2], ids[1] }.Except(related).ToList(), newest);
        Assert.IsNotEmpty(newest);
        Assert.IsEmpty(await News.RelatedAsync(office, News.Id(0), "newest"));
        Assert.IsFalse(list.GetProperty("newest")[0].TryGetProperty("reasons", out _));
        StringAssert.Contains(
            await office.ReadAsync(new Uri(list.GetProperty("address").GetString()!).AbsolutePath),
            "Terbaru dari Diskominfo Nusa Jaya"
        );
    }

    [TestMethod]
    public async Task A_release_published_later_is_offered_as_the_newest_of_its_agency()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishUnrelatedAsync(office);
        await News.ShortenAsync(office, ids[0], 0);
        using var before = await office.Reader.GetAsync(new Uri($"/releases/{ids[0]}/related", UriKind.Relative));
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        await office.PublishAsync(
            "baru.md",
            Texts.Release("Perpustakaan Keliling Menyapa Anak Pulau", "Bus buku singgah di empat dermaga setiap pekan.")
        );
        await News.ShortenAsync(office, ids[0], 0);

        var list = await office.JsonAsync($"/releases/{ids[0]}/related");
        StringAssert.StartsWith(list.GetProperty("newest")[0].GetProperty("headline").GetString(), "Perpustakaan");
        using var after = await office.Reader.GetAsync(new Uri($"/releases/{ids[0]}/related", UriKind.Relative));
        Assert.AreNotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    [TestMethod]
    [DataRow("limit=0")]
    [DataRow("limit=11")]
    [DataRow("limit=banyak")]
    [DataRow("since=kemarin")]
    [DataRow("kind=sejenis")]
    public async Task A_query_that_cannot_be_used_gets_problem_details(string query)
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 1);

        using var response = await office.Reader.GetAsync(new Uri($"/releases/{ids[0]}/related?{query}", UriKind.Relative));

        Assert.AreEqual(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.AreEqual("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        StringAssert.Contains(await response.Content.ReadAsStringAsync(), query.Split('=')[0]);
    }

    [TestMethod]
    public async Task A_list_is_narrowed_by_limit_kind_and_since()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 6);
        var all = await office.JsonAsync($"/releases/{ids[5]}/related");
        var kind = all.GetProperty("related")[0].GetProperty("kind").GetString();

        Assert.AreEqual(5, all.GetProperty("related").GetArrayLength());
        Assert.AreEqual(2, (await office.JsonAsync($"/releases/{ids[5]}/related?limit=2")).GetProperty("related").GetArrayLength());
        Assert.IsTrue(
            (await office.JsonAsync($"/releases/{ids[5]}/related?kind={kind}"))
                .GetProperty("related")
                .EnumerateArray()
                .All(each => each.GetProperty("kind").GetString() == kind)
        );
        Assert.AreEqual(
            2,
            (await office.JsonAsync($"/releases/{ids[5]}/related?since=2026-01-04")).GetProperty("related").GetArrayLength()
        );
    }

    [TestMethod]
    public async Task Lists_and_their_feeds_answer_conditional_requests()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 3);

        foreach (var part in new[] { "related", "related.rss", "related.atom", "related.json", "widget" })
        {
            using var whole = await office.Reader.GetAsync(new Uri($"/releases/{ids[0]}/{part}", UriKind.Relative));
            Assert.AreEqual(HttpStatusCode.OK, whole.StatusCode, part);
            using var again = new HttpRequestMessage(HttpMethod.Get, $"/releases/{ids[0]}/{part}");
            again.Headers.IfNoneMatch.Add(whole.Headers.ETag!);
            using var answer = await office.Reader.SendAsync(again);
            Assert.AreEqual(HttpStatusCode.NotModified, answer.StatusCode, part);
        }
    }

    [TestMethod]
    public async Task The_feed_of_what_is_related_holds_the_entries_of_the_other_feeds_under_its_own_address()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 3);

        var feed = await office.JsonAsync($"/releases/{ids[0]}/related.json");
        var all = await office.JsonAsync("/feeds/all.json");

        Assert.AreEqual($"https://siaran.example/releases/{ids[0]}/related.json", feed.GetProperty("feed_url").GetString());
        StringAssert.StartsWith(feed.GetProperty("title").GetString(), "Terkait: Asuransi Nelayan Kecil");
        CollectionAssert.AreEqual(
            all.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetRawText())
                .Where(item => !item.Contains($"urn:uuid:{ids[0]}", StringComparison.Ordinal))
                .ToList(),
            feed.GetProperty("items").EnumerateArray().Select(item => item.GetRawText()).ToList()
        );
        var rss = System.Xml.Linq.XDocument.Parse(await office.ReadAsync($"/releases/{ids[0]}/related.rss?limit=1&content=summary"));
        Assert.HasCount(1, rss.Descendants("item").ToList());
        StringAssert.Contains(rss.ToString(), "related.rss?content=summary&amp;limit=1");
    }

    [TestMethod]
    public async Task A_feed_under_the_slug_moves_to_the_one_under_the_id()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 2);
        var path = new Uri((await office.JsonAsync($"/releases/{ids[0]}/related")).GetProperty("address").GetString()!).AbsolutePath;

        using var response = await office.Reader.GetAsync(new Uri(path + "/related.atom", UriKind.Relative));

        Assert.AreEqual(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.AreEqual($"https://siaran.example/releases/{ids[0]}/related.atom", response.Headers.Location!.AbsoluteUri);
    }

    [TestMethod]
    public async Task Only_the_widget_s_page_may_be_framed_and_it_runs_one_script_of_the_site_and_is_not_indexed()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 2);

        using var frame = await office.Reader.GetAsync(new Uri($"/releases/{ids[0]}/widget?lang=en", UriKind.Relative));
        using var page = await office.Reader.GetAsync(new Uri("/", UriKind.Relative));

        var policy = frame.Headers.GetValues("Content-Security-Policy").Single();
        StringAssert.Contains(policy, "frame-ancestors *");
        StringAssert.Contains(policy, "default-src 'none'");
        StringAssert.Contains(page.Headers.GetValues("Content-Security-Policy").Single(), "frame-ancestors 'none'");
        var html = await frame.Content.ReadAsStringAsync();
        StringAssert.Contains(html, "Related news");
        StringAssert.Contains(html, "name=\"robots\" content=\"noindex\"");
        StringAssert.Contains(policy, "script-src 'self'");
        Assert.HasCount(2, html.Split("<script"));
        StringAssert.Contains(html, "<script src=\"/assets/frame.js?v=");
    }

    [TestMethod]
    public async Task A_release_is_found_by_its_id_and_by_its_slug()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 3);
        var byId = await office.JsonAsync($"/releases/{ids[0]}/related");

        var bySlug = await office.JsonAsync(new Uri(byId.GetProperty("address").GetString()!).AbsolutePath + "/related");

        Assert.AreEqual(byId.GetRawText(), bySlug.GetRawText());
    }

    [TestMethod]
    public async Task What_no_release_has_is_a_problem_with_the_names_of_what_there_is()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 1);

        using var response = await office.Reader.GetAsync(new Uri($"/releases/{ids[0]}/related.pdf", UriKind.Relative));

        Assert.AreEqual(HttpStatusCode.NotFound, response.StatusCode);
        StringAssert.Contains(await response.Content.ReadAsStringAsync(), "related.rss");
    }

    [TestMethod]
    public async Task Where_storage_fails_the_list_is_unavailable_and_the_frame_shows_nothing()
    {
        var outage = new OutageAfter();
        await using var office = await Office.OpenAsync(policy: outage);
        var ids = await News.PublishAsync(office, 2);
        outage.Arm(0);

        using var list = await office.Reader.GetAsync(new Uri($"/releases/{ids[0]}/related", UriKind.Relative));
        using var frame = await office.Reader.GetAsync(new Uri($"/releases/{ids[0]}/widget", UriKind.Relative));

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, list.StatusCode);
        Assert.AreEqual("application/problem+json", list.Content.Headers.ContentType!.MediaType);
        Assert.AreEqual("text/html", frame.Content.Headers.ContentType!.MediaType);
        Assert.IsFalse((await frame.Content.ReadAsStringAsync()).Contains("<nav", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task A_damaged_release_is_told_and_does_not_keep_the_index_from_being_made_anew()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 5);
        var releases = new TableClient(office.Storage, Names.Releases);
        var row = (await releases.GetEntityAsync<TableEntity>(ids[0], "current")).Value;
        row["Payload0"] = new byte[] { 1, 2, 3 };
        await releases.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        var index = new BlobContainerClient(office.Storage, Names.Index);
        foreach (var blob in await Office.BlobsAsync(index))
        {
            await index.DeleteBlobAsync(blob);
        }

        await office.PublishAsync("nelayan-5.md", News.Fishers(5));

        var related = await News.RelatedAsync(office, News.Id(5));
        CollectionAssert.IsSubsetOf(new[] { ids[1], ids[2], ids[3], ids[4] }, related.ToList());
        CollectionAssert.DoesNotContain(related.ToList(), ids[0]);
        Assert.IsTrue(office.Log.Entries.Any(e => e.Level is LogLevel.Error && e.Message.Contains(ids[0], StringComparison.Ordinal)));
    }
}

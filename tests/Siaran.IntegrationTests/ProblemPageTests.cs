using System.Net;
using System.Text;
using System.Text.Json;
using Siaran.LocalHost;

namespace Siaran.IntegrationTests;

/// <summary>What goes wrong is a page for people and problem details for programs, at every address.</summary>
[TestClass]
public sealed class ProblemPageTests
{
    /// <summary>What browsers accept.</summary>
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    [TestMethod]
    [DataRow("/index.php", "Halaman tidak ditemukan")]
    [DataRow("/a/b/c/d", "Halaman tidak ditemukan")]
    [DataRow("/en/a/b/c/d", "Page not found")]
    [DataRow("/releases/tidak-ada-00000000", "Halaman tidak ditemukan")]
    [DataRow("/releases/tidak-ada-00000000/related", "Halaman tidak ditemukan")]
    [DataRow("/releases/tidak-ada-00000000/lain", "Halaman tidak ditemukan")]
    [DataRow("/releases/tidak-ada-00000000/files/a.jpg", "Halaman tidak ditemukan")]
    [DataRow("/feeds/agency:tidak-ada", "Halaman tidak ditemukan")]
    [DataRow("/feeds/agency:tidak-ada.rss", "Halaman tidak ditemukan")]
    [DataRow("/en/feeds/agency:tidak-ada", "Page not found")]
    [DataRow("/tags/topic/tidak-ada", "Halaman tidak ditemukan")]
    [DataRow("/assets/lain.css", "Halaman tidak ditemukan")]
    public async Task An_address_at_which_there_is_nothing_is_a_page_for_people_and_details_for_programs(string address, string title)
    {
        await using var office = await Office.OpenAsync();

        using var page = await AskAsync(office.Reader, HttpMethod.Get, address, Browser);
        using var details = await AskAsync(office.Reader, HttpMethod.Get, address, "application/json");
        using var head = await AskAsync(office.Reader, HttpMethod.Head, address, Browser);

        Assert.AreEqual(HttpStatusCode.NotFound, page.StatusCode);
        Assert.AreEqual("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.Contains($"<h1>{title}</h1>", await page.Content.ReadAsStringAsync());
        Assert.AreEqual("no-store", page.Headers.CacheControl!.ToString());
        Assert.AreEqual("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.AreEqual(HttpStatusCode.NotFound, details.StatusCode);
        Assert.AreEqual(HttpStatusCode.NotFound, head.StatusCode);
        Assert.AreEqual("application/problem+json", details.Content.Headers.ContentType!.MediaType);
    }

    [TestMethod]
    [DataRow("POST", "/")]
    [DataRow("DELETE", "/feeds/all.rss")]
    [DataRow("PUT", "/tags")]
    [DataRow("PATCH", "/tidak-ada")]
    public async Task Another_method_is_not_found_either(string method, string address)
    {
        await using var office = await Office.OpenAsync();

        using var answer = await AskAsync(office.Reader, new HttpMethod(method), address, "*/*");

        Assert.AreEqual(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [TestMethod]
    public async Task What_the_host_keeps_for_itself_is_the_hosts()
    {
        await using var office = await Office.OpenAsync();
        using var master = office.ClientWith(LocalKeys.DefaultMaster);

        using var closed = await AskAsync(office.Reader, HttpMethod.Get, "/admin/host/status", Browser);
        using var open = await AskAsync(master, HttpMethod.Get, "/admin/host/status", "*/*");
        using var upload = await AskAsync(office.Reader, HttpMethod.Post, "/releases", Browser);

        Assert.AreEqual(HttpStatusCode.Unauthorized, closed.StatusCode);
        Assert.AreEqual(HttpStatusCode.OK, open.StatusCode);
        Assert.AreEqual(HttpStatusCode.Unauthorized, upload.StatusCode);
    }

    [TestMethod]
    public async Task The_icon_and_the_list_of_releases_are_where_everybody_looks_for_them()
    {
        await using var office = await Office.OpenAsync();

        using var icon = await AskAsync(office.Reader, HttpMethod.Get, "/favicon.ico", "image/*");
        using var releases = await AskAsync(office.Reader, HttpMethod.Get, "/releases", Browser);
        using var english = await AskAsync(office.Reader, HttpMethod.Get, "/en/releases", Browser);

        Assert.AreEqual(HttpStatusCode.OK, icon.StatusCode);
        Assert.AreEqual("image/x-icon", icon.Content.Headers.ContentType!.ToString());
        CollectionAssert.AreEqual(new byte[] { 0, 0, 1, 0 }, (await icon.Content.ReadAsByteArrayAsync())[..4]);
        Assert.AreEqual(HttpStatusCode.OK, releases.StatusCode);
        Assert.AreEqual(HttpStatusCode.OK, english.StatusCode);
    }

    [TestMethod]
    public async Task A_feed_that_is_not_there_offers_people_the_nearest_ones()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\n"));

        using var page = await AskAsync(office.Reader, HttpMethod.Get, "/en/feeds/agency:diskominfo-nusa-jya", Browser);

        Assert.Contains("href=\"/en/feeds/agency:diskominfo-nusa-jaya\"", await page.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task A_request_that_cannot_be_used_says_why_on_a_page()
    {
        await using var office = await Office.OpenAsync();

        using var page = await AskAsync(office.Reader, HttpMethod.Get, "/feeds/all.rss?page=nol", Browser);
        var html = await page.Content.ReadAsStringAsync();

        Assert.AreEqual(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("<h1>Permintaan ini tidak dapat dipenuhi</h1>", html);
        Assert.Contains("<p class=\"reason\" lang=\"en\">page is a number from 1 to", html);
    }

    [TestMethod]
    [DataRow("id", "<h1>Unggahan ditolak</h1>", "Baris 2")]
    [DataRow("en", "<h1>The upload was refused</h1>", "Line 2")]
    public async Task An_upload_that_is_refused_is_a_page_for_people_with_all_that_is_to_be_mended(
        string language,
        string title,
        string line
    )
    {
        await using var office = await Office.OpenAsync();
        const string text = "---\nagenci: Dinas <script>alert(1)</script>\npublishAt: besok\n---\n\n# Jembatan\n\nJembatan dibuka.\n";

        using var page = await UploadAsync(office, text, Browser, language);
        using var details = await UploadAsync(office, text, "application/json", language);
        var html = await page.Content.ReadAsStringAsync();

        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, page.StatusCode);
        Assert.Contains(title, html);
        Assert.Contains("<code>bad-date</code>", html);
        Assert.Contains(line, html);
        Assert.DoesNotContain("<script>", html);
        Assert.AreEqual("no-store", page.Headers.CacheControl!.ToString());
        var problem = JsonDocument.Parse(await details.Content.ReadAsStringAsync()).RootElement;
        Assert.AreEqual("rejected", problem.GetProperty("outcome").GetString());
    }

    private static async Task<HttpResponseMessage> UploadAsync(Office office, string text, string accept, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/releases", UriKind.Relative));
        request.Content = new StringContent(text, Encoding.UTF8, "text/markdown");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.Add("Accept-Language", language);
        return await office.Editor.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, HttpMethod method, string address, string accept)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await client.SendAsync(request);
    }
}

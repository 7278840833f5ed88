using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Siaran.Feeds.Formats;

namespace Siaran.IntegrationTests;

/// <summary>Searching and the archive, over HTTP.</summary>
[TestClass]
public sealed class SearchTests
{
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    [TestMethod]
    public async Task A_release_is_found_on_the_page_with_its_words_lit()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release());
        await office.PublishAsync("b.md", Texts.Release("Harga Cabai Turun", "Harga cabai turun.", "id: nj-cabai\n"));

        var page = await office.ReadAsync("/search?q=jembatan");

        StringAssert.Contains(page, "<mark>Jembatan</mark> Lengan Dibuka");
        StringAssert.Contains(page, "1 siaran ditemukan");
        Assert.DoesNotContain("Cabai", page);
        StringAssert.Contains(page, "<link rel=\"canonical\" href=\"https://siaran.example/search\"");
        StringAssert.Contains(page, "<option value=\"diskominfo-nusa-jaya\">");
        StringAssert.Contains(await office.ReadAsync("/search?q=xylofon"), "<meta name=\"robots\" content=\"noindex\"");
    }

    [TestMethod]
    public async Task Every_format_of_feeds_has_what_is_found()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release());
        await office.PublishAsync("b.md", Texts.Release("Harga Cabai Turun", "Harga cabai turun.", "id: nj-cabai\n"));

        foreach (var format in FeedFormats.All)
        {
            using var answer = await office.Reader.GetAsync(
                new Uri($"/search.{format.Extension}?q=jembatan&agency=diskominfo-nusa-jaya", UriKind.Relative)
            );

            Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode, format.Name);
            Assert.AreEqual(format.PlainMediaType, answer.Content.Headers.ContentType!.MediaType);
            var body = await answer.Content.ReadAsStringAsync();
            StringAssert.Contains(body, "Jembatan Lengan Dibuka");
            Assert.DoesNotContain("Cabai", body);
            StringAssert.Contains(answer.Headers.CacheControl!.ToString(), "max-age");

            using var again = new HttpRequestMessage(HttpMethod.Get, answer.RequestMessage!.RequestUri);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            using var unchanged = await office.Reader.SendAsync(again);
            Assert.AreEqual(HttpStatusCode.NotModified, unchanged.StatusCode);
        }

        Assert.AreEqual(HttpStatusCode.NotFound, await office.StatusAsync("/search.pdf?q=jembatan"));
    }

    [TestMethod]
    public async Task A_misspelt_name_is_put_right()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release());

        var page = await office.ReadAsync("/search?q=jembtaan");

        StringAssert.Contains(page, "Maksud Anda <a href=\"/search?q=jembatan\"><strong>jembatan</strong></a>?");
        StringAssert.Contains(page, "Lengan Dibuka");
    }

    [TestMethod]
    public async Task What_is_under_an_embargo_is_found_once_it_is_out_and_never_before()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release());
        string[] addresses =
        [
            "/search?q=rahasia",
            "/search?q=rahasa",
            "/search?q=kusumawardhani",
            "/search",
            "/search.json?q=menteri",
            "/search.rss?tag=keyword:rahasia",
            "/releases",
            "/releases?feed=tag:keyword:rahasia",
        ];
        var before = await AnswersAsync(office, addresses);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var time = Office.Start.AddHours(3);

        await office.PublishAsync(
            "rahasia.md",
            Texts.Release(
                "Rahasia Menteri Kusumawardhani",
                "Rahasia menteri.",
                $"id: nj-rahasia\npublishAt: {time:yyyy-MM-ddTHH:mm:ssZ}\ntags: [rahasia]\n"
            )
        );

        CollectionAssert.AreEqual(before, await AnswersAsync(office, addresses));
        office.Clock.SetUtcNow(time);
        await office.CollectAsync();
        foreach (var address in addresses)
        {
            StringAssert.Contains(WithoutMarks(await office.ReadAsync(address)), "Kusumawardhani", address);
        }
    }

    [TestMethod]
    public async Task What_is_withdrawn_or_corrected_is_found_no_more_as_it_was()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-jembatan\n"));
        await office.PublishAsync("b.md", Texts.Release("Harga Cabai Turun", "Harga cabai turun.", "id: nj-cabai\n"));

        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.PublishAsync("c.md", Texts.Release("Harga Beras Turun", "Harga beras turun.", "id: nj-cabai\n"));
        await office.PublishAsync("d.md", "---\nid: nj-jembatan\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n");

        StringAssert.Contains(await office.ReadAsync("/search?q=jembatan"), "Tidak ada siaran yang cocok");
        Assert.DoesNotContain("<item>", await office.ReadAsync("/search.rss?q=cabai"));
        StringAssert.Contains(WithoutMarks(await office.ReadAsync("/search?q=beras")), "Harga Beras Turun");
        Assert.HasCount(1, Headlines(await office.ReadAsync("/releases")));
    }

    [TestMethod]
    [DataRow("/search?q=a&from=kemarin", HttpStatusCode.BadRequest)]
    [DataRow("/search?page=0", HttpStatusCode.BadRequest)]
    [DataRow("/search?page=41", HttpStatusCode.BadRequest)]
    [DataRow("/search?q=jembatan&page=2", HttpStatusCode.NotFound)]
    [DataRow("/search?agency=..", HttpStatusCode.BadRequest)]
    [DataRow("/search?tag=a:1&tag=a:2&tag=a:3&tag=a:4&tag=a:5&tag=a:6&tag=a:7&tag=a:8&tag=a:9", HttpStatusCode.BadRequest)]
    [DataRow("/search?q=%00%ff%3Cscript%3E%22", HttpStatusCode.OK)]
    [DataRow("/search?q=&from=&to=&tag=", HttpStatusCode.OK)]
    [DataRow("/releases?month=2025-13", HttpStatusCode.BadRequest)]
    [DataRow("/releases?month=1999-01", HttpStatusCode.NotFound)]
    [DataRow("/releases?year=9999", HttpStatusCode.BadRequest)]
    [DataRow("/releases?year=2024&month=2025-03", HttpStatusCode.BadRequest)]
    [DataRow("/sitemap.xml?of=01", HttpStatusCode.BadRequest)]
    [DataRow("/releases?feed=agency:tidak-ada", HttpStatusCode.NotFound)]
    [DataRow("/releases?page=401", HttpStatusCode.BadRequest)]
    public async Task Whatever_is_asked_is_answered(string address, HttpStatusCode status)
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release());

        Assert.AreEqual(status, await office.StatusAsync(address));
    }

    [TestMethod]
    public async Task The_archive_and_the_search_have_a_release_from_the_second_on_in_which_the_feed_has_it()
    {
        await using var office = await Office.OpenInMemoryAsync();
        office.Clock.Advance(TimeSpan.FromSeconds(20));

        await office.PublishAsync("a.md", Texts.Release());

        Assert.HasCount(1, await office.ItemsAsync());
        Assert.AreEqual(HttpStatusCode.OK, await office.StatusAsync("/releases?month=2026-03"));
        Assert.HasCount(1, Headlines(await office.ReadAsync("/releases")));
        StringAssert.Contains(WithoutMarks(await office.ReadAsync("/search?q=jembatan")), "Jembatan Lengan Dibuka");
    }

    [TestMethod]
    public async Task What_is_too_long_is_refused()
    {
        await using var office = await Office.OpenAsync();

        Assert.AreEqual(HttpStatusCode.BadRequest, await office.StatusAsync("/search?q=" + new string('a', 201)));
        Assert.AreEqual(HttpStatusCode.RequestUriTooLong, await office.StatusAsync("/search?x=" + new string('a', 2050)));
    }

    [TestMethod]
    public async Task Browsers_are_told_how_to_search()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release());
        var link = Regex.Match(
            await office.ReadAsync("/"),
            "rel=\"search\" type=\"application/opensearchdescription\\+xml\"[^>]*href=\"([^\"]*)\""
        );

        var described = XDocument.Parse(await office.ReadAsync(link.Groups[1].Value));

        var templates = described
            .Root!.Elements(OpenSearch + "Url")
            .ToDictionary(url => url.Attribute("type")!.Value, url => url.Attribute("template")!.Value);
        Assert.EndsWith("/search?q={searchTerms}", templates["text/html"]);
        StringAssert.Contains(
            WithoutMarks(
                await office.ReadAsync(
                    new Uri(templates["text/html"].Replace("{searchTerms}", "lengan", StringComparison.Ordinal)).PathAndQuery
                )
            ),
            "Jembatan Lengan Dibuka"
        );
    }

    [TestMethod]
    public async Task The_archive_leads_back_to_the_first_release_by_page_and_by_month()
    {
        await using var office = await Office.OpenAsync();
        const int releases = 60;
        for (var i = 0; i < releases; i++)
        {
            var time = Office.Start.AddDays(-2 * (releases - i));
            await office.UploadAsync(
                $"{i:D2}.md",
                Texts.Release($"Kabar Nomor {i}", $"Kabar nomor {i}.", $"id: nj-{i}\npublishAt: {time:yyyy-MM-ddTHH:mm:ssZ}\n")
            );
        }

        await office.CollectAsync();
        await office.CollectAsync();

        var (byPage, address) = (new List<string>(), "/releases");
        while (address.Length > 0)
        {
            var page = await office.ReadAsync(address);
            byPage.AddRange(Headlines(page));
            address = Next(page);
        }

        var months = Regex
            .Matches(await office.ReadAsync("/releases"), "href=\"(/releases\\?month=[0-9-]+)\"")
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();
        var byMonth = new List<string>();
        foreach (var month in months)
        {
            byMonth.AddRange(Headlines(await office.ReadAsync(month)));
        }

        var all = Enumerable.Range(0, releases).Reverse().Select(i => $"Kabar Nomor {i}").ToList();
        CollectionAssert.AreEqual(all, byPage);
        Assert.HasCount(5, months);
        CollectionAssert.AreEqual(all, byMonth);
    }

    [TestMethod]
    public async Task The_closed_pages_that_readers_have_lead_people_back_and_forth()
    {
        await using var office = await Office.OpenAsync();
        for (var i = 0; i < 75; i++)
        {
            await office.UploadAsync($"{i:D2}.md", Texts.Release($"Kabar Nomor {i}", $"Kabar nomor {i}.", $"id: nj-{i}\n"));
        }

        await office.CollectAsync();
        await office.CollectAsync();
        await office.CollectAsync();
        var newest = await PageOfAsync(office, "/feeds/all");

        Assert.MatchesRegex("<link rel=\"next\" href=\"[^\"]*/feeds/all\\?page=1\"", newest);
        var closed = await PageOfAsync(office, "/feeds/all?page=1");

        Assert.IsTrue(closed.Contains("<a rel=\"prev\" href=\"/feeds/all\"", StringComparison.Ordinal));
        Assert.AreEqual("", Next(closed));
        Assert.HasCount(75, Headlines(newest).Concat(Headlines(closed)).Distinct());
    }

    private static async Task<string> PageOfAsync(Office office, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await office.Reader.SendAsync(request);
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static List<string> Headlines(string page) =>
        [.. Regex.Matches(page, "<h[34]><a href=\"/releases/[^\"]*\">([^<]*)</a>").Select(match => match.Groups[1].Value)];

    private static string Next(string page) =>
        WebUtility.HtmlDecode(Regex.Match(page, "<a rel=\"next\" href=\"([^\"]*)\"").Groups[1].Value);

    private static string WithoutMarks(string page) =>
        page.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);

    private static async Task<List<string>> AnswersAsync(Office office, IEnumerable<string> addresses)
    {
        var answers = new List<string>();
        foreach (var address in addresses)
        {
            using var answer = await office.Reader.GetAsync(new Uri(address, UriKind.Relative));
            answers.Add(
                $"{address} {(int)answer.StatusCode} {answer.Headers.ETag} {Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync())}"
            );
        }

        return answers;
    }
}

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace Siaran.IntegrationTests;

/// <summary>Every page in Indonesian and English: by the address, by what the browser prefers, and from one page to the next.</summary>
[TestClass]
public sealed class LanguageTests
{
    private static readonly string[] Fixed = ["", "feeds", "feeds/all", "tags", "tags/keyword", "tags/keyword/jembatan"];

    [TestMethod]
    public async Task Every_page_speaks_the_language_of_its_address_whatever_the_browser_prefers()
    {
        await using var office = await OpenAsync();
        foreach (var path in await PathsAsync(office))
        {
            foreach (var (language, preferred) in new[] { ("en", "id"), ("id", "en"), ("EN", "id") })
            {
                using var answer = await AskAsync(office, $"/{language}/{path}", preferred);
                var page = await answer.Content.ReadAsStringAsync();

                Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode, path);
                Assert.Contains($"<html lang=\"{language.ToLowerInvariant()}\">", page);
                Assert.AreEqual(language.ToLowerInvariant(), string.Join(' ', answer.Content.Headers.ContentLanguage));
                Assert.DoesNotContain("Accept-Language", answer.Headers.Vary);
            }
        }
    }

    [TestMethod]
    public async Task An_address_without_a_language_speaks_what_the_browser_prefers_and_caches_know_it()
    {
        await using var office = await OpenAsync();
        foreach (var path in await PathsAsync(office))
        {
            foreach (var (header, expected) in new[] { ("en-GB, id;q=0.5", "en"), ("id", "id"), ("fr", "id"), (null, "id"), ("*", "id") })
            {
                using var answer = await AskAsync(office, "/" + path, header);
                var page = await answer.Content.ReadAsStringAsync();

                Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode, path);
                Assert.Contains($"<html lang=\"{expected}\">", page, $"{path} for {header}");
                Assert.AreEqual(expected, string.Join(' ', answer.Content.Headers.ContentLanguage));
                Assert.Contains("Accept-Language", answer.Headers.Vary);
            }
        }
    }

    [TestMethod]
    public async Task The_switch_of_every_page_leads_to_that_page_in_the_other_language()
    {
        await using var office = await OpenAsync();
        var slug = (await office.OnlyPageAsync())["/releases/".Length..];
        var addresses = Route
            .All.Where(route => route is { Method: "GET", Level: AuthorizationLevel.Anonymous, AnswersAsAnother: false })
            .SelectMany(route => route.Addresses([slug, "all", "keyword", "jembatan"]))
            .Distinct();
        var (pages, missing) = (0, new List<string>());
        foreach (var address in addresses)
        {
            using var answer = await AskAsync(office, address, "id");
            var link = Regex.Match(await answer.Content.ReadAsStringAsync(), "<a href=\"([^\"]*)\" lang=\"en\" hreflang=\"en\">");
            if (answer.StatusCode != HttpStatusCode.OK || !link.Success)
            {
                continue;
            }

            pages++;
            using var other = await AskAsync(office, WebUtility.HtmlDecode(link.Groups[1].Value), "id");
            if (
                other.StatusCode != HttpStatusCode.OK
                || !(await other.Content.ReadAsStringAsync()).Contains("<html lang=\"en\">", StringComparison.Ordinal)
            )
            {
                missing.Add($"{address}: {link.Groups[1].Value} is {other.StatusCode}");
            }
        }

        Assert.IsEmpty(missing, string.Join('\n', missing));
        Assert.IsGreaterThanOrEqualTo(10, pages);
    }

    [TestMethod]
    public async Task Each_way_to_a_page_names_the_address_that_search_engines_keep()
    {
        await using var office = await OpenAsync();

        foreach (
            var (address, preferred, kept) in new[]
            {
                ("/tags", "en", "/tags"),
                ("/en/tags", "en", "/en/tags"),
                ("/id/tags", "en", "/tags"),
            }
        )
        {
            using var answer = await AskAsync(office, address, preferred);

            Assert.Contains(
                $"<link rel=\"canonical\" href=\"https://siaran.example{kept}\"",
                await answer.Content.ReadAsStringAsync(),
                address
            );
        }
    }

    [TestMethod]
    public async Task A_page_has_an_entity_tag_for_each_language()
    {
        await using var office = await OpenAsync();
        foreach (var path in await PathsAsync(office))
        {
            using var indonesian = await AskAsync(office, "/" + path, "id");
            using var english = await AskAsync(office, "/" + path, "en");
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/" + path, UriKind.Relative));
            request.Headers.Add("Accept", "text/html");
            request.Headers.Add("Accept-Language", "en");
            request.Headers.Add("If-None-Match", indonesian.Headers.ETag!.ToString());
            using var other = await office.Reader.SendAsync(request);

            Assert.AreNotEqual(indonesian.Headers.ETag, english.Headers.ETag, path);
            Assert.AreEqual(HttpStatusCode.OK, other.StatusCode, path);
        }
    }

    [TestMethod]
    public async Task Feeds_and_JSON_have_no_language_and_are_where_they_always_were()
    {
        await using var office = await OpenAsync();
        var release = await office.OnlyPageAsync();
        foreach (var document in new[] { "/feeds/all.rss", "/feeds/index.opml", release + ".json", "/tags/topic.json" })
        {
            using var answer = await AskAsync(office, "/en" + document, "en");
            using var plain = await AskAsync(office, document, "en");

            Assert.AreEqual(HttpStatusCode.MovedPermanently, answer.StatusCode, document);
            Assert.AreEqual("https://siaran.example" + document, answer.Headers.Location!.AbsoluteUri);
            Assert.AreEqual(HttpStatusCode.OK, plain.StatusCode, document);
            Assert.DoesNotContain("Accept-Language", plain.Headers.Vary);
        }
    }

    [TestMethod]
    public async Task An_address_that_is_spelt_otherwise_moves_within_its_language()
    {
        await using var office = await OpenAsync();
        var release = await office.OnlyPageAsync();

        using var named = await AskAsync(
            office,
            "/en" + release.ToUpperInvariant().Replace("/RELEASES", "/releases", StringComparison.Ordinal),
            "id"
        );
        using var plain = await AskAsync(
            office,
            release.ToUpperInvariant().Replace("/RELEASES", "/releases", StringComparison.Ordinal),
            "en"
        );
        using var tag = await AskAsync(office, "/en/tags/keyword/JEMBATAN", "id");

        Assert.AreEqual("https://siaran.example/en" + release, named.Headers.Location!.AbsoluteUri);
        Assert.AreEqual("https://siaran.example" + release, plain.Headers.Location!.AbsoluteUri);
        Assert.AreEqual("https://siaran.example/en/tags/keyword/jembatan", tag.Headers.Location!.AbsoluteUri);
    }

    [TestMethod]
    [DataRow("/xx")]
    [DataRow("/xx/feeds")]
    [DataRow("/fr/tags/keyword")]
    [DataRow("/en/releases/tidak-ada-00000000")]
    public async Task A_language_or_page_that_is_not_there_is_not_found(string address)
    {
        await using var office = await OpenAsync();

        using var answer = await AskAsync(office, address, "en");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.AreEqual(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1>Page not found</h1>", page);
        Assert.AreEqual("no-store", answer.Headers.CacheControl?.ToString());
    }

    private static async Task<Office> OpenAsync()
    {
        var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\ntags: [jembatan]\n"));
        return office;
    }

    private static async Task<IReadOnlyList<string>> PathsAsync(Office office) => [.. Fixed, (await office.OnlyPageAsync())[1..]];

    private static async Task<HttpResponseMessage> AskAsync(Office office, string address, string? language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Add("Accept", "text/html");
        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        return await office.Reader.SendAsync(request);
    }
}

using System.Net;
using Siaran.LocalHost;

namespace Siaran.IntegrationTests;

/// <summary>What every answer says, on every route that is declared and whatever its status.</summary>
[TestClass]
public sealed class AnswerHeadersTests
{
    /// <summary>Asked last: uploads wait while it is under way.</summary>
    private const string Rebuild = "Rebuild";

    [TestMethod]
    public async Task A_preflight_is_answered_alike_on_every_route_that_scripts_may_read()
    {
        await using var office = await Office.OpenAsync();
        var routes = Route.All.Where(route => route.Method == "OPTIONS").ToList();
        Assert.IsGreaterThan(8, routes.Count);

        foreach (var route in routes)
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(route.Addresses(["all.rss"]).First(), UriKind.Relative));
            request.Headers.Add("Origin", "https://portal.example");
            request.Headers.Add("Access-Control-Request-Headers", "if-none-match");
            using var answer = await office.Reader.SendAsync(request);

            Assert.AreEqual(HttpStatusCode.NoContent, answer.StatusCode, route.Template);
            Assert.AreEqual("*", Value(answer, "Access-Control-Allow-Origin"), route.Template);
            Assert.Contains("If-None-Match", Value(answer, "Access-Control-Allow-Headers"), route.Template);
            AssertSecured(answer, route);
        }
    }

    [TestMethod]
    public async Task Browsers_are_told_to_sniff_and_load_nothing_in_every_answer()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\ntags: [jembatan]\n"));
        var slug = (await office.OnlyPageAsync()).Split('/')[^1];
        using var master = office.ClientWith(LocalKeys.DefaultMaster);
        var statuses = new HashSet<HttpStatusCode>();

        foreach (var route in Route.All.Where(route => route.Method != "OPTIONS").OrderBy(route => route.Function == Rebuild))
        {
            foreach (var address in route.Addresses(["all.rss", slug, slug.ToUpperInvariant(), "tidak-ada", "related", "topic"]))
            {
                using var request = new HttpRequestMessage(new HttpMethod(route.Method), new Uri(address, UriKind.Relative));
                request.Content = route.Method is "POST" or "PUT" ? new StringContent("") : null;
                using var answer = await master.SendAsync(request);

                statuses.Add(answer.StatusCode);
                AssertSecured(answer, route);
            }
        }

        foreach (var expected in new[] { HttpStatusCode.OK, HttpStatusCode.MovedPermanently, HttpStatusCode.NotFound })
        {
            Assert.Contains(expected, statuses);
        }

        Assert.Contains(HttpStatusCode.UnprocessableEntity, statuses);
    }

    [TestMethod]
    [DataRow("/releases/tidak-ada-00000000")]
    [DataRow("/tags/keyword/tidak-ada")]
    [DataRow("/feeds/tag:keyword:tidak-ada.rss")]
    public async Task A_404_is_kept_by_no_cache(string address)
    {
        await using var office = await Office.OpenAsync();
        foreach (var type in new[] { "text/html", "application/json" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            request.Headers.Add("Accept", type);
            using var answer = await office.Reader.SendAsync(request);

            Assert.AreEqual(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.AreEqual("no-store", answer.Headers.CacheControl?.ToString(), type);
        }
    }

    private static void AssertSecured(HttpResponseMessage answer, Route route)
    {
        var what = $"{route.Method} {route.Template}: {(int)answer.StatusCode}";
        Assert.AreEqual("nosniff", Value(answer, "X-Content-Type-Options"), what);
        Assert.StartsWith("default-src 'none'", Value(answer, "Content-Security-Policy"), what);
        Assert.AreEqual("strict-origin-when-cross-origin", Value(answer, "Referrer-Policy"), what);
    }

    private static string Value(HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues(header, out var values) ? string.Join(", ", values) : "";
}

using System.Net;
using System.Text;
using Microsoft.Azure.Functions.Worker;
using Siaran.LocalHost;
using Siaran.Replies;
using Siaran.Serving;

namespace Siaran.IntegrationTests;

/// <summary>
/// Storage that never answers: what memory holds is answered, all else is 503 in time and of one kind, on every route that is declared.
/// </summary>
[TestClass]
public sealed class SilentStorageTests
{
    /// <summary>These ask storage for nothing, or not before what was sent is an office register.</summary>
    private static readonly string[] WithoutStorage = ["Asset", "Robots", "Icon", "OpenSearch", "OfficesReplace", "WithoutRoute"];

    /// <summary>It works for minutes and waits as those who write do.</summary>
    private const string Rebuild = "Rebuild";

    /// <summary>It says itself that storage is silent.</summary>
    private const string Health = "Health";

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task Without_a_copy_every_route_answers_503_of_one_kind()
    {
        var storage = new SilentStorage();
        await using var publishing = await Office.OpenAsync();
        await publishing.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\ntags: [jembatan]\n"));
        var page = await publishing.OnlyPageAsync();
        await using var office = await Office.OpenAsync(publishing.Storage, publishing.Clock, policy: storage);
        using var master = office.ClientWith(LocalKeys.DefaultMaster);
        storage.Begin();
        var tried = 0;
        foreach (
            var route in Route.All.Where(route =>
                route.Method != "OPTIONS"
                && route.Function != Rebuild
                && !WithoutStorage.Contains(route.Function)
                && !route.Template.StartsWith("desk", StringComparison.Ordinal)
            )
        )
        {
            using var answer = await AnswerAsync(office, storage, master, route, AddressOf(route, page));
            var described = $"{route.Method} {route.Template}";
            Assert.AreEqual(HttpStatusCode.ServiceUnavailable, answer.StatusCode, described);
            Assert.AreEqual("no-store", answer.Headers.CacheControl?.ToString(), described);
            tried++;
            if (route.Function != Health)
            {
                Assert.AreEqual("application/problem+json", answer.Content.Headers.ContentType?.MediaType, described);
                Assert.AreEqual(TimeSpan.FromSeconds(10), answer.Headers.RetryAfter?.Delta, described);
            }
        }

        storage.End();
        TestContext.WriteLine($"{tried} routes answered 503");
        Assert.IsGreaterThan(15, tried);
    }

    [TestMethod]
    [DataRow("/desk")]
    [DataRow("/desk/drafts/0123456789abcdef0123456789abcdef")]
    [DataRow("/desk/releases/01234567-89ab-8def-8123-456789abcdef/history")]
    [DataRow("/desk/audit.csv")]
    public async Task The_desk_answers_503_too(string path)
    {
        var storage = new SilentStorage();
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings, policy: storage);
        var wati = new DeskPerson(office, "wati", "Operator", "Publisher");
        storage.Begin();

        using var answer = await WhileTimePassesAsync(office, storage, wati.GetAsync(path));

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.AreEqual(TimeSpan.FromSeconds(10), answer.Headers.RetryAfter?.Delta);
        storage.End();
    }

    [TestMethod]
    public async Task With_a_copy_every_route_answers_from_it_and_waits_for_storage_at_most_once()
    {
        var storage = new SilentStorage();
        await using var office = await Office.OpenAsync(policy: storage);
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\ntags: [jembatan]\n"));
        var page = await office.OnlyPageAsync();
        string[] addresses =
        [
            "/",
            "/feeds",
            "/feeds/all.rss",
            "/feeds/all.json",
            "/tags",
            "/tags/keyword",
            "/tags/keyword/jembatan",
            page,
            page + ".json",
            page + "/related",
            page + "/widget",
            "/sitemap.xml",
            "/sitemap.xml?of=news",
            "/feeds/index.opml",
        ];
        var held = new Dictionary<string, string>();
        foreach (var address in addresses)
        {
            held[address] = await office.ReadAsync(address);
        }

        office.Clock.Advance(TimeSpan.FromHours(1));
        storage.Begin();
        foreach (var address in addresses)
        {
            var first = office.ReadAsync(address);
            while (!first.IsCompleted)
            {
                office.Clock.Advance(DocumentCache.PatienceWithCopy);
                await Task.WhenAny(first, Task.Delay(5));
            }

            Assert.AreEqual(held[address], await first, address);
            Assert.AreEqual(held[address], await office.ReadAsync(address), $"{address} once more, while the clock stands still");
        }

        storage.End();
    }

    private static string AddressOf(Route route, string page)
    {
        var slug = page["/releases/".Length..];
        return "/"
            + route
                .Template.Replace("{language:length(2)}/feeds/{name}", "en/feeds/all", StringComparison.Ordinal)
                .Replace("{language:length(2)}", "en", StringComparison.Ordinal)
                .Replace("releases/{name}", $"releases/{slug}", StringComparison.Ordinal)
                .Replace("feeds/{name}", "feeds/all.rss", StringComparison.Ordinal)
                .Replace("tags/{kind}/{name}", "tags/keyword/jembatan", StringComparison.Ordinal)
                .Replace("{kind}", "keyword", StringComparison.Ordinal)
                .Replace("{part}", "related", StringComparison.Ordinal)
                .Replace("{extension}", "rss", StringComparison.Ordinal)
                .Replace("{token}", "YS5tZA", StringComparison.Ordinal)
                .Replace("{ignored:maxlength(0)?}", "", StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AnswerAsync(
        Office office,
        SilentStorage storage,
        HttpClient master,
        Route route,
        string address
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), new Uri(address, UriKind.Relative));
        if (route.Level is not AuthorizationLevel.Anonymous)
        {
            request.Content = new StringContent(Texts.Release("Kabar Lain", "Kabar lain di Baruna."), Encoding.UTF8, "text/markdown");
        }
        else if (route.Method == "POST")
        {
            // What is no form is refused before storage is asked.
            request.Content = new FormUrlEncodedContent(
                new Dictionary<string, string> { [ReplyForm.NameField] = "Ina", [ReplyForm.TextField] = "Terima kasih." }
            );
        }

        return await WhileTimePassesAsync(office, storage, master.SendAsync(request));
    }

    /// <summary>Each wait for storage is bounded by the office's clock, which is moved once a request waits.</summary>
    private static async Task<HttpResponseMessage> WhileTimePassesAsync(
        Office office,
        SilentStorage storage,
        Task<HttpResponseMessage> answer
    )
    {
        while (!answer.IsCompleted)
        {
            if (storage.Waiting > 0)
            {
                office.Clock.Advance(TimeSpan.FromSeconds(1));
            }

            await Task.WhenAny(answer, Task.Delay(10));
        }

        return await answer;
    }
}

using System.Net;
using System.Text;
using Microsoft.Azure.Functions.Worker;

namespace Siaran.IntegrationTests;

/// <summary>
/// The gate over every route that is declared: two offices that differ in nothing but a release under an embargo answer alike, byte for
/// byte and header for header, with the same calls to storage. What is asked is made from
/// the routes' templates, so a new route is tried by itself.
/// </summary>
[TestClass]
[DoNotParallelize]
public sealed class GateTests
{
    /// <summary>How often each is asked, in turns; the least that it took is compared.</summary>
    private const int Times = 300;

    /// <summary>
    /// By so much the least of two runs of the very same request differs. To read the hidden release at all would take half as much again.
    /// </summary>
    private const double Noise = 0.05;

    private const string Headline = "Rahasia Nama Menteri Baru";

    private static readonly DateTimeOffset Time = Office.Start.AddHours(3).AddMinutes(7).AddSeconds(11);
    private static readonly string[] Accepts = ["text/html", "application/json", "application/rss+xml"];
    private static readonly string[] Queries =
    [
        "?content=summary",
        "?page=1",
        "?after=0&limit=1000",
        "?of=news",
        "?of=newest",
        "?limit=2&since=2020-01-01",
        "?q=rahasia+jembatan",
        "?q=rahasa",
        "?feed=tag:keyword:rahasia",
        "?year=2026",
        "?tag=keyword:rahasia&language=id&match=any",
        "?tag=keyword:jembatan&label=siaran-pers",
    ];

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task With_and_without_a_release_under_an_embargo_every_route_answers_alike_and_asks_storage_alike()
    {
        await using var with = await OpenAsync();
        await using var without = await OpenAsync();
        var slug = await EmbargoAsync(with);
        await without.CollectAsync();
        var values = Values(slug, Id(with, slug), (await with.OnlyPageAsync())["/releases/".Length..]);
        var (tried, differing) = (0, new List<string>());
        foreach (var moment in new[] { TimeSpan.FromMinutes(1), Time - Office.Start - TimeSpan.FromMinutes(1.5), TimeSpan.FromSeconds(29) })
        {
            // Shortly before its time it is read ahead, which costs each listing that it enters one query, once.
            var counts = moment == TimeSpan.FromMinutes(1);
            with.Clock.Advance(moment);
            without.Clock.Advance(moment);
            foreach (var (method, address, headers) in Requests(values))
            {
                tried++;
                var (one, other) = (
                    await AskAsync(with, method, address, headers, counts),
                    await AskAsync(without, method, address, headers, counts)
                );
                if (one != other)
                {
                    differing.Add($"{method} {address} {headers} at {with.Clock.GetUtcNow():T}\n{one}\n--\n{other}");
                }
            }
        }

        TestContext.WriteLine($"{Route.All.Count} routes and methods, {tried} requests to each office");
        Assert.IsEmpty(differing, string.Join("\n\n", differing.Take(3)));
    }

    [TestMethod]
    [DataRow("/releases/{0}")]
    [DataRow("/releases/{0}.json")]
    [DataRow("/releases/{0}/related")]
    [DataRow("/releases/{0}/related.rss")]
    [DataRow("/releases/{0}/widget")]
    [DataRow("/releases/{0}/revisions")]
    [DataRow("/releases/{0}/replies")]
    [DataRow("/releases/{0}/replies.rss")]
    public async Task A_release_under_an_embargo_takes_the_work_that_none_takes(string address)
    {
        await using var office = await OpenAsync();
        var slug = await EmbargoAsync(office);
        var id = Id(office, slug);
        foreach (var (hidden, none) in new[] { (slug, slug[..^8] + "0a1b2c3d"), (id, "0a1b2c3d" + id[8..]) })
        {
            var (real, absent) = (string.Format(null, address, hidden), string.Format(null, address, none));
            Assert.AreEqual(await AskAsync(office, "GET", absent, ""), await AskAsync(office, "GET", real, ""));

            var (least, leastAbsent) = (long.MaxValue, long.MaxValue);
            for (var i = 0; i < Times; i++)
            {
                // What ends after an answer is counted with the next one, so each goes first as often.
                if (i % 2 == 0)
                {
                    least = Math.Min(least, await AllocatedAsync(office, real));
                }

                leastAbsent = Math.Min(leastAbsent, await AllocatedAsync(office, absent));
                if (i % 2 == 1)
                {
                    least = Math.Min(least, await AllocatedAsync(office, real));
                }
            }

            TestContext.WriteLine($"{address}: {least:N0} bytes allocated under an embargo, {leastAbsent:N0} for none");
            Assert.IsLessThan(Noise * leastAbsent, Math.Abs(least - leastAbsent), $"{real}: {least} against {leastAbsent} bytes");
        }
    }

    // Storage that were slow once would answer one of the two with 503, or with a repeated call.
    private static async Task<Office> OpenAsync()
    {
        var office = await Office.OpenInMemoryAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-umum\ntags: [jembatan]\n"));
        return office;
    }

    /// <returns>The slug of the release that waits.</returns>
    private static async Task<string> EmbargoAsync(Office office)
    {
        var text = Texts.Release(
            Headline,
            "Rahasia ini baru boleh dibaca nanti.",
            $"id: nj-rahasia\npublishAt: {Time:yyyy-MM-ddTHH:mm:ssZ}\ntags: [rahasia, jembatan]\n"
        );
        using var created = await office.Editor.PostAsync(
            new Uri("/releases", UriKind.Relative),
            new StringContent(text, Encoding.UTF8, "text/markdown")
        );
        Assert.AreEqual(HttpStatusCode.Created, created.StatusCode);
        await office.CollectAsync();
        return created.Headers.Location!.AbsolutePath["/releases/".Length..];
    }

    private static string Id(Office office, string slug) =>
        office.Service<Storage.ReleaseTable>().FindIdAsync(slug, CancellationToken.None).Result!.Value.ToString();

    private static IReadOnlyList<string> Values(string hidden, string id, string open) =>
        [
            hidden,
            hidden + ".json",
            hidden.ToUpperInvariant(),
            id,
            open,
            "tidak-ada-00000000",
            "related",
            "related.atom",
            "widget",
            "all",
            "all.rss",
            "all.ninjs",
            "tag:keyword:rahasia.rss",
            "tag:keyword:jembatan.atom",
            "custom.json",
            "index.opml",
            "keyword",
            "keyword.json",
            "rahasia",
            "jembatan.json",
        ];

    private static IEnumerable<(string Method, string Address, string Headers)> Requests(IReadOnlyList<string> values)
    {
        foreach (var route in Route.All)
        {
            // A preflight reads no address, so three of each are enough.
            foreach (var address in route.Addresses(route.Method == "OPTIONS" ? [.. values.Take(3)] : values))
            {
                if (route.Level is not AuthorizationLevel.Anonymous || route.Method != "GET")
                {
                    yield return (route.Method, address, "");
                    continue;
                }

                foreach (var accept in route.AnswersAsAnother || route.Parameters > 1 ? Accepts[..1] : Accepts)
                {
                    yield return ("GET", address, $"Accept: {accept}");
                }

                if (route.Parameters < (route.AnswersAsAnother ? 1 : 2))
                {
                    foreach (var query in Queries)
                    {
                        yield return ("GET", address + query, "");
                    }

                    yield return ("GET", address, "If-None-Match: \"0\"|A-IM: feed");
                    yield return ("GET", address, "If-Modified-Since: Wed, 04 Mar 2026 01:30:00 GMT|Accept-Encoding: br");
                    yield return ("GET", address, "If-Match: \"0\"");
                }
            }
        }
    }

    private static async Task<string> AskAsync(Office office, string method, string address, string headers, bool counts = true)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        foreach (var header in headers.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            request.Headers.TryAddWithoutValidation(header[..colon], header[(colon + 2)..]);
        }

        var before = office.Calls.ByTarget;
        using var answer = await office.Reader.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        var calls = office
            .Calls.ByTarget.Select(call => (call.Key, Count: call.Value - before.GetValueOrDefault(call.Key)))
            .Where(call => call.Count > 0)
            .Select(call => $"{call.Key} {call.Count}");
        var described = answer
            .Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key != "Date")
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return $"{(int)answer.StatusCode}\n{string.Join('\n', described)}\n{Encoding.Latin1.GetString(body)}\n{(counts ? string.Join(", ", calls) : "")}";
    }

    /// <summary>Bytes that are allocated in the whole process until the answer has come: what else goes on only adds to them.</summary>
    private static async Task<long> AllocatedAsync(Office office, string address)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        using (var answer = await office.Reader.GetAsync(new Uri(address, UriKind.Relative)))
        {
            await answer.Content.ReadAsByteArrayAsync();
        }

        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}

using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Siaran.Endpoints;
using Siaran.Pages;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Tags;

namespace Siaran.Tests.Feeds;

/// <summary>The feeds over listings in memory, asked as over HTTP.</summary>
internal sealed class FeedsUnderTest
{
    private readonly SitemapService sitemaps;

    public FeedsUnderTest(params TaggedRelease[] releases)
    {
        Clock = new FakeClock(Some.Time.AddDays(60));
        Listings = new FakeListings(Clock);
        Cache = new DocumentCache(Clock, Site.Freshness, Site.CacheBytes, NullLogger<DocumentCache>.Instance);
        Availability = new Availability(Clock, NullLogger<Availability>.Instance);
        DueListings = new DueListings(Listings, Due, Cache, Site, Clock);
        Service = new FeedService(DueListings, new PageRenderer(Site), Cache, Availability, Site, Clock);
        sitemaps = new SitemapService(DueListings, Cache, Site, Clock);
        Listings.Commit(releases);
    }

    public FeedService Service { get; }

    public FakeClock Clock { get; }

    public FakeListings Listings { get; }

    public DueListings DueListings { get; }

    public DocumentCache Cache { get; }

    /// <summary>What waits for its time.</summary>
    public FakeDueReleases Due { get; } = new();

    public Availability Availability { get; }

    public Site Site { get; } = new() { BaseAddress = new Uri("https://siaran.example/"), Title = "Siaran Nusa Jaya" };

    /// <summary>Asks <c>/feeds/{address}</c>.</summary>
    public Task<Answer> GetAsync(string address, params (string Name, string Value)[] headers) => SendAsync("GET", address, headers);

    public Task<Answer> SendAsync(string method, string address, params (string Name, string Value)[] headers)
    {
        var name = Uri.UnescapeDataString(address.Split('?')[0]);
        return SendAsync(method, address, headers, request => Service.GetAsync(request, name, CancellationToken.None));
    }

    /// <summary>Asks <c>/feeds</c>.</summary>
    public Task<Answer> GetDirectoryAsync(string accept) =>
        SendAsync("GET", "", [("Accept", accept)], request => Service.GetDirectoryAsync(request, CancellationToken.None));

    /// <summary>Asks <c>/sitemap.xml{query}</c>.</summary>
    public Task<Answer> GetSitemapAsync(string query = "") =>
        SendAsync("GET", query, [], request => sitemaps.GetAsync(request, CancellationToken.None));

    public Task<Answer> GetRobotsAsync() => SendAsync("GET", "", [], _ => Task.FromResult(sitemaps.GetRobots()));

    private async Task<Answer> SendAsync(
        string method,
        string address,
        (string Name, string Value)[] headers,
        Func<HttpRequest, Task<IResult>> answer
    )
    {
        var question = address.IndexOf('?', StringComparison.Ordinal);
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.QueryString = question < 0 ? QueryString.Empty : new QueryString(address[question..]);
        foreach (var (name, value) in headers)
        {
            context.Request.Headers.Append(name, value);
        }

        using var body = new MemoryStream();
        context.Response.Body = body;
        var result = await Availability.AnswerAsync(address, _ => answer(context.Request), CancellationToken.None);
        await result.ExecuteAsync(context);
        return new Answer(context.Response.StatusCode, context.Response.Headers, body.ToArray());
    }
}

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, IHeaderDictionary Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public XDocument Xml => XDocument.Parse(Text);

    public System.Text.Json.Nodes.JsonNode Json => System.Text.Json.Nodes.JsonNode.Parse(Text)!;

    /// <summary>The guids of an RSS document, in order.</summary>
    public IReadOnlyList<string> Guids => [.. Xml.Descendants("guid").Select(guid => guid.Value)];

    public IReadOnlyList<string> Titles => [.. Xml.Descendants("item").Select(item => item.Element("title")!.Value)];
}

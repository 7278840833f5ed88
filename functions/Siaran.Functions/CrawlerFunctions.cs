using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Siaran.Endpoints;

namespace Siaran.Functions;

/// <summary>What search engines ask for.</summary>
public sealed class CrawlerFunctions(SitemapService sitemaps)
{
    [Function("Robots")]
    public IResult Robots([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "robots.txt")] HttpRequest request) =>
        sitemaps.GetRobots();

    [Function("Sitemap")]
    public Task<IResult> Sitemap(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "sitemap.xml")] HttpRequest request,
        CancellationToken cancellationToken
    ) => sitemaps.GetAsync(request, cancellationToken);
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Siaran.Endpoints;

namespace Siaran.Functions;

/// <summary>The front page, the files that pages are drawn with, and the state of the service.</summary>
public sealed class SiteFunctions(SiteEndpoint site, HealthEndpoint health)
{
    [Function("Front")]
    public Task<IResult> Front(
        // The root of the site. Azure hangs on an empty route; an optional part that must be empty is
        // the same address.
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "{ignored:maxlength(0)?}")] HttpRequest request,
        CancellationToken cancellationToken
    ) => site.FrontAsync(cancellationToken);

    [Function("Asset")]
    public IResult Asset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{name}")] HttpRequest request,
        string name
    ) => SiteEndpoint.Asset(name);

    [Function("Health")]
    public Task<IResult> Health(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request,
        CancellationToken cancellationToken
    ) => health.ReadAsync(cancellationToken);
}

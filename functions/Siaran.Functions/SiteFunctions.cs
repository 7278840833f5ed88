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
    ) => site.FrontAsync(request, cancellationToken);

    [Function("Icon")]
    public IResult Icon([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "favicon.ico")] HttpRequest request) =>
        SiteEndpoint.Asset("favicon.ico");

    /// <summary>
    /// Every address that no other function takes. The host tries functions in the order of their names, so this one's is the last; what
    /// the host keeps for itself is left to it.
    /// </summary>
    [Function("WithoutRoute")]
    public IResult WithoutRoute(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            "post",
            "put",
            "patch",
            "delete",
            Route = "{*path:regex(^(?!admin|runtime))}"
        )]
            HttpRequest request
    ) => SiteEndpoint.NotFound();

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

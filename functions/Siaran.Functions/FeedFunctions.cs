using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Siaran.Endpoints;

namespace Siaran.Functions;

/// <summary>Feeds, their directory, and the changes that partners follow.</summary>
public sealed class FeedFunctions(FeedService feeds, ChangesEndpoint changes)
{
    [Function("FeedDirectory")]
    public Task<IResult> Directory(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "feeds")] HttpRequest request,
        CancellationToken cancellationToken
    ) => feeds.GetDirectoryAsync(request, cancellationToken);

    [Function("FeedRead")]
    public Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "feeds/{name}")] HttpRequest request,
        string name,
        CancellationToken cancellationToken
    ) => feeds.GetAsync(request, name, cancellationToken);

    [Function("Changes")]
    public Task<IResult> Changes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "changes")] HttpRequest request,
        CancellationToken cancellationToken
    ) => changes.ReadAsync(request, cancellationToken);
}

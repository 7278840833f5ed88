using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Siaran.Endpoints;

namespace Siaran.Functions;

/// <summary>For the operator alone: the master key opens it.</summary>
public sealed class MaintenanceFunctions(RebuildEndpoint rebuild)
{
    [Function("Rebuild")]
    public Task<IResult> Rebuild(
        // The master key: uploads wait while a rebuild runs, so that no editor's key may begin one.
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "maintenance/rebuild")] HttpRequest request,
        CancellationToken cancellationToken
    ) => rebuild.BeginAsync(cancellationToken);

    [Function("RebuildState")]
    public Task<IResult> RebuildState(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "maintenance/rebuild")] HttpRequest request,
        CancellationToken cancellationToken
    ) => rebuild.ReadAsync(cancellationToken);
}

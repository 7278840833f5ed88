using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Siaran.Endpoints;

namespace Siaran.Functions;

/// <summary>For the operator alone: the master key opens it.</summary>
public sealed class MaintenanceFunctions(RebuildEndpoint rebuild, OfficesEndpoint offices, AuditEndpoint audit)
{
    [Function("Audit")]
    public Task<IResult> Audit(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "maintenance/audit")] HttpRequest request,
        CancellationToken cancellationToken
    ) => audit.ReadAsync(request, cancellationToken);

    [Function("OfficesRead")]
    public Task<IResult> Offices(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "maintenance/offices")] HttpRequest request,
        CancellationToken cancellationToken
    ) => offices.ReadAsync(cancellationToken);

    [Function("OfficesReplace")]
    public Task<IResult> ReplaceOffices(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = "maintenance/offices")] HttpRequest request,
        CancellationToken cancellationToken
    ) => offices.ReplaceAsync(request, cancellationToken);

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

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Siaran.Endpoints;

namespace Siaran.Functions;

/// <summary>What was made of uploads, for those who sent them.</summary>
public sealed class UploadFunctions(UploadStateEndpoint uploads, UploadConfirmEndpoint held)
{
    [Function("UploadState")]
    public Task<IResult> State(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "uploads/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => uploads.ReadAsync(request, token, cancellationToken);

    [Function("UploadConfirm")]
    public Task<IResult> Confirm(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "uploads/{token}/confirm")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => held.ConfirmAsync(request, token, request.Query["version"], cancellationToken);
}

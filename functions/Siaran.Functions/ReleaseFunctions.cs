using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Siaran.Endpoints;

namespace Siaran.Functions;

/// <summary>Single releases and what is related to them: sent in by editors, read by all.</summary>
public sealed class ReleaseFunctions(
    UploadEndpoint uploads,
    ReleaseEndpoint releases,
    RelatedEndpoint related,
    AttachmentEndpoint attachments,
    RevisionsEndpoint revisions
)
{
    [Function("ReleaseAttachment")]
    public Task<IResult> Attachment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "releases/{name}/files/{file}")] HttpRequest request,
        string name,
        string file,
        CancellationToken cancellationToken
    ) => attachments.ReadAsync(request, name, file, cancellationToken);

    /// <summary>Its name comes before that of <c>ReleaseRelated</c>, which would take the address too.</summary>
    [Function("ReleaseChanges")]
    public Task<IResult> Changes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "releases/{name}/revisions")] HttpRequest request,
        string name,
        CancellationToken cancellationToken
    ) => revisions.ReadAsync(request, name, cancellationToken);

    [Function("ReleaseCreate")]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "releases")] HttpRequest request,
        CancellationToken cancellationToken
    ) => uploads.CreateAsync(request, cancellationToken);

    [Function("ReleaseRevise")]
    public Task<IResult> Revise(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "releases/{name}")] HttpRequest request,
        string name,
        CancellationToken cancellationToken
    ) => uploads.ReviseAsync(request, name, cancellationToken);

    [Function("ReleaseRead")]
    public Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "releases/{name}")] HttpRequest request,
        string name,
        CancellationToken cancellationToken
    ) => releases.ReadAsync(request, name, cancellationToken);

    [Function("ReleaseRelated")]
    public Task<IResult> Related(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "releases/{name}/{part}")] HttpRequest request,
        string name,
        string part,
        CancellationToken cancellationToken
    ) => related.ReadAsync(request, name, part, cancellationToken);
}

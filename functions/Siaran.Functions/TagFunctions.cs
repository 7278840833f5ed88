using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Siaran.Endpoints;

namespace Siaran.Functions;

/// <summary>What releases are about: all kinds of tag, all tags of a kind, one tag.</summary>
public sealed class TagFunctions(TagEndpoint tags)
{
    [Function("TagKinds")]
    public Task<IResult> Kinds(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "tags")] HttpRequest request,
        CancellationToken cancellationToken
    ) => tags.KindsAsync(request, fixedJson: false, cancellationToken);

    [Function("TagKindsJson")]
    public Task<IResult> KindsJson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "tags.json")] HttpRequest request,
        CancellationToken cancellationToken
    ) => tags.KindsAsync(request, fixedJson: true, cancellationToken);

    [Function("TagKind")]
    public Task<IResult> Kind(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "tags/{kind}")] HttpRequest request,
        string kind,
        CancellationToken cancellationToken
    ) => tags.KindAsync(request, kind, cancellationToken);

    [Function("Tag")]
    public Task<IResult> Tag(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "tags/{kind}/{name}")] HttpRequest request,
        string kind,
        string name,
        CancellationToken cancellationToken
    ) => tags.TagAsync(request, kind, name, cancellationToken);
}

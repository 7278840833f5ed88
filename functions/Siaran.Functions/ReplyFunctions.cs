using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Siaran.Endpoints;

namespace Siaran.Functions;

/// <summary>What readers write under a release.</summary>
/// <remarks>Their names come before that of <c>ReleaseRelated</c>, which would take the addresses too.</remarks>
public sealed class ReplyFunctions(RepliesEndpoint replies, ReplyEndpoint writing)
{
    private const string Replies = "releases/{name}/replies";
    private const string InLanguage = "{language:length(2)}/" + Replies;

    [Function("ReleaseComments")]
    public Task<IResult> Page(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = Replies)] HttpRequest request,
        string name,
        CancellationToken cancellationToken
    ) => replies.PageAsync(request, name, cancellationToken);

    [Function("ReleaseCommentsFeed")]
    public Task<IResult> Feed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = Replies + ".{extension}")] HttpRequest request,
        string name,
        string extension,
        CancellationToken cancellationToken
    ) => replies.FeedAsync(name, extension, cancellationToken);

    [Function("ReleaseCommentsSend")]
    public Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Replies)] HttpRequest request,
        string name,
        CancellationToken cancellationToken
    ) => writing.ReceiveAsync(request, name, cancellationToken);

    [Function("LanguageReleaseComments")]
    public Task<IResult> PageInLanguage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = InLanguage)] HttpRequest request,
        string name,
        CancellationToken cancellationToken
    ) => SiteEndpoint.InLanguageAsync(request, () => replies.PageAsync(request, name, cancellationToken));

    [Function("LanguageReleaseCommentsSend")]
    public Task<IResult> SendInLanguage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = InLanguage)] HttpRequest request,
        string name,
        CancellationToken cancellationToken
    ) => SiteEndpoint.InLanguageAsync(request, () => writing.ReceiveAsync(request, name, cancellationToken));
}

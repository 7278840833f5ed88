using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Siaran.Desk;

namespace Siaran.Functions;

/// <summary>The editors' desk: one draft, from its check to its publication.</summary>
public sealed class DeskDraftFunctions(DraftScreens drafts, PreviewScreens previews, ReviewScreens reviews, SendScreens sending)
{
    [Function("DeskCheck")]
    public Task<IResult> Check(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/drafts/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => drafts.CheckAsync(request, id, cancellationToken);

    [Function("DeskSave")]
    public Task<IResult> Save(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/drafts/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => drafts.SaveAsync(request, id, cancellationToken);

    [Function("DeskDiscard")]
    public Task<IResult> Discard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/drafts/{id}/discard")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => drafts.DiscardAsync(request, id, cancellationToken);

    [Function("DeskFile")]
    public Task<IResult> File(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/drafts/{id}/files/{file}")] HttpRequest request,
        string id,
        string file,
        CancellationToken cancellationToken
    ) => drafts.FileAsync(request, id, file, cancellationToken);

    [Function("DeskReview")]
    public Task<IResult> Review(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/drafts/{id}/review")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => reviews.ReviewAsync(request, id, cancellationToken);

    [Function("DeskPreview")]
    public Task<IResult> Preview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/drafts/{id}/preview")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => previews.ShowAsync(request, id, cancellationToken);

    [Function("DeskPreviewPage")]
    public Task<IResult> PreviewPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/drafts/{id}/page")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => previews.PageAsync(request, id, cancellationToken);

    [Function("DeskShare")]
    public Task<IResult> Share(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/drafts/{id}/share")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => previews.ShareAsync(request, id, cancellationToken);

    [Function("DeskShared")]
    public Task<IResult> Shared(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/shared/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => previews.SharedAsync(token, cancellationToken);

    [Function("DeskSharedFile")]
    public Task<IResult> SharedFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/shared/{token}/files/{file}")] HttpRequest request,
        string token,
        string file,
        CancellationToken cancellationToken
    ) => previews.SharedFileAsync(token, file, cancellationToken);

    [Function("DeskWhen")]
    public Task<IResult> When(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/drafts/{id}/when")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => sending.WhenAsync(request, id, cancellationToken);

    [Function("DeskSend")]
    public Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/drafts/{id}/when")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => sending.SendAsync(request, id, cancellationToken);

    [Function("DeskRebase")]
    public Task<IResult> Rebase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/drafts/{id}/rebase")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => sending.RebaseAsync(request, id, cancellationToken);
}

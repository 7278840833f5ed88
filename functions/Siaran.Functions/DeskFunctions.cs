using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Siaran.Desk;

namespace Siaran.Functions;

/// <summary>The editors' desk: the list, new drafts, what is to be mended, replies, and signing in.</summary>
public sealed class DeskFunctions(ListScreens lists, DraftScreens drafts, MendScreens mending, ReplyScreens replies, SignInScreens signIn)
{
    [Function("DeskList")]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk")] HttpRequest request,
        CancellationToken cancellationToken
    ) => lists.ListAsync(request, cancellationToken);

    [Function("DeskGuide")]
    public Task<IResult> Guide(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/guide")] HttpRequest request,
        CancellationToken cancellationToken
    ) => lists.GuideAsync(request, cancellationToken);

    [Function("DeskAudit")]
    public Task<IResult> Audit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/audit.csv")] HttpRequest request,
        CancellationToken cancellationToken
    ) => lists.AuditAsync(request, cancellationToken);

    [Function("DeskNew")]
    public Task<IResult> New(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/new")] HttpRequest request,
        CancellationToken cancellationToken
    ) => drafts.NewAsync(request, cancellationToken);

    [Function("DeskDrop")]
    public Task<IResult> Drop(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/new")] HttpRequest request,
        CancellationToken cancellationToken
    ) => drafts.DropAsync(request, cancellationToken);

    [Function("DeskMend")]
    public Task<IResult> Mend(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/uploads/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => mending.ShowAsync(request, token, cancellationToken);

    [Function("DeskMendSend")]
    public Task<IResult> MendSend(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/uploads/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => mending.MendAsync(request, token, cancellationToken);

    [Function("DeskReplies")]
    public Task<IResult> Replies(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/replies")] HttpRequest request,
        CancellationToken cancellationToken
    ) => replies.ListAsync(request, cancellationToken);

    [Function("DeskRepliesSend")]
    public Task<IResult> RepliesSend(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/replies")] HttpRequest request,
        CancellationToken cancellationToken
    ) => replies.DecideAsync(request, cancellationToken);

    [Function("DeskSignIn")]
    public Task<IResult> SignIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/sign-in")] HttpRequest request,
        CancellationToken cancellationToken
    ) => signIn.ShowAsync(request, cancellationToken);

    [Function("DeskSignInSend")]
    public Task<IResult> SignInSend(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/sign-in")] HttpRequest request,
        CancellationToken cancellationToken
    ) => signIn.EnterAsync(request, cancellationToken);

    [Function("DeskSignOut")]
    public Task<IResult> SignOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/sign-out")] HttpRequest request,
        CancellationToken cancellationToken
    ) => signIn.LeaveAsync(request, cancellationToken);
}

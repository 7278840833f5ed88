using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Siaran.Desk;

namespace Siaran.Functions;

/// <summary>The editors' desk: one release, after it was sent.</summary>
public sealed class DeskReleaseFunctions(ReleaseScreens releases, TagScreens tags, WithdrawScreens withdrawals)
{
    [Function("DeskRelease")]
    public Task<IResult> Release(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/releases/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => releases.ShowAsync(request, id, cancellationToken);

    [Function("DeskCorrect")]
    public Task<IResult> Correct(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/releases/{id}/correct")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => releases.CorrectAsync(request, id, cancellationToken);

    [Function("DeskHistory")]
    public Task<IResult> History(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/releases/{id}/history")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => releases.HistoryAsync(request, id, cancellationToken);

    [Function("DeskTags")]
    public Task<IResult> Tags(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/releases/{id}/tags")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => tags.ShowAsync(request, id, cancellationToken);

    [Function("DeskTagsSend")]
    public Task<IResult> TagsSend(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/releases/{id}/tags")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => tags.SendAsync(request, id, cancellationToken);

    [Function("DeskWithdraw")]
    public Task<IResult> Withdraw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/releases/{id}/withdraw")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => withdrawals.ShowAsync(request, id, cancellationToken);

    [Function("DeskWithdrawSend")]
    public Task<IResult> WithdrawSend(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/releases/{id}/withdraw")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => withdrawals.SendAsync(request, id, cancellationToken);
}

using Microsoft.AspNetCore.Http;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>Screens of a release of one's own offices; of any other they say that there is none.</summary>
public sealed class OwnReleases(DeskDoor door, ReleaseTable releases)
{
    /// <summary>A request that only looks.</summary>
    public Task<IResult> OpenAsync(
        HttpRequest request,
        DeskRight right,
        string id,
        Func<DeskVisit, StoredRelease, CancellationToken, Task<IResult>> screen,
        CancellationToken cancellationToken
    ) => door.OpenAsync(request, right, (visit, ct) => ShowAsync(visit, id, screen, ct), cancellationToken);

    /// <summary>A form that was sent.</summary>
    /// <param name="request">POST.</param>
    /// <param name="right">What it takes to send it.</param>
    /// <param name="most">Bytes of the form.</param>
    /// <param name="id">The release.</param>
    /// <param name="screen">Acts, and answers.</param>
    /// <param name="cancellationToken">Ends it before it has begun.</param>
    public Task<IResult> SendAsync(
        HttpRequest request,
        DeskRight right,
        long most,
        string id,
        Func<DeskVisit, StoredRelease, CancellationToken, Task<IResult>> screen,
        CancellationToken cancellationToken
    ) => door.SendAsync(request, right, most, (visit, ct) => ShowAsync(visit, id, screen, ct), cancellationToken);

    private async Task<IResult> ShowAsync(
        DeskVisit visit,
        string id,
        Func<DeskVisit, StoredRelease, CancellationToken, Task<IResult>> screen,
        CancellationToken cancellationToken
    ) =>
        ReleaseId.TryParse(id, out var parsed)
        && await releases.FindAsync(parsed, cancellationToken) is { } stored
        && visit.User.Actor.ActsFor(visit.Register.OfficeOf(stored.Release))
            ? await screen(visit, stored, cancellationToken)
            : await DeskRenderer.NotFoundAsync(visit.View);
}

using Microsoft.AspNetCore.Http;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>Screens of a release of one's own offices; of any other they say that there is none.</summary>
public sealed class OwnReleases(DeskDoor door, ReleaseTable releases)
{
    private const int LongestAddress = 400;
    private const int MostOffices = 20;

    /// <summary>A request that only looks.</summary>
    public Task<IResult> OpenAsync(
        HttpRequest request,
        DeskRight right,
        string id,
        Func<DeskVisit, StoredRelease, CancellationToken, Task<IResult>> screen,
        CancellationToken cancellationToken
    ) => door.OpenAsync(request, right, (visit, ct) => ShowAsync(visit, id, screen, ct), cancellationToken);

    /// <summary>
    /// A release of the visitor's offices by what people have at hand: its address or the end of that, its id, or its editor's id.
    /// </summary>
    /// <param name="visit">Whose offices.</param>
    /// <param name="asked">As it was written or pasted.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <returns>Whether it may be seen by the public or not; null where there is none, or it is another office's.</returns>
    public async Task<Release?> FindAsync(DeskVisit visit, string asked, CancellationToken cancellationToken)
    {
        if (asked.Length is 0 or > LongestAddress)
        {
            return null;
        }

        var key = asked.Trim();
        var name = Slug.InAddress(key).ToLowerInvariant();
        List<ReleaseId> ids =
        [
            ReleaseId.TryParse(name, out var parsed) ? parsed : ReleaseId.FromEditorKey(key),
            .. visit.Offices.Take(MostOffices).Select(office => ReleaseId.FromEditorKey(key, office.Id)),
        ];
        if (Slug.IsOfRelease(name) && await releases.FindIdAsync(name, cancellationToken) is { } addressed)
        {
            ids.Insert(0, addressed);
        }

        foreach (var id in ids)
        {
            if (
                await releases.FindAsync(id, cancellationToken) is { Release: var release }
                && visit.User.Actor.ActsFor(visit.Register.OfficeOf(release))
            )
            {
                return release;
            }
        }

        return null;
    }

    /// <summary>
    /// Where a draft is no more: leads to the release that it became, which another window may have sent, or else says that there is
    /// none.
    /// </summary>
    public async Task<IResult> InsteadOfDraftAsync(DeskVisit visit, string id, CancellationToken cancellationToken) =>
        await FindAsync(visit, DraftUpload.KeyOf(id), cancellationToken) is { } release
            ? new SeeOther(visit.View.Link($"desk/releases/{release.Id}"))
            : await DeskRenderer.NotFoundAsync(visit.View, visit.Form);

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

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Siaran.Pages;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>Serves single releases, as a page and as JSON.</summary>
public sealed class ReleaseEndpoint(
    ReleaseReader releases,
    RelatedReader related,
    PageRenderer pages,
    ReleaseJson json,
    Availability availability,
    Site site,
    TimeProvider time
)
{
    /// <summary>
    /// 200, 301 to the release's own address, 304, 404 for what does not exist or may not be seen, 410 for what was withdrawn.
    /// </summary>
    /// <remarks>
    /// With <c>revision</c>, whatever any cache holds, that revision of it or a later one: for partners, who may have heard of it before
    /// other instances did.
    /// </remarks>
    /// <param name="request">GET or HEAD.</param>
    /// <param name="name">A slug or an id; with <c>.json</c>, or <c>Accept: application/json</c>, the answer is JSON.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<IResult> ReadAsync(HttpRequest request, string name, CancellationToken cancellationToken) =>
        availability.AnswerAsync(name, ct => AnswerAsync(request, name, ct), cancellationToken);

    private async Task<IResult> AnswerAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        const string extension = ".json";
        var named = name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
        var key = named ? name[..^extension.Length] : name;
        var asJson = named || ContentNegotiation.Choose(request.Headers.Accept, "text/html", "application/json") == 1;
        var now = time.GetUtcNow();
        var atLeast = int.TryParse(request.Query["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : 0;
        var view = await releases.IdOfAsync(key, cancellationToken) is { } id
            ? await releases.FindAsync(id, atLeast, cancellationToken)
            : null;
        var release = view?.Stored.Release;
        if (release?.VisibilityAt(now) is Visibility.Visible)
        {
            releases.Know(release.Slug, release.Id);
        }

        return release?.VisibilityAt(now) switch
        {
            Visibility.Visible when key != release.Slug => new RedirectResult(
                site.ReleaseAddress(release.Slug + (named ? extension : "")).AbsoluteUri
            ),
            Visibility.Visible when asJson => Result(await view!.JsonAsync(now, json)),
            Visibility.Visible => await PageAsync(view!),
            Visibility.Withdrawn when asJson => json.Withdrawn(release.Id, RelatedSubject.Of(release)),
            Visibility.Withdrawn => Page(
                await pages.WithdrawnAsync(release),
                view!.ChangedAt(now),
                new CachePolicy(site.MaxAge),
                StatusCodes.Status410Gone
            ),
            _ when asJson => ProblemResult.NotFound("There is no such release."),
            _ => Page(await pages.NotFoundAsync(), null, CachePolicy.None, StatusCodes.Status404NotFound),
        };

        async Task<IResult> PageAsync(ReleaseView seen)
        {
            var list = await related.FindAsync(seen.Stored.Release.Id, cancellationToken);
            var shown =
                list?.Subject.VisibilityAt(now) is Visibility.Visible ? await related.ShowAsync(list, now, cancellationToken) : null;
            return Result(await seen.PageAsync(now, shown, pages));
        }

        DocumentResult Result(Document document) => new(document, new CachePolicy(site.MaxAge), now) { VariesByAccept = !named };

        DocumentResult Page(byte[] bytes, DateTimeOffset? changedAt, CachePolicy policy, int status) =>
            new(new Document(PageRenderer.MediaType, bytes, changedAt), policy, now) { StatusCode = status, VariesByAccept = true };
    }
}

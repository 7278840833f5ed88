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
    private const string JsonExtension = ".json";

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
        var isJsonAddress = name.EndsWith(JsonExtension, StringComparison.OrdinalIgnoreCase);
        var key = isJsonAddress ? name[..^JsonExtension.Length] : name;
        var asJson = isJsonAddress || ContentNegotiation.Choose(request.Headers.Accept, "text/html", "application/json") == 1;
        var now = time.GetUtcNow();
        var view = await releases.IdOfAsync(key, cancellationToken) is { } id
            ? await releases.FindAsync(id, AtLeast(request), cancellationToken)
            : null;
        var release = view?.Stored.Release;
        if (release?.VisibilityAt(now) is Visibility.Visible)
        {
            releases.Know(release.Slug, release.Id);
        }

        return release?.VisibilityAt(now) switch
        {
            Visibility.Visible when key != release.Slug => new RedirectResult(
                site.ReleaseAddress(release.Slug + (isJsonAddress ? JsonExtension : "")).AbsoluteUri
            ),
            Visibility.Visible when asJson => Result(await view!.JsonAsync(now, json), now, variesByAccept: !isJsonAddress),
            Visibility.Visible => Result(await PageAsync(view!, now, cancellationToken), now, variesByAccept: true),
            Visibility.Withdrawn when asJson => json.Withdrawn(release.Id, RelatedSubject.Of(release)),
            Visibility.Withdrawn => new DocumentResult(
                new Document(PageRenderer.MediaType, await pages.WithdrawnAsync(release), view!.ChangedAt(now)),
                new CachePolicy(site.MaxAge),
                now
            )
            {
                StatusCode = StatusCodes.Status410Gone,
                VariesByAccept = true,
            },
            _ when asJson => ProblemResult.NotFound("There is no such release."),
            _ => await NotFoundAsync(now),
        };
    }

    /// <summary>The revision that <c>revision</c> asks for at least; 0 where it asks for none.</summary>
    private static int AtLeast(HttpRequest request) =>
        int.TryParse(request.Query["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0;

    private async Task<Document> PageAsync(ReleaseView seen, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var list = await related.FindAsync(seen.Stored.Release.Id, cancellationToken);
        var shown = list?.Subject.VisibilityAt(now) is Visibility.Visible ? await related.ShowAsync(list, now, cancellationToken) : null;
        return await seen.PageAsync(now, shown, pages);
    }

    private DocumentResult Result(Document document, DateTimeOffset now, bool variesByAccept) =>
        new(document, new CachePolicy(site.MaxAge), now) { VariesByAccept = variesByAccept };

    private async Task<DocumentResult> NotFoundAsync(DateTimeOffset now) =>
        new(new Document(PageRenderer.MediaType, await pages.NotFoundAsync(), null), CachePolicy.None, now)
        {
            StatusCode = StatusCodes.Status404NotFound,
            VariesByAccept = true,
        };
}

using Microsoft.AspNetCore.Http;
using Siaran.Feeds;
using Siaran.Pages;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>Serves single releases: as a page, as JSON, and what is related to them.</summary>
public sealed class ReleaseEndpoint(
    ReleaseTable releases, RelatedTable related, PageRenderer pages, ReleaseJson json, Site site, DocumentCache cache, TimeProvider time)
{
    private const int MostRelated = 10;

    /// <summary>200, 301 to the release's own address, 304, 404 for what does not exist or may not be seen, 410 for what was withdrawn.</summary>
    /// <param name="request">GET, HEAD or OPTIONS.</param>
    /// <param name="name">A slug or an id; with <c>.json</c>, or <c>Accept: application/json</c>, the answer is JSON.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IResult> ReadAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsOptions(request.Method))
        {
            return Cors.Preflight;
        }

        const string extension = ".json";
        var named = name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
        var key = named ? name[..^extension.Length] : name;
        var asJson = named || Acceptance.Choose(request.Headers.Accept, "text/html", "application/json") == 1;
        var now = time.GetUtcNow();
        var view = await FindAsync(key, cancellationToken);
        return view?.Stored.Release.At(now) switch
        {
            Visibility.Visible when key != view.Stored.Release.Slug => Redirect(view.Stored.Release.Slug + (named ? extension : "")),
            Visibility.Visible => Result(asJson ? await view.JsonAsync(now, json) : await view.PageAsync(now, pages), named),
            Visibility.Withdrawn when asJson => json.Withdrawn(view.Stored.Release),
            Visibility.Withdrawn => Page(await pages.WithdrawnAsync(view.Stored.Release), view.ChangedAt(now), StatusCodes.Status410Gone),
            _ when asJson => ProblemResult.NotFound("There is no such release."),
            _ => Page(await pages.NotFoundAsync(), now, StatusCodes.Status404NotFound),
        };

        DocumentResult Result(Document document, bool fixedType) =>
            new(document, new CachePolicy(site.MaxAge), now) { VariesByAccept = !fixedType };

        DocumentResult Page(byte[] bytes, DateTimeOffset changedAt, int status) =>
            new(new Document(PageRenderer.MediaType, bytes, changedAt), new CachePolicy(site.MaxAge), now) { StatusCode = status, VariesByAccept = true };
    }

    /// <summary>What is related to a release, as JSON: <c>limit</c> 1–10, <c>since</c> (RFC 3339), <c>kind</c>. 400, 404 and 410 as problem details.</summary>
    public async Task<IResult> RelatedAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsOptions(request.Method))
        {
            return Cors.Preflight;
        }

        if (RelatedQuery.Parse(request.Query, MostRelated, out var problem) is not { } query)
        {
            return ProblemResult.BadRequest(problem!);
        }

        var now = time.GetUtcNow();
        var view = await FindAsync(name, cancellationToken);
        return view?.Stored.Release.At(now) switch
        {
            Visibility.Visible => new DocumentResult(view.Related(now, query, json), new CachePolicy(site.MaxAge), now),
            Visibility.Withdrawn => json.Withdrawn(view.Stored.Release),
            _ => ProblemResult.NotFound("There is no such release."),
        };
    }

    private Task<ReleaseView?> FindAsync(string key, CancellationToken cancellationToken) => cache.GetAsync<ReleaseView>(
        "release:" + key,
        async (held, ct) =>
        {
            var stored = ReleaseId.TryParse(key, out var id) ? await releases.FindAsync(id, ct) : await releases.FindAsync(key.ToLowerInvariant(), ct);
            if (stored is null)
            {
                return null;
            }

            var list = await related.FindAsync(stored.Release.Id, ct);
            return held is not null && held.IsOf(stored, list) ? held : new ReleaseView(stored, list);
        },
        cancellationToken);

    private MovedResult Redirect(string slug) => new(site.Address("releases/" + slug).AbsoluteUri);
}

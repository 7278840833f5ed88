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

    /// <summary>How many releases one after the other may have taken a withdrawn one's place.</summary>
    private const int MostSuccessors = 5;

    /// <summary>
    /// 200, 301 to the release's own address, 302 to the release that takes a withdrawn one's place, 304, 404 for what does not exist or
    /// may not be seen, 410 for what was withdrawn.
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
        var language = AskedLanguage.Of(request, site);
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
            Visibility.Visible when isJsonAddress && (key != release.Slug || !language.ByHeader) => new RedirectResult(
                site.ReleaseAddress(release.Slug + JsonExtension).AbsoluteUri
            ),
            // By id or by another spelling: one address for each release.
            Visibility.Visible when key != release.Slug => new RedirectResult(language.AddressOf(site, PageView.ReleasePath(release.Slug))),
            Visibility.Visible when asJson => new DocumentResult(
                await view!.JsonAsync(now, await OriginalAsync(release, cancellationToken), json),
                new CachePolicy(site.MaxAge),
                now
            )
            {
                VariesByAccept = !isJsonAddress,
            },
            Visibility.Visible => PageResult.Of(await PageAsync(view!, language, now, cancellationToken), language, site, now),
            Visibility.Withdrawn when asJson => json.Withdrawn(release.Id, RelatedSubject.Of(release)),
            Visibility.Withdrawn => await WithdrawnAsync(view!, language, now, cancellationToken),
            _ when asJson => ProblemResult.NotFound("There is no such release."),
            _ => PageResult.NotFound(await pages.NotFoundAsync(language: language.Page), language, now),
        };
    }

    /// <summary>On to the release that has taken its place, or the page that says that it was withdrawn.</summary>
    private async Task<IResult> WithdrawnAsync(
        ReleaseView view,
        AskedLanguage language,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var release = view.Stored.Release;
        if (await SuccessorOfAsync(release, now, cancellationToken) is { } successor)
        {
            // Not for good: that one may be withdrawn too.
            return new RedirectResult(language.AddressOf(site, PageView.ReleasePath(successor.Slug))) { Lasts = site.MaxAge };
        }

        var page = new Document(PageRenderer.MediaType, await pages.WithdrawnAsync(release, language.Page), view.ChangedAt(now));
        return PageResult.Gone(page, language, site, now);
    }

    /// <summary>The public release that has taken a withdrawn one's place; null where there is none.</summary>
    private async Task<Release?> SuccessorOfAsync(Release withdrawn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var next = withdrawn;
        for (var step = 0; step < MostSuccessors && next?.Successor is { } id; step++)
        {
            next = (await FindWholeAsync(id, cancellationToken))?.Stored.Release;
            if (next?.VisibilityAt(now) is Visibility.Visible)
            {
                return next;
            }

            // One that may not be seen is passed over without a word, and so is all that it leads to.
            if (next?.VisibilityAt(now) is not Visibility.Withdrawn)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>What a translation translates; null where it is none.</summary>
    private async Task<ReleaseView?> OriginalAsync(Release release, CancellationToken cancellationToken) =>
        release.TranslationOf is { } id ? await FindWholeAsync(id, cancellationToken) : null;

    /// <summary>Null where the row is damaged too, which was noted: a page is right without the release that it names.</summary>
    private async Task<ReleaseView?> FindWholeAsync(ReleaseId id, CancellationToken cancellationToken)
    {
        try
        {
            return await releases.FindAsync(id, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The revision that <c>revision</c> asks for at least; 0 where it asks for none.</summary>
    private static int AtLeast(HttpRequest request) =>
        int.TryParse(request.Query["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0;

    private async Task<Document> PageAsync(
        ReleaseView seen,
        AskedLanguage language,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var list = await related.FindAsync(seen.Stored.Release.Id, cancellationToken);
        var shown = list?.Subject.VisibilityAt(now) is Visibility.Visible ? await related.ShowAsync(list, now, cancellationToken) : null;
        var history = await releases.HistoryAsync(seen, cancellationToken);
        var replies = await releases.RepliesAsync(seen.Stored.Release, cancellationToken);
        return await seen.PageAsync(now, shown, history, replies, language, pages);
    }
}

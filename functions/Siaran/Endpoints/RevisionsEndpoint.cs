using Microsoft.AspNetCore.Http;
using Siaran.Pages;
using Siaran.Pages.Revisions;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>Serves what was changed in a release, under the gate of the release.</summary>
public sealed class RevisionsEndpoint(ReleaseReader releases, PageRenderer pages, Availability availability, Site site, TimeProvider time)
{
    /// <summary>200, 301, 304; 404 for a release that may not be seen now, 410 for one that was withdrawn.</summary>
    /// <param name="request">GET or HEAD.</param>
    /// <param name="name">The release's slug or id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<IResult> ReadAsync(HttpRequest request, string name, CancellationToken cancellationToken) =>
        availability.AnswerAsync(name, ct => AnswerAsync(request, name, ct), cancellationToken);

    private async Task<IResult> AnswerAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        var language = AskedLanguage.Of(request, site);
        var now = time.GetUtcNow();
        var view = await releases.FindNamedAsync(name, cancellationToken);
        var release = view?.Stored.Release;
        return release?.VisibilityAt(now) switch
        {
            Visibility.Visible when name != release.Slug => new RedirectResult(
                language.AddressOf(site, PageView.RevisionsPath(release.Slug))
            ),
            Visibility.Visible => await PageAsync(view!, language, now, cancellationToken),
            Visibility.Withdrawn => PageResult.Gone(
                new Document(PageRenderer.MediaType, await pages.WithdrawnAsync(release, language.Page), view!.ChangedAt(now)),
                language,
                site,
                now
            ),
            _ => PageResult.NotFound(await pages.NotFoundAsync(language: language.Page), language, now),
        };
    }

    private async Task<DocumentResult> PageAsync(
        ReleaseView view,
        AskedLanguage language,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var history = await releases.HistoryAsync(view, cancellationToken) ?? RevisionHistory.Of(view.Stored.Tagged, [], isWhole: true);
        var document = await view.RevisionsAsync(now, history, language, pages);
        return PageResult.Of(document, language, site, now, isChosen: false);
    }
}

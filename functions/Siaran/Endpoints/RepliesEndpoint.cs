using Microsoft.AspNetCore.Http;
using Siaran.Feeds;
using Siaran.Feeds.Formats;
using Siaran.Pages;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>Serves what readers wrote under a release, under the gate of the release.</summary>
public sealed class RepliesEndpoint(
    ReleaseReader releases,
    PageRenderer pages,
    ReleaseJson json,
    Availability availability,
    Site site,
    TimeProvider time
)
{
    /// <summary>In the query of the address that a reader is led to who has written something.</summary>
    internal const string Sent = "sent";

    /// <summary>
    /// The page: 200, 301, 304; 404 for a release that may not be seen now or whose office takes no replies, 410 for one that was
    /// withdrawn.
    /// </summary>
    /// <param name="request">GET or HEAD.</param>
    /// <param name="name">The release's slug or id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<IResult> PageAsync(HttpRequest request, string name, CancellationToken cancellationToken) =>
        availability.AnswerAsync(name, ct => AnswerAsync(request, name, ct), cancellationToken);

    /// <summary>The feed, with the same status codes.</summary>
    /// <param name="name">The release's slug or id.</param>
    /// <param name="extension">Of a format for readers.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<IResult> FeedAsync(string name, string extension, CancellationToken cancellationToken) =>
        FeedFormats.Of(extension.ToLowerInvariant()) is { IsForReaders: true } format
            ? availability.AnswerAsync($"{name}/replies", ct => AnswerAsync(name, extension, format, ct), cancellationToken)
            : Task.FromResult<IResult>(
                ProblemResult.NotFound($"Replies are there as {string.Join(", ", FeedFormats.ForReaders.Select(each => each.Extension))}.")
            );

    private async Task<IResult> AnswerAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        var language = AskedLanguage.Of(request, site);
        var now = time.GetUtcNow();
        var view = await releases.FindNamedAsync(name, cancellationToken);
        var release = view?.Stored.Release;
        switch (release?.VisibilityAt(now))
        {
            case Visibility.Visible when name != release.Slug:
                return new RedirectResult(language.AddressOf(site, PageView.RepliesPath(release.Slug)));
            case Visibility.Withdrawn:
                var withdrawn = await pages.WithdrawnAsync(release, language.Page);
                return PageResult.Gone(new Document(PageRenderer.MediaType, withdrawn, view!.ChangedAt(now)), language, site, now);
            case Visibility.Visible when await releases.RepliesAsync(release, cancellationToken) is { } replies:
                var isSent = request.Query.ContainsKey(Sent);
                var document = await replies.Documents.GetAsync(
                    $"page:{language.Key}{isSent}:{view!.Stored.ETag}",
                    async () =>
                        new Document(
                            PageRenderer.MediaType,
                            await pages.RepliesAsync(release, new ReplyThread(replies.List) { IsSent = isSent }, language.Page),
                            ChangedAt(replies, view, now)
                        )
                );
                return PageResult.Of(document, language, site, now, isChosen: false);
            default:
                return PageResult.NotFound(await pages.NotFoundAsync(language: language.Page), language, now);
        }
    }

    private async Task<IResult> AnswerAsync(string name, string extension, IFeedFormat format, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var view = await releases.FindNamedAsync(name, cancellationToken);
        var release = view?.Stored.Release;
        switch (release?.VisibilityAt(now))
        {
            case Visibility.Withdrawn:
                return json.Withdrawn(release.Id, RelatedSubject.Of(release));
            case Visibility.Visible when await releases.RepliesAsync(release, cancellationToken) is { } replies:
                var query = FeedQuery.OfReplies(release.Id, release.Slug);
                if (name != release.Id.ToString() || extension != format.Extension)
                {
                    return new RedirectResult(site.Address(query.Address(format.Extension)).AbsoluteUri);
                }

                var document = await replies.Documents.GetAsync(
                    $"{format.Extension}:{view!.Stored.ETag}",
                    () => Task.FromResult(FeedDocument.Of(ReplyFeed.Of(release, replies.List, site), format, ChangedAt(replies, view, now)))
                );
                return new DocumentResult(document, new CachePolicy(site.MaxAge), now);
            // A release that takes none answers as one that is not there.
            default:
                return ProblemResult.NotFound("There is no such release.");
        }
    }

    private static DateTimeOffset ChangedAt(ReplyView replies, ReleaseView release, DateTimeOffset now) =>
        replies.List.ChangedAt is { } changed && changed > release.ChangedAt(now) ? changed : release.ChangedAt(now);
}

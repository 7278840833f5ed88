using Microsoft.AspNetCore.Http;
using Siaran.Feeds;
using Siaran.Feeds.Formats;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>Serves what is related to one release: as JSON, as a feed, and as a page for frames.</summary>
public sealed class RelatedEndpoint(
    ReleaseReader releases,
    RelatedReader related,
    RelatedFeeds feeds,
    RelatedDocuments documents,
    Availability availability,
    Site site,
    TimeProvider time
)
{
    private const string List = "related";
    private const string Frame = "widget";

    /// <summary>
    /// 200, 304, 400 for a query that cannot be used, 404 for what does not exist or may not be seen, 410 for what was withdrawn, 503 where
    /// storage does not answer.
    /// </summary>
    /// <param name="request">GET or HEAD.</param>
    /// <param name="name">The release: an id or a slug.</param>
    /// <param name="part"><c>related</c>, <c>related.</c> with a feed's extension, or <c>widget</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IResult> ReadAsync(HttpRequest request, string name, string part, CancellationToken cancellationToken)
    {
        var asked = part.ToLowerInvariant();
        var format = asked.StartsWith(List + ".", StringComparison.Ordinal) ? FeedFormats.Of(asked[(List.Length + 1)..]) : null;
        if (asked is not (List or Frame) && format is null)
        {
            return ProblemResult.NotFound(
                $"Of a release there are {List}, {string.Join(", ", FeedFormats.All.Select(each => $"{List}.{each.Extension}"))} and {Frame}."
            );
        }

        var answer = await availability.AnswerAsync(
            $"{name}/{part}",
            ct => AnswerAsync(request, name, part, format, ct),
            cancellationToken
        );
        return
            // A frame on another portal shows nothing rather than an error of ours.
            asked == Frame
            && answer is ProblemResult { Status: >= StatusCodes.Status500InternalServerError and var status, RetryAfter: var wait }
            ? Empty(await documents.EmptyFrameAsync(), time.GetUtcNow(), status, wait)
            : answer;
    }

    private async Task<IResult> AnswerAsync(
        HttpRequest request,
        string name,
        string part,
        IFeedFormat? format,
        CancellationToken cancellationToken
    )
    {
        var asked = part.ToLowerInvariant();
        var query = RelatedQuery.Parse(request.Query, out var problem);
        var now = time.GetUtcNow();
        var view = await releases.IdOfAsync(name, cancellationToken) is { } id ? await related.FindAsync(id, cancellationToken) : null;
        if (view?.Subject.VisibilityAt(now) is Visibility.Visible)
        {
            releases.Know(view.Subject.Slug, view.List.Id);
        }

        return (asked, view?.Subject.VisibilityAt(now)) switch
        {
            (Frame, _) => await FrameAsync(view, query ?? RelatedQuery.Everything, now, cancellationToken),
            (_, Visibility.Withdrawn) => documents.Withdrawn(view!),
            (_, Visibility.Visible) when query is null => ProblemResult.BadRequest(problem!),
            (List, Visibility.Visible) => await ListAsync(view!, query, now, cancellationToken),
            (_, Visibility.Visible) when name != view!.List.Id.ToString() || part != asked => new RedirectResult(
                site.Address($"releases/{view.List.Id}/{asked}{WithoutKey(request.Query)}").AbsoluteUri
            ),
            (_, Visibility.Visible) => await feeds.GetAsync(view!, format!, query, now, cancellationToken),
            // A wrong query is 400 whether or not there is such a release: the answer must not tell
            // which.
            _ => query is null ? ProblemResult.BadRequest(problem!) : ProblemResult.NotFound("There is no such release."),
        };
    }

    /// <summary>The query without the key that the Functions host leaves in it.</summary>
    private static QueryString WithoutKey(IQueryCollection query) =>
        QueryString.Create(query.Where(pair => !pair.Key.Equals("code", StringComparison.OrdinalIgnoreCase)));

    private async Task<IResult> ListAsync(RelatedView view, RelatedQuery query, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shown = await related.ShowAsync(view, now, cancellationToken);
        var document = await documents.ListAsync(shown, query);
        return new DocumentResult(document, new CachePolicy(site.MaxAge), now);
    }

    /// <summary>Whatever goes wrong, a frame shows nothing rather than an error.</summary>
    private async Task<IResult> FrameAsync(RelatedView? view, RelatedQuery query, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (view?.Subject.VisibilityAt(now) is not Visibility.Visible)
        {
            var status =
                view?.Subject.VisibilityAt(now) is Visibility.Withdrawn ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound;
            return Empty(await documents.EmptyFrameAsync(), now, status);
        }

        var shown = await related.ShowAsync(view, now, cancellationToken);
        var document = await documents.FrameAsync(shown, query);
        return new DocumentResult(document, new CachePolicy(site.MaxAge), now) { MayBeFramed = true };
    }

    private static DocumentResult Empty(Document page, DateTimeOffset now, int status, TimeSpan? retryAfter = null) =>
        new(page, CachePolicy.None, now)
        {
            StatusCode = status,
            RetryAfter = retryAfter,
            MayBeFramed = true,
        };
}

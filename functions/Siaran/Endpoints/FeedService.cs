using System.Text;
using Microsoft.AspNetCore.Http;
using Siaran.Feeds;
using Siaran.Feeds.Formats;
using Siaran.Listings;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>Answers every request under <c>/feeds/</c>.</summary>
public sealed class FeedService(
    IListings listings,
    IFeedPages pages,
    DocumentCache cache,
    Availability availability,
    Site site,
    TimeProvider time
)
{
    /// <summary>What the address without an extension offers, best first; the page goes to those that ask for HTML.</summary>
    private static readonly (string MediaType, string Extension)[] Offers =
    [
        ("application/rss+xml", "rss"),
        ("application/atom+xml", "atom"),
        ("application/feed+json", "json"),
        ("application/json", "json"),
        ("text/html", ""),
        ("application/xhtml+xml", ""),
        ("application/xml", "rss"),
        ("text/xml", "rss"),
    ];

    private readonly FeedReader reader = new(listings, site, time);

    private readonly FeedRequests known = new();

    private CachePolicy Lifetime { get; } = new(site.MaxAge);

    /// <summary>
    /// The feed called <paramref name="name"/> (<c>all.rss</c>, <c>region:lombok-timur</c>, <c>custom.json</c>), or why there is none. GET,
    /// HEAD and OPTIONS.
    /// </summary>
    public async Task<IResult> GetAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsOptions(request.Method))
        {
            return Cors.Preflight;
        }

        var what = known.Read(name, request.QueryString);
        if (what is FeedRequest.Asked asked && FromMemory(request, asked) is { } ready)
        {
            return ready.Counted(what);
        }

        return (await availability.AnswerAsync(name, ct => AnswerAsync(request, what, ct), cancellationToken)).Counted(what);
    }

    private async Task<IResult> AnswerAsync(HttpRequest request, FeedRequest what, CancellationToken cancellationToken) =>
        what switch
        {
            FeedRequest.Outline => new DocumentResult(
                await (await DocumentsAsync(cancellationToken)).OutlineAsync(site),
                Lifetime,
                time.GetUtcNow()
            ),
            FeedRequest.Asked asked => await AnswerAsync(request, asked, cancellationToken),
            FeedRequest.Moved moved => new RedirectResult(moved.Location),
            FeedRequest.Refused refused => refused.Problem,
            FeedRequest.Unknown unknown => await UnknownAsync(unknown.Name, cancellationToken),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };

    /// <summary>The page that lists every feed, or their OPML for those that ask for it by <c>Accept</c>.</summary>
    public async Task<IResult> GetDirectoryAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsOptions(request.Method))
        {
            return Cors.Preflight;
        }

        var directory = await DocumentsAsync(cancellationToken);
        var isOutline = ContentNegotiation.Choose(request.Headers.Accept, "text/html", "text/x-opml", "application/xml") > 0;
        var document = await (isOutline ? directory.OutlineAsync(site) : directory.PageAsync(pages));
        return new DocumentResult(document, Lifetime, time.GetUtcNow()) { VariesByAccept = true };
    }

    /// <summary>Every feed that exists, from memory where fresh.</summary>
    public async Task<FeedDirectory> DirectoryAsync(CancellationToken cancellationToken) =>
        (await DocumentsAsync(cancellationToken)).Directory;

    private Task<DirectoryDocuments> DocumentsAsync(CancellationToken cancellationToken) =>
        FeedDirectories.ReadAsync(cache, listings, cancellationToken);

    private async Task<IResult> AnswerAsync(HttpRequest request, FeedRequest.Asked asked, CancellationToken cancellationToken)
    {
        var format = asked.Format;
        if (format is null)
        {
            var choice = ContentNegotiation.Choose(request.Headers.Accept, [.. Offers.Select(offer => offer.MediaType)]);
            if (choice < 0)
            {
                return new ProblemResult(
                    StatusCodes.Status406NotAcceptable,
                    "Not acceptable",
                    $"There are {string.Join(", ", Offers.Select(offer => offer.MediaType).Take(5))}."
                )
                {
                    Vary = "Accept",
                };
            }

            format = FeedFormats.Of(Offers[choice].Extension);
        }

        var state = await cache.GetAsync<FeedState>(
            asked.CacheKey,
            (held, ct) => reader.ReadAsync(asked.Query, held, ct),
            cancellationToken
        );
        if (state is null)
        {
            return await UnknownAsync(asked.Query, cancellationToken);
        }

        var now = time.GetUtcNow();
        var view = state.At(now);
        var document = await view.Documents.GetAsync(format?.Extension ?? "", () => WriteAsync(view.Feed, format, view.LastModified));
        return Answer(request, asked, state, view.Feed, format, document, now);
    }

    /// <summary>The answer where nothing must be read or rendered for it, which is nearly always: made without waiting.</summary>
    private IResult? FromMemory(HttpRequest request, FeedRequest.Asked asked)
    {
        if (asked.Format is not { } format || cache.FindFresh<FeedState>(asked.CacheKey) is not { } state)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var view = state.At(now);
        return view.Documents.Find(format.Extension) is { } document
            ? Answer(request, asked, state, view.Feed, format, document, now)
            : null;
    }

    private IResult Answer(
        HttpRequest request,
        FeedRequest.Asked asked,
        FeedState state,
        Feed feed,
        IFeedFormat? format,
        Document document,
        DateTimeOffset now
    ) =>
        format is not null && FeedDelta.Of(request, feed, document, format, state.History) is { } delta
            ? delta
            : new DocumentResult(document, Lifetime, now)
            {
                VariesByAccept = asked.Format is null,
                ContentLocation = asked.Format is null && format is not null ? feed.Self(format.Extension).PathAndQuery : null,
            };

    private async Task<Document> WriteAsync(Feed feed, IFeedFormat? format, DateTimeOffset? lastModified)
    {
        if (format is null)
        {
            var page = await pages.WriteFeedAsync(feed, CancellationToken.None);
            return new Document("text/html; charset=utf-8", Encoding.UTF8.GetBytes(page), lastModified)
            {
                Links =
                [
                    .. FeedFormats.All.Select(each =>
                        $"<{feed.Self(each.Extension).AbsoluteUri}>; rel=\"alternate\"; type=\"{each.MediaType.Split(';')[0]}\""
                    ),
                ],
            };
        }

        return new Document(format.MediaType, format.Write(feed), lastModified)
        {
            Links = [.. FeedLinks.Of(feed, format.Extension).Select(link => $"<{link.Address.AbsoluteUri}>; rel=\"{link.Relation}\"")],
        };
    }

    private async Task<IResult> UnknownAsync(FeedQuery query, CancellationToken cancellationToken)
    {
        if (query.Page is { } page && await listings.ReadHeadAsync(query.Keys[0], cancellationToken) is not null)
        {
            return ProblemResult.NotFound($"The feed {query.Keys[0]} has no closed page {page}.");
        }

        foreach (var key in query.Keys)
        {
            if (!query.IsCustom || await listings.ReadHeadAsync(key, cancellationToken) is null)
            {
                return await UnknownAsync(key.ToString(), cancellationToken);
            }
        }

        return ProblemResult.NotFound("There is no such feed.");
    }

    private async Task<IResult> UnknownAsync(string name, CancellationToken cancellationToken)
    {
        var directory = await DirectoryAsync(cancellationToken);
        var nearest = directory
            .Nearest(name)
            .Select(listed => new
            {
                key = listed.Key.ToString(),
                title = listed.Title,
                url = site.Address(FeedQuery.Of(listed.Key).Address("")).AbsoluteUri,
            });
        return ProblemResult.NotFound("There is no such feed. All feeds are listed at " + site.Address("feeds").AbsoluteUri) with
        {
            Extensions = new Dictionary<string, object> { ["nearest"] = nearest.ToList() },
        };
    }
}

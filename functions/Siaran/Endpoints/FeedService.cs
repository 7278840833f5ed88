using Microsoft.AspNetCore.Http;
using Siaran.Feeds;
using Siaran.Feeds.Formats;
using Siaran.Listings;
using Siaran.Pages;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>Answers every request under <c>/feeds/</c>.</summary>
public sealed class FeedService(
    IListings listings,
    PageRenderer pages,
    DocumentCache cache,
    Availability availability,
    Site site,
    TimeProvider time
)
{
    /// <summary>
    /// What the address without an extension offers, best first; the page, which has no format, goes to those that ask for HTML.
    /// </summary>
    private static readonly Offer[] Offers =
    [
        .. FeedFormats.ForReaders.Select(format => new Offer(format.PlainMediaType, format)),
        new("application/json", FeedFormats.Of("json")),
        new("text/html", null),
        new("application/xhtml+xml", null),
        new("application/xml", FeedFormats.Of("rss")),
        new("text/xml", FeedFormats.Of("rss")),
    ];

    private static readonly string[] OfferedTypes = [.. Offers.Select(offer => offer.MediaType)];

    /// <summary>Kinds of feed that are no kind of tag, which have pages of their own.</summary>
    private static readonly FeedKind[] KindsWithPages = [FeedKind.Agency, FeedKind.Region, FeedKind.Label, FeedKind.Language];

    private readonly FeedReader reader = new(listings, site, time);

    private readonly FeedRequests known = new();

    private CachePolicy Lifetime { get; } = new(site.MaxAge);

    /// <summary>
    /// The feed called <paramref name="name"/> (<c>all.rss</c>, <c>region:lombok-timur</c>, <c>custom.json</c>), or why there is none. GET
    /// and HEAD.
    /// </summary>
    public async Task<IResult> GetAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        var what = known.Read(name, request.QueryString);
        // Nearly every answer: found in memory without a task, an await or a time limit.
        var answer =
            what is FeedRequest.Asked { Format: { } format } asked && FromMemory(asked, format) is { } ready
                ? Answer(request, asked, format, ready)
                : await availability.AnswerAsync(name, ct => AnswerAsync(request, what, ct), cancellationToken);
        return answer.Counted(what);
    }

    /// <summary>The page of a feed under an address with a language; the feed itself has none, and is where it always is.</summary>
    public async Task<IResult> GetPageAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        var what = known.Read(name, request.QueryString);
        var answer = what switch
        {
            FeedRequest.Asked { Format: { } format } asked => new RedirectResult(
                site.Address(asked.Query.Address(format.Extension)).AbsoluteUri
            ),
            FeedRequest.Outline => new RedirectResult(site.Address($"feeds/{Opml.FileName}").AbsoluteUri),
            FeedRequest.Asked asked => await availability.AnswerAsync(name, ct => AnswerAsync(request, asked, null, ct), cancellationToken),
            _ => await availability.AnswerAsync(name, ct => AnswerAsync(request, what, ct), cancellationToken),
        };
        return answer.Counted(what);
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
            FeedRequest.Unknown unknown => await UnknownAsync(request, unknown.Name, cancellationToken),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };

    /// <summary>
    /// The page that leads to every feed, a page of the feeds of one kind (<c>?kind=agency&amp;page=2</c>), or the OPML of all for those
    /// that ask for it by <c>Accept</c>. 404 where there is no such kind or page.
    /// </summary>
    public async Task<IResult> GetDirectoryAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var directory = await DocumentsAsync(cancellationToken);
        var isOutline = ContentNegotiation.Choose(request.Headers.Accept, "text/html", "text/x-opml", "application/xml") > 0;
        var language = AskedLanguage.Of(request, site);
        return isOutline ? new DocumentResult(await directory.OutlineAsync(site), Lifetime, time.GetUtcNow()) { VariesByAccept = true }
            : request.Query["kind"].ToString() is { Length: > 0 } kind ? await KindPageAsync(request, kind, directory, language)
            : PageResult.Of(await directory.PageAsync(language, pages), language, site, time.GetUtcNow());
    }

    private async Task<IResult> KindPageAsync(HttpRequest request, string name, DirectoryDocuments directory, AskedLanguage language)
    {
        var kind = KindsWithPages.FirstOrDefault(each => each.ToString().Equals(name, StringComparison.OrdinalIgnoreCase));
        if (
            kind is FeedKind.All
            || directory.Of(kind, new PageView(site, language.Page)).Page(KeyPage.Asked(request.Query)) is not { } keys
        )
        {
            return ProblemResult.NotFound("There is no such page. All feeds are listed at " + site.Address("feeds").AbsoluteUri);
        }

        var page = new Document(PageRenderer.MediaType, await pages.FeedKindAsync(kind, keys, language.Page), null);
        return PageResult.Of(page, language, site, time.GetUtcNow());
    }

    /// <summary>Every feed that exists, from memory where fresh.</summary>
    public async Task<FeedDirectory> DirectoryAsync(CancellationToken cancellationToken) =>
        (await DocumentsAsync(cancellationToken)).Directory;

    private Task<DirectoryDocuments> DocumentsAsync(CancellationToken cancellationToken) =>
        FeedDirectories.ReadAsync(cache, listings, site, cancellationToken);

    private async Task<IResult> AnswerAsync(HttpRequest request, FeedRequest.Asked asked, CancellationToken cancellationToken)
    {
        if (asked.Format is not null)
        {
            return await AnswerAsync(request, asked, asked.Format, cancellationToken);
        }

        var choice = ContentNegotiation.Choose(request.Headers.Accept, OfferedTypes);
        return choice < 0 ? NotAcceptable() : await AnswerAsync(request, asked, Offers[choice].Format, cancellationToken);
    }

    /// <param name="request">GET or HEAD.</param>
    /// <param name="asked">Which feed.</param>
    /// <param name="format">Null for its page.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    private async Task<IResult> AnswerAsync(
        HttpRequest request,
        FeedRequest.Asked asked,
        IFeedFormat? format,
        CancellationToken cancellationToken
    )
    {
        var state = await cache.GetAsync<FeedState>(
            asked.CacheKey,
            (held, ct) => reader.ReadAsync(asked.Query, held, ct),
            cancellationToken
        );
        if (state is null)
        {
            return await UnknownAsync(request, asked.Query, cancellationToken);
        }

        var now = time.GetUtcNow();
        var view = state.At(now);
        if (format is null)
        {
            var language = AskedLanguage.Of(request, site);
            var page = await view.Documents.GetAsync("page " + language.Key, () => WritePageAsync(view.Feed, language, view.LastModified));
            return PageResult.Of(page, language, site, now);
        }

        var document = await view.Documents.GetAsync(
            format.Extension,
            () => Task.FromResult(FeedDocument.Of(view.Feed, format, view.LastModified))
        );
        return Answer(request, asked, format, new(state, view.Feed, document, now));
    }

    /// <summary>What is answered where nothing must be read or rendered for it, which is nearly always: found without waiting.</summary>
    private Ready? FromMemory(FeedRequest.Asked asked, IFeedFormat format)
    {
        if (cache.Find<FeedState>(asked.CacheKey) is not { } state)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var view = state.At(now);
        return view.Documents.Find(format.Extension) is { } document ? new(state, view.Feed, document, now) : null;
    }

    private IResult Answer(HttpRequest request, FeedRequest.Asked asked, IFeedFormat format, Ready ready)
    {
        if (FeedDelta.Of(request, ready.Feed, ready.Document, format, ready.State.History) is { } delta)
        {
            return delta;
        }

        var isChosen = asked.Format is null;
        return new DocumentResult(ready.Document, Lifetime, ready.At)
        {
            VariesByAccept = isChosen,
            // For what Accept has chosen, the address that always gives it (RFC 9110 §8.7).
            ContentLocation = isChosen ? ready.Feed.Self(format.Extension).PathAndQuery : null,
        };
    }

    private static ProblemResult NotAcceptable() =>
        new(StatusCodes.Status406NotAcceptable, "Not acceptable", $"There are {string.Join(", ", OfferedTypes.Take(5))}.")
        {
            Vary = "Accept",
        };

    private async Task<Document> WritePageAsync(Feed feed, AskedLanguage language, DateTimeOffset? lastModified) =>
        new(PageRenderer.MediaType, await pages.FeedAsync(feed, language.Page), lastModified)
        {
            Links =
            [
                .. FeedFormats.All.Select(each =>
                    $"<{feed.Self(each.Extension).AbsoluteUri}>; rel=\"alternate\"; type=\"{each.PlainMediaType}\""
                ),
            ],
        };

    private async Task<IResult> UnknownAsync(HttpRequest request, FeedQuery query, CancellationToken cancellationToken)
    {
        if (query.Page is { } page && await listings.ReadHeadAsync(query.Keys[0], cancellationToken) is not null)
        {
            return ProblemResult.NotFound($"The feed {query.Keys[0]} has no closed page {page}.");
        }

        foreach (var key in query.Keys)
        {
            if (!query.IsCustom || await listings.ReadHeadAsync(key, cancellationToken) is null)
            {
                return await UnknownAsync(request, key.ToString(), cancellationToken);
            }
        }

        return ProblemResult.NotFound("There is no such feed.");
    }

    private async Task<IResult> UnknownAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        var near = (await DirectoryAsync(cancellationToken)).Nearest(name);
        if (ProblemPage.IsWanted(request))
        {
            var language = AskedLanguage.Of(request, site);
            return PageResult.NotFound(await pages.NotFoundAsync(near, language.Page), language, time.GetUtcNow());
        }

        var nearest = near.Select(listed => new
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

    /// <param name="MediaType">As in <c>Accept</c>.</param>
    /// <param name="Format">Null for the page.</param>
    private sealed record Offer(string MediaType, IFeedFormat? Format);

    /// <param name="State">What memory holds of the feed.</param>
    /// <param name="Feed">As the gate has it.</param>
    /// <param name="Document">The feed as it is served.</param>
    /// <param name="At">The moment of the gate.</param>
    private readonly record struct Ready(FeedState State, Feed Feed, Document Document, DateTimeOffset At);
}

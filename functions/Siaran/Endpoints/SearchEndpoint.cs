using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Siaran.Feeds;
using Siaran.Feeds.Formats;
using Siaran.Listings;
using Siaran.Pages;
using Siaran.Search;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>
/// Answers <c>/search</c>: as a page, as a feed of the newest in every format, and by a description for browsers (OpenSearch 1.1).
/// </summary>
/// <remarks>
/// Answers are not kept in memory: there are more questions than anybody can keep, and what was withdrawn is gone with the next one.
/// </remarks>
public sealed class SearchEndpoint(
    SearchIndex index,
    FeedService feeds,
    PageRenderer pages,
    Availability availability,
    Site site,
    TimeProvider time
)
{
    /// <summary>Releases on a page.</summary>
    public const int PageSize = 10;

    /// <summary>Releases in a feed.</summary>
    public const int FeedSize = 25;

    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    /// <summary>
    /// 200 with what is found, 400 for a parameter that cannot be used, 404 for a page beyond the last, 503 where storage does not answer.
    /// </summary>
    public Task<IResult> PageAsync(HttpRequest request, CancellationToken cancellationToken) =>
        SearchRequest.Read(request.QueryString, site, out var problem) is { } asked
            ? availability.AnswerAsync("search", ct => PageAsync(asked, AskedLanguage.Of(request, site), ct), cancellationToken)
            : Task.FromResult<IResult>(problem!);

    /// <summary>
    /// The newest releases that have all the words, as a feed; 404 for a format that there is not, otherwise as the page.
    /// </summary>
    /// <param name="request">GET or HEAD.</param>
    /// <param name="extension">Of the format.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IResult> FeedAsync(HttpRequest request, string extension, CancellationToken cancellationToken)
    {
        if (FeedFormats.Of(extension) is not { } format)
        {
            var known = string.Join(", ", FeedFormats.All.Select(each => "search." + each.Extension));
            return ProblemResult.NotFound($"What is found there is as {known}, or as a page at search.");
        }

        return SearchRequest.Read(request.QueryString, site, out var problem) is { } asked
            ? await availability.AnswerAsync("search." + extension, ct => FeedAsync(asked, format, ct), cancellationToken)
            : problem!;
    }

    /// <summary>Tells browsers and readers how to search here.</summary>
    public IResult Describe()
    {
        var templates = FeedFormats
            .ForReaders.Select(format => (format.PlainMediaType, Address: $"search.{format.Extension}?q={{searchTerms}}"))
            .Prepend(("text/html", "search?q={searchTerms}"));
        var description = new XElement(
            OpenSearch + "OpenSearchDescription",
            new XElement(OpenSearch + "ShortName", site.Title.Length <= 16 ? site.Title : site.Title[..16]),
            new XElement(OpenSearch + "Description", site.Description),
            new XElement(OpenSearch + "InputEncoding", "UTF-8"),
            new XElement(OpenSearch + "OutputEncoding", "UTF-8"),
            new XElement(OpenSearch + "Language", site.Language),
            new XElement(OpenSearch + "Image", new XAttribute("type", PageAsset.Emblem.ContentType), Address(PageAsset.Emblem.Address)),
            templates.Select(template => new XElement(
                OpenSearch + "Url",
                new XAttribute("type", template.Item1),
                new XAttribute("template", Address(template.Item2))
            ))
        );
        var document = new Document("application/opensearchdescription+xml; charset=utf-8", XmlDocumentBytes.Write(description), null);
        return new DocumentResult(document, new CachePolicy(TimeSpan.FromHours(1)), time.GetUtcNow());
    }

    private async Task<IResult> PageAsync(SearchRequest asked, AskedLanguage language, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var window = new SearchWindow((asked.Page - 1) * PageSize, PageSize);
        var result = await index.FindAsync(asked.Query, window, now, cancellationToken);
        if (asked.Page > 1 && result.Hits.Count == 0)
        {
            return ProblemResult.NotFound($"What is found has no page {asked.Page}.");
        }

        var view = new SearchView
        {
            Query = asked.Query,
            From = asked.From,
            To = asked.To,
            Address = asked.Feed,
            Result = result,
            Directory = (await feeds.DirectoryAsync(cancellationToken)).Keys,
            Page = asked.Page,
            Pages = Math.Min(SearchRequest.MostPages, (result.Total + PageSize - 1) / PageSize),
        };
        var page = new Document(PageRenderer.MediaType, await pages.SearchAsync(view, language.Page), null);
        return PageResult.Of(page, language, site, now, isChosen: false);
    }

    private async Task<IResult> FeedAsync(SearchRequest asked, IFeedFormat format, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var found = await index.FindAsync(asked.Query, new SearchWindow(0, FeedSize) { ByTime = true }, now, cancellationToken);
        var entries = found.Hits.Select(hit => ListingEntry.Of(hit.Tagged, now)).OfType<ListingEntry.Live>();
        var title = string.Join(' ', asked.Query.Keys.Select(key => key.ToString()).Prepend(asked.Query.Text)).Trim();
        var feed = Feed.Of(entries, title.Length > 0 ? title : FeedKeys.AllTitle, asked.Feed, site, now);
        return new DocumentResult(FeedDocument.Of(feed, format, null), new CachePolicy(site.MaxAge), now);
    }

    /// <summary>Braces stand for what is put in, so they are not escaped.</summary>
    private string Address(string relative) =>
        site.Address(relative).AbsoluteUri.Replace("%7B", "{", StringComparison.Ordinal).Replace("%7D", "}", StringComparison.Ordinal);
}

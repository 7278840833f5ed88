using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Siaran.Endpoints;

namespace Siaran.Functions;

/// <summary>How readers find releases: by their words, and by year and month.</summary>
public sealed class SearchFunctions(SearchEndpoint search, ArchiveEndpoint archive)
{
    [Function("Search")]
    public Task<IResult> Search(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "search")] HttpRequest request,
        CancellationToken cancellationToken
    ) => search.PageAsync(request, cancellationToken);

    [Function("SearchFeed")]
    public Task<IResult> SearchFeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "search.{extension}")] HttpRequest request,
        string extension,
        CancellationToken cancellationToken
    ) => search.FeedAsync(request, extension, cancellationToken);

    [Function("OpenSearch")]
    public IResult OpenSearch(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "opensearch.xml")] HttpRequest request
    ) => search.Describe();

    [Function("Archive")]
    public Task<IResult> Archive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "releases")] HttpRequest request,
        CancellationToken cancellationToken
    ) => archive.ReadAsync(request, cancellationToken);
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Siaran.Endpoints;

namespace Siaran.Functions;

/// <summary>The pages in the language that their address begins with: <c>/en/tags</c>, <c>/id/tags</c>.</summary>
public sealed class LanguageFunctions(
    SiteEndpoint site,
    FeedService feeds,
    ReleaseEndpoint releases,
    RevisionsEndpoint revisions,
    TagEndpoint tags,
    SearchEndpoint search,
    ArchiveEndpoint archive
)
{
    /// <summary>
    /// Languages have two letters and no other address begins with two: so no request is taken that another function would take.
    /// </summary>
    private const string Language = "{language:length(2)}";

    [Function("LanguageFeed")]
    public Task<IResult> Feed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = Language + "/feeds/{name}")] HttpRequest request,
        string name,
        CancellationToken cancellationToken
    ) => SiteEndpoint.InLanguageAsync(request, () => feeds.GetPageAsync(request, name, cancellationToken));

    [Function("LanguageFeedDirectory")]
    public Task<IResult> FeedDirectory(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = Language + "/feeds")] HttpRequest request,
        CancellationToken cancellationToken
    ) => SiteEndpoint.InLanguageAsync(request, () => feeds.GetDirectoryAsync(request, cancellationToken));

    [Function("LanguageFront")]
    public Task<IResult> Front(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = Language)] HttpRequest request,
        CancellationToken cancellationToken
    ) => SiteEndpoint.InLanguageAsync(request, () => site.FrontAsync(request, cancellationToken));

    [Function("LanguageRelease")]
    public Task<IResult> Release(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = Language + "/releases/{name}")] HttpRequest request,
        string name,
        CancellationToken cancellationToken
    ) => SiteEndpoint.InLanguageAsync(request, () => releases.ReadAsync(request, name, cancellationToken));

    [Function("LanguageReleaseChanges")]
    public Task<IResult> ReleaseChanges(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = Language + "/releases/{name}/revisions")]
            HttpRequest request,
        string name,
        CancellationToken cancellationToken
    ) => SiteEndpoint.InLanguageAsync(request, () => revisions.ReadAsync(request, name, cancellationToken));

    [Function("LanguageArchive")]
    public Task<IResult> Archive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = Language + "/releases")] HttpRequest request,
        CancellationToken cancellationToken
    ) => SiteEndpoint.InLanguageAsync(request, () => archive.ReadAsync(request, cancellationToken));

    [Function("LanguageSearch")]
    public Task<IResult> Search(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = Language + "/search")] HttpRequest request,
        CancellationToken cancellationToken
    ) => SiteEndpoint.InLanguageAsync(request, () => search.PageAsync(request, cancellationToken));

    [Function("LanguageTag")]
    public Task<IResult> Tag(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = Language + "/tags/{kind}/{name}")] HttpRequest request,
        string kind,
        string name,
        CancellationToken cancellationToken
    ) => SiteEndpoint.InLanguageAsync(request, () => tags.TagAsync(request, kind, name, cancellationToken));

    [Function("LanguageTagKind")]
    public Task<IResult> TagKind(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = Language + "/tags/{kind}")] HttpRequest request,
        string kind,
        CancellationToken cancellationToken
    ) => SiteEndpoint.InLanguageAsync(request, () => tags.KindAsync(request, kind, cancellationToken));

    [Function("LanguageTagKinds")]
    public Task<IResult> TagKinds(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = Language + "/tags")] HttpRequest request,
        CancellationToken cancellationToken
    ) => SiteEndpoint.InLanguageAsync(request, () => tags.KindsAsync(request, fixedJson: false, cancellationToken));
}

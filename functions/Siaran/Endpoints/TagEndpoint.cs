using Microsoft.AspNetCore.Http;
using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Pages;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Tags;

namespace Siaran.Endpoints;

/// <summary>
/// Serves what tags there are, as pages and as JSON: all kinds, one kind, one tag. With <c>.json</c>, or <c>Accept: application/json</c>,
/// the answer is JSON.
/// </summary>
public sealed class TagEndpoint(IListings listings, PageRenderer pages, TagJson json, Site site, DocumentCache cache, TimeProvider time)
{
    private const string Extension = ".json";

    /// <summary>More tags than anybody would read; of more, the last in the order of their keys are left out.</summary>
    private const int MostTags = 50_000;

    /// <summary>All kinds of tag, how many tags there are of each, and those that stand on most releases.</summary>
    public async Task<IResult> KindsAsync(HttpRequest request, bool fixedJson, CancellationToken cancellationToken)
    {
        var language = AskedLanguage.Of(request, site);
        var directory = (await ListsAsync(cancellationToken)).Directory;
        return Result(
            fixedJson || AsksJson(request) ? json.Kinds(directory) : await pages.TagKindsAsync(directory, language.Page),
            fixedJson,
            AsksJson(request) || fixedJson,
            language
        );
    }

    /// <summary>
    /// All tags of a kind by name; pages hold eighty each (<c>?page=</c>), JSON holds all. 404 with the nearest kinds where there is no
    /// such kind, and where there is no such page.
    /// </summary>
    public async Task<IResult> KindAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        var (kind, fixedJson) = Named(name);
        var language = AskedLanguage.Of(request, site);
        var asJson = fixedJson || AsksJson(request);
        var lists = await ListsAsync(cancellationToken);
        var directory = lists.Directory;
        if (directory.Find(new TagKind(kind)) is { } found)
        {
            if (fixedJson && !language.ByHeader)
            {
                return JsonWithoutLanguage(kind);
            }

            return asJson ? Result(json.Kind(found), fixedJson, asJson, language) : await KindPageAsync(request, lists, found, language);
        }

        if (Lower(kind) is { } lower && directory.Find(new TagKind(lower)) is not null)
        {
            return new RedirectResult(language.AddressOf(site, $"tags/{lower}{(fixedJson ? Extension : "")}"));
        }

        return asJson
            ? TagJson.Unknown(
                "There is no such kind of tag.",
                directory.NearestKinds(kind).Select(near => new { kind = near.Name, url = site.Address($"tags/{near}").AbsoluteUri })
            )
            : PageResult.NotFound(await pages.NoTagAsync([], directory.NearestKinds(kind), language.Page), language, time.GetUtcNow());
    }

    private async Task<IResult> KindPageAsync(HttpRequest request, TagLists lists, TagsOfKind found, AskedLanguage language) =>
        lists.Of(found, new PageView(site, language.Page)).Page(KeyPage.Asked(request.Query)) is { } keys
            ? Result(await pages.TagKindAsync(found.Kind, keys, language.Page), fixedJson: false, isJson: false, language)
            : ProblemResult.NotFound("There is no such page. The tags begin at " + site.Address($"tags/{found.Kind}").AbsoluteUri);

    /// <summary>
    /// One tag: its newest releases, the tags that go with it and its feeds. A tag that has lost all its releases is still there. 404 with
    /// the nearest tags where there never was one.
    /// </summary>
    public async Task<IResult> TagAsync(HttpRequest request, string kind, string name, CancellationToken cancellationToken)
    {
        var (slug, fixedJson) = Named(name);
        var language = AskedLanguage.Of(request, site);
        var asJson = fixedJson || AsksJson(request);
        if (TagName.Key(kind, slug) is { } key && TagName.Of(key) is { } id && await FindAsync(key, id, cancellationToken) is { } state)
        {
            if (fixedJson && !language.ByHeader)
            {
                return JsonWithoutLanguage($"{id.Kind}/{id.Name}");
            }

            var now = time.GetUtcNow();
            return asJson
                ? Json(await state.JsonAsync(now), fixedJson)
                : PageResult.Of(await state.PageAsync(now, language), language, site, now);
        }

        if (Lower($"{kind}/{slug}") is { } lower && TagName.Key(lower.Split('/')[0], lower.Split('/')[1]) is not null)
        {
            return new RedirectResult(language.AddressOf(site, $"tags/{lower}{(fixedJson ? Extension : "")}"));
        }

        var nearest = (await ListsAsync(cancellationToken)).Directory.Nearest(new TagKind(kind), slug);
        return asJson
            ? TagJson.Unknown(
                "There is no such tag.",
                nearest.Select(near => new
                {
                    tag = TagName.Of(near.Key)!.Value.ToString(),
                    label = near.Title,
                    url = json.AddressOf(TagName.Of(near.Key)!.Value).AbsoluteUri,
                })
            )
            : PageResult.NotFound(await pages.NoTagAsync(nearest, [], language.Page), language, time.GetUtcNow());
    }

    /// <summary>JSON has no language: its one address is the one without.</summary>
    private RedirectResult JsonWithoutLanguage(string tag) => new(site.Address($"tags/{tag}{Extension}").AbsoluteUri);

    private static (string Name, bool FixedJson) Named(string name) =>
        name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? (name[..^Extension.Length], true) : (name, false);

    private static bool AsksJson(HttpRequest request) =>
        ContentNegotiation.Choose(request.Headers.Accept, "text/html", "application/json") == 1;

    /// <summary>Null where it is lower case already.</summary>
    private static string? Lower(string text) => text.ToLowerInvariant() is var lower && lower != text ? lower : null;

    private DocumentResult Result(byte[] bytes, bool fixedJson, bool isJson, AskedLanguage language) =>
        isJson
            ? Json(new Document(WebJson.MediaType, bytes, null), fixedJson)
            : PageResult.Of(new Document(PageRenderer.MediaType, bytes, null), language, site, time.GetUtcNow());

    private DocumentResult Json(Document document, bool fixedJson) =>
        new(document, new CachePolicy(site.MaxAge), time.GetUtcNow()) { VariesByAccept = !fixedJson };

    /// <summary>One point read where nothing changed.</summary>
    private async Task<TagLists> ListsAsync(CancellationToken cancellationToken) =>
        (
            await cache.GetAsync<TagLists>(
                $"tags {await listings.CountDueAsync(cancellationToken)}",
                async (held, ct) =>
                {
                    var version = await listings.ReadKeysVersionAsync(ct);
                    // One number says whether the directory of thousands of tags has changed.
                    if (held is not null && held.Directory.Version == version)
                    {
                        return held;
                    }

                    var keys = await listings.ListKeysAsync(null, MostTags, ct);
                    return new TagLists(new TagDirectory(version, keys.Select(key => SiteNames.In(key, site))));
                },
                cancellationToken
            )
        )!;

    /// <summary>One point read where nothing changed, else one query.</summary>
    private Task<TagState?> FindAsync(FeedKey key, TagId id, CancellationToken cancellationToken) =>
        cache.GetAsync<TagState>(
            $"tag:{key}",
            async (held, ct) =>
            {
                if (held is not null && await listings.ReadHeadAsync(key, ct) is { } head && head == held.Listing.Head)
                {
                    return held;
                }

                return await listings.ReadAsync(key, ct) is { } listing ? new TagState(listing, id, site, pages, json) : null;
            },
            cancellationToken
        );
}

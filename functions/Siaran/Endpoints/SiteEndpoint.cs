using Microsoft.AspNetCore.Http;
using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Pages;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>Serves what belongs to the site as a whole: the front page and the files that pages are drawn with.</summary>
public sealed class SiteEndpoint(
    IListings listings,
    FeedService feeds,
    PageRenderer pages,
    Site site,
    DocumentCache cache,
    TimeProvider time
)
{
    /// <summary>The newest releases and a choice of feeds.</summary>
    public async Task<IResult> FrontAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var language = AskedLanguage.Of(request, site);
        var listing = (
            await cache.GetAsync<FrontView>(
                "front",
                async (held, ct) =>
                {
                    var head = held is null ? null : await listings.ReadHeadAsync(FeedKey.All, ct);
                    return held is not null && head == held.Listing.Head
                        ? held
                        : new FrontView((await listings.ReadAsync(FeedKey.All, ct))!, await feeds.DirectoryAsync(ct));
                },
                cancellationToken
            )
        )!;
        var document = await listing.PageAsync(now, language, site, pages);
        return PageResult.Of(document, language, site, now, isChosen: false);
    }

    /// <summary>The answer under an address that begins with a language, or 404 where there are no words for that language.</summary>
    public static async Task<IResult> InLanguageAsync(HttpRequest request, Func<Task<IResult>> answer) =>
        AskedLanguage.OfAddress(request.Path) is not null ? await answer() : NotFound();

    /// <summary>404 for an address at which there is nothing.</summary>
    public static IResult NotFound() => ProblemResult.NotFound("There is nothing at this address.");

    /// <summary>A stylesheet or picture.</summary>
    public static IResult Asset(string name) =>
        PageAsset.Find(name) is { } asset
            ? new AssetResult(asset.Document, asset.Version)
            : ProblemResult.NotFound("There is no such file.");

    private sealed class FrontView(Listing listing, FeedDirectory directory) : ICached
    {
        private readonly RenderedDocuments documents = new();

        public Listing Listing => listing;

        public long Size =>
            8192
            + documents.Size
            + listing.Entries.OfType<ListingEntry.Live>().Sum(entry => 4L * entry.Tagged.Release.Content.BodyHtml.Length);

        /// <summary>The page as the gate has it now.</summary>
        public Task<Document> PageAsync(DateTimeOffset now, AskedLanguage language, Site site, PageRenderer pages)
        {
            var visible = TagView.Visible(listing, now);
            return documents.GetAsync(
                $"{language.Key} {string.Join(' ', visible.Select(tagged => tagged.Release.Id))}",
                async () =>
                {
                    var feed = Feed.Of(listing, FeedQuery.Of(FeedKey.All), site, now);
                    var changedAt = visible.Select(tagged => tagged.Release.PublishAt).Append(listing.Head.LastModified).Max();
                    return new Document(PageRenderer.MediaType, await pages.FrontAsync(feed, directory.Keys, language.Page), changedAt);
                }
            );
        }
    }
}

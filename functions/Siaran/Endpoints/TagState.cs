using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Pages;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Tags;

namespace Siaran.Endpoints;

/// <summary>A tag's listing as read from storage, and the documents made of it.</summary>
internal sealed class TagState(Listing listing, TagId id, Site site, PageRenderer pages, TagJson json) : ICached
{
    private readonly RenderedDocuments documents = new();

    public Listing Listing => listing;

    public long Size =>
        8192 + listing.Entries.OfType<ListingEntry.Live>().Sum(entry => 4L * entry.Tagged.Release.Content.BodyHtml.Length) + documents.Size;

    /// <summary>The page or the JSON as the gate has it now.</summary>
    public Task<Document> DocumentAsync(bool asJson, DateTimeOffset now)
    {
        var visible = TagView.Visible(listing, now);
        return documents.GetAsync(
            $"{(asJson ? "json" : "page")} {string.Join(' ', visible.Select(tagged => tagged.Release.Id))}",
            async () =>
            {
                var view = TagView.Of(listing, id, site, now);
                var changedAt = visible.Select(tagged => tagged.Release.PublishAt).Append(listing.Head.LastModified).Max();
                return asJson
                    ? new Document(WebJson.MediaType, json.Tag(view), changedAt)
                    : new Document(PageRenderer.MediaType, await pages.TagAsync(view), changedAt);
            }
        );
    }
}

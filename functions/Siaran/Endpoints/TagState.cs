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

    /// <summary>The page as the gate has it now.</summary>
    public Task<Document> PageAsync(DateTimeOffset now, AskedLanguage language) =>
        DocumentAsync("page " + language.Key, PageRenderer.MediaType, view => pages.TagAsync(view, language.Page), now);

    /// <summary>The JSON as the gate has it now.</summary>
    public Task<Document> JsonAsync(DateTimeOffset now) =>
        DocumentAsync("json", WebJson.MediaType, view => Task.FromResult(json.Tag(view)), now);

    private Task<Document> DocumentAsync(string kind, string mediaType, Func<TagView, Task<byte[]>> write, DateTimeOffset now)
    {
        var visible = TagView.Visible(listing, now);
        return documents.GetAsync(
            // What the gate lets through is the key: the page changes by the clock alone, when an
            // embargo ends.
            $"{kind} {string.Join(' ', visible.Select(tagged => tagged.Release.Id))}",
            async () =>
            {
                var changedAt = visible.Select(tagged => tagged.Release.PublishAt).Append(listing.Head.LastModified).Max();
                return new Document(mediaType, await write(TagView.Of(listing, id, site, now)), changedAt);
            }
        );
    }
}

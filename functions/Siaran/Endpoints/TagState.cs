using Siaran.Feeds;
using Siaran.Pages;
using Siaran.Serving;
using Siaran.Tagging;

namespace Siaran.Endpoints;

/// <summary>A tag's listing as read from storage, and the documents made of it.</summary>
internal sealed class TagState(Listing listing, TagId id, Site site, PageRenderer pages, TagJson json) : ICached
{
    private readonly Lock gate = new();
    private readonly Dictionary<bool, (string Shown, Document Document)> documents = [];

    public Listing Listing => listing;

    public long Size
    {
        get
        {
            lock (gate)
            {
                return 8192 + listing.Entries.OfType<ListingEntry.Live>().Sum(entry => 4L * entry.Tagged.Release.Content.BodyHtml.Length) + documents.Values.Sum(held => held.Document.Size);
            }
        }
    }

    /// <summary>The page or the JSON as the gate has it now.</summary>
    public async Task<Document> DocumentAsync(bool asJson, DateTimeOffset now)
    {
        var visible = TagView.Visible(listing, now);
        var shown = string.Join(' ', visible.Select(tagged => tagged.Release.Id));
        lock (gate)
        {
            if (documents.TryGetValue(asJson, out var held) && held.Shown == shown)
            {
                return held.Document;
            }
        }

        var view = TagView.Of(listing, id, site, now);
        var changedAt = visible.Select(tagged => tagged.Release.PublishAt).Append(listing.Head.LastModified).Max();
        var document = asJson
            ? new Document(ReleaseJson.MediaType, json.Tag(view), changedAt)
            : new Document(PageRenderer.MediaType, await pages.TagAsync(view), changedAt);
        lock (gate)
        {
            documents[asJson] = (shown, document);
            return document;
        }
    }
}

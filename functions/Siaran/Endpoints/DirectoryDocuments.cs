using Siaran.Feeds;
using Siaran.Feeds.Formats;
using Siaran.Listings;
using Siaran.Pages;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>The directory of feeds and its documents, each written once.</summary>
internal sealed class DirectoryDocuments(FeedDirectory directory) : ICached
{
    private readonly RenderedDocuments documents = new();
    private readonly KeyLists<FeedKind> lists = new();

    public FeedDirectory Directory => directory;

    public long Size => directory.Size + documents.Size + lists.Size;

    /// <summary>The feeds of a kind in the words of a page, cut into pages.</summary>
    public KeyPages Of(FeedKind kind, PageView view) => lists.Of(kind, directory.OfKind(kind), view);

    /// <summary>All feeds as OPML.</summary>
    public Task<Document> OutlineAsync(Site site) =>
        documents.GetAsync("opml", () => Task.FromResult(new Document(Opml.MediaType, Opml.Write(directory, site), null)));

    /// <summary>All feeds as a page.</summary>
    public Task<Document> PageAsync(AskedLanguage language, PageRenderer pages) =>
        documents.GetAsync(
            "page " + language.Key,
            async () => new Document(PageRenderer.MediaType, await pages.FeedDirectoryAsync(directory, language.Page), null)
        );
}

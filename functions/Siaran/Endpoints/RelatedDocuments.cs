using Microsoft.AspNetCore.Http;
using Siaran.Pages;
using Siaran.Serving;

namespace Siaran.Endpoints;

/// <summary>Writes what is related to one release as JSON and as a page for frames; each is kept with the list it was made of.</summary>
public sealed class RelatedDocuments(PageRenderer pages, ReleaseJson json)
{
    public Task<Document> ListAsync(RelatedShown shown, RelatedQuery query) =>
        KeptAsync(
            shown,
            $"json:{query}",
            query,
            () => Task.FromResult(new Document(WebJson.MediaType, json.Write(shown.View.Subject, query.Of(shown.List)), shown.ChangedAt))
        );

    public Task<Document> FrameAsync(RelatedShown shown, RelatedQuery query) =>
        KeptAsync(
            shown,
            $"frame:{query}",
            query,
            async () =>
                new Document(
                    PageRenderer.MediaType,
                    await pages.WidgetAsync(query.Language ?? shown.View.Subject.Language, query.Of(shown.List)),
                    shown.ChangedAt
                )
        );

    /// <summary>The page of a frame that has nothing to show.</summary>
    public async Task<Document> EmptyFrameAsync() => new(PageRenderer.MediaType, await pages.WidgetAsync(null, null), null);

    /// <summary>What is said of a withdrawn release: 410 and the reason.</summary>
    public IResult Withdrawn(RelatedView view) => json.Withdrawn(view.List.Id, view.Subject);

    /// <summary>Queries with a time are without number and so not kept.</summary>
    private static async Task<Document> KeptAsync(RelatedShown shown, string key, RelatedQuery query, Func<Task<Document>> make) =>
        query.Since is not null ? await make() : await shown.View.Documents.GetAsync(key + shown.Key, make);
}

using Siaran.Pages;
using Siaran.Pages.Revisions;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>A release as read from storage, and the documents made of it, kept ready in memory.</summary>
public sealed class ReleaseView(StoredRelease stored) : ICached
{
    private readonly RenderedDocuments documents = new();

    public StoredRelease Stored => stored;

    public long Size => 4096 + (4L * stored.Release.Content.BodyHtml.Length) + documents.Size;

    /// <summary>When what the public sees of it last changed: a write, or the end of an embargo.</summary>
    // Not before an embargo's end: Last-Modified would tell when the release was written.
    public DateTimeOffset ChangedAt(DateTimeOffset now) =>
        new[] { stored.WrittenAt, stored.Release.PublishAt }.Where(time => time <= now).DefaultIfEmpty(now).Max();

    internal Task<Document> PageAsync(
        DateTimeOffset now,
        RelatedShown? related,
        RevisionHistory? history,
        ReplyView? replies,
        AskedLanguage language,
        PageRenderer pages
    )
    {
        var changedAt = new[] { ChangedAt(now), related?.ChangedAt, replies?.List.ChangedAt }.Max();
        return documents.GetAsync(
            $"page:{language.Key}{related?.Key}|{replies?.Version}",
            async () =>
                new Document(
                    PageRenderer.MediaType,
                    await pages.ReleaseAsync(
                        stored.Tagged,
                        related?.List,
                        language.Page,
                        history,
                        replies is null ? null : new ReplyThread(replies.List)
                    ),
                    changedAt
                )
        );
    }

    internal Task<Document> RevisionsAsync(DateTimeOffset now, RevisionHistory history, AskedLanguage language, PageRenderer pages) =>
        documents.GetAsync(
            $"revisions:{language.Key}",
            async () =>
                new Document(PageRenderer.MediaType, await pages.RevisionsAsync(stored.Release, history, language.Page), ChangedAt(now))
        );

    /// <param name="now">The moment of the gate.</param>
    /// <param name="original">What it translates; null for none, and for one that is not to be had.</param>
    /// <param name="json">Writes it.</param>
    internal Task<Document> JsonAsync(DateTimeOffset now, ReleaseView? original, ReleaseJson json)
    {
        ReleaseId? shown = original?.Stored.Release.VisibilityAt(now) is Visibility.Visible ? original.Stored.Release.Id : null;
        var changedAt = original is null || original.ChangedAt(now) < ChangedAt(now) ? ChangedAt(now) : original.ChangedAt(now);
        return documents.GetAsync(
            $"json:{shown}",
            () => Task.FromResult(new Document(WebJson.MediaType, json.Write(stored.Tagged, shown), changedAt))
        );
    }
}

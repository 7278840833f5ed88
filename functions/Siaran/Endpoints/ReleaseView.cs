using Siaran.Pages;
using Siaran.Related;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>A release as read from storage, and the documents made of it, kept ready in memory.</summary>
public sealed class ReleaseView(StoredRelease stored, StoredRelatedList? related) : ICached
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Document> documents = new(StringComparer.Ordinal);

    public StoredRelease Stored => stored;

    public long Size
    {
        get
        {
            lock (gate)
            {
                return 4096 + (4L * stored.Release.Content.BodyHtml.Length) + documents.Values.Sum(document => document.Size);
            }
        }
    }

    /// <summary>Whether these rows are the ones that the view was made of.</summary>
    public bool IsOf(StoredRelease other, StoredRelatedList? list) => stored.ETag == other.ETag && related?.WrittenAt == list?.WrittenAt;

    /// <summary>When what the public sees of it last changed: a write, the end of an embargo, or a neighbour's.</summary>
    public DateTimeOffset ChangedAt(DateTimeOffset now) =>
        new[] { stored.WrittenAt, stored.Release.PublishAt, related?.WrittenAt ?? default }
            .Concat(Shown(now).SelectMany(part => part).Select(neighbour => neighbour.PublishAt))
            .Where(time => time <= now)
            .DefaultIfEmpty(now)
            .Max();

    public async Task<Document> PageAsync(DateTimeOffset now, PageRenderer pages)
    {
        var list = Visible(now);
        var key = "page:" + Shown(list);
        return Find(key) ?? Keep(key, new Document(PageRenderer.MediaType, await pages.ReleaseAsync(stored.Tagged, list), ChangedAt(now)));
    }

    public Task<Document> JsonAsync(DateTimeOffset now, ReleaseJson json) =>
        Task.FromResult(Find("json") ?? Keep("json", new Document(ReleaseJson.MediaType, json.Write(stored.Tagged), ChangedAt(now))));

    public Document Related(DateTimeOffset now, RelatedQuery query, ReleaseJson json)
    {
        var list = query.Of(Visible(now));
        var key = $"related:{query}:{Shown(list)}";
        return Find(key) ?? Keep(key, new Document(ReleaseJson.MediaType, json.Write(list), ChangedAt(now)));
    }

    /// <summary>What the gate lets through of the list at a moment.</summary>
    private RelatedList Visible(DateTimeOffset now) => (related?.List ?? new RelatedList { Id = stored.Release.Id }).At(now);

    private IReadOnlyList<Neighbour>[] Shown(DateTimeOffset now) => Visible(now) is var list ? [list.Neighbours, list.AlsoPublishedAs, list.Newest] : [];

    private static string Shown(RelatedList list) => $"{list.Neighbours.Count}:{list.AlsoPublishedAs.Count}:{list.Newest.Count}";

    private Document? Find(string key)
    {
        lock (gate)
        {
            return documents.GetValueOrDefault(key);
        }
    }

    private Document Keep(string key, Document document)
    {
        lock (gate)
        {
            return documents[key] = document;
        }
    }
}

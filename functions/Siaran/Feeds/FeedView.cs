using System.Collections.Concurrent;
using Siaran.Releases;
using Siaran.Serving;

namespace Siaran.Feeds;

/// <summary>A feed as it may be seen from one moment to another, and its documents as far as they were asked for.</summary>
internal sealed class FeedView
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Document>>> documents = new(StringComparer.Ordinal);
    private readonly DateTimeOffset from;
    private readonly DateTimeOffset until;

    public FeedView(IReadOnlyList<ListingEntry> entries, Feed feed, DateTimeOffset now)
    {
        Feed = feed;
        var releases = entries.OfType<ListingEntry.Live>().Select(entry => entry.Tagged.Release).ToLookup(release => release.VisibilityAt(now));
        from = releases[Visibility.Visible].Select(release => release.PublishAt).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        until = releases[Visibility.Embargoed].Select(release => release.PublishAt).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
    }

    public Feed Feed { get; }

    public long Size => documents.Values.Where(document => document.IsValueCreated && document.Value.IsCompletedSuccessfully).Sum(document => document.Value.Result.Size);

    /// <summary>Whether the gate would still pass the same entries.</summary>
    public bool HoldsAt(DateTimeOffset now) => now >= from && now < until;

    public async Task<Document> DocumentAsync(string name, Func<Feed, Task<Document>> write)
    {
        var document = documents.GetOrAdd(name, _ => new Lazy<Task<Document>>(() => write(Feed)));
        try
        {
            return await document.Value.ConfigureAwait(false);
        }
        catch
        {
            documents.TryRemove(new(name, document));
            throw;
        }
    }
}

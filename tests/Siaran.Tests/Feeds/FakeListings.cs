using Siaran.Listings;
using Siaran.Tags;

namespace Siaran.Tests.Feeds;

/// <summary>Listings in memory, kept as storage keeps them, counting what is read.</summary>
internal sealed class FakeListings(TimeProvider time) : IListings
{
    private readonly SortedDictionary<FeedKey, Partition> partitions = [];

    public List<string> Reads { get; } = [];

    public Exception? Failure { get; set; }

    /// <summary>When set, every read waits for it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>What one run collected: one change of each listing.</summary>
    public void Commit(params TaggedRelease[] releases)
    {
        var changed = new HashSet<Partition>();
        foreach (var release in releases)
        {
            var entry = ListingEntry.Of(release, DateTimeOffset.MaxValue);
            foreach (var feed in entry is null ? [] : FeedKeys.Named(release))
            {
                changed.Add(Put(feed, entry!));
            }
        }

        foreach (var partition in changed)
        {
            partition.Changed(time);
        }
    }

    /// <summary>A key that once had releases and has none any more.</summary>
    public void Clear(FeedKey key)
    {
        var partition = partitions[key];
        partition.Open.Clear();
        partition.Changed(time);
    }

    public async Task<ListingHead?> ReadHeadAsync(FeedKey key, CancellationToken cancellationToken)
    {
        await CountAsync($"head {key}");
        return partitions.GetValueOrDefault(key)?.Head(key);
    }

    public async Task<Listing?> ReadAsync(FeedKey key, CancellationToken cancellationToken)
    {
        await CountAsync($"listing {key}");
        return partitions.GetValueOrDefault(key) is { } found ? new Listing(found.Head(key), [.. found.Open.Order(Archive.Order)]) : null;
    }

    public async Task<ListingPage?> ReadPageAsync(FeedKey key, int page, CancellationToken cancellationToken)
    {
        await CountAsync($"page {key} {page}");
        return partitions.GetValueOrDefault(key) is { } found && page <= found.Pages.Count
            ? new ListingPage(key, page, found.LastModified, [.. found.Pages[page - 1]])
            : null;
    }

    public async Task<IReadOnlyList<ListedKey>> ListKeysAsync(FeedKind? kind, int limit, CancellationToken cancellationToken)
    {
        await CountAsync("keys");
        return
        [
            .. partitions
                .Where(pair => kind is null || pair.Key.Kind == kind)
                .Take(limit)
                .Select(pair => new ListedKey(pair.Key, pair.Value.Title) { Count = pair.Value.Head(pair.Key).Count }),
        ];
    }

    public async Task<long> ReadKeysVersionAsync(CancellationToken cancellationToken)
    {
        await CountAsync("keys version");
        return partitions.Sum(pair => pair.Value.Head(pair.Key).Version);
    }

    public Task<int> CountDueAsync(CancellationToken cancellationToken) => Task.FromResult(0);

    private Partition Put(NamedFeed feed, ListingEntry entry)
    {
        if (!partitions.TryGetValue(feed.Key, out var partition))
        {
            partitions[feed.Key] = partition = new Partition { Title = feed.Title };
        }

        partition.Open.RemoveAll(other => other.Id == entry.Id);
        partition.Open.Add(entry);
        if (entry is ListingEntry.Tombstone)
        {
            foreach (var page in partition.Pages)
            {
                var index = page.FindIndex(other => other.Id == entry.Id);
                page[Math.Max(0, index)] = index < 0 ? page[0] : entry;
            }
        }

        var closing = Archive.ToClose([.. partition.Open.Order(Archive.Order)]);
        if (closing.Count > 0)
        {
            partition.Pages.Add([.. closing]);
            partition.Open.RemoveAll(closing.Contains);
        }

        return partition;
    }

    private async Task CountAsync(string read)
    {
        lock (Reads)
        {
            Reads.Add(read);
        }

        await Gate;
        if (Failure is not null)
        {
            throw Failure;
        }
    }

    private sealed class Partition
    {
        private long version;

        public required string Title { get; init; }

        public List<ListingEntry> Open { get; } = [];

        public List<List<ListingEntry>> Pages { get; } = [];

        public DateTimeOffset LastModified { get; private set; }

        public void Changed(TimeProvider time)
        {
            version++;
            var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
            LastModified = now > LastModified ? now : LastModified.AddSeconds(1);
        }

        public ListingHead Head(FeedKey key) =>
            new()
            {
                Key = key,
                Title = Title,
                Version = version,
                LastModified = LastModified,
                Count = Open.Concat(Pages.SelectMany(page => page)).OfType<ListingEntry.Live>().DistinctBy(entry => entry.Id).Count(),
                Open = Open.Count,
                ClosedPages = Pages.Count,
            };
    }
}

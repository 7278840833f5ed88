using System.Collections.Concurrent;
using Azure.Data.Tables;
using Siaran.Feeds;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>What becomes of one release in one listing.</summary>
/// <param name="Key">The listing.</param>
/// <param name="Title">Its name in the words of the release.</param>
/// <param name="Id">The release.</param>
/// <param name="PublishAt">The release's time: the newest release that names a listing gives it its title.</param>
/// <param name="Entry">What stands there from now on, or null where the release no longer belongs there.</param>
public sealed record ListingChange(FeedKey Key, string Title, ReleaseId Id, DateTimeOffset PublishAt, ListingEntry? Entry)
{
    /// <summary>Whether an entry that stands in closed pages alone stays as it is, since the change is no news to the subscribers.</summary>
    public bool KeepsPages { get; init; }
}

/// <summary>The listings behind the feeds, one partition each: the head, the open entries newest first, a row for each member that says where it stands, and the closed pages.</summary>
public sealed class ListingTable(StorageAccount account, TimeProvider time) : IListings
{
    private const int ListingsAtOnce = 8;

    private readonly TableClient table = account.Table(Names.Listings);
    private readonly Payload payload = new(account);
    private readonly ListingDirectory directory = new(account.Table(Names.Listings));

    public async Task<ListingHead?> ReadHeadAsync(FeedKey key, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(key.ToString(), TableKey.Head, cancellationToken: cancellationToken);
        return row.HasValue ? ListingRows.ReadHead(key, row.Value!, time.GetUtcNow()) : Unlisted(key);
    }

    public async Task<Listing?> ReadAsync(FeedKey key, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {key.ToString()} and RowKey lt {TableKey.AfterTimes}");
        ListingHead? head = null;
        var entries = new List<ListingEntry>(Archive.ClosesAt);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (row.RowKey == TableKey.Head)
            {
                head = ListingRows.ReadHead(key, row, time.GetUtcNow());
            }
            else
            {
                entries.Add((await payload.ReadAsync<StoredEntry>(row, cancellationToken)).ToEntry());
            }
        }

        return (head ?? Unlisted(key)) is { } known ? new Listing(known, entries) : null;
    }

    public async Task<ListingPage?> ReadPageAsync(FeedKey key, int page, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(key.ToString(), ListingRows.PageKey(page), cancellationToken: cancellationToken);
        return row.HasValue
            ? new ListingPage(key, page, row.Value!.GetDateTimeOffset(ListingRows.LastModified) ?? default, await ReadPageAsync(row.Value!, cancellationToken))
            : null;
    }

    public Task<IReadOnlyList<ListedKey>> ListKeysAsync(FeedKind? kind, int limit, CancellationToken cancellationToken) => directory.ListAsync(kind, limit, cancellationToken);

    public Task<long> ReadKeysVersionAsync(CancellationToken cancellationToken) => directory.ReadVersionAsync(cancellationToken);

    /// <summary>Commits each listing's changes together with its head. Repeating it changes nothing.</summary>
    /// <param name="changes">Of any listings.</param>
    /// <param name="announce">Is awaited before a listing really changes.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The listings that really changed.</returns>
    public async Task<IReadOnlySet<FeedKey>> CommitAsync(IReadOnlyList<ListingChange> changes, Func<FeedKey, CancellationToken, Task> announce, CancellationToken cancellationToken)
    {
        var packed = new ConcurrentDictionary<ListingEntry, PackedEntry>(ReferenceEqualityComparer.Instance);
        var changed = new ConcurrentDictionary<FeedKey, bool>();
        var heads = new ConcurrentDictionary<FeedKey, ListingHead>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = ListingsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(changes.GroupBy(change => change.Key), options, async (listing, ct) =>
        {
            foreach (var chunk in listing.OrderBy(change => change.PublishAt).ThenBy(change => change.Id).Chunk(ListingCommit.MaxChanges))
            {
                var (head, isChanged) = await CommitAsync(listing.Key, chunk, entry => packed.GetOrAdd(entry, PackedEntry.Of), announce, ct);
                if (head is not null)
                {
                    heads[listing.Key] = head;
                }

                if (isChanged)
                {
                    changed[listing.Key] = true;
                    await ClosePagesAsync(listing.Key, head!, ct);
                }
            }
        });

        // Of unchanged ones too: a run that was cut short may not have come to this.
        await directory.NoteAsync([.. heads.Values], cancellationToken);
        return changed.Keys.ToHashSet();
    }

    /// <summary>Lets the caches of these listings know that an embargo ends. Listings that do not exist stay so, and nothing that is shown changes.</summary>
    public Task NoteEmbargoAsync(IEnumerable<FeedKey> keys, DateTimeOffset publishAt, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = ListingsAtOnce, CancellationToken = cancellationToken }, async (key, ct) =>
            await new VersionedPartition(table).CommitAsync(
                key.ToString(),
                [],
                ListingRows.HeadColumns,
                (head, _) => Task.FromResult(head is null ? null : ListingRows.WithEmbargo(head, publishAt, time.GetUtcNow()) is { } noted ? new PartitionCommit(noted, []) : null),
                ct));

    /// <summary>The feed of everything is there before the first release is.</summary>
    private static ListingHead? Unlisted(FeedKey key) =>
        key == FeedKey.All ? new ListingHead { Key = key, Title = FeedKeys.AllTitle, Version = 0, LastModified = DateTimeOffset.UnixEpoch } : null;

    /// <returns>The head as it stands now, null where the listing does not exist, and whether anything was written.</returns>
    private async Task<(ListingHead? Head, bool Changed)> CommitAsync(
        FeedKey key, ListingChange[] changes, Func<ListingEntry, PackedEntry> pack, Func<FeedKey, CancellationToken, Task> announce, CancellationToken cancellationToken)
    {
        TableEntity? found = null;
        var written = await new VersionedPartition(table).CommitAsync(
            key.ToString(),
            [.. changes.Select(change => ListingRows.MemberKey(change.Id))],
            ListingRows.AllColumns,
            async (head, members) =>
            {
                found = head;
                var commit = new ListingCommit(key, head, time.GetUtcNow());
                foreach (var change in changes)
                {
                    members.TryGetValue(ListingRows.MemberKey(change.Id), out var member);
                    await commit.ApplyAsync(change, member, pack, payload, ReadPageRowAsync, cancellationToken);
                }

                var planned = await commit.FinishAsync(payload, cancellationToken);
                if (planned is not null)
                {
                    await announce(key, cancellationToken);
                }

                return planned;
            },
            cancellationToken);
        var row = written?.Head ?? found;
        return (row is null ? null : ListingRows.ReadHead(key, row, time.GetUtcNow()), written is not null);
    }

    private async Task ClosePagesAsync(FeedKey key, ListingHead head, CancellationToken cancellationToken)
    {
        for (; head.Open >= Archive.ClosesAt; head = (await ReadHeadAsync(key, cancellationToken))!)
        {
            var listing = await ReadAsync(key, cancellationToken);
            var closing = Archive.ToClose(listing!.Entries);
            if (closing.Count == 0)
            {
                return;
            }

            await new VersionedPartition(table).CommitAsync(
                key.ToString(),
                [.. closing.Select(entry => ListingRows.MemberKey(entry.Id))],
                ListingRows.AllColumns,
                async (stored, members) =>
                {
                    if (stored is null || ListingRows.ReadHead(key, stored, time.GetUtcNow()).Version != listing.Head.Version)
                    {
                        return null;
                    }

                    var commit = new ListingCommit(key, stored, time.GetUtcNow());
                    commit.Close(closing, members);
                    return await commit.FinishAsync(payload, cancellationToken);
                },
                cancellationToken);
        }
    }

    private async Task<IReadOnlyList<ListingEntry>> ReadPageAsync(TableEntity row, CancellationToken cancellationToken) =>
        [.. (await payload.ReadAsync<StoredEntry[]>(row, cancellationToken)).Select(entry => entry.ToEntry())];

    private async Task<IReadOnlyList<ListingEntry>> ReadPageRowAsync(FeedKey key, int page, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityAsync<TableEntity>(key.ToString(), ListingRows.PageKey(page), cancellationToken: cancellationToken);
        return await ReadPageAsync(row.Value, cancellationToken);
    }
}

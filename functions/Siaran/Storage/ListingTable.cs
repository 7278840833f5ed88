using System.Collections.Concurrent;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Siaran.Listings;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>What becomes of one release in one listing.</summary>
/// <param name="Key">The listing.</param>
/// <param name="Title">Its name in the words of the release.</param>
/// <param name="Id">The release.</param>
/// <param name="PublishAt">The release's time: the newest release that names a listing gives it its title.</param>
/// <param name="Entry">What is there from now on, or null where the release no longer belongs there.</param>
public sealed record ListingChange(FeedKey Key, string Title, ReleaseId Id, DateTimeOffset PublishAt, ListingEntry? Entry)
{
    /// <summary>The state of the release that the change was made from: where a later one was here before, nothing changes.</summary>
    public required Edition Edition { get; init; }

    /// <summary>The <see cref="StoredRelease.UploadVersion"/> of that state; empty where it was not noted.</summary>
    public string UploadVersion { get; init; } = "";

    /// <summary>
    /// A revision that is taken back: where it was the last here, the change takes its place though its own edition is an earlier one, and
    /// whoever comes late with that revision changes nothing. Null for every other change.
    /// </summary>
    public TakenBackRevision? TakesBack { get; init; }

    /// <summary>
    /// Whether an entry that is in closed pages only stays as it is, since the change is no news to the subscribers.
    /// </summary>
    public bool KeepsPages { get; init; }

    /// <summary>Whether an open entry is written though it says what it said: the row that holds it is damaged.</summary>
    public bool Rewrites { get; init; }
}

/// <summary>A revision that is taken back.</summary>
/// <param name="Revision">Its number.</param>
/// <param name="UploadVersion">Of the upload that made it, which tells it from a later revision of the same number.</param>
public sealed record TakenBackRevision(int Revision, string UploadVersion);

/// <summary>
/// The listings behind the feeds, one partition each: the head, the open entries newest first, a row for each member that says where it
/// is, and the closed pages.
/// </summary>
public sealed partial class ListingTable(StorageAccount account, TimeProvider time, ILogger<ListingTable> logger) : IListings
{
    private readonly TableClient table = account.Table(Names.Listings);
    private readonly Payload payload = new(account);
    private readonly DamagedRows damaged = new(account);
    private readonly ListingPages pages = new(account, logger);
    private readonly ListingDirectory directory = new(account.Table(Names.Listings));

    public async Task<ListingHead?> ReadHeadAsync(FeedKey key, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(key.ToString(), TableKey.Head, cancellationToken: cancellationToken);
        return (row.HasValue ? Seen(ListingRows.ReadHead(key, row.Value!)) : null) ?? Unlisted(key);
    }

    public async Task<Listing?> ReadAsync(FeedKey key, CancellationToken cancellationToken)
    {
        // Head and open entries sort before ":", members and pages behind it: one query gives just what
        // a feed shows.
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {key.ToString()} and RowKey lt {TableKey.AfterTimes}");
        ListingHead? head = null;
        var entries = new List<ListingEntry>(Archive.ClosesAt);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (row.RowKey == TableKey.Head)
            {
                head = Seen(ListingRows.ReadHead(key, row));
            }
            else if (await ReadEntryAsync(row, cancellationToken) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return (head ?? Unlisted(key)) is { } known ? new Listing(known, entries) : null;
    }

    public Task<ListingPage?> ReadPageAsync(FeedKey key, int page, CancellationToken cancellationToken) =>
        pages.ReadAsync(key, page, cancellationToken);

    /// <summary>The releases of a closed page. Reads all members of the listing: for a damaged page only.</summary>
    public Task<IReadOnlyList<ReleaseId>> IdsOfPageAsync(FeedKey key, int page, CancellationToken cancellationToken) =>
        pages.IdsOfAsync(key, page, cancellationToken);

    /// <summary>Writes over a damaged closed page what was made again.</summary>
    /// <param name="head">The listing as it was when the entries were made.</param>
    /// <param name="page">Its number.</param>
    /// <param name="entries">Newest first.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>False where the listing has changed since.</returns>
    public Task<bool> RestorePageAsync(
        ListingHead head,
        int page,
        IReadOnlyList<ListingEntry> entries,
        CancellationToken cancellationToken
    ) => pages.RestoreAsync(head, page, entries, time.GetUtcNow(), cancellationToken);

    public Task<IReadOnlyList<ListedKey>> ListKeysAsync(FeedKind? kind, int limit, CancellationToken cancellationToken) =>
        directory.ListAsync(kind, limit, cancellationToken);

    public Task<long> ReadKeysVersionAsync(CancellationToken cancellationToken) => directory.ReadVersionAsync(cancellationToken);

    /// <summary>Embargoes are not known here.</summary>
    public Task<int> CountDueAsync(CancellationToken cancellationToken) => Task.FromResult(0);

    /// <summary>The listings that have held a release. Reads the whole table: for what is damaged only.</summary>
    public async Task<IReadOnlyList<FeedKey>> KeysOfAsync(ReleaseId id, CancellationToken cancellationToken)
    {
        // There is no index from release to listing. The scan is paid once, by the repair of a row that
        // could not be read.
        var filter = TableClient.CreateQueryFilter($"RowKey eq {ListingRows.MemberKey(id)}");
        var keys = new List<FeedKey>();
        await foreach (
            var row in table.QueryAsync<TableEntity>(
                filter,
                select: [nameof(TableEntity.PartitionKey)],
                cancellationToken: cancellationToken
            )
        )
        {
            if (FeedKey.TryParse(row.PartitionKey, out var key))
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    /// <summary>Commits each listing's changes together with its head. Repeating it changes nothing.</summary>
    /// <param name="changes">Of any listings.</param>
    /// <param name="announce">Is awaited before a listing really changes.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The listings that really changed.</returns>
    public async Task<IReadOnlySet<FeedKey>> CommitAsync(
        IReadOnlyList<ListingChange> changes,
        Func<FeedKey, CancellationToken, Task> announce,
        CancellationToken cancellationToken
    )
    {
        // Packed once for all listings that a release enters, some ten: each would compress the same
        // text again.
        var packed = new ConcurrentDictionary<ListingEntry, PackedEntry>(ReferenceEqualityComparer.Instance);
        var changed = new ConcurrentDictionary<FeedKey, bool>();
        var heads = new ConcurrentDictionary<FeedKey, ListingHead>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = account.AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            changes.GroupBy(change => change.Key),
            options,
            async (listing, ct) =>
            {
                // A fixed order within a listing gives equal pages on every instance; the listings
                // themselves are independent and go at once.
                var inOrder = listing.OrderBy(change => change.PublishAt).ThenBy(change => change.Id);
                foreach (var chunk in inOrder.Chunk(ListingCommit.MaxChanges))
                {
                    var (head, isChanged) = await CommitAsync(listing.Key, chunk, Pack, announce, ct);
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
            }
        );

        // Of unchanged ones too: a run that was cut short may not have come to this.
        await directory.NoteAsync([.. heads.Values], cancellationToken);
        return changed.Keys.ToHashSet();

        PackedEntry Pack(ListingEntry entry) => packed.GetOrAdd(entry, PackedEntry.Of);
    }

    /// <returns>Null where the row is damaged: one entry must not take the whole feed.</returns>
    private async Task<ListingEntry?> ReadEntryAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            return (await payload.ReadAsync<StoredEntry>(row, cancellationToken)).ToEntry();
        }
        catch (InvalidDataException ex)
        {
            LogDamagedRow(ex, row.PartitionKey, row.RowKey);
            if (TableKey.TryReadId(row.RowKey, out var id))
            {
                await damaged.NoteAsync(id, cancellationToken);
            }

            return null;
        }
    }

    [LoggerMessage(
        1202,
        LogLevel.Error,
        "The entry {Row} of the listing {Key} cannot be read and is left out until the timer has written it again"
    )]
    private partial void LogDamagedRow(Exception ex, string key, string row);

    /// <summary>A listing that only remembers what must not enter it does not exist for readers.</summary>
    private static ListingHead? Seen(ListingHead head) => head.Version > 0 ? head : null;

    /// <summary>The feed of everything is there before the first release is.</summary>
    private static ListingHead? Unlisted(FeedKey key) =>
        key == FeedKey.All
            ? new ListingHead
            {
                Key = key,
                Title = FeedKeys.AllTitle,
                Version = 0,
                LastModified = DateTimeOffset.UnixEpoch,
            }
            : null;

    /// <returns>The head as it is now, null where the listing does not exist, and whether anything was written.</returns>
    private async Task<(ListingHead? Head, bool Changed)> CommitAsync(
        FeedKey key,
        ListingChange[] changes,
        Func<ListingEntry, PackedEntry> pack,
        Func<FeedKey, CancellationToken, Task> announce,
        CancellationToken cancellationToken
    )
    {
        TableEntity? found = null;
        var written = await new VersionedPartition(table).CommitAsync(
            key.ToString(),
            [.. changes.Select(change => ListingRows.MemberKey(change.Id))],
            ListingRows.AllColumns,
            async (head, members) =>
            {
                found = head;
                // The plan runs again after each lost race, and from the start, since the head it was
                // made for is gone.
                var commit = new ListingCommit(key, head, time.GetUtcNow());
                foreach (var change in changes)
                {
                    members.TryGetValue(ListingRows.MemberKey(change.Id), out var member);
                    await commit.ApplyAsync(change, member, pack, payload, pages.ReadEntriesAsync, cancellationToken);
                }

                var planned = await commit.FinishAsync(payload, cancellationToken);
                if (planned is { IsSeen: true })
                {
                    // Before the write, and not after: a process that dies in between has announced too
                    // much, which the hub finds out, and never too little.
                    await announce(key, cancellationToken);
                }

                return planned;
            },
            cancellationToken
        );
        var row = written?.Head ?? found;
        return (row is null ? null : Seen(ListingRows.ReadHead(key, row)), written is { IsSeen: true });
    }

    private async Task ClosePagesAsync(FeedKey key, ListingHead head, CancellationToken cancellationToken)
    {
        // A batch may bring more than one page's worth.
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
                    // Another commit came in between. It closes the page itself, or the next one does.
                    if (stored is null || ListingRows.ReadHead(key, stored).Version != listing.Head.Version)
                    {
                        return null;
                    }

                    var commit = new ListingCommit(key, stored, time.GetUtcNow());
                    commit.Close(closing, members);
                    return await commit.FinishAsync(payload, cancellationToken);
                },
                cancellationToken
            );
        }
    }
}

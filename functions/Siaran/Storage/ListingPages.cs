using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Siaran.Listings;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>The closed pages of listings, and what is done where one cannot be read.</summary>
internal sealed partial class ListingPages(StorageAccount account, ILogger logger)
{
    private readonly TableClient table = account.Table(Names.Listings);
    private readonly Payload payload = new(account);
    private readonly DamagedRows damaged = new(account);

    public async Task<ListingPage?> ReadAsync(FeedKey key, int page, CancellationToken cancellationToken)
    {
        var row = await FindAsync(key, page, cancellationToken);
        if (row is null && !await IsClosedAsync(key, page, cancellationToken))
        {
            return null;
        }

        var entries = await UnpackAsync(key, page, row, cancellationToken);
        var changed = row?.GetDateTimeOffset(ListingRows.LastModified) ?? default;
        return new ListingPage(key, page, changed, entries ?? []) { IsDamaged = entries is null };
    }

    public async Task<IReadOnlyList<ReleaseId>> IdsOfAsync(FeedKey key, int page, CancellationToken cancellationToken)
    {
        // ";" follows ":": all keys that begin so.
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {key.ToString()} and RowKey gt 'member:' and RowKey lt 'member;'");
        var ids = new List<ReleaseId>();
        await foreach (
            var row in table.QueryAsync<TableEntity>(
                filter,
                select: [nameof(TableEntity.RowKey), .. ListingRows.MemberColumns],
                cancellationToken: cancellationToken
            )
        )
        {
            if (ListingRows.ReadMember(row).Pages.Contains(page) && TableKey.TryReadId(row.RowKey, out var id))
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    public async Task<bool> RestoreAsync(
        ListingHead head,
        int page,
        IReadOnlyList<ListingEntry> entries,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var written = await new VersionedPartition(table).CommitAsync(
            head.Key.ToString(),
            [],
            ListingRows.AllColumns,
            async (stored, _) =>
            {
                // A withdrawal may have come meanwhile, whose tombstone the entries lack.
                if (stored is null || ListingRows.ReadHead(head.Key, stored).Version != head.Version)
                {
                    return null;
                }

                var commit = new ListingCommit(head.Key, stored, now);
                commit.Rewrite(page, entries);
                return await commit.FinishAsync(payload, cancellationToken);
            },
            cancellationToken
        );
        return written is not null;
    }

    /// <returns>Null where the row is lost or damaged, which is noted.</returns>
    public async Task<IReadOnlyList<ListingEntry>?> ReadEntriesAsync(FeedKey key, int page, CancellationToken cancellationToken) =>
        await UnpackAsync(key, page, await FindAsync(key, page, cancellationToken), cancellationToken);

    private async Task<TableEntity?> FindAsync(FeedKey key, int page, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            key.ToString(),
            ListingRows.PageKey(page),
            cancellationToken: cancellationToken
        );
        return row.HasValue ? row.Value : null;
    }

    private async Task<bool> IsClosedAsync(FeedKey key, int page, CancellationToken cancellationToken)
    {
        var head = await table.GetEntityIfExistsAsync<TableEntity>(key.ToString(), TableKey.Head, cancellationToken: cancellationToken);
        return head.HasValue && ListingRows.ReadHead(key, head.Value!).ClosedPages >= page;
    }

    private async Task<IReadOnlyList<ListingEntry>?> UnpackAsync(
        FeedKey key,
        int page,
        TableEntity? row,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return
            [
                .. (
                    await payload.ReadAsync<StoredEntry[]>(
                        row ?? throw new InvalidDataException("The row of a closed page is gone."),
                        cancellationToken
                    )
                ).Select(entry => entry.ToEntry()),
            ];
        }
        catch (InvalidDataException ex)
        {
            LogDamagedPage(logger, ex, page, key);
            await damaged.NoteAsync(new Damage.OfPage(key, page), cancellationToken);
            return null;
        }
    }

    [LoggerMessage(1203, LogLevel.Error, "The closed page {Page} of the listing {Key} cannot be read until the timer has made it again")]
    private static partial void LogDamagedPage(ILogger logger, Exception ex, int page, FeedKey key);
}

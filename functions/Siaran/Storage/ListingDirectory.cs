using Azure.Data.Tables;
using Siaran.Listings;

namespace Siaran.Storage;

/// <summary>What listings there are, with their titles and counts. It follows the heads of the listings, which are the truth.</summary>
internal sealed class ListingDirectory(TableClient table)
{
    // A partition of its own: without it the list of feeds would be a scan of the whole table. It is
    // written after the listings and may lag behind for as long as a run takes.
    private const string Partition = "!keys";

    /// <summary>One point read; rises with every change of the directory.</summary>
    public async Task<long> ReadVersionAsync(CancellationToken cancellationToken)
    {
        var head = await table.GetEntityIfExistsAsync<TableEntity>(Partition, TableKey.Head, [ListingRows.Version], cancellationToken);
        return head.HasValue ? head.Value!.GetInt64(ListingRows.Version) ?? 0 : 0;
    }

    public async Task<IReadOnlyList<ListedKey>> ListAsync(FeedKind? kind, int limit, CancellationToken cancellationToken)
    {
        var prefix = kind is { } wanted ? wanted.ToString().ToLowerInvariant() : "";
        // "~" sorts behind all that a key may hold.
        var end = prefix + "~";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {prefix} and RowKey lt {end}");
        var found = new List<ListedKey>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (FeedKey.TryParse(row.RowKey, out var key))
            {
                found.Add(new ListedKey(key, row.GetString(ListingRows.Title)) { Count = row.GetInt32(ListingRows.Count) ?? 0 });
            }

            if (found.Count == limit)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>
    /// Writes down what heads say, a batch for each 99 of them. What a later version of a head has said already is left alone, so late
    /// writers do no harm.
    /// </summary>
    public async Task NoteAsync(IReadOnlyList<ListingHead> heads, CancellationToken cancellationToken)
    {
        var partition = new VersionedPartition(table);
        foreach (var chunk in heads.OrderBy(head => head.Key).Chunk(VersionedPartition.MaxRows))
        {
            await partition.CommitAsync(
                Partition,
                [.. chunk.Select(head => head.Key.ToString())],
                [ListingRows.Version],
                (head, rows) => Task.FromResult(Plan(head, rows, chunk)),
                cancellationToken
            );
        }
    }

    private static PartitionCommit? Plan(
        TableEntity? directory,
        IReadOnlyDictionary<string, TableEntity> rows,
        IEnumerable<ListingHead> heads
    )
    {
        var written = heads
            // Versions and not times are compared, so late writers do no harm.
            .Where(head => (rows.GetValueOrDefault(head.Key.ToString())?.GetInt64(ListingRows.Version) ?? 0) < head.Version)
            .Select(head => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                new TableEntity(Partition, head.Key.ToString())
                {
                    [ListingRows.Title] = head.Title,
                    [ListingRows.Count] = head.Count,
                    [ListingRows.Version] = head.Version,
                }
            ))
            .ToList();
        var version = (directory?.GetInt64(ListingRows.Version) ?? 0) + 1;
        return written.Count == 0 ? null : new(new TableEntity(Partition, TableKey.Head) { [ListingRows.Version] = version }, written);
    }
}

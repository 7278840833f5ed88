using Azure;
using Azure.Data.Tables;

namespace Siaran.Storage;

/// <summary>What a commit writes: the new head and the rows, all or nothing.</summary>
internal sealed record PartitionCommit(TableEntity Head, IReadOnlyList<TableTransactionAction> Rows)
{
    /// <summary>Whether readers see a difference.</summary>
    public bool IsSeen { get; init; } = true;
}

/// <summary>A partition whose head row changes in the same batch as its rows, so that the two can never disagree.</summary>
internal sealed class VersionedPartition(TableClient table)
{
    // Optimistic concurrency: nothing is locked, and the head's ETag is what all writers of a partition
    // compete for. Whoever loses reads again and plans again. Under constant contention that would
    // starve a writer, hence the bound in OptimisticRetry.

    /// <summary>A batch takes 100 rows, and the head is one of them.</summary>
    public const int MaxRows = 99;

    // A query takes 15 comparisons, and one is for the partition.
    private const int KeysInOneQuery = 14;

    /// <summary>
    /// Reads the head and the named rows, lets <paramref name="plan"/> decide on what is there, and commits; again from the start when
    /// another writer was faster.
    /// </summary>
    /// <param name="partition">The partition's key.</param>
    /// <param name="keys">The rows that <paramref name="plan"/> needs to see, at most <see cref="MaxRows"/>.</param>
    /// <param name="columns">The columns of them that it needs.</param>
    /// <param name="plan">Null where nothing is to be written.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was written; null where nothing was.</returns>
    public async Task<PartitionCommit?> CommitAsync(
        string partition,
        IReadOnlyList<string> keys,
        IReadOnlyList<string> columns,
        Func<TableEntity?, IReadOnlyDictionary<string, TableEntity>, Task<PartitionCommit?>> plan,
        CancellationToken cancellationToken
    )
    {
        var written = await OptimisticRetry.RunAsync($"The partition {partition} of {table.Name}", TryAsync, cancellationToken);
        return written.Commit;

        async Task<Written?> TryAsync(CancellationToken ct)
        {
            var rows = await ReadAsync(partition, keys, columns, ct);
            rows.Remove(TableKey.Head, out var head);
            if (await plan(head, rows) is not { } commit)
            {
                return new Written(null);
            }

            // The first writer of a partition adds the head, and of two one fails with 409.
            var first = head is null
                ? new TableTransactionAction(TableTransactionActionType.Add, commit.Head)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, commit.Head, head.ETag);
            try
            {
                await table.SubmitTransactionAsync([first, .. commit.Rows], ct);
                return new Written(commit);
            }
            catch (RequestFailedException ex) when (ex.Status is 409 or 412)
            {
                return null;
            }
        }
    }

    private sealed record Written(PartitionCommit? Commit);

    private async Task<Dictionary<string, TableEntity>> ReadAsync(
        string partition,
        IReadOnlyList<string> keys,
        IReadOnlyList<string> columns,
        CancellationToken cancellationToken
    )
    {
        // The head comes with the first query: what changes between that and the later ones changes the head too, and the commit is
        // refused.
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        foreach (var chunk in keys.Prepend(TableKey.Head).Chunk(KeysInOneQuery))
        {
            var filter = string.Join(" or ", chunk.Select(key => TableClient.CreateQueryFilter($"RowKey eq {key}")));
            await foreach (
                var row in table.QueryAsync<TableEntity>(
                    $"{TableClient.CreateQueryFilter($"PartitionKey eq {partition}")} and ({filter})",
                    select: [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey), .. columns],
                    cancellationToken: cancellationToken
                )
            )
            {
                rows[row.RowKey] = row;
            }
        }

        return rows;
    }
}

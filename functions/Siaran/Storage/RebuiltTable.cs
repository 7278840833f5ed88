using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Siaran.Storage;

/// <summary>A staging table, and how readers come to see it: partition by partition, only what differs.</summary>
/// <param name="name">One of <see cref="Names.Rebuildable"/>.</param>
/// <param name="rebuilt">The staging table.</param>
/// <param name="seen">The table that readers see.</param>
internal sealed class RebuiltTable(string name, TableClient rebuilt, TableClient seen)
{
    // The head, and 99 others, make a full batch.
    private const int MaxRows = 99;

    /// <summary>Half of what a batch takes, since it goes as text.</summary>
    private const long MaxBytes = 2 * 1024 * 1024;

    /// <summary>When something was written, which a rebuild reckons by some seconds otherwise.</summary>
    private static readonly HashSet<string> Times = ["odata.etag", nameof(TableEntity.Timestamp), ListingRows.LastModified, "At"];

    /// <summary>
    /// Goes on after the partition <paramref name="after"/>. Repeating it changes nothing. A row that a late writer changes meanwhile is
    /// looked at again, and not written over.
    /// </summary>
    /// <param name="after">Empty from the start.</param>
    /// <param name="mayDelete">Whether rows that were not rebuilt go.</param>
    /// <param name="isTimeUp">Asked after each partition.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The last partition that is done; null where all are.</returns>
    public async Task<string?> CutOverAsync(string after, bool mayDelete, Func<bool> isTimeUp, CancellationToken cancellationToken)
    {
        var done = after;
        try
        {
            await foreach (var partition in CutOverEachAsync(after, mayDelete, cancellationToken))
            {
                done = partition;
                if (isTimeUp())
                {
                    return done;
                }
            }

            return null;
        }
        catch (RequestFailedException ex) when (ex.Status is 409 or 412 || ex.ErrorCode == TableErrorCode.ResourceNotFound)
        {
            return done;
        }
    }

    /// <returns>Each partition that is done, but for the last.</returns>
    private async IAsyncEnumerable<string> CutOverEachAsync(
        string after,
        bool mayDelete,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey gt {after}");
        // A merge of two sorted streams, as in a join: both tables are read once, in order of keys,
        // with a page of each in memory. Swapping names would be simpler, but Table Storage cannot
        // rename.
        await using var source = rebuilt
            .QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using var target = seen.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        var (next, old) = (await NextAsync(source), await NextAsync(target));
        var batch = new Batch(seen);
        for (string? partition = null; next is not null || old is not null; )
        {
            var order =
                next is null ? 1
                : old is null ? -1
                : Compare(next, old);
            var row = order <= 0 ? next! : old!;
            // Time is asked for between partitions only, since a partition that is half cut over would
            // be read so.
            if (partition is not null && partition != row.PartitionKey)
            {
                await batch.EndAsync(cancellationToken);
                yield return partition;
            }

            partition = row.PartitionKey;
            if (Decide(order <= 0 ? next : null, order >= 0 ? old : null, mayDelete) is { } action)
            {
                await batch.AddAsync(action, cancellationToken);
            }

            next = order <= 0 ? await NextAsync(source) : next;
            old = order >= 0 ? await NextAsync(target) : old;
        }

        await batch.EndAsync(cancellationToken);
    }

    private TableTransactionAction? Decide(TableEntity? now, TableEntity? before, bool mayDelete)
    {
        if (now is null)
        {
            return !mayDelete || StaysUnmade(before!)
                ? null
                : new(TableTransactionActionType.Delete, new TableEntity(before!.PartitionKey, before.RowKey), before.ETag);
        }

        if (before is null)
        {
            return new(TableTransactionActionType.Add, now);
        }

        return IsSame(now, before) || (name == Names.Changes && !IsLongerLog(now, before) && !ChangeLog.IsLater(now, before))
            ? null
            : new(TableTransactionActionType.UpdateReplace, now, before.ETag);
    }

    /// <summary>
    /// What the log says stays said, an address belongs to its release for good, and what was not made from originals cannot be made from
    /// them again.
    /// </summary>
    private bool StaysUnmade(TableEntity row) =>
        name == Names.Changes
        || (name == Names.Releases && row.RowKey == ReleaseTable.BySlug)
        || row.PartitionKey is IntakeTable.Runs or RetagTable.Partition;

    private static bool IsLongerLog(TableEntity now, TableEntity before) =>
        now.RowKey == TableKey.Head && now.GetInt64("Last") > before.GetInt64("Last");

    private static bool IsSame(TableEntity one, TableEntity other) =>
        one.Keys.Where(key => !Times.Contains(key)).ToHashSet().SetEquals(other.Keys.Where(key => !Times.Contains(key)))
        && one.Where(column => !Times.Contains(column.Key)).All(column => IsSame(column.Value, other[column.Key]));

    private static bool IsSame(object? one, object? other) =>
        one is byte[] bytes && other is byte[] others ? bytes.AsSpan().SequenceEqual(others) : Equals(one, other);

    private static int Compare(TableEntity one, TableEntity other) =>
        string.CompareOrdinal(one.PartitionKey, other.PartitionKey) is not 0 and var order
            ? order
            : string.CompareOrdinal(one.RowKey, other.RowKey);

    private static async ValueTask<TableEntity?> NextAsync(IAsyncEnumerator<TableEntity> rows) =>
        await rows.MoveNextAsync() ? rows.Current : null;

    /// <summary>
    /// The writes of one partition. The head goes with the last of them: together with all of them where they fit into one batch.
    /// </summary>
    // Whatever holds copies goes by the head's version, so the head must not name rows that are not
    // there yet.
    private sealed class Batch(TableClient table)
    {
        private readonly List<TableTransactionAction> waiting = [];
        private TableTransactionAction? head;
        private long bytes;

        public async Task AddAsync(TableTransactionAction action, CancellationToken cancellationToken)
        {
            if (action.Entity.RowKey == TableKey.Head)
            {
                head = action;
                return;
            }

            var size = ((TableEntity)action.Entity).Sum(column => column.Value is byte[] payload ? payload.LongLength : 128);
            if (waiting.Count == MaxRows || (waiting.Count > 0 && bytes + size > MaxBytes))
            {
                await SubmitAsync(cancellationToken);
            }

            waiting.Add(action);
            bytes += size;
        }

        public async Task EndAsync(CancellationToken cancellationToken)
        {
            if (head is not null)
            {
                waiting.Add(head);
                head = null;
            }

            await SubmitAsync(cancellationToken);
        }

        private async Task SubmitAsync(CancellationToken cancellationToken)
        {
            if (waiting.Count > 0)
            {
                await table.SubmitTransactionAsync(waiting, cancellationToken);
                waiting.Clear();
                bytes = 0;
            }
        }
    }
}

using System.Globalization;
using Azure.Data.Tables;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>One thing that happened, as partners see it.</summary>
/// <param name="Cursor">Its number in commit order, from 1. Nothing is ever added before it.</param>
/// <param name="Kind"><c>published</c>, <c>revised</c>, <c>withdrawn</c> or <c>tagged</c>.</param>
/// <param name="Id">The release.</param>
/// <param name="Slug">Its address.</param>
/// <param name="Revision">The revision that this brought.</param>
/// <param name="At">When it was committed, UTC.</param>
public sealed record Change(long Cursor, string Kind, ReleaseId Id, string Slug, int Revision, DateTimeOffset At);

/// <summary>What happened, in commit order, withdrawals included. Writers queue behind the partition's head, so a reader at cursor <c>n</c> has seen all that will ever stand at or before <c>n</c>.</summary>
public sealed class ChangeLog(StorageAccount account, TimeProvider time)
{
    private const string Partition = "changes";

    // Each change brings its own row and the mark that keeps it from being logged twice.
    private const int ChangesInOneCommit = VersionedPartition.MaxRows / 2;

    private readonly TableClient table = account.Table(Names.Changes);

    /// <summary>Adds what is not there yet: logging the same change twice leaves one.</summary>
    public async Task AppendAsync(IReadOnlyList<(string Kind, Release Release, string Version)> changes, CancellationToken cancellationToken)
    {
        var partition = new VersionedPartition(table);
        foreach (var chunk in changes.DistinctBy(change => MarkOf(change.Release, change.Version)).Chunk(ChangesInOneCommit))
        {
            await partition.CommitAsync(Partition, [.. chunk.Select(change => MarkOf(change.Release, change.Version))], ["Last"], (head, marks) => Task.FromResult(Plan(chunk, head, marks)), cancellationToken);
        }
    }

    /// <summary>What came after <paramref name="cursor"/>, oldest first; one query.</summary>
    public async Task<IReadOnlyList<Change>> ReadAsync(long cursor, int take, CancellationToken cancellationToken)
    {
        var (after, end) = (KeyOf(cursor), TableKey.AfterTimes);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey gt {after} and RowKey lt {end}");
        var found = new List<Change>(take);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: take, cancellationToken: cancellationToken))
        {
            found.Add(new Change(
                long.Parse(row.RowKey, CultureInfo.InvariantCulture),
                row.GetString("Kind"),
                new ReleaseId(row.GetGuid("Id") ?? default),
                row.GetString("Slug"),
                row.GetInt32("Revision") ?? 0,
                row.GetDateTimeOffset("At") ?? default));
            if (found.Count == take)
            {
                break;
            }
        }

        return found;
    }

    private PartitionCommit? Plan(
        (string Kind, Release Release, string Version)[] changes, TableEntity? head, IReadOnlyDictionary<string, TableEntity> marks)
    {
        var last = head?.GetInt64("Last") ?? 0;
        var now = time.GetUtcNow();
        var rows = new List<TableTransactionAction>();
        foreach (var (kind, release, version) in changes)
        {
            var mark = MarkOf(release, version);
            if (marks.ContainsKey(mark))
            {
                continue;
            }

            last++;
            rows.Add(new(TableTransactionActionType.Add, new TableEntity(Partition, KeyOf(last))
            {
                ["Kind"] = kind,
                ["Id"] = release.Id.Value,
                ["Slug"] = release.Slug,
                ["Revision"] = release.Revision,
                ["At"] = now,
            }));
            rows.Add(new(TableTransactionActionType.Add, new TableEntity(Partition, mark) { ["Cursor"] = last }));
        }

        return rows.Count == 0 ? null : new(new TableEntity(Partition, TableKey.Head) { ["Last"] = last }, rows);
    }

    private static string KeyOf(long cursor) => cursor.ToString("D19", CultureInfo.InvariantCulture);

    private static string MarkOf(Release release, string version) => $"mark:{release.Id}:{release.Revision.ToString(CultureInfo.InvariantCulture)}:{version}";
}

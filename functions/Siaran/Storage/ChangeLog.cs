using System.Globalization;
using Azure.Data.Tables;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>One thing that happened, as partners see it.</summary>
/// <param name="Cursor">Its number in commit order, from 1. Nothing is ever added before it.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Id">The release.</param>
/// <param name="Slug">Its address.</param>
/// <param name="Revision">The revision that this brought.</param>
/// <param name="At">When it was committed, UTC.</param>
public sealed record Change(long Cursor, ChangeKind Kind, ReleaseId Id, string Slug, int Revision, DateTimeOffset At);

/// <summary>What happened to a release; stored and served in small letters.</summary>
public enum ChangeKind
{
    Published,
    Revised,
    Withdrawn,

    /// <summary>The same text has other tags.</summary>
    Tagged,
}

/// <summary>What happened, in commit order, withdrawals included: partners resume from a cursor.</summary>
public sealed class ChangeLog(StorageAccount account, TimeProvider time)
{
    // A cursor may only pass what is complete, as in NuGet's catalog. All writers queue behind one
    // head, so that a reader at cursor n has seen all that will ever be at or before n. It costs
    // throughput (one commit of some 49 changes at a time), of which a government's releases need
    // little. With a time as cursor, a slow writer's change would come in behind readers who had passed
    // it.
    private const string Partition = "changes";
    private const string Last = "Last";
    private const string Revision = "Revision";
    private const string TaggingPass = "TaggingPass";
    private const string TakenBack = "TakenBack";
    private const string LastPrefix = "last:";

    // Each change brings its own row and the one that says what the log said last of its release.
    private const int ChangesInOneCommit = VersionedPartition.MaxRows / 2;

    private static readonly string[] Columns = [Last, Revision, TaggingPass, TakenBack];

    private readonly TableClient table = account.Table(Names.Changes);

    /// <summary>
    /// Adds what is newer than all that the log has said of its release: the same change twice leaves one, and one that comes late leaves
    /// none.
    /// </summary>
    /// <param name="releases">Each once; visible or withdrawn.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Those that are taken back, of which nothing was added.</returns>
    public async Task<IReadOnlyList<StoredRelease>> AppendAsync(IReadOnlyList<StoredRelease> releases, CancellationToken cancellationToken)
    {
        var partition = new VersionedPartition(table);
        var takenBack = new List<StoredRelease>();
        foreach (var chunk in releases.Chunk(ChangesInOneCommit))
        {
            IReadOnlyList<StoredRelease> refused = [];
            await partition.CommitAsync(
                Partition,
                [.. chunk.Select(stored => LastOf(stored.Release))],
                Columns,
                (head, last) =>
                {
                    refused = [.. chunk.Where(stored => IsTakenBack(stored, last))];
                    return Task.FromResult(Plan(chunk.Except(refused), head, last));
                },
                cancellationToken
            );
            takenBack.AddRange(refused);
        }

        return takenBack;
    }

    /// <summary>
    /// Notes that a revision is taken back, so that the log never names it. Repeating it changes nothing.
    /// </summary>
    /// <returns>False where the log names it, or a later one.</returns>
    public async Task<bool> TryTakeBackAsync(StoredRelease stored, CancellationToken cancellationToken)
    {
        var isNamed = false;
        await new VersionedPartition(table).CommitAsync(
            Partition,
            [LastOf(stored.Release)],
            Columns,
            (head, rows) =>
            {
                var last = rows.TryGetValue(LastOf(stored.Release), out var row) ? EditionOf(row) : default;
                isNamed = last.Revision >= stored.Release.Revision;
                return Task.FromResult(
                    isNamed || IsTakenBack(stored, rows)
                        ? null
                        : new PartitionCommit(
                            HeadOf(head?.GetInt64(Last) ?? 0),
                            [new(TableTransactionActionType.UpsertReplace, LastRow(stored.Release, last, stored.UploadVersion))]
                        )
                );
            },
            cancellationToken
        );
        return !isNamed;
    }

    /// <summary>What came after <paramref name="cursor"/>, oldest first; one query.</summary>
    public async Task<IReadOnlyList<Change>> ReadAsync(long cursor, int take, CancellationToken cancellationToken)
    {
        // Keys of changes are digits and sort before "last:…" and behind "!head", so that one range
        // holds just them.
        var (after, end) = (KeyOf(cursor), TableKey.AfterTimes);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey gt {after} and RowKey lt {end}");
        var found = new List<Change>(take);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: take, cancellationToken: cancellationToken))
        {
            found.Add(
                new Change(
                    long.Parse(row.RowKey, CultureInfo.InvariantCulture),
                    Enum.Parse<ChangeKind>(row.GetString("Kind"), ignoreCase: true),
                    new ReleaseId(row.GetGuid("Id") ?? default),
                    row.GetString("Slug"),
                    row.GetInt32(Revision) ?? 0,
                    row.GetDateTimeOffset("At") ?? default
                )
            );
            if (found.Count == take)
            {
                break;
            }
        }

        return found;
    }

    private PartitionCommit? Plan(IEnumerable<StoredRelease> releases, TableEntity? head, IReadOnlyDictionary<string, TableEntity> logged)
    {
        var cursor = head?.GetInt64(Last) ?? 0;
        var now = time.GetUtcNow();
        var rows = new List<TableTransactionAction>();
        foreach (var tagged in releases.Select(stored => stored.Tagged))
        {
            var release = tagged.Release;
            var row = logged.GetValueOrDefault(LastOf(release));
            var last = row is null ? default : EditionOf(row);
            // Late or repeated: said before, in this edition or a later one.
            if (tagged.Edition <= last)
            {
                continue;
            }

            cursor++;
            rows.Add(
                new(
                    TableTransactionActionType.Add,
                    new TableEntity(Partition, KeyOf(cursor))
                    {
                        ["Kind"] = KindOf(release, last).ToString().ToLowerInvariant(),
                        ["Id"] = release.Id.Value,
                        ["Slug"] = release.Slug,
                        [Revision] = release.Revision,
                        ["At"] = now,
                    }
                )
            );
            rows.Add(new(TableTransactionActionType.UpsertReplace, LastRow(release, tagged.Edition, row?.GetString(TakenBack))));
        }

        return rows.Count == 0 ? null : new(HeadOf(cursor), rows);
    }

    private static TableEntity HeadOf(long cursor) => new(Partition, TableKey.Head) { [Last] = cursor };

    private static TableEntity LastRow(Release release, Edition last, string? takenBack)
    {
        var row = new TableEntity(Partition, LastOf(release)) { [Revision] = last.Revision, [TaggingPass] = last.TaggingPass };
        if (takenBack is not null)
        {
            row[TakenBack] = takenBack;
        }

        return row;
    }

    private static bool IsTakenBack(StoredRelease stored, IReadOnlyDictionary<string, TableEntity> logged) =>
        stored.UploadVersion.Length > 0
        && logged.TryGetValue(LastOf(stored.Release), out var last)
        && last.GetString(TakenBack) == stored.UploadVersion;

    /// <param name="release">What is logged now.</param>
    /// <param name="last">What was logged of it last; default where nothing was.</param>
    private static ChangeKind KindOf(Release release, Edition last) =>
        release.Status is ReleaseStatus.Withdrawn ? ChangeKind.Withdrawn
        : last == default ? ChangeKind.Published
        : last.Revision < release.Revision ? ChangeKind.Revised
        : ChangeKind.Tagged;

    private static string KeyOf(long cursor) => cursor.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>Whether a row of what was said last of a release says more than another of the same key.</summary>
    internal static bool IsLater(TableEntity row, TableEntity other) =>
        row.RowKey.StartsWith(LastPrefix, StringComparison.Ordinal) && EditionOf(row) > EditionOf(other);

    private static Edition EditionOf(TableEntity last) => new(last.GetInt32(Revision) ?? 0, last.GetInt32(TaggingPass) ?? 0);

    private static string LastOf(Release release) => LastPrefix + release.Id;
}

using System.Globalization;
using Azure.Data.Tables;
using Siaran.Releases;
using Siaran.Tags;

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
    private const string Revision = "Revision";
    private const string TaggingPass = "TaggingPass";
    private const string LastPrefix = "last:";

    // Each change brings its own row and the one that says what the log said last of its release.
    private const int ChangesInOneCommit = VersionedPartition.MaxRows / 2;

    private readonly TableClient table = account.Table(Names.Changes);

    /// <summary>
    /// Adds what is newer than all that the log has said of its release: the same change twice leaves one, and one that comes late leaves
    /// none.
    /// </summary>
    /// <param name="releases">Each once; visible or withdrawn.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task AppendAsync(IReadOnlyList<TaggedRelease> releases, CancellationToken cancellationToken)
    {
        var partition = new VersionedPartition(table);
        foreach (var chunk in releases.Chunk(ChangesInOneCommit))
        {
            await partition.CommitAsync(
                Partition,
                [.. chunk.Select(release => LastOf(release.Release))],
                ["Last", Revision, TaggingPass],
                (head, last) => Task.FromResult(Plan(chunk, head, last)),
                cancellationToken
            );
        }
    }

    /// <summary>The edition of a release that the log has noted last; default where it has noted none. One point read.</summary>
    public async Task<Edition> LastNotedAsync(Release release, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, LastOf(release), [Revision, TaggingPass], cancellationToken);
        return row.HasValue ? EditionOf(row.Value!) : default;
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

    private PartitionCommit? Plan(TaggedRelease[] releases, TableEntity? head, IReadOnlyDictionary<string, TableEntity> logged)
    {
        var cursor = head?.GetInt64("Last") ?? 0;
        var now = time.GetUtcNow();
        var rows = new List<TableTransactionAction>();
        foreach (var tagged in releases)
        {
            var release = tagged.Release;
            var last = logged.TryGetValue(LastOf(release), out var row) ? EditionOf(row) : default;
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
            rows.Add(
                new(
                    TableTransactionActionType.UpsertReplace,
                    new TableEntity(Partition, LastOf(release)) { [Revision] = release.Revision, [TaggingPass] = tagged.TaggingPass }
                )
            );
        }

        return rows.Count == 0 ? null : new(new TableEntity(Partition, TableKey.Head) { ["Last"] = cursor }, rows);
    }

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

using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Storage;

/// <summary>A release that waits for its time.</summary>
/// <param name="Id">The release.</param>
/// <param name="Key">Where the embargo is noted.</param>
/// <param name="Version">Changes when it is noted again.</param>
public sealed record Embargo(ReleaseId Id, string Key, ETag Version)
{
    /// <summary>When it ends, UTC; null where the row does not say.</summary>
    public DateTimeOffset? Ends => TableKey.TimeIn(Key);
}

/// <summary>The releases that wait for their time, in a partition of their own next to the releases, oldest first.</summary>
public sealed class EmbargoTable(StorageAccount account, ReleaseTable releases) : IDueReleases
{
    private const string Partition = "embargoes";

    private readonly TableClient table = account.Table(Names.Releases);

    /// <summary>Notes that a release waits for its time. Repeating it changes nothing.</summary>
    public Task AddAsync(Release release, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(
            // The time is the key, so that "what is due" is a range, and one query says that nothing
            // is. A changed time leaves a second row, which finds nothing to do.
            new TableEntity(Partition, TableKey.OldestFirst(release.PublishAt, release.Id)) { ["Id"] = release.Id.ToString() },
            TableUpdateMode.Replace,
            cancellationToken
        );

    /// <summary>The embargoes that have ended, oldest first: one query where there are none.</summary>
    public async IAsyncEnumerable<Embargo> EndedAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = TableKey.AfterAllOf(now);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey lt {end}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (ReleaseId.TryParse(row.GetString("Id"), out var id))
            {
                yield return new Embargo(id, row.RowKey, row.ETag);
            }
        }
    }

    public async Task<IReadOnlyList<TaggedRelease>> ReadDueAsync(DateTimeOffset until, int limit, CancellationToken cancellationToken)
    {
        var waiting = await EndedAsync(until, cancellationToken)
            .Take(limit)
            .Select(embargo => embargo.Id)
            .Distinct()
            .ToListAsync(cancellationToken);
        var found = await Task.WhenAll(waiting.Select(id => releases.FindWholeAsync(id, cancellationToken)));

        // A row may be of an embargo that was changed or of a release that was withdrawn since.
        return
        [
            .. found
                .OfType<StoredRelease>()
                .Where(stored => stored.Release is { Status: ReleaseStatus.Published } release && release.PublishAt <= until)
                .Select(stored => stored.Tagged),
        ];
    }

    /// <summary>Forgets an embargo that has ended, unless it was noted again meanwhile.</summary>
    public Task RemoveAsync(Embargo embargo, CancellationToken cancellationToken) =>
        Conditional.SucceedsAsync(() => table.DeleteEntityAsync(Partition, embargo.Key, embargo.Version, cancellationToken));
}

using Azure;
using Azure.Data.Tables;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>Releases of which some row could not be read. Whoever meets one notes it here, on any instance; the timer repairs it.</summary>
public sealed class DamagedReleases(StorageAccount account)
{
    private const string Partition = "damaged";

    private readonly TableClient table = account.Table(Names.Releases);

    /// <summary>Notes a release; doing it again changes nothing. Never fails: whoever reads has something better to do.</summary>
    public async Task NoteAsync(ReleaseId id, CancellationToken cancellationToken)
    {
        try
        {
            await table.UpsertEntityAsync(new TableEntity(Partition, id.ToString()), TableUpdateMode.Replace, cancellationToken);
        }
        catch (Exception ex) when (StorageFailure.IsOthers(ex) && !cancellationToken.IsCancellationRequested)
        {
            // The next one to read the row notes it.
        }
    }

    /// <summary>Some that wait to be repaired, at most <paramref name="limit"/>; one query.</summary>
    public async Task<IReadOnlyList<ReleaseId>> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        var found = new List<ReleaseId>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: limit, cancellationToken: cancellationToken))
        {
            if (found.Count == limit)
            {
                break;
            }

            if (ReleaseId.TryParse(row.RowKey, out var id))
            {
                found.Add(id);
            }
        }

        return found;
    }

    /// <summary>Forgets one that is repaired, or that cannot be.</summary>
    public Task RemoveAsync(ReleaseId id, CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(Partition, id.ToString(), ETag.All, cancellationToken);
}

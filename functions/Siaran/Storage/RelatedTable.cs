using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Siaran.Related;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>A list of related releases as stored.</summary>
/// <param name="List">The list.</param>
/// <param name="Version">Changes with every write.</param>
/// <param name="WrittenAt">When it was last written, UTC.</param>
public sealed record StoredRelatedList(RelatedList List, string Version, DateTimeOffset WrittenAt);

/// <summary>Related releases, one row a release: one point read answers <em>Berita Terkait</em>.</summary>
public sealed class RelatedTable(StorageAccount account) : IRelatedStore
{
    private const string ListRow = "list";

    private readonly TableClient table = account.Table(Names.Related);
    private readonly Payload payload = new(account);
    private readonly DamagedRows damaged = new(account);

    /// <summary>One point read. Null where none was ever stored, or it is damaged.</summary>
    public async Task<StoredRelatedList?> FindAsync(ReleaseId id, CancellationToken cancellationToken) =>
        await FindRowAsync(id, cancellationToken) is { } row && await ReadListAsync(id, row, cancellationToken) is { } list
            ? new StoredRelatedList(list, row.ETag.ToString(), row.Timestamp ?? default)
            : null;

    public async Task<IReadOnlyDictionary<ReleaseId, RelatedRow>> ReadAsync(
        IReadOnlyCollection<ReleaseId> ids,
        CancellationToken cancellationToken
    )
    {
        var found = new ConcurrentDictionary<ReleaseId, RelatedRow>();
        await Parallel.ForEachAsync(
            ids,
            Parallelism(cancellationToken),
            async (id, ct) =>
            {
                if (await FindRowAsync(id, ct) is { } row)
                {
                    // What cannot be read is written over.
                    found[id] = new RelatedRow(await ReadListAsync(id, row, ct) ?? new RelatedList { Id = id }, row.ETag.ToString());
                }
            }
        );
        return found;
    }

    public async Task<IReadOnlyCollection<ReleaseId>> WriteAsync(IReadOnlyCollection<RelatedRow> rows, CancellationToken cancellationToken)
    {
        var refused = new ConcurrentBag<ReleaseId>();
        await Parallel.ForEachAsync(
            rows,
            Parallelism(cancellationToken),
            async (related, ct) =>
            {
                var row = new TableEntity(related.List.Id.ToString(), ListRow);
                // One row each and no batch, since each list is a partition of its own: read by one
                // point read, and written under its own version.
                await payload.WriteAsync(row, Payload.Pack(related.List), ct);
                try
                {
                    await (
                        related.Version is { } version
                            ? table.UpdateEntityAsync(row, new ETag(version), TableUpdateMode.Replace, ct)
                            : table.AddEntityAsync(row, ct)
                    );
                }
                catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
                {
                    refused.Add(related.List.Id);
                }
            }
        );
        return refused;
    }

    /// <returns>Null where it is damaged, which is noted.</returns>
    private async Task<RelatedList?> ReadListAsync(ReleaseId id, TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            return await payload.ReadAsync<RelatedList>(row, cancellationToken);
        }
        catch (InvalidDataException)
        {
            await damaged.NoteAsync(id, cancellationToken);
            return null;
        }
    }

    public Task DeleteAsync(ReleaseId id, CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(id.ToString(), ListRow, cancellationToken: cancellationToken);

    private ParallelOptions Parallelism(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = account.AtOnce * 2, CancellationToken = cancellationToken };

    private async Task<TableEntity?> FindRowAsync(ReleaseId id, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.ToString(), ListRow, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }
}

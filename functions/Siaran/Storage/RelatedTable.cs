using Azure.Data.Tables;
using Siaran.Related;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>Related releases, one row a release: one point read answers <em>Berita Terkait</em>.</summary>
public sealed class RelatedTable(StorageAccount account)
{
    private const string List = "list";

    private readonly TableClient table = account.Table(Names.Related);
    private readonly Payload payload = new(account);

    /// <summary>One point read. Null where none was ever stored.</summary>
    public async Task<RelatedList?> FindAsync(ReleaseId id, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.ToString(), List, cancellationToken: cancellationToken);
        return row.HasValue ? await payload.ReadAsync<RelatedList>(row.Value!, cancellationToken) : null;
    }

    public async Task WriteAsync(RelatedList list, CancellationToken cancellationToken)
    {
        var row = new TableEntity(list.Id.ToString(), List);
        await payload.WriteAsync(row, Payload.Pack(list), cancellationToken);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }
}

using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>
/// Which releases were once said to translate which, next to the releases. Whether one still does is for its own row to say.
/// </summary>
public sealed class TranslationTable(StorageAccount account)
{
    private readonly TableClient table = account.Table(Names.Releases);

    /// <summary>Notes a translation. Repeating it changes nothing.</summary>
    public Task AddAsync(ReleaseId original, ReleaseId translation, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(new TableEntity(Partition(original), translation.ToString()), TableUpdateMode.Replace, cancellationToken);

    /// <summary>The ids noted for an original; one query.</summary>
    public async IAsyncEnumerable<ReleaseId> OfAsync(ReleaseId original, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition(original)}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (ReleaseId.TryParse(row.RowKey, out var id))
            {
                yield return id;
            }
        }
    }

    private static string Partition(ReleaseId original) => $"translations:{original}";
}

using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>What a storage holds, as Azure reckons it.</summary>
internal static class StoredBytes
{
    /// <summary>
    /// Bytes of all blobs and rows. A row takes 4 bytes, its keys in UTF-16, and for each column 8 bytes, its name in UTF-16 and its value.
    /// </summary>
    public static async Task<long> OfAsync(string storage)
    {
        var bytes = 0L;
        foreach (var container in Names.Containers)
        {
            await foreach (var blob in new BlobContainerClient(storage, container).GetBlobsAsync())
            {
                bytes += blob.Properties.ContentLength ?? 0;
            }
        }

        foreach (var table in Names.Tables)
        {
            await foreach (var row in new TableClient(storage, table).QueryAsync<TableEntity>())
            {
                bytes += 4 + (2 * (row.PartitionKey.Length + row.RowKey.Length));
                bytes += row.Where(cell => cell.Key is not ("odata.etag" or "PartitionKey" or "RowKey"))
                    .Sum(cell => 8 + (2 * cell.Key.Length) + Size(cell.Value));
            }
        }

        return bytes;
    }

    private static long Size(object value) =>
        value switch
        {
            string text => 4 + (2 * text.Length),
            byte[] bytes => 4 + bytes.Length,
            Guid => 16,
            bool => 1,
            int => 4,
            _ => 8,
        };
}

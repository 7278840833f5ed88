using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Siaran.IntegrationTests.Memory;

namespace Siaran.IntegrationTests;

/// <summary>
/// What Siaran relies on in storage, asked alike of Azurite and of <see cref="MemoryStorage"/>: so the tests that run in memory stand on
/// the same ground.
/// </summary>
[TestClass]
public sealed class StorageContractTests
{
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Blobs_keep_conditions_ranges_metadata_lists_and_copies(bool inMemory)
    {
        var container = (await BlobsAsync(inMemory)).GetBlobContainerClient("kontrak");
        await container.CreateIfNotExistsAsync();
        await container.CreateIfNotExistsAsync();
        var blob = container.GetBlobClient("a b/ç.md");
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/markdown" },
            Metadata = new Dictionary<string, string> { ["source"] = "x%20y" },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        var first = (await blob.UploadAsync(BinaryData.FromString("0123456789"), options)).Value.ETag;

        Assert.AreEqual(409, await StatusAsync(() => blob.UploadAsync(BinaryData.FromString("again"), options)));
        var read = (await blob.DownloadContentAsync()).Value;
        Assert.AreEqual("0123456789", read.Content.ToString());
        Assert.AreEqual(first, read.Details.ETag);
        Assert.AreEqual("text/markdown", read.Details.ContentType);
        Assert.AreEqual("x%20y", read.Details.Metadata["source"]);
        var part = (await blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(3, 4) })).Value.Content.ToString();
        Assert.AreEqual("3456", part);
        Assert.AreEqual(416, await StatusAsync(() => blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(99, 4) })));
        using (var stream = new StreamReader(await blob.OpenReadAsync()))
        {
            Assert.AreEqual("0123456789", await stream.ReadToEndAsync());
        }

        var listed = await ListAsync(container, "a ");
        Assert.AreEqual("a b/ç.md", listed[0].Name);
        Assert.AreEqual(first.ToString().Trim('"'), listed[0].Properties.ETag!.Value.ToString().Trim('"'));
        Assert.AreEqual(10, listed[0].Properties.ContentLength);
        Assert.AreEqual("x%20y", listed[0].Metadata["source"], "listed");
        Assert.IsEmpty(await ListAsync(container, "b"));

        var second = (
            await blob.UploadAsync(
                BinaryData.FromString("new"),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfMatch = first } }
            )
        )
            .Value
            .ETag;
        Assert.AreEqual(
            412,
            await StatusAsync(() =>
                blob.UploadAsync(
                    BinaryData.FromString("x"),
                    new BlobUploadOptions { Conditions = new BlobRequestConditions { IfMatch = first } }
                )
            )
        );
        Assert.AreEqual(
            412,
            await StatusAsync(() =>
                blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = first } })
            )
        );
        Assert.AreEqual(412, await StatusAsync(() => blob.DeleteIfExistsAsync(conditions: new BlobRequestConditions { IfMatch = first })));
        var copy = container.GetBlobClient("copy");
        await (await copy.StartCopyFromUriAsync(blob.Uri)).WaitForCompletionAsync();
        Assert.AreEqual("new", (await copy.DownloadContentAsync()).Value.Content.ToString());
        Assert.IsTrue(await blob.DeleteIfExistsAsync(conditions: new BlobRequestConditions { IfMatch = second }));
        Assert.IsFalse(await blob.DeleteIfExistsAsync());
        Assert.IsFalse(await blob.ExistsAsync());
        Assert.AreEqual(404, await StatusAsync(() => blob.DownloadContentAsync()));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Tables_keep_rows_conditions_and_queries(bool inMemory)
    {
        var table = (await TablesAsync(inMemory)).GetTableClient("Kontrak");
        await table.CreateIfNotExistsAsync();
        await table.CreateIfNotExistsAsync();
        var row = new TableEntity("tag:it's", "a")
        {
            ["Text"] = "é'<",
            ["Number"] = 3,
            ["Long"] = 4L,
            ["At"] = DateTimeOffset.UnixEpoch,
            ["Id"] = Guid.Empty,
            ["Bytes"] = new byte[] { 1, 2 },
            ["Is"] = true,
        };
        await table.AddEntityAsync(row);

        Assert.AreEqual(409, await StatusAsync(() => table.AddEntityAsync(row)));
        var found = (await table.GetEntityAsync<TableEntity>("tag:it's", "a")).Value;
        foreach (var (name, value) in row.Where(cell => cell.Key is not ("odata.etag" or "Timestamp")))
        {
            Assert.AreEqual(
                value is byte[] ? "AQI=" : value,
                found[name] is byte[] bytes ? Convert.ToBase64String(bytes) : found[name],
                name
            );
        }

        Assert.IsFalse((await table.GetEntityIfExistsAsync<TableEntity>("tag:it's", "b")).HasValue);
        await table.UpdateEntityAsync(new TableEntity("tag:it's", "a") { ["Text"] = "other" }, found.ETag, TableUpdateMode.Replace);
        Assert.AreEqual(412, await StatusAsync(() => table.UpdateEntityAsync(row, found.ETag, TableUpdateMode.Replace)));
        Assert.AreEqual(412, await StatusAsync(() => table.DeleteEntityAsync("tag:it's", "a", found.ETag)));
        Assert.AreEqual(
            404,
            await StatusAsync(() => table.UpdateEntityAsync(new TableEntity("tag:it's", "none"), ETag.All, TableUpdateMode.Replace))
        );
        Assert.AreEqual(
            400,
            await StatusAsync(() => table.UpsertEntityAsync(new TableEntity("long", "a") { ["Text"] = new string('x', 40_000) }))
        );
        await table.UpsertEntityAsync(new TableEntity("tag:it's", "b"), TableUpdateMode.Replace);
        await table.UpsertEntityAsync(new TableEntity("tag:z", "c"), TableUpdateMode.Replace);

        Assert.AreEqual(
            "a b",
            await KeysAsync(
                table,
                TableClient.CreateQueryFilter($"PartitionKey eq {"tag:it's"} and (RowKey eq {"a"} or RowKey eq {"b"} or RowKey eq {"x"})")
            )
        );
        Assert.AreEqual(
            "b",
            await KeysAsync(table, TableClient.CreateQueryFilter($"PartitionKey eq {"tag:it's"} and RowKey gt {"a"} and RowKey lt {"c"}"))
        );
        Assert.AreEqual("b c", await KeysAsync(table, TableClient.CreateQueryFilter($"RowKey ge {"b"}")));
        Assert.AreEqual("c", await KeysAsync(table, TableClient.CreateQueryFilter($"PartitionKey gt {"tag:it's"}")));
        await table.DeleteEntityAsync("tag:it's", "b");
        Assert.AreEqual("a c", await KeysAsync(table, null));
        await table.DeleteAsync();
        Assert.AreEqual(404, await StatusAsync(() => table.AddEntityAsync(row)));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Transactions_are_carried_out_whole_or_not_at_all(bool inMemory)
    {
        var table = (await TablesAsync(inMemory)).GetTableClient("Kontrak");
        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(new TableEntity("p", "there") { ["Text"] = "1" });
        var there = (await table.GetEntityAsync<TableEntity>("p", "there")).Value;
        TableTransactionAction Add(string key) => new(TableTransactionActionType.Add, new TableEntity("p", key) { ["Text"] = "new" });

        await table.SubmitTransactionAsync([
            new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "there") { ["Text"] = "2" }, there.ETag),
            Add("a"),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "b")),
        ]);

        Assert.AreEqual("a b there", await KeysAsync(table, null));
        Assert.AreEqual(409, await StatusAsync(() => table.SubmitTransactionAsync([Add("c"), Add("a")])));
        Assert.AreEqual(
            412,
            await StatusAsync(() =>
                table.SubmitTransactionAsync([
                    Add("c"),
                    new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "there"), there.ETag),
                ])
            )
        );
        Assert.AreEqual(
            404,
            await StatusAsync(() =>
                table.SubmitTransactionAsync([Add("c"), new(TableTransactionActionType.Delete, new TableEntity("p", "none"))])
            )
        );
        Assert.AreEqual("a b there", await KeysAsync(table, null));
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Delete, new TableEntity("p", "a")), Add("c")]);
        Assert.AreEqual("b c there", await KeysAsync(table, null));
        await table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(number => Add($"many{number}")));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Long_answers_come_in_pages(bool inMemory)
    {
        var table = (await TablesAsync(inMemory)).GetTableClient("Kontrak");
        await table.CreateIfNotExistsAsync();
        for (var part = 0; part < 12; part++)
        {
            await table.SubmitTransactionAsync(
                Enumerable
                    .Range(part * 90, 90)
                    .Select(number => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{number:D5}")))
            );
        }

        var pages = new List<int>();
        await foreach (var page in table.QueryAsync<TableEntity>().AsPages())
        {
            pages.Add(page.Values.Count);
        }

        CollectionAssert.AreEqual(new[] { 1000, 80 }, pages);
        string? token = null;
        await foreach (var page in table.QueryAsync<TableEntity>(maxPerPage: 7).AsPages())
        {
            token = page.ContinuationToken;
            break;
        }

        await foreach (var page in table.QueryAsync<TableEntity>(maxPerPage: 7).AsPages(token))
        {
            Assert.AreEqual("00007", page.Values[0].RowKey);
            break;
        }
    }

    private static async Task<BlobServiceClient> BlobsAsync(bool inMemory) =>
        inMemory
            ? new BlobServiceClient(MemoryStorage.ConnectionString, new BlobClientOptions { Transport = Transport() })
            : new BlobServiceClient((await SharedStorage.Server).NewConnectionString());

    private static async Task<TableServiceClient> TablesAsync(bool inMemory) =>
        inMemory
            ? new TableServiceClient(MemoryStorage.ConnectionString, new TableClientOptions { Transport = Transport() })
            : new TableServiceClient((await SharedStorage.Server).NewConnectionString());

    private static MemoryTransport Transport() => new MemoryTransport(new MemoryStorage(TimeProvider.System));

    private static async Task<int> StatusAsync<T>(Func<Task<T>> call)
    {
        try
        {
            await call();
            return 200;
        }
        catch (RequestFailedException ex)
        {
            return ex.Status;
        }
    }

    private static async Task<List<BlobItem>> ListAsync(BlobContainerClient container, string prefix)
    {
        var found = new List<BlobItem>();
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix, Traits = BlobTraits.Metadata }))
        {
            found.Add(blob);
        }

        return found;
    }

    private static async Task<string> KeysAsync(TableClient table, string? filter)
    {
        var keys = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter))
        {
            keys.Add(row.RowKey);
        }

        return string.Join(' ', keys);
    }
}

using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Siaran.LocalHost.Tests;

[TestClass]
public sealed class AzuriteTests
{
    private static AzuriteServer storage = null!;

    [ClassInitialize]
    public static async Task Start(TestContext _) => storage = await AzuriteServer.StartAsync();

    [ClassCleanup]
    public static async Task Stop() => await storage.DisposeAsync();

    [TestMethod]
    public async Task Each_test_has_an_empty_storage_of_its_own()
    {
        var (one, other) = (storage.NewConnectionString(), storage.NewConnectionString());
        await new BlobContainerClient(one, "incoming").CreateAsync();
        await new BlobContainerClient(one, "incoming").UploadBlobAsync("a.txt", BinaryData.FromString("text"));
        await new TableClient(one, "Releases").CreateAsync();
        await new TableClient(one, "Releases").AddEntityAsync(new TableEntity("a", "b") { ["Text"] = "text" });

        Assert.AreEqual("text", (await new BlobClient(one, "incoming", "a.txt").DownloadContentAsync()).Value.Content.ToString());
        Assert.AreEqual("text", (await new TableClient(one, "Releases").GetEntityAsync<TableEntity>("a", "b")).Value["Text"]);
        Assert.IsFalse(await new BlobContainerClient(other, "incoming").ExistsAsync());
        Assert.IsNull(await new TableServiceClient(other).QueryAsync().GetAsyncEnumerator().MoveNextAsync() ? "a table" : null);
    }
}

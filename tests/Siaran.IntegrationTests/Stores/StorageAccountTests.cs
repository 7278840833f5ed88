using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Siaran.IntegrationTests.Memory;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>Which storage the settings name, and what is made and emptied there.</summary>
[TestClass]
public sealed class StorageAccountTests : PressRoomTests
{
    private const string Blobs = "https://siaran.blob.example";
    private const string Tables = "https://siaran.table.example";

    [TestMethod]
    [DataRow(MemoryStorage.ConnectionString, null, null, true)]
    [DataRow(MemoryStorage.ConnectionString, Blobs, null, true)]
    [DataRow("ini bukan alamat", Blobs, Tables, false)]
    [DataRow("AccountName=siaran;AccountKey=bukan-base64!", Blobs, Tables, false)]
    [DataRow("", Blobs, Tables, true)]
    [DataRow(null, Blobs, Tables, true)]
    [DataRow(null, Blobs, null, false)]
    [DataRow(null, null, Tables, false)]
    [DataRow(null, "/blob", Tables, true)]
    [DataRow(null, "blob", Tables, false)]
    [DataRow(null, Blobs, "table", false)]
    [DataRow(null, null, null, false)]
    public void It_takes_a_connection_string_that_can_be_read_or_both_addresses(
        string? connection,
        string? blobs,
        string? tables,
        bool isSet
    )
    {
        var settings = Settings(connection, blobs, tables, null);

        Assert.AreEqual(isSet, StorageAccount.IsSet(settings));
        if (!isSet)
        {
            var refused = Assert.ThrowsExactly<OptionsValidationException>(() => Account(settings));
            Assert.Contains("AzureWebJobsStorage", refused.Message);
        }
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("8d0f1c1e-0000-4000-8000-000000000001")]
    public void With_an_identity_each_service_is_at_its_own_address(string? clientId)
    {
        var account = Account(Settings(null, Blobs, Tables, clientId));

        Assert.AreEqual($"{Blobs}/incoming", account.Container("incoming").Uri.AbsoluteUri);
        Assert.AreEqual($"{Tables}/Releases", account.Table("Releases").Uri.AbsoluteUri);
        Assert.AreEqual($"{Tables}/RebuiltReleases", account.StagingTables().Table("Releases").Uri.AbsoluteUri);
        Assert.AreEqual($"{Blobs}/incoming", account.StagingTables().Container("incoming").Uri.AbsoluteUri);
        Assert.AreEqual($"{Blobs}/incoming", account.Readers.Container("incoming").Uri.AbsoluteUri);
    }

    [TestMethod]
    public async Task Clearing_leaves_the_tables_that_can_be_rebuilt_there_and_empty_and_nothing_of_the_index()
    {
        await using var room = await OpenAsync();
        var account = room.Service<StorageAccount>();
        await room.PostAsync("a.md", Texts.Release());
        Assert.IsGreaterThan(0, await CountAsync(room, Names.Index));

        await account.ClearAsync(default);

        Assert.AreEqual(0, await CountAsync(room, Names.Index));
        foreach (var name in Names.Rebuildable)
        {
            Assert.IsEmpty(await account.Table(name).QueryAsync<TableEntity>().ToListAsync(), name);
        }

        Assert.AreEqual(1, await CountAsync(room, Names.Accepted));
    }

    private static StorageAccount Account(IConfiguration settings) => new(settings, new StorageCalls(), [], new StorageOptions());

    private static IConfiguration Settings(string? connection, string? blobs, string? tables, string? clientId) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["AzureWebJobsStorage"] = connection,
                    ["AzureWebJobsStorage:blobServiceUri"] = blobs,
                    ["AzureWebJobsStorage:tableServiceUri"] = tables,
                    ["AzureWebJobsStorage:clientId"] = clientId,
                }
            )
            .Build();
}

using Azure;
using Azure.Data.Tables;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>A repair that fails is tried again, and where there is nothing to do nothing is asked of storage.</summary>
[TestClass]
public sealed class RepairsTests : PressRoomTests
{
    [TestMethod]
    public async Task What_cannot_be_repaired_now_stays_noted_and_is_repaired_later()
    {
        var isBroken = false;
        await using var room = await OpenAsync(Cutting(message => isBroken && Writes(message, "/Listings")));
        await room.PostAsync("1.md", Texts.Release(frontMatter: "id: nj-1\n"));
        var (id, table) = (ReleaseId.FromEditorKey("nj-1"), room.Service<StorageAccount>().Table(Names.Releases));
        var row = await table.QueryAsync<TableEntity>(one => one.RowKey == "current").SingleAsync();
        row["Payload0"] = new byte[] { 1, 2, 3 };
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        await Assert.ThrowsExactlyAsync<InvalidDataException>(() => room.Service<ReleaseTable>().FindAsync(id, default));

        isBroken = true;
        Clock.Now += Repairs.Interval;
        await room.RunAsync();
        Assert.HasCount(1, await room.Service<DamagedRows>().ReadAsync(10, default));
        isBroken = false;
        Clock.Now += Repairs.Interval;
        await room.RunAsync();

        Assert.IsEmpty(await room.Service<DamagedRows>().ReadAsync(10, default));
        Assert.AreEqual(1, (await room.Service<ReleaseTable>().FindAsync(id, default))!.Release.Revision);
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    public async Task Nothing_to_publish_costs_no_call()
    {
        var calls = 0;
        await using var room = await OpenAsync(Watching(_ => calls++));
        calls = 0;

        Assert.IsEmpty(await room.Service<Publisher>().PublishAsync([], default));
        Assert.IsEmpty(await room.Service<Publisher>().RetagAsync([], default));

        Assert.AreEqual(0, calls);
    }
}

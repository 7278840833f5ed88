using Azure.Data.Tables;
using Siaran.Actors;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>
/// What was decided once stays so when tables or rows are made again from the originals, whatever would be decided by the rules of today.
/// </summary>
[TestClass]
public sealed class RulesOfTodayTests : PressRoomTests
{
    private const string Market = "Pasar Selasih Direnovasi";
    private const string MarketBody = "Bupati meninjau Pasar Selasih. Pedagang pindah ke tempat sementara selama empat bulan.";

    private static readonly OfficeRegister Yesterday = OfficesOf("dishub", "dinkes");
    private static readonly OfficeRegister Today = OfficesOf("satpol");

    [TestMethod]
    public async Task Lost_tables_are_made_as_they_were()
    {
        await using var room = await OpenAsync();
        await LiveAsync(room);
        var before = await ReleasesAsync(room);
        await ChangeRulesAsync(room);
        foreach (var name in Names.Rebuildable)
        {
            await room.Service<StorageAccount>().Table(name).DeleteAsync();
        }

        var report = await room.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), default);

        Assert.AreEqual((true, 0), (report!.Done, report.Unreadable));
        Assert.AreEqual(string.Join('\n', before), string.Join('\n', await ReleasesAsync(room)));
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    public async Task Damaged_rows_are_made_as_they_were()
    {
        await using var room = await OpenAsync();
        await LiveAsync(room);
        var before = await ReleasesAsync(room);
        await ChangeRulesAsync(room);
        var table = room.Service<StorageAccount>().Table(Names.Releases);
        foreach (var row in await table.QueryAsync<TableEntity>(one => one.RowKey == "current").ToListAsync())
        {
            row["Payload0"] = new byte[] { 1, 2, 3 };
            await table.UpdateEntityAsync(row, Azure.ETag.All, TableUpdateMode.Replace);
            var id = ReleaseId.TryParse(row.PartitionKey, out var parsed) ? parsed : throw new InvalidDataException(row.PartitionKey);
            await Assert.ThrowsExactlyAsync<InvalidDataException>(() => room.Service<ReleaseTable>().FindAsync(id, default));
        }

        for (var run = 0; run < 3; run++)
        {
            Clock.Now += Repairs.Interval;
            await room.RunAsync();
        }

        Assert.AreEqual(string.Join('\n', before), string.Join('\n', await ReleasesAsync(room)));
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    public async Task What_is_refused_by_a_rebuild_is_refused_for_no_other_instance()
    {
        var refusals = 0;
        await using var room = await OpenAsync(Watching(message => refusals += Writes(message, "/Releases", "\"Refused\"") ? 1 : 0));
        await LiveAsync(room);
        await ChangeRulesAsync(room);
        refusals = 0;

        await room.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), default);

        Assert.AreEqual(0, refusals);
    }

    /// <summary>Releases of before there was a register, of two offices, of one address, held, withdrawn, translated, and of odd clocks.</summary>
    private async Task LiveAsync(PressRoom room)
    {
        await CollectAsync(room, "dishub/a.md", Transport("Gubernur membuka Jembatan Lengan."));
        // The clock of storage is ahead of ours, and once behind by an hour.
        await room.UploadAsync("a.md", Texts.Release("Panen Raya", "Petani menuai padi.", "id: 0a1b2c3d-0000-4000-8000-000000000001\n"));
        Clock.Now -= TimeSpan.FromSeconds(30);
        await room.RunAsync();
        Clock.Now += TimeSpan.FromSeconds(30);
        await room.UploadAsync("b.md", Texts.Release("Panen Raya", "Nelayan melaut.", "id: 0a1b2c3d-1111-4000-8000-000000000002\n"));
        Clock.Now += TimeSpan.FromHours(1);
        await room.RunAsync();
        await room.Service<OfficeTable>().TryWriteAsync(Yesterday, null, default);
        room.Service<CurrentOffices>().Forget();
        await CollectAsync(room, "dishub/a.md", Transport("Gubernur membuka Jembatan Lengan sore ini."));
        await CollectAsync(room, "dishub/c.md", Texts.Release(Market, MarketBody, "id: nj-1\n"));
        await CollectAsync(room, "dinkes/c.md", Texts.Release(Market, MarketBody, "id: nj-1\nlang: id\n"));
        await CollectAsync(
            room,
            "dinkes/d.md",
            Texts.Release("The Market", "The regent opened the market.", "id: nj-en\nlang: en\ntranslationOf: nj-1\n")
        );
        await CollectAsync(room, "dishub/e.md", Texts.Release("Sekolah Dibuka", "Wali kota membuka sekolah.", "id: nj-2\n"));
        await CollectAsync(room, "dishub/f.md", "---\nid: nj-2\nstatus: withdrawn\nwithdrawnReason: Keliru\nsuccessor: nj-1\n---\n");
        await CollectAsync(room, "dishub/g.md", Texts.Release("Puskesmas Dibuka", "Bupati membuka puskesmas.", "confirmed: false\n"));
        var held = (await room.Service<DoubtfulUploads>().FindAsync("dishub/g.md", default))!;
        await room.Service<Inbox>().TryAddAsync(held.Upload, default);
        await room.RunAsync();
        Assert.AreEqual(8, (await ReleasesAsync(room)).Count);
    }

    /// <summary>No office of before may change anything any more.</summary>
    private static async Task ChangeRulesAsync(PressRoom room)
    {
        var stored = await room.Service<OfficeTable>().ReadAsync(default);
        await room.Service<OfficeTable>().TryWriteAsync(Today, stored.Version, default);
        room.Service<CurrentOffices>().Forget();
    }

    private async Task CollectAsync(PressRoom room, string name, string text)
    {
        Clock.Now += TimeSpan.FromSeconds(2);
        await room.UploadAsync(name, text);
        await room.RunAsync();
    }

    private static string Transport(string body) =>
        Texts.Release(body: body).Replace("agency: Diskominfo Nusa Jaya", "agency: Dinas Perhubungan", StringComparison.Ordinal);

    private static async Task<List<string>> ReleasesAsync(PressRoom room) =>
        [
            .. (await room.Service<ReleaseTable>().ReadStoredAsync(null, 50, default)).Releases.Select(stored =>
                System.Text.Json.JsonSerializer.Serialize(stored.Release)
                + string.Join(' ', stored.FeedKeys)
                + stored.UploadVersion
                + stored.Original
            ),
        ];
}

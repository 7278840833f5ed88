using Azure.Data.Tables;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.Tests.Storage;

/// <summary>How a rebuilt table takes the place of the one that readers see.</summary>
[TestClass]
public sealed class RebuiltTableTests : PressRoomTests
{
    private readonly List<int> rowsInWrites = [];

    [TestMethod]
    [DataRow(5, 12, 65_472, "2 2 1")]
    [DataRow(5, 8, 65_472, "4 1")]
    [DataRow(4, 1, 1_000, "4")]
    public async Task Rows_go_in_writes_of_half_of_what_a_write_may_hold(int rows, int columns, int bytes, string writes)
    {
        await using var room = await RoomAsync();
        var (source, target) = await TablesAsync(room, Names.Releases);
        for (var number = 0; number < rows; number++)
        {
            var row = new TableEntity("a", $"{number:D4}");
            for (var column = 0; column < columns; column++)
            {
                row[$"Payload{column}"] = new byte[bytes];
            }

            await source.AddEntityAsync(row);
        }

        await CutOverAsync(Names.Releases, source, target);

        Assert.AreEqual(writes, string.Join(' ', rowsInWrites));
        Assert.HasCount(rows, await target.QueryAsync<TableEntity>().ToListAsync());
    }

    [TestMethod]
    public async Task The_head_goes_with_the_last_write_of_its_partition()
    {
        await using var room = await RoomAsync();
        var (source, target) = await TablesAsync(room, Names.Listings);
        await source.AddEntityAsync(new TableEntity("a", TableKey.Head) { ["Last"] = 1L });
        for (var number = 0; number < 120; number++)
        {
            await source.AddEntityAsync(new TableEntity("a", $"{number:D4}"));
        }

        await source.AddEntityAsync(new TableEntity("b", "0001"));

        await CutOverAsync(Names.Listings, source, target);

        Assert.AreEqual("99 22 1", string.Join(' ', rowsInWrites));
        Assert.HasCount(122, await target.QueryAsync<TableEntity>().ToListAsync());
    }

    [TestMethod]
    [DataRow(7L, 9L, false, 9L)]
    [DataRow(9L, 7L, false, 9L)]
    [DataRow(9L, 9L, false, 9L)]
    public async Task What_partners_were_told_stays_and_only_a_longer_log_has_another_head(
        long before,
        long now,
        bool mayDelete,
        long after
    )
    {
        await using var room = await RoomAsync();
        var (source, target) = await TablesAsync(room, Names.Changes);
        await target.AddEntityAsync(new TableEntity("changes", TableKey.Head) { ["Last"] = before, ["Old"] = true });
        await target.AddEntityAsync(new TableEntity("changes", "0001") { ["Kind"] = "published", ["Last"] = 1L });
        await target.AddEntityAsync(new TableEntity("changes", "0003"));
        await source.AddEntityAsync(new TableEntity("changes", TableKey.Head) { ["Last"] = now, ["Old"] = false });
        await source.AddEntityAsync(new TableEntity("changes", "0001") { ["Kind"] = "revised", ["Last"] = 2L });
        await source.AddEntityAsync(new TableEntity("changes", "0002"));

        await CutOverAsync(Names.Changes, source, target, mayDelete);
        await CutOverAsync(Names.Changes, source, target, mayDelete: true);

        var rows = await target.QueryAsync<TableEntity>().ToListAsync();
        Assert.AreEqual($"{TableKey.Head} 0001 0002 0003", string.Join(' ', rows.Select(row => row.RowKey)));
        Assert.AreEqual((after, now <= before), (rows[0].GetInt64("Last"), rows[0].GetBoolean("Old")));
        Assert.AreEqual("published", rows[1].GetString("Kind"));
    }

    [TestMethod]
    public async Task What_differs_only_in_when_it_was_written_is_not_written_again()
    {
        await using var room = await RoomAsync();
        var (source, target) = await TablesAsync(room, Names.Releases);
        await target.AddEntityAsync(Row("0001", "sama", 1));
        await source.AddEntityAsync(Row("0001", "sama", 2));
        await target.AddEntityAsync(Row("0002", "lama", 1));
        await source.AddEntityAsync(Row("0002", "baru", 1));
        await target.AddEntityAsync(Row("0003", "hilang", 1));
        await target.AddEntityAsync(new TableEntity("a", "0004") { ["Text"] = "x" });
        await source.AddEntityAsync(new TableEntity("a", "0004") { ["Text"] = "x", ["More"] = "y" });

        await CutOverAsync(Names.Releases, source, target, mayDelete: false);
        Assert.AreEqual("2", string.Join(' ', rowsInWrites));
        await CutOverAsync(Names.Releases, source, target, mayDelete: true);

        Assert.AreEqual("2 1", string.Join(' ', rowsInWrites), "The one that is gone.");
        var rows = await target.QueryAsync<TableEntity>().ToListAsync();
        Assert.AreEqual("sama baru x", string.Join(' ', rows.Select(row => row.GetString("Text"))));
        Assert.AreEqual(Clock.Now.AddMinutes(1), rows[0].GetDateTimeOffset("At"));
    }

    [TestMethod]
    public async Task It_stops_between_partitions_where_time_is_up_and_goes_on_behind()
    {
        await using var room = await RoomAsync();
        var (source, target) = await TablesAsync(room, Names.Releases);
        foreach (var key in new[] { "a", "b", "c" })
        {
            await source.AddEntityAsync(new TableEntity(key, "1"));
            await source.AddEntityAsync(new TableEntity(key, "2"));
        }

        await target.AddEntityAsync(new TableEntity("d", "1"));
        var table = new RebuiltTable(Names.Releases, source, target);

        Assert.AreEqual("a", await table.CutOverAsync("", mayDelete: true, () => true, default));
        Assert.AreEqual("2", string.Join(' ', rowsInWrites));
        Assert.AreEqual("b", await table.CutOverAsync("a", mayDelete: true, () => true, default));
        Assert.IsNull(await table.CutOverAsync("b", mayDelete: true, () => false, default));

        Assert.AreEqual("2 2 2 1", string.Join(' ', rowsInWrites));
        Assert.HasCount(6, await target.QueryAsync<TableEntity>().ToListAsync());
    }

    private TableEntity Row(string key, string text, int minutes) =>
        new("a", key)
        {
            ["Text"] = text,
            ["At"] = Clock.Now.AddMinutes(minutes),
            ["LastModified"] = Clock.Now.AddMinutes(minutes),
            ["Bytes"] = new byte[] { 1, 2 },
        };

    private static async Task CutOverAsync(string name, TableClient source, TableClient target, bool mayDelete = false) =>
        Assert.IsNull(await new RebuiltTable(name, source, target).CutOverAsync("", mayDelete, () => false, default));

    /// <summary>Counts the rows of each write of several.</summary>
    private Task<PressRoom> RoomAsync() =>
        OpenAsync(
            Watching(message =>
            {
                if (message.Request.Uri.ToString().Contains("$batch", StringComparison.Ordinal))
                {
                    rowsInWrites.Add(TextOf(message).Split("HTTP/1.1").Length - 1);
                }
            })
        );

    private static async Task<(TableClient Source, TableClient Target)> TablesAsync(PressRoom room, string name)
    {
        var account = room.Service<StorageAccount>();
        var source = account.StagingTables().Table(name);
        await source.CreateIfNotExistsAsync();
        return (source, account.Table(name));
    }
}

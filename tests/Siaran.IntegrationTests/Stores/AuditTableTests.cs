using Azure.Data.Tables;
using Siaran.Actors;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>What the audit keeps of a line, and in which order it is read.</summary>
[TestClass]
public sealed class AuditTableTests : PressRoomTests
{
    [TestMethod]
    [DataRow(1000, 'x', 1000)]
    [DataRow(1001, 'x', 1000)]
    [DataRow(999, '\uD83D', 999)]
    [DataRow(1000, '\uD83D', 1000)]
    public async Task A_long_text_is_cut_between_two_characters(int before, char last, int kept)
    {
        await using var room = await OpenAsync();
        var text = new string('x', before) + (char.IsHighSurrogate(last) ? "\uD83D\uDE00" : "");

        await room.Service<AuditTable>().WriteAsync([new AuditLine("a", Clock.Now, "Sari", "revise") { Detail = text }], default);

        Assert.AreEqual(text[..kept], (await ReadAsync(room)).Single().Detail);
    }

    [TestMethod]
    public async Task The_newest_line_comes_first_and_a_row_that_lost_its_columns_says_nothing()
    {
        await using var room = await OpenAsync();
        var lines = Enumerable.Range(0, 12).Select(number => new AuditLine($"{number}", Clock.Now.AddHours(number), "Sari", "revise"));
        await room.Service<AuditTable>().WriteAsync([.. lines.OrderBy(line => line.Key, StringComparer.Ordinal)], default);

        Assert.AreEqual("11 10 9 8 7 6 5 4 3 2 1 0", string.Join(' ', (await ReadAsync(room)).Select(line => line.Key)));
        var table = room.Service<StorageAccount>().Table(Names.Audit);
        var row = await table.QueryAsync<TableEntity>().FirstAsync();
        await table.UpsertEntityAsync(new TableEntity(row.PartitionKey, row.RowKey), TableUpdateMode.Replace);

        Assert.AreEqual(new AuditLine(row.RowKey, default, "", ""), (await ReadAsync(room))[0]);
    }

    private async Task<List<AuditLine>> ReadAsync(PressRoom room) =>
        await room.Service<AuditTable>().ReadAsync(Clock.Now, Clock.Now, null, default).ToListAsync();
}

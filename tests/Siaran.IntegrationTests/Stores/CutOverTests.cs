using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>Partitions that one write cannot hold are cut over in several, the head last.</summary>
[TestClass]
public sealed class CutOverTests : PressRoomTests
{
    [TestMethod]
    public async Task More_rows_than_a_write_takes_are_written_in_several_and_the_head_with_the_last()
    {
        await using var room = await OpenAsync(settings: new Dictionary<string, string?> { ["Collect:BatchSize"] = "200" });
        for (var number = 0; number < 55; number++)
        {
            await room.UploadAsync($"{number}.md", Texts.Release($"Jembatan {number} Dibuka", frontMatter: $"id: nj-{number}\n"));
        }

        await room.RunAsync();
        var before = await SeenAsync(room);
        await EmptyAsync(room, Names.Changes);

        Assert.IsTrue((await RebuildAsync(room)).Done);

        Assert.AreEqual(before, await SeenAsync(room));
        Assert.HasCount(55, await room.Service<ChangeLog>().ReadAsync(0, 100, default));
    }

    private static async Task EmptyAsync(PressRoom room, string name)
    {
        var table = room.Service<StorageAccount>().Table(name);
        await table.DeleteAsync();
        await table.CreateAsync();
    }

    private static async Task<RebuildReport> RebuildAsync(PressRoom room)
    {
        await room.Service<TableRebuilder>().BeginAsync(default);
        return (await room.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), default))!;
    }
}

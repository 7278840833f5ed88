using Azure;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>The report of a name is that of its last upload, in whatever order and however much at once they are closed.</summary>
[TestClass]
public sealed class LatestBlobTests : PressRoomTests
{
    private const string Blob = "reports/a.md.report.json";
    private Func<Task>? meanwhile;

    [TestMethod]
    public async Task What_is_of_an_earlier_upload_changes_nothing_of_a_later_one()
    {
        await using var room = await OpenAsync();
        var reports = room.Service<AcceptedUploads>();

        await KeepAsync(reports, 2);
        await KeepAsync(reports, 1);
        await reports.ClearReportAsync(Upload(1), default);
        await reports.TakeBackReportAsync(Upload(1), default);

        Assert.AreEqual("2", await ReadAsync(room));
        Assert.AreEqual("application/json", (await PropertiesAsync(room)).ContentType);
        await KeepAsync(reports, 3);
        Assert.AreEqual("3", await ReadAsync(room));
    }

    [TestMethod]
    public async Task One_of_a_later_upload_is_cleared_with_what_came_before_and_taken_back_by_itself_alone()
    {
        await using var room = await OpenAsync();
        var reports = room.Service<AcceptedUploads>();
        await reports.ClearReportAsync(Upload(1), default);
        await reports.TakeBackReportAsync(Upload(1), default);

        await KeepAsync(reports, 1);
        await reports.TakeBackReportAsync(Upload(2), default);
        Assert.AreEqual("1", await ReadAsync(room));
        await reports.TakeBackReportAsync(Upload(1), default);
        Assert.IsNull(await ReadAsync(room));

        await KeepAsync(reports, 1);
        await reports.ClearReportAsync(Upload(2), default);
        Assert.IsNull(await ReadAsync(room));
    }

    [TestMethod]
    [DataRow(3, "3", DisplayName = "The other is of a later upload")]
    [DataRow(1, "2", DisplayName = "The other is of an earlier one")]
    public async Task One_that_is_put_there_meanwhile_stays_where_it_is_later(int second, string expected)
    {
        await using var room = await OpenAsync(BetweenLookAndAct);
        await using var other = new PressRoom(Storage, Clock);
        var reports = room.Service<AcceptedUploads>();
        await KeepAsync(reports, 1);
        meanwhile = () => KeepAsync(other.Service<AcceptedUploads>(), second);

        await KeepAsync(reports, 2);

        Assert.IsNull(meanwhile, "The other came between.");
        Assert.AreEqual(expected, await ReadAsync(room));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task One_that_is_put_there_meanwhile_is_not_deleted_for_the_one_that_was_there(bool clears)
    {
        await using var room = await OpenAsync(BetweenLookAndAct);
        await using var other = new PressRoom(Storage, Clock);
        var reports = room.Service<AcceptedUploads>();
        await KeepAsync(reports, 1);
        meanwhile = () => KeepAsync(other.Service<AcceptedUploads>(), 2);

        await (clears ? reports.ClearReportAsync(Upload(1), default) : reports.TakeBackReportAsync(Upload(1), default));

        Assert.IsNull(meanwhile, "The other came between.");
        Assert.AreEqual("2", await ReadAsync(room));
    }

    /// <summary>The other instance acts once, as soon as this one has looked what is there.</summary>
    private ValueTask<Func<ValueTask>?> BetweenLookAndAct(HttpMessage message)
    {
        var looks = message.Request.Method == RequestMethod.Head && message.Request.Uri.Path.EndsWith(Blob, StringComparison.Ordinal);
        return new(looks ? ActAsync : default(Func<ValueTask>?));

        async ValueTask ActAsync()
        {
            if (Interlocked.Exchange(ref meanwhile, null) is { } act)
            {
                await act();
            }
        }
    }

    private static Task KeepAsync(AcceptedUploads reports, int second) =>
        reports.KeepReportAsync(Upload(second), BinaryData.FromString($"{second}"), default);

    private static IncomingUpload Upload(int second) => new("a.md", new ETag($"{second}"), StillClock.Start.AddSeconds(second), 10, null);

    private static async Task<string?> ReadAsync(PressRoom room)
    {
        var blob = room.Service<StorageAccount>().Container(Names.Accepted).GetBlobClient(Blob);
        return await blob.ExistsAsync() ? (await blob.DownloadContentAsync()).Value.Content.ToString() : null;
    }

    private static async Task<BlobProperties> PropertiesAsync(PressRoom room) =>
        await room.Service<StorageAccount>().Container(Names.Accepted).GetBlobClient(Blob).GetPropertiesAsync();
}

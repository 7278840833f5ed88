using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>Every request to storage is counted by what it asks of which table or container.</summary>
[TestClass]
[DoNotParallelize]
public sealed class StorageCallsTests : PressRoomTests
{
    [TestMethod]
    public async Task Calls_are_counted_by_method_and_target_whatever_the_address_of_the_account()
    {
        using var listener = new MeterListener();
        var measured = new ConcurrentQueue<string>();
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Name == "siaran.storage.calls")
            {
                to.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) =>
                measured.Enqueue($"{instrument.Unit} {value} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}")
        );
        await using var room = await OpenAsync();
        var calls = room.Service<StorageCalls>();
        await room.UploadAsync("dishub/Releases.md", Texts.Release());
        var before = calls.ByTarget;
        listener.Start();

        await room.Service<ReleaseTable>().FindAsync(Releases.ReleaseId.FromEditorKey("nj-1"), default);
        await room.Service<ReleaseTable>().FindAsync(Releases.ReleaseId.FromEditorKey("nj-2"), default);
        await room.Service<Inbox>().ListAllAsync(default);

        var since = calls.ByTarget.ToDictionary(call => call.Key, call => call.Value - before.GetValueOrDefault(call.Key));
        Assert.AreEqual(
            "GET Releases 2, GET incoming 1",
            string.Join(", ", since.Where(call => call.Value > 0).Select(call => $"{call.Key} {call.Value}"))
        );
        Assert.AreEqual(calls.ByTarget.Values.Sum(), calls.Total);
        Assert.AreEqual(1, before["PUT incoming"] - 1, "The container and the upload.");
        CollectionAssert.AreEqual(
            new[] { "{call} 1 method=GET target=Releases", "{call} 1 method=GET target=Releases", "{call} 1 method=GET target=incoming" },
            measured.ToArray()
        );
    }
}

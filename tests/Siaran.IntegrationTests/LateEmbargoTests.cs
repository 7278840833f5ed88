using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Siaran.IntegrationTests.Memory;

namespace Siaran.IntegrationTests;

/// <summary>The alert for releases that are late goes by those that had something to wait for.</summary>
[TestClass]
[DoNotParallelize]
public sealed class LateEmbargoTests : PressRoomTests, IDisposable
{
    private readonly ConcurrentQueue<double> noted = new();
    private readonly MeterListener listener = new();

    public LateEmbargoTests()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "siaran.embargo.late")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => noted.Enqueue(seconds));
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

    [TestMethod]
    public async Task A_release_that_was_withdrawn_before_its_time_is_not_late_and_one_that_waits_is()
    {
        await using var room = await OpenAsync();
        var first = $"publishAt: {Clock.Now.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}\n";
        var second = $"publishAt: {Clock.Now.AddHours(2):yyyy-MM-ddTHH:mm:ssZ}\n";
        await room.PostAsync("a.md", Texts.Release("Jembatan Lengan Dibuka", frontMatter: "id: nj-1\n" + first));
        await room.PostAsync("b.md", Texts.Release("Panen Raya di Lembah Selasih", "Petani menuai padi.", "id: nj-2\n" + second));
        Clock.Now += TimeSpan.FromMinutes(1);
        await room.PostAsync("a.md", "---\nid: nj-1\nstatus: withdrawn\nwithdrawnReason: Batal\n---\n");
        noted.Clear();

        // The timer has paused for five hours, and then for a day.
        Clock.Now = StillClock.Start.AddHours(5);
        await room.RunAsync();
        Clock.Now += TimeSpan.FromDays(1);
        await room.RunAsync();

        CollectionAssert.AreEqual(new[] { TimeSpan.FromHours(3).TotalSeconds, 0 }, noted);
    }

    [TestMethod]
    public async Task A_release_that_cannot_be_brought_out_is_late_in_each_run()
    {
        await using var quiet = await OpenAsync();
        var time = $"publishAt: {Clock.Now.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}\n";
        await quiet.PostAsync("a.md", Texts.Release("Jembatan Lengan Dibuka", frontMatter: "id: nj-1\n" + time));
        Clock.Now += TimeSpan.FromHours(2);
        noted.Clear();
        var isCut = true;
        await using var room = new PressRoom(
            Storage,
            Clock,
            Cutting(message =>
                isCut
                && message.Request.Method.Method == "GET"
                && message.Request.Uri.ToString().Contains("current", StringComparison.Ordinal)
            )
        );

        await Assert.ThrowsAsync<Exception>(() => room.RunAsync());
        isCut = false;
        await room.RunAsync();

        CollectionAssert.AreEqual(new[] { 3600d, 3600d }, noted);
    }
}

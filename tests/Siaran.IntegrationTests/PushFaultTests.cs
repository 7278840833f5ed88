using Siaran.Feeds.Push;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>
/// Two corrections of one release come in one run, and on the way to the hub something fails: the hub hears of each feed that changed all
/// the same, and no upload waits for it.
/// </summary>
[TestClass]
public sealed class PushFaultTests
{
    private readonly StillClock clock = new(StillClock.Start);

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow("cut", 2)]
    [DataRow("refused", 5)]
    [DataRow("lost", 5)]
    [DataRow("lost once", 7)]
    [DataRow("hangs", 7)]
    [DataRow("throttled", 11)]
    public async Task The_hub_hears_of_all_that_changed_though_a_call_to_storage_fails(string fault, int every)
    {
        var tried = 0;
        for (var (call, hasFailed) = (1, true); hasFailed; call += every, tried++)
        {
            var (storage, hub, line) = (new MemoryStorage(clock), new MemoryHub(), new FaultyLine(call, fault));
            await using var quiet = await PrepareAsync(storage, hub);
            await using (var room = new PressRoom(storage, clock, line.PassAsync, hub: hub))
            {
                try
                {
                    await room.RunAsync();
                }
                catch (Exception ex)
                    when (ex is IOException or AggregateException or Azure.RequestFailedException or OperationCanceledException)
                {
                    // What the timer would see.
                }
            }

            await CheckAsync(quiet, hub, $"call {call} {fault}");
            hasFailed = line.HasFailed;
        }

        TestContext.WriteLine($"{fault}: {tried} calls");
        Assert.IsGreaterThan(5, tried);
    }

    [TestMethod]
    [DataRow("refused")]
    [DataRow("lost")]
    [DataRow("hangs")]
    [DataRow("throttled")]
    public async Task The_hub_hears_of_all_that_changed_though_it_fails_itself(string fault)
    {
        var tried = 0;
        for (var (call, hasFailed) = (1, true); hasFailed; call += 3, tried++)
        {
            var (storage, hub) = (new MemoryStorage(clock), new MemoryHub(call, fault));
            await using var room = await PrepareAsync(storage, hub);

            var run = await room.RunAsync();

            CollectionAssert.AreEqual(
                new[] { CollectOutcome.Revised, CollectOutcome.Revised },
                run.Uploads.Select(upload => upload.Outcome).ToList(),
                $"ping {call} {fault}"
            );
            hasFailed = hub.HasFailed;
            await CheckAsync(room, hub, $"ping {call} {fault}");
        }

        TestContext.WriteLine($"{fault}: {tried} pings");
        Assert.IsGreaterThan(5, tried);
    }

    private async Task<PressRoom> PrepareAsync(MemoryStorage storage, MemoryHub hub)
    {
        var room = new PressRoom(storage, clock, hub: hub);
        await room.CreateAsync();
        await room.PostAsync("1.md", Texts.Release("Jembatan Lengan Dibuka", frontMatter: "id: nj-1\ntags: [jembatan]\n"));
        clock.Now += TimeSpan.FromMinutes(10);
        await room.RunAsync();
        await room.UploadAsync("2.md", Texts.Release("Jembatan Lengan Resmi Dibuka", frontMatter: "id: nj-1\ntags: [jalan]\n"));
        await room.UploadAsync("3.md", Texts.Release("Jembatan Lengan Dibuka Gubernur", frontMatter: "id: nj-1\ntags: [sungai]\n"));
        hub.Clear();
        return room;
    }

    /// <summary>Runs the timer until pings that were put off are due, and compares.</summary>
    private async Task CheckAsync(PressRoom room, MemoryHub hub, string what)
    {
        for (var run = 0; run < 4; run++)
        {
            clock.Now += TimeSpan.FromMinutes(4);
            await room.RunAsync();
        }

        var faults = await new Truth(room).FaultsAsync(clock.Now);
        Assert.IsEmpty(faults, $"{what}: {string.Join('\n', faults.Take(5))}");
        var stored = (await room.Service<ReleaseTable>().FindAsync(ReleaseId.FromEditorKey("nj-1"), CancellationToken.None))!;
        Assert.AreEqual("Jembatan Lengan Dibuka Gubernur 3", $"{stored.Release.Content.Headline} {stored.Release.Revision}", what);

        // The feeds that it left and those that it entered. One that it would have entered and left within the run never changed.
        var changed = HubTopics
            .Of(stored.FeedKeys.Where(key => !key.ToString().EndsWith(":jalan", StringComparison.Ordinal)), room.Service<Site>())
            .Select(topic => topic.AbsoluteUri);
        Assert.IsEmpty(changed.Except(hub.Taken), $"{what}: {string.Join('\n', changed.Except(hub.Taken))}");
        Assert.IsEmpty(await room.Service<HubPings>().ReadDueAsync(clock.Now.AddDays(3), 100, CancellationToken.None), what);
    }
}

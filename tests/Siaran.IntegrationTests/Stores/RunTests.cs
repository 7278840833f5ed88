using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tagging;
using Siaran.Tagging.Vocabularies;
using Siaran.Tags;

namespace Siaran.IntegrationTests.Stores;

/// <summary>What a run tells of itself: its feeds, its record, its metrics; and what becomes of uploads that fail.</summary>
[TestClass]
[DoNotParallelize]
public sealed class RunTests : PressRoomTests, IDisposable
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    private const string Own = "Siaran";

    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<string> measured = new();

    public RunTests()
    {
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Meter.Name == Own)
            {
                to.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) =>
                measured.Enqueue(
                    $"{instrument.Name} [{instrument.Unit}: {instrument.Description}] {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))} {value}"
                )
        );
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

    [TestMethod]
    public async Task A_run_gives_the_feeds_of_its_uploads_and_of_embargoes_that_ended()
    {
        await using var room = await OpenAsync();
        var bridge = FeedKey.Of(new TagId(TagKind.Keyword, "jembatan"));
        await room.UploadAsync(
            "a.md",
            Texts.Release(frontMatter: $"tags: [jembatan]\npublishAt: {Clock.Now.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}\n")
        );
        Assert.IsEmpty((await room.RunAsync()).ChangedFeeds);
        await room.UploadAsync("b.md", Texts.Release("Pasar Dibuka", "Bupati membuka Pasar Lengan."));

        var uploaded = await room.RunAsync();
        Clock.Now += TimeSpan.FromHours(1);
        var ended = await room.RunAsync();

        Assert.Contains(FeedKey.All, uploaded.ChangedFeeds);
        Assert.DoesNotContain(bridge, uploaded.ChangedFeeds);
        Assert.Contains(FeedKey.All, ended.ChangedFeeds);
        Assert.Contains(bridge, ended.ChangedFeeds);
        Assert.HasCount(1, ended.Released);
        Assert.IsEmpty((await room.RunAsync()).ChangedFeeds);
    }

    [TestMethod]
    public async Task The_record_of_a_run_counts_uploads_failures_and_ended_embargoes_and_says_since_when_tables_are_rebuilt()
    {
        await using var room = new PressRoom(Storage, Clock, taggers: new Failing());
        await room.CreateAsync();
        await room.UploadAsync("a.md", Texts.Release(frontMatter: $"publishAt: {Clock.Now.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}\n"));
        await room.UploadAsync("b.md", Texts.Release("Rusak", "Berita ini rusak sama sekali."));

        await room.RunAsync();
        Assert.AreEqual(new RunRecord(Clock.Now, 2, 1, 0), await RecordAsync(room));
        Clock.Now += TimeSpan.FromHours(1);
        await room.RunAsync();
        Assert.AreEqual(new RunRecord(Clock.Now, 1, 1, 1), await RecordAsync(room));

        var since = Clock.Now.AddMinutes(-1);
        await room.Service<RebuildProgress>()
            .TryStoreAsync(new RebuildState(true, "", 0, 0, Clock.Now.AddHours(1)) { StartedAt = since }, null, default);
        await room.RunAsync();
        Assert.AreEqual(since, (await RecordAsync(room))!.RebuildingSince);
    }

    [TestMethod]
    public async Task The_time_of_a_run_is_measured_with_its_outcome_and_traced()
    {
        var (fails, works) = (false, new ConcurrentQueue<string>());
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Own,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity => works.Enqueue(activity.OperationName),
        };
        ActivitySource.AddActivityListener(traces);
        await using var room = await OpenAsync(Cutting(_ => fails));

        await room.RunAsync();
        Assert.Contains("collect", works);
        Assert.HasCount(1, Measured("siaran.collect.duration", "outcome=succeeded"));
        works.Clear();
        await room.PostAsync("a.md", Texts.Release());
        foreach (var work in new[] { "collect", "intake", "upload", "tag", "publish", "relate" })
        {
            Assert.Contains(work, works);
        }

        fails = true;
        await Assert.ThrowsAsync<Exception>(room.RunAsync);

        Assert.HasCount(1, Measured("siaran.collect.duration", "outcome=failed"));
        Assert.HasCount(1, Measured("siaran.collect.duration", "outcome=succeeded"));
    }

    [TestMethod]
    public async Task The_age_of_the_feed_is_that_of_its_newest_release_whoever_brought_it()
    {
        await using var room = await OpenAsync();
        var age = room.Service<FeedAge>();
        Assert.IsEmpty(Ages());
        await room.PostAsync("a.md", Texts.Release());
        Clock.Now += TimeSpan.FromSeconds(7);
        Assert.AreEqual("siaran.feed.age [s: Since the newest release of the feed came out.] key=all 7", Ages().Single());
        age.Note(Clock.Now.AddSeconds(-9));
        Assert.EndsWith(" 7", Ages().Single(), "An older one makes it no older.");
        age.Note(Clock.Now.AddSeconds(-2));
        Assert.EndsWith(" 2", Ages().Single());
        age.Note(Clock.Now.AddSeconds(2));
        Assert.EndsWith(" 0", Ages().Single());

        Clock.Now += TimeSpan.FromMinutes(1);
        await room.UploadAsync("b.md", Texts.Release("Pasar Dibuka", "Bupati membuka Pasar Lengan."));
        await room.RunAsync();
        Assert.EndsWith(" 0", Ages().Single());
    }

    [TestMethod]
    public async Task The_feed_is_looked_at_every_half_hour_and_where_the_clock_was_set_back()
    {
        var calls = 0;
        await using var room = await OpenAsync(Watching(_ => calls++));
        await room.PostAsync("a.md", Texts.Release());
        Clock.Now += TimeSpan.FromMinutes(1);
        await room.PostAsync("b.md", Texts.Release("Pasar Dibuka", "Bupati membuka Pasar Lengan."));
        await using var other = new PressRoom(Storage, Clock, Watching(_ => calls++));
        var age = other.Service<FeedAge>();

        Assert.AreEqual(1, await LooksAsync());
        Assert.EndsWith(" 0", Ages().Last(), "The newest counts.");
        Assert.AreEqual(0, await LooksAsync());
        Clock.Now += TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1);
        Assert.AreEqual(0, await LooksAsync());
        Clock.Now += TimeSpan.FromTicks(1);
        Assert.AreEqual(1, await LooksAsync());
        Clock.Now -= TimeSpan.FromTicks(1);
        Assert.AreEqual(1, await LooksAsync(), "Set back.");

        async Task<int> LooksAsync()
        {
            calls = 0;
            await age.LookAsync(default);
            return calls;
        }
    }

    [TestMethod]
    public async Task What_memory_holds_is_asked_for_again_once_a_run_has_taken_or_released_something()
    {
        var reads = 0;
        await using var room = await OpenAsync(
            Watching(message =>
                reads +=
                    message.Request.Method.Method == "GET" && message.Request.Uri.ToString().Contains("/Listings", StringComparison.Ordinal)
                        ? 1
                        : 0
            ),
            new Dictionary<string, string?> { ["Site:Freshness"] = "1.00:00:00" }
        );
        await room.UploadAsync("a.md", Texts.Release());
        await room.UploadAsync(
            "b.md",
            Texts.Release("Pasar Dibuka", "Bupati membuka pasar.", $"publishAt: {Clock.Now.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}\n")
        );
        await room.RunAsync();

        Assert.Contains("Jembatan Lengan Dibuka", await FeedAsync());
        Assert.AreEqual(0, await ReadsAsync());
        await room.RunAsync();
        Assert.AreEqual(0, await ReadsAsync(), "A run that did nothing leaves what is held.");
        await room.UploadAsync("c.md", "---\nid: [\n---\nRusak\n");
        await room.RunAsync();
        Assert.IsGreaterThan(0, await ReadsAsync());
        Clock.Now += TimeSpan.FromHours(1);
        await room.RunAsync();
        Assert.Contains("Pasar Dibuka", await FeedAsync());

        async Task<string> FeedAsync() =>
            (await room.AskAsync(request => room.Service<Endpoints.FeedService>().GetAsync(request, "all.rss", default))).Text;

        async Task<int> ReadsAsync()
        {
            reads = 0;
            await FeedAsync();
            return reads;
        }
    }

    [TestMethod]
    public async Task Each_upload_and_each_release_that_comes_out_is_counted_by_its_outcome()
    {
        var counted = new ConcurrentQueue<string>();
        using var counting = new MeterListener();
        counting.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Meter.Name == Own)
            {
                to.EnableMeasurementEvents(instrument);
            }
        };
        counting.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) =>
            {
                if (instrument.Name.StartsWith("siaran.releases.", StringComparison.Ordinal))
                {
                    counted.Enqueue($"{instrument.Name} {tags[0].Value} {value}");
                }
            }
        );
        counting.Start();
        await using var room = await OpenAsync();
        await room.UploadAsync("a.md", Texts.Release(frontMatter: $"publishAt: {Clock.Now.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}\n"));
        await room.UploadAsync("b.md", "---\nid: [\n---\nRusak\n");

        await room.RunAsync();
        Clock.Now += TimeSpan.FromHours(1);
        await room.RunAsync();

        Assert.AreEqual(
            "siaran.releases.collected created 1, siaran.releases.collected released 1",
            string.Join(", ", counted.Where(line => line.Contains("collected", StringComparison.Ordinal)))
        );
        Assert.HasCount(1, counted.Where(line => line.StartsWith("siaran.releases.rejected", StringComparison.Ordinal)).ToList());
    }

    [TestMethod]
    public async Task Without_a_hub_nothing_is_noted_for_one()
    {
        var pings = 0;
        await using var room = await OpenAsync(
            Watching(message => pings += TextOf(message).Contains(Names.Push, StringComparison.OrdinalIgnoreCase) ? 1 : 0)
        );
        pings = 0;

        await room.PostAsync("a.md", Texts.Release());
        await room.RunAsync();

        Assert.AreEqual(0, pings);
    }

    [TestMethod]
    public async Task With_a_hub_each_feed_that_changed_is_announced_once()
    {
        var hub = new MemoryHub();
        await using var room = new PressRoom(Storage, Clock, hub: hub);
        await room.CreateAsync();

        await room.PostAsync("a.md", Texts.Release(frontMatter: "tags: [jembatan]\n"));
        Clock.Now += TimeSpan.FromMinutes(4);
        await room.RunAsync();

        Assert.Contains(topic => topic.Contains("/feeds/all", StringComparison.Ordinal), hub.Taken, string.Join('\n', hub.Taken));
        Assert.Contains(topic => topic.Contains("jembatan", StringComparison.Ordinal), hub.Taken);
        hub.Clear();
        Clock.Now += TimeSpan.FromMinutes(4);
        await room.RunAsync();
        Assert.IsEmpty(hub.Taken);
    }

    [TestMethod]
    public async Task An_upload_that_fails_by_our_own_fault_is_tried_so_often_and_then_rejected_and_audited_by_its_folder()
    {
        await using var room = new PressRoom(
            Storage,
            Clock,
            taggers: new Failing(),
            settings: new Dictionary<string, string?> { ["Collect:MostTries"] = "3" }
        );
        await room.CreateAsync();
        await room.Service<Inbox>()
            .AddAsync(
                new NewUpload(
                    "dishub/a.md",
                    BinaryData.FromString(Texts.Release("Rusak", "Berita ini rusak sama sekali.")),
                    "text/markdown"
                )
                {
                    Metadata = new UploadMetadata { Actor = "key:palsu" },
                },
                default
            );

        for (var run = 1; run < 3; run++)
        {
            Assert.AreEqual(CollectOutcome.Failed, (await room.RunAsync()).Uploads.Single().Outcome, $"Run {run}.");
            Assert.AreEqual(1, await CountAsync(room, Names.Incoming));
        }

        Assert.AreEqual(CollectOutcome.Rejected, (await room.RunAsync()).Uploads.Single().Outcome);
        Assert.AreEqual(0, await CountAsync(room, Names.Incoming));
        Assert.IsGreaterThan(0, await CountAsync(room, Names.Rejected));
        var line = (
            await room.Service<AuditTable>().ReadAsync(Clock.Now.AddDays(-1), Clock.Now.AddDays(1), null, default).ToListAsync()
        ).Single();
        Assert.AreEqual("folder:dishub", line.Actor);
        Assert.AreEqual("rejected", line.Act);
    }

    [TestMethod]
    public async Task A_fault_of_storage_is_never_counted_against_an_upload()
    {
        var fails = false;
        await using var room = await OpenAsync(
            Cutting(message => fails && Writes(message, Names.Releases)),
            new Dictionary<string, string?> { ["Collect:MostTries"] = "1" }
        );
        await room.UploadAsync("a.md", Texts.Release());
        fails = true;

        for (var run = 0; run < 3; run++)
        {
            Assert.AreEqual(CollectOutcome.Failed, (await room.RunAsync()).Uploads.Single().Outcome);
        }

        fails = false;
        Assert.AreEqual(CollectOutcome.Created, (await room.RunAsync()).Uploads.Single().Outcome);
    }

    [TestMethod]
    public async Task Ended_embargoes_are_noted_once_a_run_and_not_where_nothing_comes_out()
    {
        var notes = 0;
        await using var room = await OpenAsync(
            Watching(message => notes += Writes(message, "/journal/") && message.Request.Method.Method == "PUT" ? 1 : 0)
        );
        for (var i = 0; i < 3; i++)
        {
            await room.UploadAsync(
                $"{i}.md",
                Texts.Release(
                    $"Pasar {i} Dibuka",
                    $"Bupati membuka Pasar Lengan ke-{i}.",
                    $"id: pasar-{i}\npublishAt: {Clock.Now.AddHours(1 + (i / 2)):yyyy-MM-ddTHH:mm:ssZ}\n"
                )
            );
        }

        await room.RunAsync();
        notes = 0;
        Clock.Now += TimeSpan.FromHours(1);
        Assert.HasCount(2, (await room.RunAsync()).Released);
        Assert.AreEqual(1, notes, "Once for both.");

        await room.PostAsync("2.md", "---\nid: pasar-2\nstatus: withdrawn\nwithdrawnReason: Batal.\n---\n");
        notes = 0;
        Clock.Now += TimeSpan.FromHours(2);
        Assert.IsEmpty((await room.RunAsync()).Released);
        Assert.AreEqual(0, notes);
    }

    private static async Task<RunRecord?> RecordAsync(PressRoom room) => await room.Service<IntakeTable>().FindRunAsync(default);

    private List<string> Measured(string name, string with) =>
        [.. measured.Where(line => line.StartsWith(name, StringComparison.Ordinal) && line.Contains(with, StringComparison.Ordinal))];

    private List<string> Ages()
    {
        measured.Clear();
        listener.RecordObservableInstruments();
        return Measured("siaran.feed.age", "");
    }

    /// <summary>A tagger that cannot read a release that says of itself that it is broken.</summary>
    private sealed class Failing : ITaggerFactory
    {
        public ITagger Create(IVocabularySource? vocabularies, TimeZoneInfo zone) =>
            new Reading(new WordTagger.Factory().Create(vocabularies, zone));

        private sealed class Reading(ITagger words) : ITagger
        {
            public string Version => words.Version;

            public Annotations Read(Release release) =>
                release.Content.Headline == "Rusak" ? throw new InvalidOperationException("It cannot be read.") : words.Read(release);
        }
    }
}

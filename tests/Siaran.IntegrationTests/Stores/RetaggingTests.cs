using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Listings;
using Siaran.Storage;
using Siaran.Tagging;
using Siaran.Tagging.Vocabularies;
using Siaran.Tags;

namespace Siaran.IntegrationTests.Stores;

/// <summary>The archive is read again when the vocabularies change: in steps, once, and only what changes is written.</summary>
[TestClass]
public sealed class RetaggingTests : PressRoomTests
{
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(3);

    [TestMethod]
    public async Task Another_vocabulary_tags_the_archive_in_steps_from_where_the_last_run_ended()
    {
        await using var room = await OpenAsync(
            settings: new Dictionary<string, string?> { ["Retag:BatchSize"] = "2", ["Retag:StepsInOneRun"] = "1" }
        );
        await PostAsync(room, 5);
        await RunAsync(room);
        await DefineAsync(room, "program-jembatan\tjembatan\tJBT\n");

        Assert.AreEqual(new RetagRun(0, 0, IsDone: false), await RunAsync(room), "Old and new instances may run together for a while.");
        Clock.Now += Settling;
        var runs = new List<RetagRun>();
        while (runs.Count < 10 && runs is not [.., { IsDone: true }])
        {
            runs.Add(await RunAsync(room));
        }

        Assert.AreEqual((5, 5), (runs.Sum(run => run.Read), runs.Sum(run => run.Changed)));
        Assert.IsTrue(runs.TrueForAll(run => run.Read <= 2));
        Assert.AreEqual(new RetagRun(0, 0, IsDone: true), await RunAsync(room), "Once.");
        Assert.AreEqual(5, (await ProgrammeAsync(room))!.Head.Count);
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    public async Task A_vocabulary_that_changes_nothing_writes_nothing()
    {
        await using var room = await OpenAsync();
        await PostAsync(room, 3);
        await RunAsync(room);
        await DefineAsync(room, "program-pasar\tpasar\tPSR\n");
        await RunAsync(room);
        Clock.Now += Settling;

        var run = await RunAsync(room);

        Assert.AreEqual(new RetagRun(3, 0, IsDone: true), run);
        Assert.IsNull(await ProgrammeAsync(room));
        var stored = (await room.Service<ReleaseTable>().ReadStoredAsync(null, 10, default)).Releases;
        Assert.IsTrue(
            stored.All(one => one.Tagged.Annotations.Version == room.Service<CurrentTagger>().Version && one.Tagged.TaggingPass == 0)
        );
    }

    [TestMethod]
    public async Task A_vocabulary_that_cannot_be_used_leaves_all_as_it_is()
    {
        await using var room = await OpenAsync();
        await PostAsync(room, 2);
        await DefineAsync(room, "program-jembatan\tjembatan\tJBT\n");
        await SettleAsync(room);
        var version = room.Service<CurrentTagger>().Version;
        Clock.Now += CurrentTagger.Freshness;
        await PutVocabularyAsync(room, "programmes.tsv", BinaryData.FromBytes(new byte[] { 0xFF, 0xFE, 0xFD }));

        Assert.IsFalse(await room.Service<CurrentTagger>().RefreshAsync(default));

        Assert.AreEqual(version, room.Service<CurrentTagger>().Version);
        Assert.IsNotEmpty(room.Log.Lines);
        Clock.Now += Settling;
        await RunAsync(room);
        Assert.AreEqual(2, (await ProgrammeAsync(room))!.Head.Count);
    }

    [TestMethod]
    public async Task A_step_that_is_cut_short_is_done_again()
    {
        await using var quiet = await OpenAsync();
        await PostAsync(quiet, 3);
        await RunAsync(quiet);
        await DefineAsync(quiet, "program-jembatan\tjembatan\tJBT\n");
        await RunAsync(quiet);
        Clock.Now += Settling;
        await using (var broken = await OpenAsync(Cutting(message => Writes(message, "/Listings("))))
        {
            await Assert.ThrowsAsync<AggregateException>(() => RunAsync(broken));
        }

        await SettleAsync(quiet);

        Assert.AreEqual(3, (await ProgrammeAsync(quiet))!.Head.Count);
        Assert.IsEmpty(await new Truth(quiet).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    public async Task Other_tags_are_told_to_partners_once_and_withdrawn_releases_are_left_alone()
    {
        var related = 0;
        await using var room = await OpenAsync(Watching(message => related += Writes(message, "/Related") ? 1 : 0));
        await PostAsync(room, 3);
        await room.PostAsync("1w.md", "---\nid: nj-1\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n");
        await SettleAsync(room);
        var before = await room.Service<ChangeLog>().ReadAsync(0, 100, default);
        await DefineAsync(room, "program-jembatan\tjembatan\tJBT\n");
        related = 0;

        await SettleAsync(room);

        var said = (await room.Service<ChangeLog>().ReadAsync(before[^1].Cursor, 100, default)).ToList();
        Assert.AreEqual("Tagged 1, Tagged 1", string.Join(", ", said.Select(change => $"{change.Kind} {change.Revision}")));
        Assert.AreEqual(2, (await ProgrammeAsync(room))!.Head.Count);
        Assert.IsGreaterThan(0, related, "Neighbours are looked for by the new tags.");
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    public async Task Other_tags_are_served_at_once_and_hubs_hear_of_their_feeds()
    {
        var hub = new MemoryHub();
        await using var room = new PressRoom(Storage, Clock, hub: hub);
        await room.CreateAsync();
        await PostAsync(room, 1);
        await RunAsync(room);
        await DefineAsync(room, "program-jembatan\tjembatan\tJBT\n");
        await RunAsync(room);
        Clock.Now += Settling;
        await room.RunAsync();
        hub.Clear();

        Assert.AreEqual(new RetagRun(1, 1, IsDone: true), await RunAsync(room));

        Assert.Contains(topic => topic.Contains("program-jembatan", StringComparison.Ordinal), hub.Taken);
    }

    [TestMethod]
    public async Task What_memory_holds_is_asked_for_again_once_tags_have_changed()
    {
        await using var room = await OpenAsync(settings: new Dictionary<string, string?> { ["Site:Freshness"] = "1.00:00:00" });
        await PostAsync(room, 1);
        await RunAsync(room);
        await DefineAsync(room, "program-warga\twarga membuka\tWM\n");
        await RunAsync(room);
        Clock.Now += Settling;
        Assert.DoesNotContain("\"warga membuka\"", await FeedAsync());

        await RunAsync(room);

        Assert.Contains("\"warga membuka\"", await FeedAsync());

        async Task<string> FeedAsync() =>
            (await room.AskAsync(request => room.Service<Endpoints.FeedService>().GetAsync(request, "all.json", default))).Text;
    }

    [TestMethod]
    [DataRow("label", 1)]
    [DataRow("code", 1)]
    [DataRow("scheme", 1)]
    [DataRow("implied", 1)]
    [DataRow("fact", 1)]
    [DataRow("name of a fact", 1)]
    [DataRow("another", 1)]
    [DataRow("confidence", 0)]
    [DataRow("order", 0)]
    public async Task What_readers_see_of_a_tag_makes_it_another_and_nothing_else_does(string what, int expected)
    {
        var tag = new Tag
        {
            Id = new TagId(TagKind.Keyword, "jembatan"),
            Label = "Jembatan",
            Code = "1",
            Scheme = "a",
            Source = "uji",
            Confidence = 0.9,
            Facts = new Dictionary<string, string> { ["a"] = "x", ["b"] = "y" },
        };
        var reading = new Reading { Tags = [tag] };
        await using var room = new PressRoom(Storage, Clock, taggers: reading);
        await room.CreateAsync();
        await PostAsync(room, 1);
        await RunAsync(room);
        reading.Version = "2";
        reading.Tags = what switch
        {
            "label" => [tag with { Label = "Titian" }],
            "code" => [tag with { Code = "2" }],
            "scheme" => [tag with { Scheme = "b" }],
            "implied" => [tag with { Implied = true }],
            "fact" =>
            [
                tag with
                {
                    Facts = new Dictionary<string, string> { ["a"] = "x", ["b"] = "z" },
                },
            ],
            "name of a fact" =>
            [
                tag with
                {
                    Facts = new Dictionary<string, string> { ["a"] = "x", ["c"] = "y" },
                },
            ],
            "another" => [tag, tag with { Id = new TagId(TagKind.Keyword, "jalan") }],
            "confidence" => [tag with { Confidence = 0.5 }],
            _ =>
            [
                tag with
                {
                    Facts = new Dictionary<string, string> { ["b"] = "y", ["a"] = "x" },
                },
            ],
        };
        Clock.Now += CurrentTagger.Freshness;
        await RunAsync(room);
        Clock.Now += Settling;

        Assert.AreEqual(new RetagRun(1, expected, IsDone: true), await RunAsync(room));
    }

    [TestMethod]
    public async Task A_correction_that_comes_while_the_archive_is_tagged_keeps_its_place()
    {
        await using var other = await OpenAsync();
        await PostAsync(other, 1);
        var comes = false;
        await using var room = await OpenAsync(async message =>
        {
            if (comes && Writes(message, "/Changes"))
            {
                comes = false;
                await other.PostAsync(
                    "0.md",
                    Texts.Release("Jembatan Nomor 0 Dibuka", "Warga membuka jembatan nomor 0 sore ini.", "id: nj-0\n")
                );
            }

            return null;
        });
        await RunAsync(room);
        await DefineAsync(room, "program-jembatan\tjembatan\tJBT\n");
        await RunAsync(room);
        Clock.Now += Settling;
        comes = true;

        await SettleAsync(room);

        var stored = (await room.Service<ReleaseTable>().ReadStoredAsync(null, 10, default)).Releases.Single();
        Assert.IsFalse(comes);
        Assert.AreEqual(2, stored.Release.Revision);
        Assert.AreEqual(1, (await ProgrammeAsync(room))!.Head.Count);
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    private static async Task PostAsync(PressRoom room, int count)
    {
        for (var number = 0; number < count; number++)
        {
            await room.PostAsync(
                $"{number}.md",
                Texts.Release($"Jembatan Nomor {number} Dibuka", $"Warga membuka jembatan nomor {number}.", $"id: nj-{number}\n")
            );
        }
    }

    private async Task DefineAsync(PressRoom room, string programmes)
    {
        await PutVocabularyAsync(room, "programmes.tsv", BinaryData.FromString(programmes));
        Clock.Now += CurrentTagger.Freshness;
    }

    private static Task<RetagRun> RunAsync(PressRoom room) => room.Service<Retagger>().RunAsync(default);

    private async Task SettleAsync(PressRoom room)
    {
        for (var run = 0; run < 10 && !(await RunAsync(room)).IsDone; run++)
        {
            Clock.Now += Settling;
        }
    }

    private static Task<Listing?> ProgrammeAsync(PressRoom room) =>
        room.Service<ListingTable>().ReadAsync(FeedKey.Of(new TagId(TagKind.Programme, "program-jembatan")), default);

    /// <summary>Gives each release the same tags.</summary>
    private sealed class Reading : ITagger, ITaggerFactory
    {
        public string Version { get; set; } = "1";

        public IReadOnlyList<Tag> Tags { get; set; } = [];

        public Annotations Read(Releases.Release release) => new() { Tags = Tags, Version = Version };

        public ITagger Create(IVocabularySource? replacing, TimeZoneInfo zone) => this;
    }
}

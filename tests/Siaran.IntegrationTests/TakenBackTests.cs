using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>
/// What was begun and cannot be brought to its end leaves nothing behind: what readers see, what is kept and what a rebuild makes of that
/// agree.
/// </summary>
[TestClass]
public sealed class TakenBackTests : PressRoomTests
{
    internal static readonly string Original = Texts.Release("Jembatan Lengan Dibuka", frontMatter: "id: nj-1\ntags: [jembatan]\n");
    internal static readonly string Correction = Texts.Release(
        "Jembatan Lengan Resmi Dibuka",
        frontMatter: "id: nj-1\nrevision: major\ntags: [jembatan, sungai]\n"
    );

    internal static readonly string Neighbour = Texts.Release(
        "Panen Raya di Dekat Jembatan Lengan",
        "Petani menuai padi di dekat Jembatan Lengan lebih awal tahun ini.",
        "id: nj-2\ntags: [jembatan, padi]\n"
    );

    private bool hasFailed;

    [TestMethod]
    [DataRow("Listings(PartitionKey='all'", 400)]
    [DataRow("Listings(PartitionKey='tag%3Akeyword%3Ajembatan'", 413)]
    [DataRow("Listings(PartitionKey='tag%3Akeyword%3Ajembatan'", 500)]
    [DataRow("/Related", 400)]
    [DataRow("Changes(PartitionKey='changes'", 400)]
    public async Task A_first_revision_that_cannot_be_published_is_rejected_and_nothing_of_it_stays(string where, int status)
    {
        await using var quiet = await OpenAsync();
        await quiet.PostAsync("0.md", Neighbour);

        await AssertRejectedWithoutTraceAsync(quiet, Broken(where, status), "a.md", Original);

        Assert.AreEqual("0 1 2", await CountsAsync(quiet));

        // Once storage is mended the same upload is taken as if it came for the first time.
        Clock.Now += TimeSpan.FromMinutes(1);
        Assert.AreEqual(CollectOutcome.Created, (await quiet.PostAsync("a.md", Original)).Uploads.Single().Outcome);
        Assert.IsEmpty(await new Truth(quiet).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    [DataRow("Listings(PartitionKey='all'", 400)]
    [DataRow("Listings(PartitionKey='tag%3Akeyword%3Ajembatan'", 413)]
    [DataRow("Listings(PartitionKey='tag%3Akeyword%3Ajembatan'", 500)]
    [DataRow("/Related", 400)]
    [DataRow("Changes(PartitionKey='changes'", 400)]
    public async Task A_correction_that_cannot_be_published_is_rejected_and_the_revision_before_stays(string where, int status)
    {
        await using var quiet = await OpenAsync();
        await quiet.PostAsync("0.md", Neighbour);
        await quiet.PostAsync("a.md", Original);
        Clock.Now += TimeSpan.FromMinutes(1);

        await AssertRejectedWithoutTraceAsync(quiet, Broken(where, status), "b.md", Correction);

        Assert.AreEqual("0 2 2", await CountsAsync(quiet));

        Clock.Now += TimeSpan.FromMinutes(1);
        Assert.AreEqual(CollectOutcome.Revised, (await quiet.PostAsync("b.md", Correction)).Uploads.Single().Outcome);
        Assert.IsEmpty(await new Truth(quiet).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_revision_leaves_the_other_listings_where_one_of_them_is_never_written(bool isFirst)
    {
        await using var quiet = await OpenAsync();
        await quiet.PostAsync("0.md", Neighbour);
        if (!isFirst)
        {
            await quiet.PostAsync("a.md", Original);
            Clock.Now += TimeSpan.FromMinutes(1);
        }

        var shown = 0;
        var refusing = new PressRoom(
            Storage,
            Clock,
            message =>
            {
                shown += Writes(message, "Listings(PartitionKey='all'") ? 1 : 0;
                return Writes(message, "Listings(PartitionKey='tag%3Akeyword%3Ajembatan'")
                    ? throw FaultOf(400)
                    : new(default(Func<ValueTask>?));
            }
        );

        await AssertRejectedWithoutTraceAsync(quiet, refusing, "b.md", isFirst ? Original : Correction);

        Assert.IsGreaterThan(1, shown, "It was in one and has left it.");
    }

    /// <summary>
    /// Listings are written two at once. All but one have the revision when that one refuses, and it is the first to refuse when they are
    /// to leave it.
    /// </summary>
    [TestMethod]
    public async Task A_revision_leaves_listings_also_that_were_still_to_come_when_another_refused()
    {
        await using var quiet = await OpenAsync();
        await quiet.PostAsync("0.md", Neighbour);
        var (entered, refused, isStopped) = (0, 0, false);
        var refusing = new PressRoom(
            Storage,
            Clock,
            async message =>
            {
                if (Writes(message, "Listings(PartitionKey='all'"))
                {
                    await UntilAsync(() => refused > 0 ? isStopped : entered > 1);
                    refused++;
                    throw FaultOf(400);
                }

                if (Writes(message, "Listings(PartitionKey='tag%3Akeyword"))
                {
                    entered++;
                    if (refused > 0 && !isStopped)
                    {
                        isStopped = true;
                        await UntilAsync(() => message.CancellationToken.IsCancellationRequested);
                    }
                }

                return null;
            },
            new Dictionary<string, string?> { ["Storage:AtOnce"] = "2" }
        );

        await AssertRejectedWithoutTraceAsync(quiet, refusing, "b.md", Correction);

        Assert.IsTrue(isStopped);
    }

    [TestMethod]
    public async Task A_blob_that_is_overwritten_between_a_failed_try_and_the_next_counts_as_a_rebuild_counts_it()
    {
        var isBroken = true;
        await using var room = await OpenAsync(Cutting(message => isBroken && Writes(message, "Payload0", "memory/Releases")));
        await room.UploadAsync("a.md", Original);
        await room.RunAsync();
        Clock.Now += TimeSpan.FromMinutes(1);
        await room.UploadAsync("a.md", Correction);
        isBroken = false;
        await room.RunAsync();
        await room.RunAsync();

        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now), string.Join('\n', room.Log.Lines));
        var before = await SeenAsync(room);
        Clock.Now += TimeSpan.FromMinutes(10);
        Assert.IsTrue((await room.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), CancellationToken.None))!.Done);

        Assert.AreEqual(before, await SeenAsync(room));
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    /// <summary>
    /// The translation is refused by one instance, since its original was withdrawn meanwhile, and the other dies in the middle of it.
    /// </summary>
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task An_original_that_is_kept_after_another_instance_refused_it_makes_no_revision_where_its_keeper_dies(bool dies)
    {
        await using var quiet = await OpenAsync();
        await quiet.PostAsync("a.md", Original);
        Clock.Now += TimeSpan.FromSeconds(5);
        await quiet.UploadAsync(
            "b.md",
            Texts.Release("Lengan Bridge Opened", "The governor opened the bridge.", "id: nj-3\nlanguage: en\ntranslationOf: nj-1\n")
        );
        var (kept, meanwhile) = (0, "");
        await using var slow = new PressRoom(
            Storage,
            Clock,
            async message =>
            {
                if (!Writes(message, "/accepted/") || kept++ > 0)
                {
                    return dies && kept > 0 ? throw new IOException("The process has died.") : null;
                }

                Clock.Now += TimeSpan.FromSeconds(5);
                await quiet.PostAsync("c.md", "---\nid: nj-1\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n");
                await quiet.RunAsync();
                meanwhile = await CountsAsync(quiet);
                return null;
            }
        );

        try
        {
            Assert.AreEqual(CollectOutcome.Rejected, (await slow.RunAsync()).Uploads.Single().Outcome, string.Join('\n', slow.Log.Lines));
        }
        catch (AggregateException) when (dies) { }

        Assert.AreEqual("0 2 2", meanwhile, "Refused, with its report.");
        await quiet.RunAsync();
        Assert.IsEmpty(await new Truth(quiet).FaultsAsync(Clock.Now));
        var before = await SeenAsync(quiet);
        Clock.Now += TimeSpan.FromMinutes(10);
        Assert.IsTrue((await quiet.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), CancellationToken.None))!.Done);

        Assert.AreEqual(before, await SeenAsync(quiet));
        var originals = await quiet.Service<AcceptedUploads>().ListAsync(CancellationToken.None).ToListAsync(CancellationToken.None);
        Assert.AreEqual("a.md c.md", string.Join(' ', originals.Select(original => original.Upload.Name).Order(StringComparer.Ordinal)));
    }

    /// <summary>
    /// Two instances take one upload. One stops before it writes the revision; the other writes it, and the answer is lost on its way.
    /// </summary>
    [TestMethod]
    public async Task What_is_noted_of_an_original_is_of_the_try_that_made_its_revision_also_where_its_answer_is_lost()
    {
        await using var quiet = await OpenAsync();
        await quiet.PostAsync("a.md", Original);
        Clock.Now += TimeSpan.FromSeconds(5);
        await quiet.UploadAsync("b.md", Correction);
        await using var lossy = new PressRoom(Storage, Clock, LosingTheFirstAnswer("revision:00000001"));
        var isFirst = true;
        await using var slow = new PressRoom(
            Storage,
            Clock,
            async message =>
            {
                if (isFirst && Writes(message, "revision:00000001"))
                {
                    isFirst = false;
                    Clock.Now += TimeSpan.FromSeconds(5);
                    await lossy.RunAsync();
                }

                return null;
            }
        );

        await slow.RunAsync();
        await quiet.RunAsync();

        var stored = (await new Truth(quiet).ReleasesAsync()).Values.Single();
        var originals = await quiet.Service<AcceptedUploads>().ListAsync(CancellationToken.None).ToListAsync(CancellationToken.None);
        var noted = originals.Single(original => original.Upload.Name == "b.md");
        Assert.IsFalse(isFirst);
        Assert.AreEqual((2, stored.WrittenAt), (noted.Revision, noted.CollectedAt));
        Assert.IsEmpty(await new Truth(quiet).FaultsAsync(Clock.Now));
    }

    /// <summary>That a press room whose storage is broken rejects an upload, and that all is then as it was.</summary>
    private async Task AssertRejectedWithoutTraceAsync(PressRoom quiet, PressRoom broken, string name, string text)
    {
        await using var room = broken;
        var before = await SeenAsync(quiet);
        await room.UploadAsync(name, text);

        var outcome = await RunUntilSettledAsync(room);

        Assert.AreEqual(CollectOutcome.Rejected, outcome, string.Join('\n', room.Log.Lines));
        Assert.AreEqual(before, await SeenAsync(quiet));
        Assert.IsEmpty(await new Truth(quiet).FaultsAsync(Clock.Now));
    }

    /// <summary>An instance whose first write of each run to a place fails: 500 stands for a fault of our own.</summary>
    private PressRoom Broken(string where, int status) =>
        new(Storage, Clock, message => Writes(message, where) && !hasFailed ? throw Fault(status) : new(default(Func<ValueTask>?)));

    private Exception Fault(int status)
    {
        hasFailed = true;
        return FaultOf(status);
    }

    /// <summary>What a call fails with: 500 stands for a fault of our own.</summary>
    internal static Exception FaultOf(int status) =>
        status == 500 ? new InvalidOperationException("A mistake of ours.") : new Azure.RequestFailedException(status, "InvalidInput");

    private async Task<CollectOutcome> RunUntilSettledAsync(PressRoom room)
    {
        for (var run = 1; ; run++)
        {
            hasFailed = false;
            var outcome = (await room.RunAsync()).Uploads.Single().Outcome;
            if (outcome is not CollectOutcome.Failed || run == 6)
            {
                return outcome;
            }
        }
    }

    private static async Task<string> CountsAsync(PressRoom room) =>
        $"{await CountAsync(room, Names.Incoming)} {await CountAsync(room, Names.Accepted)} {await CountAsync(room, Names.Rejected)}";
}

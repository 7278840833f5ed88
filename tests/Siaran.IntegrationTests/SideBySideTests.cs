using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;
using Siaran.Tagging;

namespace Siaran.IntegrationTests;

/// <summary>Uploads that come at once, that share what must be one release's alone, and that fail while others go on.</summary>
[TestClass]
public sealed class SideBySideTests : PressRoomTests
{
    [TestMethod]
    [DataRow(10)]
    [DataRow(40)]
    public async Task Many_releases_posted_at_the_same_time_are_all_taken(int together)
    {
        await using var office = await Office.OpenAsync();

        var statuses = await Task.WhenAll(
            Enumerable
                .Range(0, together)
                .Select(async number =>
                {
                    using var text = new StringContent(
                        Texts.Release($"Kabar nomor {number}", $"Kabar nomor {number} tentang hal ke-{number} di Baruna."),
                        System.Text.Encoding.UTF8,
                        "text/markdown"
                    );
                    using var answer = await office.Editor.PostAsync(new Uri("/releases", UriKind.Relative), text);
                    return (int)answer.StatusCode;
                })
        );

        CollectionAssert.AreEqual(Enumerable.Repeat(201, together).ToList(), statuses);
        Assert.HasCount(together, (await office.JsonAsync("/changes?limit=1000")).GetProperty("changes").EnumerateArray().ToList());
    }

    [TestMethod]
    public async Task Two_ids_that_begin_alike_never_share_an_address()
    {
        await using var room = await OpenAsync();
        await room.PostAsync(
            "a.md",
            Texts.Release("Kabar yang Sama", "Isi kabar yang pertama.", "id: 0a1b2c3d-0000-4000-8000-000000000001\n")
        );
        await room.PostAsync(
            "b.md",
            Texts.Release("Kabar yang Sama", "Isi kabar yang kedua, dan lain.", "id: 0a1b2c3d-1111-4000-8000-000000000002\n")
        );

        var releases = await new Truth(room).ReleasesAsync();
        var slugs = releases.Values.Select(stored => stored.Release.Slug).Order(StringComparer.Ordinal).ToList();
        CollectionAssert.AreEqual(new[] { "kabar-yang-sama-0a1b2c3d", "kabar-yang-sama-0a1b2c3d1111" }, slugs);
        Assert.AreEqual(
            "0a1b2c3d-0000-4000-8000-000000000001",
            (await room.Service<ReleaseTable>().FindIdAsync(slugs[0], CancellationToken.None)).ToString()
        );
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    public async Task Two_uploads_of_one_release_in_the_same_second_make_two_revisions_however_often_runs_are_cut_short()
    {
        for (var cut = 1; ; cut++)
        {
            var calls = 0;
            var broken = new MemoryStorage(Clock);
            await using var room = new PressRoom(
                broken,
                Clock,
                _ => calls++ > cut ? throw new IOException("The line to storage is cut.") : new(default(Func<ValueTask>?))
            );
            await using var quiet = new PressRoom(broken, Clock);
            await quiet.CreateAsync();
            await quiet.UploadAsync("a.md", Texts.Release("Jembatan Lengan Dibuka", frontMatter: "id: nj-1\n"));
            await quiet.UploadAsync("b.md", Texts.Release("Jembatan Lengan Resmi Dibuka", frontMatter: "id: nj-1\n"));
            for (var run = 0; run < 2; run++)
            {
                calls = 0;
                await IgnoringAsync(room.RunAsync);
            }

            await quiet.RunAsync();

            var stored = (await new Truth(quiet).ReleasesAsync()).Values.Single();
            Assert.AreEqual(2, stored.Release.Revision, $"after {cut} calls");
            Assert.AreEqual("Jembatan Lengan Resmi Dibuka", stored.Release.Content.Headline, $"after {cut} calls");
            Assert.IsEmpty(await new Truth(quiet).FaultsAsync(Clock.Now), $"after {cut} calls");
            Assert.AreEqual(0, await CountAsync(quiet, Names.Rejected), $"after {cut} calls");
            Assert.AreEqual(2, await CountAsync(quiet, Names.Accepted), $"after {cut} calls");
            if (calls <= cut)
            {
                return;
            }
        }
    }

    [TestMethod]
    public async Task A_correction_waits_for_the_original_that_could_not_be_read()
    {
        var isBroken = true;
        await using var room = await OpenAsync(Cutting(message => isBroken && Is(message, "GET", "/incoming/a.md")));
        await room.UploadAsync("a.md", Texts.Release("Jembatan Lengan Dibuka", frontMatter: "id: nj-1\n"));
        Clock.Now += TimeSpan.FromSeconds(5);
        await room.UploadAsync("b.md", Texts.Release("Jembatan Lengan Resmi Dibuka", frontMatter: "id: nj-1\nrevision: major\n"));
        await room.UploadAsync("c.md", Texts.Release("Panen Raya", "Petani menuai padi lebih awal tahun ini."));

        var broken = await room.RunAsync();
        isBroken = false;
        var mended = await room.RunAsync();

        Assert.AreEqual("Failed Failed Created", string.Join(' ', broken.Uploads.Select(upload => upload.Outcome)));
        Assert.AreEqual("Created Revised", string.Join(' ', mended.Uploads.Select(upload => upload.Outcome)));
        var corrected = (await new Truth(room).ReleasesAsync()).Values.Single(stored => stored.Release.Revision == 2);
        Assert.StartsWith("jembatan-lengan-dibuka-", corrected.Release.Slug);
        Assert.AreEqual(0, await CountAsync(room, Names.Rejected));
    }

    [TestMethod]
    public async Task An_upload_that_made_a_revision_is_not_rejected_when_a_newer_one_came_before_it_was_closed()
    {
        var isCut = false;
        await using var room = await OpenAsync(
            Cutting(message =>
                isCut
                && message.Request.Method.Method != "GET"
                && message.Request.Uri.ToString().Contains("/Intake", StringComparison.Ordinal)
            )
        );
        await room.UploadAsync("a.md", Texts.Release("Jembatan Lengan Dibuka", frontMatter: "id: nj-1\n"));
        await using var killed = new PressRoom(
            Storage,
            Clock,
            Cutting(message => message.Request.Uri.ToString().Contains("/Listings", StringComparison.Ordinal))
        );
        await IgnoringAsync(killed.RunAsync);
        Clock.Now += TimeSpan.FromMinutes(1);
        isCut = true;
        await room.PostAsync("b.md", Texts.Release("Jembatan Lengan Resmi Dibuka", frontMatter: "id: nj-1\nrevision: major\n"));
        isCut = false;

        var run = await room.RunAsync();

        Assert.AreEqual("Created Revised", string.Join(' ', run.Uploads.Select(upload => upload.Outcome)));
        Assert.AreEqual(0, await CountAsync(room, Names.Rejected));
        Assert.AreEqual(2, (await new Truth(room).ReleasesAsync()).Values.Single().Release.Revision);
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    public async Task What_storage_will_never_take_is_rejected_with_a_report_and_what_fails_by_its_own_fault_after_some_tries()
    {
        var isRefused = true;
        await using var room = await OpenAsync(message =>
            message.Request.Uri.ToString().Contains("/Releases", StringComparison.Ordinal) && message.Request.Method.Method is "POST"
                ? throw (
                    isRefused
                        ? new Azure.RequestFailedException(400, "PropertyValueTooLarge")
                        : new InvalidOperationException("A mistake of ours.")
                )
                : new(default(Func<ValueTask>?))
        );
        await room.CreateAsync();
        await room.UploadAsync("a.md", Texts.Release("Kabar A"));
        Assert.AreEqual(CollectOutcome.Rejected, (await room.RunAsync()).Uploads.Single().Outcome);
        isRefused = false;
        await room.UploadAsync("b.md", Texts.Release("Kabar B", "Lain sama sekali."));

        var outcomes = new List<CollectOutcome>();
        for (var run = 0; run < 5; run++)
        {
            outcomes.Add((await room.RunAsync()).Uploads.Single().Outcome);
        }

        Assert.AreEqual("Failed Failed Failed Failed Rejected", string.Join(' ', outcomes));
        Assert.AreEqual(4, await CountAsync(room, Names.Rejected));
        Assert.AreEqual(0, await CountAsync(room, Names.Incoming));
    }

    [TestMethod]
    public async Task A_text_that_repeats_itself_for_ever_gives_tags_that_a_table_takes()
    {
        await using var room = new PressRoom(Storage, Clock, taggers: new TaggerFactory());
        await room.CreateAsync();

        var run = await room.PostAsync(
            "a.md",
            Texts.Release("Kabar Dinas", string.Concat(Enumerable.Repeat("Dinas dan ", 6000)) + "lainnya hadir.")
        );

        Assert.AreEqual(CollectOutcome.Created, run.Uploads.Single().Outcome, string.Join('\n', room.Log.Lines));
        Assert.IsLessThan(201, run.Uploads.Single().Release!.Tags.Max(tag => tag.Label.Length));
    }

    [TestMethod]
    public async Task A_rebuild_that_died_is_gone_on_with_by_the_timer()
    {
        await using var room = await OpenAsync();
        await room.PostAsync("a.md", Texts.Release());
        Assert.IsFalse((await room.Service<TableRebuilder>().StepAsync(TimeSpan.Zero, CancellationToken.None))!.Done);
        var progress = room.Service<RebuildProgress>();
        var (state, version) = (await progress.FindAsync(CancellationToken.None))!;
        await progress.TryStoreAsync(state with { HeldUntil = Clock.Now + TimeSpan.FromMinutes(3) }, version, CancellationToken.None);
        await room.UploadAsync("b.md", Texts.Release("Panen Raya", "Petani menuai padi lebih awal tahun ini."));
        var ages = new ConcurrentBag<double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, to) =>
            {
                if (instrument.Name == "siaran.rebuild.age")
                {
                    to.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, age, _, _) => ages.Add(age));
        listener.Start();

        Clock.Now += TimeSpan.FromSeconds(97);
        await room.RunAsync();
        var waiting = await room.Service<IntakeTable>().FindRunAsync(CancellationToken.None);
        Clock.Now += TimeSpan.FromMinutes(4);
        await room.RunAsync();
        await room.RunAsync();

        Assert.AreEqual(StillClock.Start, waiting!.RebuildingSince);
        Assert.Contains(97.0, ages);
        Assert.IsNull(await progress.FindAsync(CancellationToken.None));
        Assert.HasCount(2, await new Truth(room).ReleasesAsync());
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    private static async Task IgnoringAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception ex) when (ex is IOException or AggregateException)
        {
            // As a process that is killed.
        }
    }
}

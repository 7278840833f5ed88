using Siaran.Actors;
using Siaran.Ingest;
using Siaran.Intake;
using Siaran.IntegrationTests.Memory;
using Siaran.Listings;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>A translation names its original. Both pages link each other, and none is public before the original.</summary>
[TestClass]
public sealed class TranslationTests : PressRoomTests
{
    private static readonly TimeSpan Tomorrow = TimeSpan.FromDays(1);

    private static readonly ReleaseId Id = ReleaseId.FromEditorKey("asli");
    private static readonly ReleaseId TranslationId = ReleaseId.FromEditorKey("terjemahan");

    private static readonly ValueTask<Func<ValueTask>?> Pass = new(default(Func<ValueTask>?));

    /// <summary>What storage will refuse tomorrow too.</summary>
    private static Azure.RequestFailedException Never() => new(400, "InvalidInput");

    private static string InTime(TimeSpan time) => $"publishAt: {StillClock.Start + time:yyyy-MM-dd'T'HH:mm:ss'Z'}\n";

    private static string Original(string frontMatter = "") => Texts.Release(frontMatter: "id: asli\n" + frontMatter);

    private static string Translation(string frontMatter = "translationOf: asli\n") =>
        Texts.Release(
            "Lengan Bridge Opened",
            "The governor opened the Lengan Bridge. People of two districts are connected now.",
            "id: terjemahan\nlanguage: en\n" + frontMatter
        );

    [TestMethod]
    public async Task Original_and_translations_link_each_other_whichever_comes_first()
    {
        await using var room = await OpenAsync();
        await room.UploadAsync("b.md", Original());
        await room.UploadAsync("a.md", Translation());
        await room.RunAsync();
        Clock.Now += TimeSpan.FromMinutes(1);
        await room.PostAsync(
            "c.md",
            Texts.Release("Kreteg Lengan Dibukak", "Gubernur mbukak Kreteg Lengan.", "id: jawa\nlanguage: jv\ntranslationOf: terjemahan\n")
        );

        Assert.AreEqual("en jv", await LinkedAsync(room, Id));
        Assert.AreEqual("id jv", await LinkedAsync(room, TranslationId));
        Assert.AreEqual("en id", await LinkedAsync(room, ReleaseId.FromEditorKey("jawa")));
        Assert.AreEqual(
            Id,
            (await FindAsync(room, ReleaseId.FromEditorKey("jawa"))).TranslationOf,
            "The original of the translation it named."
        );
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    public async Task At_the_end_of_an_embargo_both_come_out_in_one_run_and_nothing_of_them_before()
    {
        await using var room = await OpenAsync();
        await room.PostAsync("a.md", Original(InTime(Tomorrow)));
        await room.PostAsync("b.md", Translation());

        Clock.Now = StillClock.Start + Tomorrow - TimeSpan.FromSeconds(1);
        await room.RunAsync();
        Assert.AreEqual("", await ListedAsync(room));
        Assert.IsNull(await LinkedAsync(room, TranslationId));
        Assert.AreEqual(StillClock.Start + Tomorrow, (await FindAsync(room, TranslationId)).PublishAt);

        Clock.Now = StillClock.Start + Tomorrow;
        var run = await room.RunAsync();

        Assert.HasCount(2, run.Released);
        Assert.AreEqual("id", await LinkedAsync(room, TranslationId));
        Assert.AreEqual("en", await LinkedAsync(room, Id));
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    public async Task An_embargo_of_the_original_that_is_moved_moves_the_translation_but_never_before_its_own()
    {
        await using var room = await OpenAsync();
        await room.PostAsync("a.md", Original(InTime(Tomorrow)));
        await room.PostAsync("b.md", Translation("translationOf: asli\n" + InTime(2 * Tomorrow)));

        await CorrectAsync(room, InTime(3 * Tomorrow));
        Assert.AreEqual(StillClock.Start + (3 * Tomorrow), (await FindAsync(room, TranslationId)).PublishAt);

        await CorrectAsync(room, InTime(TimeSpan.FromHours(1)));
        var moved = await FindAsync(room, TranslationId);
        Assert.AreEqual(StillClock.Start + (2 * Tomorrow), moved.PublishAt);
        Assert.AreEqual(moved.PublishAt, moved.UpdatedAt);

        // A correction of the translation that says nothing of the original changes neither.
        Clock.Now += TimeSpan.FromMinutes(1);
        await room.PostAsync("b.md", Translation("summary: A bridge.\n"));
        Assert.AreEqual((Id, moved.PublishAt), (moved.TranslationOf, (await FindAsync(room, TranslationId)).PublishAt));

        Clock.Now = StillClock.Start + (2 * Tomorrow);
        await room.RunAsync();
        Assert.AreEqual("id", await LinkedAsync(room, TranslationId));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task An_original_that_was_taken_back_and_comes_again_brings_its_translation_with_it(bool isCut)
    {
        await using var quiet = await OpenAsync();
        await using (var broken = new PressRoom(Storage, Clock, message => Writes(message, "/Listings(") ? throw Never() : Pass))
        {
            await broken.UploadAsync("a.md", Original());
            await broken.UploadAsync("b.md", Translation("translationOf: asli\n" + InTime(Tomorrow)));
            var run = await broken.RunAsync();
            Assert.AreEqual("Created Rejected", string.Join(' ', run.Uploads.Select(upload => upload.Outcome.ToString()).Order()));
        }

        Clock.Now += TimeSpan.FromMinutes(1);
        if (isCut)
        {
            // The run dies when the original is stored once more.
            var isStored = false;
            await using var dying = new PressRoom(
                Storage,
                Clock,
                message =>
                    isStored ? throw new IOException("The line to storage is cut.")
                    : Writes(message, "/Releases", $"\"PartitionKey\":\"{Id}\"", "\"current\"")
                        ? new(() =>
                        {
                            isStored = true;
                            return ValueTask.CompletedTask;
                        })
                    : Pass
            );
            await dying.UploadAsync("a.md", Original());
            await Assert.ThrowsAsync<Exception>(() => dying.RunAsync());
            Assert.IsTrue(isStored);
            await quiet.RunAsync();
        }
        else
        {
            await quiet.PostAsync("a.md", Original());
        }

        Assert.AreEqual("id", await ListedAsync(quiet));
        Clock.Now = StillClock.Start + Tomorrow;
        await quiet.RunAsync();
        Assert.AreEqual("en id", await ListedAsync(quiet));
        Assert.IsEmpty(await new Truth(quiet).FaultsAsync(Clock.Now));
    }

    /// <summary>The original is withdrawn just before the translation is stored, by an instance that takes the translation along.</summary>
    [TestMethod]
    public async Task An_upload_that_one_instance_refuses_and_another_takes_is_decided_once()
    {
        await using var quick = await OpenAsync();
        await quick.PostAsync("a.md", Original());
        Clock.Now += TimeSpan.FromMinutes(1);
        var isLate = false;
        await using var slow = new PressRoom(
            Storage,
            Clock,
            async message =>
            {
                if (!isLate && Writes(message, "/Releases", $"\"PartitionKey\":\"{TranslationId}\"", "\"current\""))
                {
                    isLate = true;
                    Clock.Now += TimeSpan.FromSeconds(1);
                    await quick.PostAsync("c.md", "---\nid: asli\nstatus: withdrawn\nwithdrawnReason: keliru\n---\n");
                }

                return null;
            }
        );

        var run = await slow.PostAsync("b.md", Translation());

        Assert.IsTrue(isLate);
        Assert.AreEqual("nothing-to-translate", ErrorOf(run).Code);
        Assert.IsNull(await quick.Service<ReleaseTable>().FindAsync(TranslationId, CancellationToken.None));
        Assert.AreEqual(
            "0 2 2",
            $"{await CountAsync(quick, Names.Incoming)} {await CountAsync(quick, Names.Accepted)} {await CountAsync(quick, Names.Rejected)}"
        );
        Assert.IsEmpty(await new Truth(quick).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    public async Task An_original_whose_translation_cannot_follow_it_back_is_rejected_and_nothing_of_it_stays()
    {
        await using var quiet = await OpenAsync();
        await using (var broken = new PressRoom(Storage, Clock, message => Writes(message, "/Listings(") ? throw Never() : Pass))
        {
            await broken.UploadAsync("a.md", Original());
            await broken.UploadAsync("b.md", Translation("translationOf: asli\n" + InTime(Tomorrow)));
            await broken.RunAsync();
        }

        Clock.Now += TimeSpan.FromMinutes(1);
        var hasFailed = false;
        await using (
            var broken = new PressRoom(
                Storage,
                Clock,
                message =>
                {
                    var fails = !hasFailed && Writes(message, $"{TranslationId}", "embargoes");
                    hasFailed |= fails;
                    return fails ? throw Never() : Pass;
                }
            )
        )
        {
            var run = await broken.PostAsync("a.md", Original());
            Assert.AreEqual(CollectOutcome.Rejected, run.Uploads.Single().Outcome, string.Join('\n', broken.Log.Lines));
            Assert.IsTrue(hasFailed);
        }

        Assert.IsNull(await quiet.Service<ReleaseTable>().FindAsync(Id, CancellationToken.None));
        Assert.AreEqual("", await ListedAsync(quiet));
        Assert.IsEmpty(await new Truth(quiet).FaultsAsync(Clock.Now));

        Clock.Now += TimeSpan.FromMinutes(1);
        await quiet.PostAsync("a.md", Original());
        Assert.AreEqual("id", await ListedAsync(quiet));
        Clock.Now = StillClock.Start + Tomorrow;
        await quiet.RunAsync();
        Assert.AreEqual("en id", await ListedAsync(quiet));
        Assert.IsEmpty(await new Truth(quiet).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    public async Task While_an_original_is_withdrawn_unseen_its_translation_waits_and_comes_out_with_it()
    {
        await using var room = await OpenAsync();
        await room.PostAsync("a.md", Original(InTime(Tomorrow)));
        await room.PostAsync("b.md", Translation());
        Clock.Now += TimeSpan.FromMinutes(1);
        await room.PostAsync("a.md", Original("status: withdrawn\nwithdrawnReason: batal\n"));

        Clock.Now = StillClock.Start + (30 * Tomorrow);
        await room.RunAsync();
        Assert.AreEqual("", await ListedAsync(room));
        Assert.AreEqual(Visibility.Embargoed, (await FindAsync(room, TranslationId)).VisibilityAt(Clock.Now));

        await CorrectAsync(room, "status: published\n");
        await room.RunAsync();
        Assert.AreEqual("en id", await ListedAsync(room));
        Assert.AreEqual("id", await LinkedAsync(room, TranslationId));
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    public async Task A_link_ends_with_either_page_or_by_the_word_of_an_editor()
    {
        await using var room = await OpenAsync();
        await room.PostAsync("a.md", Original());
        await room.PostAsync("b.md", Translation());
        Clock.Now += TimeSpan.FromMinutes(1);

        await room.PostAsync("b.md", Translation("translationOf: none\n"));
        Assert.AreEqual("", await LinkedAsync(room, Id));
        Assert.AreEqual("", await LinkedAsync(room, TranslationId));
        Clock.Now += TimeSpan.FromMinutes(1);

        await room.PostAsync("b.md", Translation());
        Assert.AreEqual("en", await LinkedAsync(room, Id));
        Clock.Now += TimeSpan.FromMinutes(1);

        await room.PostAsync("a.md", Original("status: withdrawn\nwithdrawnReason: keliru\n"));
        Assert.AreEqual("", await LinkedAsync(room, TranslationId));
        Assert.AreEqual("en", await ListedAsync(room), "A translation stays until it is withdrawn itself.");
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    [DataRow("translationOf: tiada\n", "nothing-to-translate")]
    [DataRow("translationOf: terjemahan\n", "translates-itself")]
    [DataRow("translationOf: asli\nlanguage: id\n", "same-language")]
    public async Task What_cannot_be_a_translation_is_rejected_and_says_why(string frontMatter, string code)
    {
        await using var room = await OpenAsync();
        await room.PostAsync("a.md", Original());
        await room.PostAsync("b.md", Translation(""));
        Clock.Now += TimeSpan.FromMinutes(1);

        var text = Translation(frontMatter);
        var run = await room.PostAsync("b.md", frontMatter.Contains("language") ? text.Replace("language: en\n", "") : text);

        Assert.AreEqual(CollectOutcome.Rejected, run.Uploads.Single().Outcome);
        Assert.Contains(code, run.Uploads.Single().Report.Findings.Select(finding => finding.Code).ToList());
        Assert.AreEqual("en id", await ListedAsync(room));
    }

    [TestMethod]
    public async Task An_original_of_translations_translates_nothing_and_what_is_public_waits_for_nothing()
    {
        await using var room = await OpenAsync();
        await room.PostAsync("a.md", Original());
        await room.PostAsync("b.md", Translation());
        await room.PostAsync("c.md", Texts.Release("Kreteg", "Gubernur mbukak kreteg.", "id: nanti\nlanguage: jv\n" + InTime(Tomorrow)));
        Clock.Now += TimeSpan.FromMinutes(1);

        var circle = await room.PostAsync("a.md", Original("translationOf: nanti\n"));
        var seen = await room.PostAsync("b.md", Translation("translationOf: nanti\n"));

        Assert.AreEqual("translates-itself", ErrorOf(circle).Code);
        Assert.AreEqual("original-not-public", ErrorOf(seen).Code);
        Assert.AreEqual("en", await LinkedAsync(room, Id));
    }

    [TestMethod]
    public async Task Another_offices_release_is_as_none_whether_it_is_public_or_not_and_gets_no_link()
    {
        await using var room = await OpenAsync();
        var register = new OfficeRegister
        {
            Offices = [new PressOffice("kominfo", "Diskominfo Nusa Jaya"), new PressOffice("bpbd", "BPBD Nusa Jaya")],
            Holders =
            [
                new Holder(HolderKind.Folder, "kominfo", "Kominfo", ["kominfo"]),
                new Holder(HolderKind.Folder, "bpbd", "BPBD", ["bpbd"]),
            ],
        };
        await room.Service<OfficeTable>().TryWriteAsync(register, null, CancellationToken.None);
        Clock.Now += TimeSpan.FromHours(1);
        var own = (await room.PostAsync("kominfo/a.md", Original(InTime(Tomorrow)))).Uploads.Single().Release!.Release.Id;
        var open = (await room.PostAsync("kominfo/b.md", Texts.Release(frontMatter: "id: terbuka\n"))).Uploads.Single().Release!.Release;

        var reports = new List<string>();
        foreach (var name in new[] { "asli", own.ToString(), "terbuka", open.Id.ToString(), open.Slug, Guid.NewGuid().ToString() })
        {
            var text = Translation($"translationOf: {name}\nagency: BPBD Nusa Jaya\n").Replace("agency: Diskominfo Nusa Jaya\n", "");
            var finding = ErrorOf(await room.PostAsync($"bpbd/{reports.Count}.md", text));
            reports.Add($"{finding.Code} {finding.English.Replace(name, "X")}");
        }

        Assert.HasCount(1, reports.Distinct(), string.Join('\n', reports));
        Assert.StartsWith("nothing-to-translate", reports[0]);
        Assert.AreEqual("", await LinkedAsync(room, open.Id));

        var mine = await room.PostAsync("kominfo/c.md", Translation());
        Assert.AreEqual(StillClock.Start + Tomorrow, mine.Uploads.Single().Release!.Release.PublishAt);
    }

    [TestMethod]
    public async Task A_rebuild_makes_the_same_of_originals_and_translations()
    {
        await using var room = await OpenAsync();
        await room.PostAsync("a.md", Original(InTime(Tomorrow)));
        await room.PostAsync("b.md", Translation());
        await CorrectAsync(room, InTime(2 * Tomorrow));
        var waiting = await StateAsync(room);
        Assert.AreEqual(waiting, await RebuiltAsync(room));

        Clock.Now = StillClock.Start + (2 * Tomorrow);
        await room.RunAsync();
        var open = await StateAsync(room);

        Assert.AreEqual(open, await RebuiltAsync(room));
        Assert.AreNotEqual(waiting, open);
    }

    [TestMethod]
    public async Task Wherever_a_later_embargo_of_the_original_is_cut_short_the_translation_is_not_public_before_it()
    {
        var cuts = 0;
        for (var last = 1; ; last++)
        {
            var (storage, clock) = (new MemoryStorage(Clock), Clock);
            Clock.Now = StillClock.Start;
            await using (var quiet = new PressRoom(storage, clock))
            {
                await quiet.CreateAsync();
                await quiet.PostAsync("a.md", Original(InTime(Tomorrow)));
                await quiet.PostAsync("b.md", Translation());
                Clock.Now += TimeSpan.FromMinutes(1);
                await quiet.UploadAsync("a.md", Original("revision: minor\n" + InTime(2 * Tomorrow)));
            }

            var writes = 0;
            await using (
                var dying = new PressRoom(
                    storage,
                    clock,
                    Cutting(message => message.Request.Method.Method is not "GET" && Interlocked.Increment(ref writes) >= last)
                )
            )
            {
                try
                {
                    await dying.RunAsync();
                }
                catch (Exception ex) when (ex is IOException or AggregateException or Azure.RequestFailedException)
                {
                    // That is the death.
                }
            }

            await using var next = new PressRoom(storage, clock);
            var (original, translation) = (await FindAsync(next, Id), await FindAsync(next, TranslationId));
            Assert.IsGreaterThanOrEqualTo(original.PublishAt, translation.PublishAt, $"Cut at write {last}.");
            await next.RunAsync();
            Assert.AreEqual(StillClock.Start + (2 * Tomorrow), (await FindAsync(next, TranslationId)).PublishAt, $"Cut at write {last}.");
            if (writes < last)
            {
                break;
            }

            cuts++;
        }

        Assert.IsGreaterThan(5, cuts);
    }

    private async Task CorrectAsync(PressRoom room, string frontMatter)
    {
        Clock.Now += TimeSpan.FromMinutes(1);
        Assert.AreEqual(
            CollectOutcome.Revised,
            (await room.PostAsync("a.md", Original("revision: minor\n" + frontMatter))).Uploads.Single().Outcome
        );
    }

    private static Finding ErrorOf(CollectRun run) =>
        run.Uploads.Single().Report.Findings.Single(finding => finding.Severity is Severity.Error);

    private static async Task<Release> FindAsync(PressRoom room, ReleaseId id) =>
        (await room.Service<ReleaseTable>().FindAsync(id, CancellationToken.None))!.Release;

    /// <summary>The languages that a release's page links; null where it has no list.</summary>
    private static async Task<string?> LinkedAsync(PressRoom room, ReleaseId id) =>
        await room.Service<RelatedTable>().FindAsync(id, CancellationToken.None) is { List: RelatedList list }
            ? string.Join(' ', list.Translations.Select(one => one.Language))
            : null;

    /// <summary>The languages in the feed of all.</summary>
    private static async Task<string> ListedAsync(PressRoom room)
    {
        var entries = (await room.Service<ListingTable>().ReadAsync(FeedKey.All, CancellationToken.None))?.Entries ?? [];
        return string.Join(' ', entries.OfType<ListingEntry.Live>().Select(entry => entry.Tagged.Release.Content.Language).Order());
    }

    private static async Task<string> StateAsync(PressRoom room)
    {
        var lines = new List<string> { await ListedAsync(room) };
        foreach (var id in new[] { Id, TranslationId })
        {
            var release = await FindAsync(room, id);
            lines.Add(
                $"{release.Slug} {release.Revision} {release.PublishAt:O} {release.UpdatedAt:O} {release.AskedAt:O} {release.TranslationOf} {await LinkedAsync(room, id)}"
            );
        }

        return string.Join('\n', lines);
    }

    private async Task<string> RebuiltAsync(PressRoom room)
    {
        Clock.Now += TimeSpan.FromMinutes(10);
        Assert.IsTrue((await room.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), CancellationToken.None))!.Done);
        return await StateAsync(room);
    }
}

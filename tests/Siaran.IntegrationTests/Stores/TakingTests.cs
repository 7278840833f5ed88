using Siaran.Actors;
using Siaran.Ingest;
using Siaran.Intake;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>Of which release an upload speaks, what becomes of it, and what its report says of that.</summary>
[TestClass]
public sealed class TakingTests : PressRoomTests
{
    private const string Bridge = "Jembatan Lengan Dibuka";
    private const string Market = "Pasar Selasih Direnovasi";
    private const string MarketBody = "Bupati meninjau Pasar Selasih. Pedagang pindah ke tempat sementara selama empat bulan.";

    private static readonly string OfTransport = Texts
        .Release(frontMatter: "id: nj-1\n")
        .Replace("agency: Diskominfo Nusa Jaya", "agency: Dinas Perhubungan", StringComparison.Ordinal);

    private static readonly OfficeRegister Register = new()
    {
        Offices = [new PressOffice("dishub", "Dinas Perhubungan"), new PressOffice("dinkes", "Dinas Kesehatan")],
        Holders = [Folder("dishub", "dishub"), Folder("dinkes", "dinkes"), Folder("setda", "dinkes", "dishub")],
    };

    [TestMethod]
    public async Task A_new_release_and_its_revision_are_reported_with_id_and_address()
    {
        await using var room = await OpenAsync();

        var made = await TakeAsync(room, "a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        var revised = await TakeAsync(
            room,
            "a.md",
            Texts.Release(body: "Gubernur membuka Jembatan Lengan di Baruna.", frontMatter: "id: nj-1\n")
        );
        var same = await TakeAsync(
            room,
            "b.md",
            Texts.Release(body: "Gubernur membuka Jembatan Lengan di Baruna.", frontMatter: "id: nj-1\n")
        );

        Assert.AreEqual("Created Revised Unchanged", $"{made.Outcome} {revised.Outcome} {same.Outcome}");
        foreach (var one in new[] { made, revised, same })
        {
            Assert.AreEqual(ReleaseId.FromEditorKey("nj-1").ToString(), one.Report.Id);
            Assert.AreEqual($"https://siaran.example/releases/{one.Release!.Release.Slug}", one.Report.Address?.AbsoluteUri);
            Assert.AreEqual(UploadOutcome.Accepted, one.Report.Outcome);
        }

        Assert.AreEqual("unchanged: nj-1", Said(same, "unchanged", "nj-1"));
        Assert.AreEqual(2, same.Release!.Release.Revision);
    }

    [TestMethod]
    public async Task A_text_belongs_to_the_release_that_said_it_first_also_after_a_correction()
    {
        await using var room = await OpenAsync();
        var (old, corrected) = (
            Texts.Release(),
            Texts.Release(body: "Gubernur membuka Jembatan Lengan. Warga tiga kecamatan kini terhubung.")
        );
        var first = await TakeAsync(room, "a.md", old);
        Assert.AreEqual(CollectOutcome.Revised, (await TakeAsync(room, "a.md", corrected)).Outcome);

        var copyOfNew = await TakeAsync(room, "b.md", corrected);
        var copyOfOld = await TakeAsync(room, "c.md", old);

        Assert.AreEqual("Unchanged Unchanged", $"{copyOfNew.Outcome} {copyOfOld.Outcome}");
        Assert.AreEqual(first.Report.Id, copyOfNew.Report.Id);
        Assert.AreEqual(first.Report.Id, copyOfOld.Report.Id);
        Assert.AreEqual(2, copyOfOld.Release!.Release.Revision, "An old copy does not turn it back.");
        Assert.HasCount(1, await ReleasesAsync(room));
    }

    [TestMethod]
    public async Task A_name_speaks_of_the_same_release_only_where_the_text_is_like_it()
    {
        await using var room = await OpenAsync();
        await TakeAsync(room, "siaran.md", Texts.Release());

        Assert.AreEqual(CollectOutcome.Created, (await TakeAsync(room, "siaran.md", Texts.Release(Market, MarketBody))).Outcome);
        Assert.AreEqual(
            CollectOutcome.Revised,
            (await TakeAsync(room, "siaran.md", Texts.Release(Market, MarketBody + " Biayanya dua miliar rupiah."))).Outcome
        );
        Assert.HasCount(2, await ReleasesAsync(room));
    }

    [TestMethod]
    public async Task A_key_that_was_copied_with_a_template_takes_no_release_over()
    {
        await using var room = await OpenAsync();
        await TakeAsync(room, "a.md", Texts.Release(frontMatter: "id: nj-1\n"));

        var copied = await TakeAsync(room, "b.md", Texts.Release(Market, MarketBody, "id: nj-1\n"));
        var own = await TakeAsync(room, "a.md", Texts.Release(Market, MarketBody, "id: nj-1\n"));
        var moved = await TakeAsync(room, "c.md", Texts.Release(Market, MarketBody + " Biayanya dua miliar rupiah.", "id: nj-1\n"));

        Assert.AreEqual("Rejected Revised Revised", $"{copied.Outcome} {own.Outcome} {moved.Outcome}");
        Assert.AreEqual("id-taken: nj-1 a.md", Said(copied, "id-taken", "nj-1", "a.md"));
        Assert.AreEqual(UploadOutcome.Rejected, copied.Report.Outcome);
        Assert.IsNull(copied.Report.Address);
    }

    [TestMethod]
    public async Task What_names_another_release_in_vain_is_told_by_the_name_that_it_gave()
    {
        await using var room = await OpenAsync();
        await TakeAsync(room, "a.md", Texts.Release(frontMatter: "id: nj-1\nlang: id\n"));

        Assert.AreEqual(
            "nothing-to-translate: nj-9",
            Said(await TakeAsync(room, "b.md", English("nj-en", "nj-9")), "nothing-to-translate", "nj-9")
        );
        Assert.AreEqual(
            "translates-itself: nj-1",
            Said(await TakeAsync(room, "a.md", English("nj-1", "nj-1")), "translates-itself", "nj-1")
        );
        Assert.AreEqual(
            "same-language: nj-1",
            Said(
                await TakeAsync(room, "d.md", Texts.Release(Market, MarketBody, "id: nj-2\nlang: id\ntranslationOf: nj-1\n")),
                "same-language",
                "nj-1"
            )
        );
        Assert.AreEqual(
            "nothing-to-withdraw: nj-8",
            Said(
                await TakeAsync(room, "e.md", "---\nid: nj-8\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n"),
                "nothing-to-withdraw",
                "nj-8"
            )
        );
        Assert.HasCount(1, await ReleasesAsync(room));
    }

    [TestMethod]
    public async Task A_translation_waits_with_its_original_and_is_told_so()
    {
        await using var room = await OpenAsync();
        var end = Clock.Now.AddHours(1);
        await TakeAsync(room, "a.md", Texts.Release(frontMatter: $"id: nj-1\nlang: id\npublishAt: {end:yyyy-MM-ddTHH:mm:ssZ}\n"));

        var waits = await TakeAsync(room, "b.md", English("nj-en", "nj-1"));
        Clock.Now = end;
        await room.RunAsync();
        var late = await TakeAsync(room, "c.md", English("nj-en2", "nj-1", "The Bridge Is Open at Last"));

        Assert.Contains("waits-for-original", Codes(waits));
        Assert.AreEqual(end, waits.Release!.Release.PublishAt);
        Assert.DoesNotContain("waits-for-original", Codes(late));
    }

    [TestMethod]
    public async Task A_topic_that_nobody_knows_is_told_in_the_report_of_the_revision_that_has_it()
    {
        await using var room = await OpenAsync();
        var (with, without) = (
            Texts.Release(frontMatter: "id: nj-1\ntags: [topic:perdagangan-antarplanet]\n"),
            Texts.Release(frontMatter: "id: nj-1\n")
        );

        Assert.Contains("unknown-topic", Codes(await TakeAsync(room, "a.md", with)));
        Assert.DoesNotContain("unknown-topic", Codes(await TakeAsync(room, "a.md", without)));
    }

    [TestMethod]
    public async Task The_editor_who_saw_an_older_revision_is_told_both_numbers()
    {
        await using var room = await OpenAsync();
        await TakeAsync(room, "a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        await TakeAsync(room, "a.md", Texts.Release(body: "Gubernur membuka Jembatan Lengan di Baruna.", frontMatter: "id: nj-1\n"));

        var stale = await TakeAsync(
            room,
            "b.md",
            Texts.Release(body: "Gubernur membuka Jembatan Lengan sore ini.", frontMatter: "id: nj-1\n"),
            seen: 7
        );
        var same = await TakeAsync(
            room,
            "c.md",
            Texts.Release(body: "Gubernur membuka Jembatan Lengan di Baruna.", frontMatter: "id: nj-1\n"),
            seen: 1
        );
        var right = await TakeAsync(
            room,
            "d.md",
            Texts.Release(body: "Gubernur membuka Jembatan Lengan sore ini.", frontMatter: "id: nj-1\n"),
            seen: 2
        );
        var copied = await TakeAsync(room, "e.md", Texts.Release(Market, MarketBody, "id: nj-1\n"), seen: 1);

        Assert.AreEqual("Stale Unchanged Revised Rejected", $"{stale.Outcome} {same.Outcome} {right.Outcome} {copied.Outcome}");
        Assert.AreEqual("stale: nj-1 7 2", Said(stale, "stale", "nj-1", "7", "2"));
        Assert.AreEqual(UploadOutcome.Rejected, stale.Report.Outcome);
        Assert.AreEqual(stale.Release!.Release.Slug, stale.Report.Address!.Segments[^1]);
    }

    [TestMethod]
    public async Task Where_offices_are_kept_apart_neither_key_nor_text_nor_name_leads_to_the_release_of_another()
    {
        await using var room = await OpenAsync();
        await room.Service<OfficeTable>().TryWriteAsync(Register, null, default);
        await CollectAsync(room, "dishub/a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        await CollectAsync(room, "dishub/b.md", Texts.Release(Market, MarketBody));

        Assert.AreEqual("Created", await CollectAsync(room, "dinkes/a.md", Texts.Release(frontMatter: "id: nj-1\n")));
        Assert.AreEqual("Created", await CollectAsync(room, "dinkes/b.md", Texts.Release(Market, MarketBody)));
        Assert.AreEqual("Unchanged", await CollectAsync(room, "dinkes/c.md", Texts.Release(Market, MarketBody)));
        Assert.AreEqual(
            "Revised",
            await CollectAsync(
                room,
                "dinkes/a.md",
                Texts.Release(body: "Gubernur membuka Jembatan Lengan sore ini.", frontMatter: "id: nj-1\n")
            )
        );

        var releases = await ReleasesAsync(room);
        Assert.AreEqual("dinkes dinkes dishub dishub", string.Join(' ', releases.Select(one => one.Office).Order()));
        Assert.AreEqual(1, releases.Count(one => one.Revision == 2));
        Assert.AreEqual("dinkes", releases.Single(one => one.Revision == 2).Office);
    }

    [TestMethod]
    public async Task A_new_release_is_of_the_office_that_it_names_or_of_the_first_of_its_bringer()
    {
        await using var room = await OpenAsync();
        await room.Service<OfficeTable>().TryWriteAsync(Register, null, default);

        await CollectAsync(room, "setda/a.md", OfTransport);
        await CollectAsync(room, "setda/b.md", Texts.Release(Market, MarketBody, "id: nj-2\n"));

        var releases = await ReleasesAsync(room);
        Assert.AreEqual("dishub", releases.Single(one => one.Content.Headline == Bridge).Office);
        Assert.AreEqual("dinkes", releases.Single(one => one.Content.Headline == Market).Office);
        Assert.AreEqual("Rejected", await CollectAsync(room, "lain/a.md", Texts.Release(frontMatter: "id: nj-3\n")));
    }

    [TestMethod]
    public async Task A_release_of_before_the_register_is_of_the_office_that_its_agency_is()
    {
        await using var room = await OpenAsync();
        await CollectBeforeRegisterAsync(room);

        Assert.AreEqual("Created", await CollectAsync(room, "dinkes/a.md", Texts.Release(Market, MarketBody, "id: nj-1\n")));
        Assert.AreEqual(
            "Revised",
            await CollectAsync(room, "setda/a.md", OfTransport.Replace("dua kecamatan", "tiga kecamatan", StringComparison.Ordinal))
        );

        Assert.AreEqual("dishub", (await ReleasesAsync(room)).Single(one => one.Content.Headline == Bridge).Office);
    }

    [TestMethod]
    public async Task A_withdrawal_names_no_agency_and_leaves_a_release_of_before_the_register_to_the_office_that_it_is_of()
    {
        await using var room = await OpenAsync();
        var id = await CollectBeforeRegisterAsync(room);

        Assert.AreEqual(
            "Revised",
            await CollectAsync(room, "setda/b.md", $"---\nid: {id}\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n")
        );

        var withdrawn = (await ReleasesAsync(room)).Single();
        Assert.AreEqual(("dishub", ReleaseStatus.Withdrawn), (withdrawn.Office, withdrawn.Status));
        Assert.AreEqual("dishub", (await room.Service<IntakeTable>().FindAsync("setda/b.md", default))!.Office);
    }

    [TestMethod]
    public async Task What_is_refused_is_noted_for_the_office_of_its_bringer()
    {
        await using var room = await OpenAsync();
        await room.Service<OfficeTable>().TryWriteAsync(Register, null, default);

        Assert.AreEqual("Rejected", await CollectAsync(room, "dinkes/a.md", "---\nid: [\n---\nRusak\n"));

        Assert.AreEqual("dinkes", (await room.Service<IntakeTable>().FindAsync("dinkes/a.md", default))!.Office);
    }

    [TestMethod]
    public async Task A_release_is_as_old_as_its_upload_and_never_younger_than_its_collecting()
    {
        await using var room = await OpenAsync();
        await room.UploadAsync("a.md", Texts.Release());
        Clock.Now += TimeSpan.FromMinutes(10);
        await room.RunAsync();
        await room.UploadAsync("b.md", Texts.Release(Market, MarketBody));
        // The clock of storage is ahead of ours.
        Clock.Now -= TimeSpan.FromMinutes(7);
        await room.RunAsync();

        var releases = (await ReleasesAsync(room)).ToDictionary(one => one.Content.Headline);
        Assert.AreEqual((StillClock.Start, StillClock.Start), (releases[Bridge].UploadedAt, releases[Bridge].PublishAt));
        Assert.AreEqual((Clock.Now, Clock.Now), (releases[Market].UploadedAt, releases[Market].PublishAt));
    }

    [TestMethod]
    public async Task What_waits_by_its_own_word_is_not_said_to_wait_for_an_original()
    {
        await using var room = await OpenAsync();

        var waits = await TakeAsync(room, "a.md", Texts.Release(frontMatter: $"publishAt: {Clock.Now.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}\n"));

        Assert.AreEqual(CollectOutcome.Created, waits.Outcome);
        Assert.DoesNotContain("waits-for-original", Codes(waits));
    }

    [TestMethod]
    public async Task A_successor_that_is_not_there_is_told_by_the_name_that_it_was_given()
    {
        await using var room = await OpenAsync();
        await TakeAsync(room, "a.md", Texts.Release(frontMatter: "id: nj-1\n"));

        var refused = await TakeAsync(room, "b.md", "---\nid: nj-1\nstatus: withdrawn\nwithdrawnReason: Keliru\nsuccessor: nj-77\n---\n");

        Assert.AreEqual(CollectOutcome.Rejected, refused.Outcome);
        Assert.AreEqual("successor-unknown: nj-77", Said(refused, "successor-unknown", "nj-77"));
        Assert.AreEqual(ReleaseStatus.Published, (await ReleasesAsync(room)).Single().Status);
    }

    [TestMethod]
    public async Task Where_the_audit_cannot_be_written_nothing_is_closed_and_all_is_tried_again()
    {
        var isBroken = false;
        await using var room = await OpenAsync(Cutting(message => isBroken && Writes(message, "/Audit")));
        await room.UploadAsync("a.md", Texts.Release());
        await room.UploadAsync("b.md", Texts.Release(Market, MarketBody));
        isBroken = true;

        var failed = await room.RunAsync();
        var waiting = await CountAsync(room, Names.Incoming);
        isBroken = false;
        await room.RunAsync();

        Assert.AreEqual("Failed Failed", string.Join(' ', failed.Uploads.Select(one => one.Outcome)));
        Assert.AreEqual((2, 0), (waiting, await CountAsync(room, Names.Incoming)));
        var lines = await room.Service<AuditTable>().ReadAsync(Clock.Now, Clock.Now, null, default).ToListAsync();
        Assert.AreEqual("1 1", string.Join(' ', lines.Select(line => line.Revision)));
        Assert.AreEqual("1 1", string.Join(' ', (await ReleasesAsync(room)).Select(one => one.Revision)));
    }

    [TestMethod]
    public async Task Of_two_revisions_in_one_batch_none_is_closed_where_their_release_cannot_be_published()
    {
        var isBroken = true;
        await using var room = await OpenAsync(Cutting(message => isBroken && Writes(message, "/Listings", "jembatan")));
        await room.UploadAsync("a.md", Texts.Release(frontMatter: "id: nj-1\ntags: [jembatan]\n"));
        await room.UploadAsync("c.md", Texts.Release(Market, MarketBody, "id: nj-2\n"));
        Clock.Now += TimeSpan.FromSeconds(1);
        await room.UploadAsync("b.md", Texts.Release(body: "Gubernur membuka jembatan.", frontMatter: "id: nj-1\ntags: [jembatan]\n"));

        await room.RunAsync();
        var waiting = await room.Service<Inbox>().ListAllAsync(default);
        isBroken = false;
        await room.RunAsync();

        Assert.AreEqual("a.md b.md", string.Join(' ', waiting.Select(one => one.Name).Order(StringComparer.Ordinal)));
        Assert.AreEqual(0, await CountAsync(room, Names.Incoming));
        Assert.AreEqual("1 2", string.Join(' ', (await ReleasesAsync(room)).Select(one => one.Revision).Order()));
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
    }

    [TestMethod]
    public async Task An_upload_that_must_revise_a_release_makes_no_other()
    {
        await using var room = await OpenAsync();
        await TakeAsync(room, "a.md", Texts.Release());
        var (there, none) = ((await ReleasesAsync(room)).Single().Id, ReleaseId.FromEditorKey("nj-9"));

        var refused = await TakeAsync(room, "b.md", Texts.Release(Market, MarketBody), target: none);
        var revised = await TakeAsync(room, "c.md", Texts.Release(Market, MarketBody), target: there);

        Assert.AreEqual("Rejected Revised", $"{refused.Outcome} {revised.Outcome}");
        Assert.Contains("other-office", Codes(refused));
        Assert.AreEqual((there, Market), (revised.Release!.Release.Id, revised.Release.Release.Content.Headline));
        Assert.HasCount(1, await ReleasesAsync(room));
    }

    [TestMethod]
    public async Task A_translation_may_name_its_original_by_the_end_of_its_address()
    {
        await using var room = await OpenAsync();
        var original = (await TakeAsync(room, "a.md", Texts.Release(frontMatter: "lang: id\n"))).Release!.Release;

        var made = await TakeAsync(room, "b.md", English("nj-en", original.Slug.ToUpperInvariant()));

        Assert.AreEqual((CollectOutcome.Created, original.Id), (made.Outcome, made.Release!.Release.TranslationOf));
    }

    [TestMethod]
    public async Task A_successor_of_another_office_is_none()
    {
        await using var room = await OpenAsync();
        await room.Service<OfficeTable>().TryWriteAsync(Register, null, default);
        await CollectAsync(room, "dishub/a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        await CollectAsync(room, "dinkes/b.md", Texts.Release(Market, MarketBody, "id: nj-2\n"));
        var other = (await ReleasesAsync(room)).Single(one => one.Office == "dinkes").Id;

        Assert.AreEqual(
            "Rejected",
            await CollectAsync(room, "dishub/c.md", $"---\nid: nj-1\nstatus: withdrawn\nwithdrawnReason: Keliru\nsuccessor: {other}\n---\n")
        );
        Assert.AreEqual("Published Published", string.Join(' ', (await ReleasesAsync(room)).Select(one => one.Status)));
    }

    [TestMethod]
    public async Task What_storage_never_takes_leaves_no_original()
    {
        var isFull = true;
        await using var room = await OpenAsync(message =>
            isFull && Writes(message, "/Releases", "\"current\"")
                ? throw new Azure.RequestFailedException(400, "InvalidInput")
                : new(default(Func<ValueTask>?))
        );

        var refused = await TakeAsync(room, "a.md", Texts.Release());
        isFull = false;

        Assert.AreEqual(CollectOutcome.Rejected, refused.Outcome);
        Assert.AreEqual((0, 0), (await CountAsync(room, Names.Accepted), await CountAsync(room, Names.Incoming)));
        Assert.AreEqual(CollectOutcome.Created, (await TakeAsync(room, "a.md", Texts.Release())).Outcome);
    }

    [TestMethod]
    public async Task Where_a_longer_embargo_comes_too_late_the_translation_waits_no_longer_than_before()
    {
        var (end, comes) = (Clock.Now.AddHours(1), false);
        await using var other = await OpenAsync();
        await using var room = await OpenAsync(async message =>
        {
            if (comes && Writes(message, "/Releases", "\"current\"", $"\"PartitionKey\":\"{ReleaseId.FromEditorKey("nj-1")}\""))
            {
                comes = false;
                await other.PostAsync("a.md", Original("Gubernur membuka Jembatan Lengan sore ini.", end));
            }

            return null;
        });
        await TakeAsync(room, "a.md", Original("Gubernur membuka Jembatan Lengan.", end));
        await TakeAsync(room, "b.md", English("nj-en", "nj-1"));
        comes = true;

        var late = await TakeAsync(room, "c.md", Original("Gubernur membuka Jembatan Lengan besok.", end.AddHours(2)), seen: 1);

        Assert.IsFalse(comes);
        Assert.AreEqual(CollectOutcome.Stale, late.Outcome);
        Assert.AreEqual(
            "nj-1 nj-en",
            string.Join(' ', (await ReleasesAsync(room)).Where(one => one.PublishAt == end).Select(NameOf).Order())
        );

        static string NameOf(Release release) => release.Id == ReleaseId.FromEditorKey("nj-1") ? "nj-1" : "nj-en";
        static string Original(string body, DateTimeOffset end) =>
            Texts.Release(body: body, frontMatter: $"id: nj-1\nlang: id\npublishAt: {end:yyyy-MM-ddTHH:mm:ssZ}\n");
    }

    /// <summary>Takes a release that names an office, and registers the offices only then.</summary>
    private async Task<ReleaseId> CollectBeforeRegisterAsync(PressRoom room)
    {
        await CollectAsync(room, "dishub/a.md", OfTransport);
        var release = (await ReleasesAsync(room)).Single();
        Assert.IsNull(release.Office);
        await room.Service<OfficeTable>().TryWriteAsync(Register, null, default);
        room.Service<CurrentOffices>().Forget();
        return release.Id;
    }

    private static Holder Folder(string id, params string[] offices) => new(HolderKind.Folder, id, id, offices);

    private static string English(string id, string of, string headline = "The Lengan Bridge Is Open") =>
        Texts.Release(
            headline,
            "The governor opened the Lengan bridge. Residents of two districts are connected now.",
            $"id: {id}\nlang: en\ntranslationOf: {of}\n"
        );

    private async Task<IngestResult> TakeAsync(PressRoom room, string name, string text, int? seen = null, ReleaseId? target = null)
    {
        Clock.Now += TimeSpan.FromSeconds(1);
        var bytes = BinaryData.FromString(text);
        var upload = await room.Service<Inbox>()
            .AddAsync(
                new NewUpload(name, bytes, "text/markdown")
                {
                    Metadata = new UploadMetadata { ExpectedRevision = seen, Target = target?.ToString() },
                },
                default
            );
        return (await room.Service<Collector>().CollectAsync([new UploadInHand(upload, bytes)], default)).Uploads.Single();
    }

    private async Task<string> CollectAsync(PressRoom room, string name, string text)
    {
        Clock.Now += TimeSpan.FromSeconds(1);
        await room.UploadAsync(name, text);
        return (await room.RunAsync()).Uploads.Single().Outcome.ToString();
    }

    private static async Task<IReadOnlyList<Release>> ReleasesAsync(PressRoom room) =>
        [.. (await room.Service<ReleaseTable>().ReadStoredAsync(null, 50, default)).Releases.Select(stored => stored.Release)];

    private static List<string> Codes(IngestResult result) => [.. result.Report.Findings.Select(finding => finding.Code)];

    /// <summary>The finding of a code, with those of some words that it says in both languages.</summary>
    private static string Said(IngestResult result, string code, params string[] words)
    {
        var finding = result.Report.Findings.SingleOrDefault(one => one.Code == code);
        return $"{finding?.Code}: {string.Join(' ', words.Where(word => finding is not null && finding.Indonesian.Contains(word, StringComparison.Ordinal) && finding.English.Contains(word, StringComparison.Ordinal)))}";
    }
}

using Azure;
using Azure.Data.Tables;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.IntegrationTests.Stores;

/// <summary>What is noted next to releases and uploads: outcomes, tries, embargoes, translations, decisions and damage.</summary>
[TestClass]
public sealed class NotesTests : PressRoomTests
{
    private static readonly ReleaseId One = ReleaseId.FromEditorKey("satu");
    private static readonly ReleaseId Other = ReleaseId.FromEditorKey("dua");

    [TestMethod]
    public async Task The_last_outcome_of_a_name_is_found_whole()
    {
        await using var room = await OpenAsync();
        var intake = room.Service<IntakeTable>();
        var whole = new IntakeRecord("a/é #?.md", "1", "created", One, Clock.Now)
        {
            Office = "dishub",
            Pictures = "x,y",
            UploadedAt = Clock.Now.AddSeconds(-9),
        };
        var bare = new IntakeRecord("b.md", "2", "rejected", null, Clock.Now.AddSeconds(1));

        await intake.RecordAsync(whole, default);
        await intake.RecordAsync(bare, default);

        Assert.AreEqual(whole, await FindAsync(whole.Name));
        Assert.AreEqual(bare, await FindAsync("b.md"));
        Assert.IsNull(await intake.FindAsync("B.md", default));
        await intake.RecordAsync(bare with { Name = whole.Name }, default);
        Assert.AreEqual(bare with { Name = whole.Name }, await FindAsync(whole.Name), "Nothing of the one before is left.");

        async Task<IntakeRecord> FindAsync(string name) => (await intake.FindAsync(name, default))!;
    }

    /// <summary>An upload may have been closed after a later one of its name, and what a rebuild reads may be behind the row.</summary>
    [TestMethod]
    [DataRow(1, 9, 2, 5, true, DisplayName = "The later upload, though it was closed sooner")]
    [DataRow(2, 5, 1, 9, false, DisplayName = "The row's upload came later, though it was closed sooner")]
    [DataRow(1, 5, 1, 9, true, DisplayName = "The same upload, closed again")]
    [DataRow(1, 9, 1, 5, false, DisplayName = "The same upload, closed again since")]
    [DataRow(1, 5, 1, 5, false, DisplayName = "The same")]
    [DataRow(null, 5, 1, 9, true, DisplayName = "Closed later, where it is not known when one of them came")]
    [DataRow(1, 9, null, 5, false)]
    public async Task A_rebuild_notes_what_the_journal_knows_later(int? came, int closed, int? cameNext, int closedNext, bool isNoted)
    {
        await using var room = await OpenAsync();
        var intake = room.Service<IntakeTable>();
        var (known, noted) = (Of("1", came, closed), Of("2", cameNext, closedNext));
        await intake.RecordAsync(known, default);
        await room.Service<Journal>().NoteAsync(noted, default);

        await room.Service<IngestHistory>().RecordUploadsAsync(intake, default);

        Assert.AreEqual(isNoted ? noted : known, await intake.FindAsync("a.md", default));

        IntakeRecord Of(string version, int? uploaded, int at) =>
            new("a.md", version, "rejected", null, Clock.Now.AddSeconds(at))
            {
                UploadedAt = uploaded is { } second ? Clock.Now.AddSeconds(second) : null,
            };
    }

    [TestMethod]
    public async Task The_first_to_say_something_stays_its_owner()
    {
        await using var room = await OpenAsync();
        var intake = room.Service<IntakeTable>();
        var (text, silence) = (new Fingerprint("a"), new Fingerprint("b"));

        await intake.OwnAsync(text, One, default);
        await intake.OwnAsync(text, Other, default);

        Assert.AreEqual(One, await intake.FindOwnerAsync(text, default));
        Assert.IsNull(await intake.FindOwnerAsync(silence, default));
    }

    [TestMethod]
    public async Task Tries_are_counted_for_one_version_of_an_upload()
    {
        await using var room = await OpenAsync();
        var intake = room.Service<IntakeTable>();
        var upload = new IncomingUpload("a.md", new ETag("1"), Clock.Now, 10, null);

        Assert.AreEqual(1, await intake.CountTryAsync(upload, default));
        Assert.AreEqual(2, await intake.CountTryAsync(upload, default));
        Assert.AreEqual(1, await intake.CountTryAsync(upload with { Name = "b.md" }, default));
        Assert.AreEqual(1, await intake.CountTryAsync(upload with { Version = new ETag("2") }, default));
        Assert.AreEqual(2, await intake.CountTryAsync(upload with { Version = new ETag("2") }, default));
    }

    [TestMethod]
    public async Task The_last_run_is_remembered_whole()
    {
        await using var room = await OpenAsync();
        var intake = room.Service<IntakeTable>();
        Assert.IsNull(await intake.FindRunAsync(default));
        var run = new RunRecord(Clock.Now, 5, 2, 1) { RebuildingSince = Clock.Now.AddMinutes(-3) };

        await intake.RecordRunAsync(run, default);
        Assert.AreEqual(run, await intake.FindRunAsync(default));
        await intake.RecordRunAsync(run with { RebuildingSince = null, Failed = 0 }, default);

        Assert.AreEqual(run with { RebuildingSince = null, Failed = 0 }, await intake.FindRunAsync(default));
    }

    [TestMethod]
    public async Task Embargoes_end_in_their_order_and_one_that_was_noted_again_is_not_forgotten()
    {
        await using var room = await OpenAsync();
        var embargoes = room.Service<EmbargoTable>();
        var (soon, later) = (Waiting(One, 10), Waiting(Other, 20));
        await embargoes.AddAsync(later, default);
        await embargoes.AddAsync(soon, default);

        Assert.IsEmpty(await embargoes.EndedAsync(soon.PublishAt.AddTicks(-1), default).ToListAsync());
        Assert.AreEqual(One, (await embargoes.EndedAsync(soon.PublishAt, default).SingleAsync()).Id);
        var ended = await embargoes.EndedAsync(later.PublishAt, default).ToListAsync();
        Assert.AreEqual((One, Other), (ended[0].Id, ended[1].Id));
        Assert.AreEqual((soon.PublishAt, later.PublishAt), (ended[0].Ends, ended[1].Ends));

        await embargoes.AddAsync(later, default);
        await embargoes.RemoveAsync(ended[0], default);
        await embargoes.RemoveAsync(ended[0], default);
        await embargoes.RemoveAsync(ended[1], default);

        Assert.AreEqual(Other, (await embargoes.EndedAsync(later.PublishAt, default).SingleAsync()).Id);
    }

    [TestMethod]
    public async Task Translations_are_noted_once_and_for_their_original_alone()
    {
        await using var room = await OpenAsync();
        var translations = room.Service<TranslationTable>();

        await translations.AddAsync(One, Other, default);
        await translations.AddAsync(One, Other, default);

        CollectionAssert.AreEqual(new[] { Other }, await translations.OfAsync(One, default).ToListAsync());
        Assert.IsEmpty(await translations.OfAsync(Other, default).ToListAsync());
    }

    [TestMethod]
    public async Task Why_an_upload_was_refused_first_is_why_it_stays_refused()
    {
        await using var room = await OpenAsync();
        var decisions = room.Service<UploadDecisions>();
        var upload = new IncomingUpload("a.md", new ETag("1"), Clock.Now, 10, null);
        Assert.IsNull((await decisions.FindAsync(One, upload, default)).Refusal);

        Assert.AreEqual(Refusal.Withdrawn, (await decisions.RefuseAsync(One, upload, Refusal.Withdrawn, default)).Refusal);
        Assert.AreEqual(Refusal.Withdrawn, (await decisions.RefuseAsync(One, upload, Refusal.AlreadyPublic, default)).Refusal);

        Assert.AreEqual(Refusal.Withdrawn, (await decisions.FindAsync(One, upload, default)).Refusal);
        Assert.IsNull((await decisions.FindAsync(Other, upload, default)).Refusal);
        Assert.IsNull((await decisions.FindAsync(One, upload with { Version = new ETag("2") }, default)).Refusal);
        Assert.IsNull((await decisions.FindAsync(One, upload with { Name = "b.md" }, default)).Refusal);
    }

    [TestMethod]
    public async Task An_upload_that_made_a_revision_cannot_be_refused()
    {
        await using var room = await OpenAsync();
        var upload = await room.UploadAsync("a.md", Texts.Release(frontMatter: "id: satu\n"));
        await room.RunAsync();

        Assert.IsNull((await room.Service<UploadDecisions>().RefuseAsync(One, upload, Refusal.Withdrawn, default)).Refusal);
    }

    [TestMethod]
    public async Task What_is_damaged_waits_once_and_releases_first()
    {
        await using var room = await OpenAsync();
        var damaged = room.Service<DamagedRows>();
        var page = new Damage.OfPage(FeedKey.Of(new TagId(TagKind.Keyword, "air")), 1);
        await damaged.NoteAsync(page, default);
        await damaged.NoteAsync(One, default);
        await damaged.NoteAsync(One, default);
        await room.Service<StorageAccount>().Table(Names.Releases).AddEntityAsync(new TableEntity("damaged", "!tidak dikenal"));

        Assert.AreEqual(new Damage.OfRelease(One), (await damaged.ReadAsync(1, default)).Single());
        CollectionAssert.AreEqual(new Damage[] { new Damage.OfRelease(One), page }, (await damaged.ReadAsync(10, default)).ToList());
        await damaged.RemoveAsync(new Damage.OfRelease(One), default);

        Assert.AreEqual(page, (await damaged.ReadAsync(10, default)).Single());
    }

    [TestMethod]
    public async Task Damage_that_cannot_be_noted_stops_nobody()
    {
        await using var room = await OpenAsync(Cutting(message => Writes(message, "damaged")));

        await room.Service<DamagedRows>().NoteAsync(One, default);

        Assert.IsEmpty(await room.Service<DamagedRows>().ReadAsync(10, default));
    }

    [TestMethod]
    public async Task How_far_retagging_has_come_is_written_by_one_instance_at_a_time()
    {
        await using var room = await OpenAsync();
        var table = room.Service<RetagTable>();
        Assert.IsNull(await table.FindAsync(default));

        var first = await table.WriteAsync(new RetagProgress("v1", 1, Clock.Now, null, false, default), default);
        Assert.AreEqual(first, await table.FindAsync(default));
        await Assert.ThrowsAsync<RequestFailedException>(() => table.WriteAsync(first with { ETag = default }, default));
        var next = await table.WriteAsync(first with { Version = "v2", Pass = 2, Cursor = "a|b", IsDone = true }, default);
        await Assert.ThrowsAsync<RequestFailedException>(() => table.WriteAsync(first, default));

        Assert.AreEqual(next, await table.FindAsync(default));
        Assert.AreEqual(("v2", 2, "a|b", true), (next.Version, next.Pass, next.Cursor, next.IsDone));
    }

    private Release Waiting(ReleaseId id, int minutes)
    {
        var content = new ReleaseContent
        {
            Headline = "Jembatan Dibuka",
            Paragraphs = ["Warga datang."],
            BodyHtml = "<p>Warga datang.</p>",
        };
        var submission = new Submission { Content = content, PublishAt = Clock.Now.AddMinutes(minutes) };
        return ((RevisionOutcome.Created)Revising.Create(id, submission, new UploadSource("a.md", Clock.Now))).Release;
    }
}

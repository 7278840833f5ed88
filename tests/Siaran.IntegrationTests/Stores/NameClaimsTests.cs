using Siaran.Ingest;
using Siaran.Intake;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>Which version of a file a name stands for while uploads of it are not closed.</summary>
[TestClass]
public sealed class NameClaimsTests : PressRoomTests
{
    private const string Name = "siaran.md";
    private static readonly ReleaseId One = ReleaseId.FromEditorKey("satu");
    private static readonly ReleaseId Other = ReleaseId.FromEditorKey("dua");

    [TestMethod]
    public async Task A_name_is_claimed_once_and_again_only_by_whoever_saw_the_claim_before()
    {
        await using var room = await OpenAsync();
        var claims = room.Service<NameClaims>();
        var (first, second) = (Read("1"), Read("2", later: 1));

        var claimed = await claims.ClaimAsync(first, One, default);
        Assert.AreEqual(new NameClaim("1", One, first.Upload.UploadedAt), (await NameAsync(room)).Claim);
        Assert.AreEqual(One, claimed!.OfName.Id);
        Assert.AreSame(claimed, await claims.ClaimAsync(claimed, One, default), "It has it already.");
        Assert.IsNull(await claims.ClaimAsync(second, Other, default), "It saw a name that nobody had.");
        var seen = await claims.AgainAsync(second, default);
        Assert.AreEqual(claimed.OfName, seen.OfName);
        var over = await claims.ClaimAsync(seen, One, default);
        Assert.AreEqual("2", over!.OfName.Claim!.Version, "Also for the same release: the next one asks what became of this.");
        Assert.IsNull(await claims.ClaimAsync(claimed, Other, default), "Another has claimed it since.");
        Assert.AreEqual(over.OfName, await NameAsync(room));
    }

    [TestMethod]
    public async Task No_name_is_claimed_for_what_it_stands_for_already_or_by_an_earlier_version_or_a_replay()
    {
        await using var room = await OpenAsync();
        var claims = room.Service<NameClaims>();
        await room.Service<IntakeTable>().RecordAsync(Record("2", One, 10), default);
        var (before, later) = (await claims.AgainAsync(Read("1"), default), await claims.AgainAsync(Read("3", later: 20), default));

        Assert.AreSame(later, await claims.ClaimAsync(later, One, default));
        Assert.AreSame(before, await claims.ClaimAsync(before, Other, default));
        var replayed = later with { Before = new AcceptedOriginal("blob", One, later.Upload, Clock.Now, "0", null) };
        Assert.AreSame(replayed, await claims.ClaimAsync(replayed, Other, default));
        Assert.AreSame(replayed, await claims.AgainAsync(replayed, default));
        Assert.IsNull((await NameAsync(room)).Claim);

        var claimed = await claims.ClaimAsync(later, Other, default);
        Assert.AreEqual((One, Other), (claimed!.OfName.Closed!.Id, claimed.OfName.Id));
        var between = (await claims.AgainAsync(Read("4", later: 15), default))!;
        Assert.IsTrue(between.IsOvertaken, "By the claim.");
        Assert.AreSame(between, await claims.ClaimAsync(between, One, default));
        Assert.IsFalse((await claims.AgainAsync(Read("5", later: 20), default)).IsOvertaken, "Of one second neither is before the other.");
    }

    [TestMethod]
    public async Task An_outcome_ends_the_upload_s_own_claim_and_leaves_that_of_another()
    {
        await using var room = await OpenAsync();
        var (claims, intake) = (room.Service<NameClaims>(), room.Service<IntakeTable>());
        var first = (await claims.ClaimAsync(Read("1"), One, default))!;
        var second = (await claims.ClaimAsync(await claims.AgainAsync(Read("2", later: 1), default), Other, default))!;

        Assert.IsFalse(await intake.TryRecordAsync(Record("1", One, 0), first.OfName, default));
        Assert.IsTrue(await intake.TryRecordAsync(Record("1", One, 0), second.OfName, default));
        var between = await NameAsync(room);
        Assert.AreEqual((One, second.OfName.Claim), (between.Closed!.Id, between.Claim));
        Assert.IsTrue(await intake.TryRecordAsync(Record("2", Other, 1), between, default));

        Assert.AreEqual(new NameRecord(Record("2", Other, 1), null), await NameAsync(room) with { Row = default });
    }

    [TestMethod]
    public async Task A_claim_that_made_nothing_is_waited_for_and_then_refused_where_its_version_is_gone()
    {
        await using var room = await OpenAsync();
        var claims = room.Service<NameClaims>();
        var first = await UploadedAsync(room, "Jembatan Lengan Dibuka");
        var claimed = (await claims.ClaimAsync(first, One, default))!;
        Clock.Now += TimeSpan.FromSeconds(1);
        var store = room.Service<IUploadStore>();
        var release = ((RevisionOutcome.Created)Revising.Create(One, SubmissionOf(first), SourceOf(first))).Release;
        var kept = await store.KeepAsync(claimed, release, Clock.Now, "0", default);
        await store.KeepAsync(claimed with { Upload = first.Upload with { Name = "lain.md" } }, release, Clock.Now, "0", default);

        Assert.AreSame(claimed, await claims.SettleAsync(claimed, isPatient: false, default), "Its own is no other's.");
        var unseen = Read("9", later: 2);
        Assert.AreSame(unseen, await claims.SettleAsync(unseen, isPatient: false, default), "No claim was seen.");
        var waiting = await claims.AgainAsync(Read("9", later: 2), default);
        Assert.IsNull(await claims.SettleAsync(waiting, isPatient: false, default), "It is in incoming.");
        var second = await UploadedAsync(room, "Jembatan Lengan Resmi Dibuka");
        Assert.IsNull(await claims.SettleAsync(second, isPatient: true, default), "It is in hand.");
        var settled = await claims.SettleAsync(second, isPatient: false, default);

        Assert.IsNull(settled!.OfName.Claim);
        Assert.AreEqual(second.OfName.Row, settled.OfName.Row);
        Assert.AreEqual(Refusal.Replaced, (await room.Service<UploadDecisions>().FindAsync(One, first.Upload, default)).Refusal);
        var left = await room.Service<AcceptedUploads>().ListAsync(default).ToListAsync();
        Assert.AreNotEqual(kept.Blob, left.Single().Blob, "Of the refused one no rebuild makes a revision.");
        Assert.IsNull((await claims.SettleAsync(second, isPatient: true, default))!.OfName.Claim, "The same however often.");
    }

    [TestMethod]
    public async Task What_an_instance_that_died_had_stored_is_published_with_the_next_version()
    {
        await using var room = await OpenAsync();
        await room.UploadAsync(Name, Texts.Release());
        var isUp = true;
        await using (
            var dying = new PressRoom(
                Storage,
                Clock,
                message =>
                {
                    isUp &= !Writes(message, "Listings");
                    return isUp ? new(default(Func<ValueTask>?)) : throw new IOException("The process has died.");
                }
            )
        )
        {
            await Assert.ThrowsAsync<AggregateException>(dying.RunAsync);
        }

        var (_, first) = (await new Truth(room).ReleasesAsync()).Single();
        Assert.IsNotEmpty(await new Truth(room).FaultsAsync(Clock.Now), "It is on its page alone.");
        Clock.Now += TimeSpan.FromSeconds(1);
        await room.UploadAsync(Name, Texts.Release("Pasar Selasih Direnovasi", "Bupati meninjau pasar. Pedagang pindah."));
        await room.RunAsync();

        Assert.HasCount(2, await new Truth(room).ReleasesAsync());
        Assert.IsEmpty(await new Truth(room).FaultsAsync(Clock.Now));
        Assert.AreEqual(Name, first.Release.UploadName);
        Assert.IsNull((await NameAsync(room)).Claim);
        Assert.AreNotEqual(first.Release.Id, (await NameAsync(room)).Id);
    }

    [TestMethod]
    public async Task What_can_never_be_published_does_not_hold_the_next_version_up()
    {
        var isDying = true;
        await using var room = await OpenAsync(message =>
            Writes(message, "jembatan") && Writes(message, "Listings")
                ? throw (isDying ? new IOException("The process has died.") : new Azure.RequestFailedException(400, "InvalidInput"))
                : new(default(Func<ValueTask>?))
        );
        await room.UploadAsync(Name, Texts.Release(frontMatter: "tags: [jembatan]\n"));
        await room.RunAsync();
        isDying = false;
        Clock.Now += TimeSpan.FromSeconds(1);
        await room.UploadAsync(Name, Texts.Release("Pasar Selasih Direnovasi", "Bupati meninjau pasar. Pedagang pindah."));

        var run = await room.RunAsync();

        Assert.AreEqual(CollectOutcome.Created, run.Uploads.Single().Outcome);
        Assert.AreEqual(0, await CountAsync(room, Names.Incoming));
    }

    private static Task<NameRecord> NameAsync(PressRoom room) => room.Service<IntakeTable>().FindNameAsync(Name, default);

    private IntakeRecord Record(string version, ReleaseId id, int later) =>
        new(Name, version, "created", id, Clock.Now) { UploadedAt = StillClock.Start.AddSeconds(later) };

    private static ReadUpload Read(string version, int later = 0)
    {
        var upload = new IncomingUpload(Name, new Azure.ETag(version), StillClock.Start.AddSeconds(later), 1, null);
        var report = new IntakeReport { Upload = Name, Outcome = UploadOutcome.Rejected };
        return new ReadUpload(upload, null, new IntakeResult.Rejected(report), NameRecord.None);
    }

    private static async Task<ReadUpload> UploadedAsync(PressRoom room, string headline)
    {
        var text = Texts.Release(headline);
        var upload = await room.UploadAsync(Name, text);
        return (await room.Service<UploadReader>().ReadAsync(new UploadInHand(upload, BinaryData.FromString(text)), default))!;
    }

    private static Submission SubmissionOf(ReadUpload read) => ((IntakeResult.Accepted)read.Result).Submission;

    private static UploadSource SourceOf(ReadUpload read) => new(read.Upload.Name, read.Upload.UploadedAt);
}

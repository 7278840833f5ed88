using Azure.Data.Tables;
using Siaran.IntegrationTests.Memory;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>What the table of drafts promises, each save and claim against another, and against an answer that is lost.</summary>
[TestClass]
public sealed class DraftTableTests : PressRoomTests
{
    private static readonly BinaryData Text = BinaryData.FromString("""{"headline":"Jembatan"}""");
    private static readonly BinaryData Later = BinaryData.FromString("""{"headline":"Jembatan Baru"}""");

    private static readonly StoredDraft New = new("a1", "Jembatan", StillClock.Start, "Sari")
    {
        Office = "dishub",
        Review = new DraftReview
        {
            State = DraftState.Returned,
            Author = "u1",
            Submitter = "u2",
            By = "Budi",
            Remark = "Kurang tanggal.",
        },
        Claim = "teks",
    };

    [TestMethod]
    public async Task A_draft_is_found_as_it_was_saved()
    {
        await using var room = await OpenAsync();
        var drafts = room.Service<DraftTable>();

        var saved = await drafts.TrySaveAsync(New with { Upload = "desk/a1.md" }, Text, default);

        Assert.IsNotNull(saved);
        Assert.AreEqual(saved, await drafts.FindAsync("a1", default));
        Assert.AreEqual(New with { Upload = "desk/a1.md", Blob = saved.Blob, Version = saved.Version }, saved);
        Assert.AreEqual(Text.ToString(), (await drafts.ReadAsync(saved, default))!.ToString());
        Assert.IsFalse(saved.IsDiscarded);
        Assert.IsNull(await drafts.FindAsync("a2", default));
    }

    [TestMethod]
    public async Task A_draft_without_office_upload_or_claim_has_none()
    {
        await using var room = await OpenAsync();
        var drafts = room.Service<DraftTable>();
        var plain = new StoredDraft("a1", new string('j', 300), StillClock.Start, "Sari");
        await drafts.TrySaveAsync(plain, Text, default);

        var found = (await drafts.FindAsync("a1", default))!;

        Assert.AreEqual((null, null, null, new DraftReview()), (found.Office, found.Upload, found.Claim, found.Review));
        Assert.AreEqual(200, found.Title.Length);
    }

    [TestMethod]
    public async Task A_save_takes_the_place_of_the_one_before_and_leaves_no_blob_of_it()
    {
        await using var room = await OpenAsync();
        var drafts = room.Service<DraftTable>();
        var first = (await drafts.TrySaveAsync(New, Text, default))!;

        var second = (await drafts.TrySaveAsync(first with { Title = "Jembatan Baru" }, Later, default))!;

        Assert.AreEqual(Later.ToString(), (await drafts.ReadAsync(second, default))!.ToString());
        Assert.AreNotEqual(first.Version, second.Version);
        Assert.IsNull(await drafts.ReadAsync(first, default));
        Assert.AreEqual(1, await CountAsync(room, Names.Drafts));
    }

    [TestMethod]
    public async Task Of_two_saves_of_one_state_the_second_is_refused_and_leaves_nothing()
    {
        await using var room = await OpenAsync();
        var drafts = room.Service<DraftTable>();
        var first = (await drafts.TrySaveAsync(New, Text, default))!;
        var second = (await drafts.TrySaveAsync(first, Later, default))!;

        Assert.IsNull(await drafts.TrySaveAsync(first, Text, default));
        Assert.IsNull(await drafts.TrySaveAsync(New, Text, default));

        Assert.AreEqual(second, await drafts.FindAsync("a1", default));
        Assert.AreEqual(1, await CountAsync(room, Names.Drafts));
    }

    [TestMethod]
    public async Task A_save_whose_answer_is_lost_has_been_made()
    {
        await using var room = await OpenAsync(LosingTheFirstAnswer("/Drafts"));
        var drafts = room.Service<DraftTable>();

        var saved = await drafts.TrySaveAsync(New, Text, default);

        Assert.IsNotNull(saved);
        Assert.AreEqual(Text.ToString(), (await drafts.ReadAsync(saved, default))!.ToString());
    }

    [TestMethod]
    public async Task What_is_discarded_leaves_nothing_and_cannot_be_saved()
    {
        await using var room = await OpenAsync();
        var drafts = room.Service<DraftTable>();
        var saved = (await drafts.TrySaveAsync(New, Text, default))!;
        await drafts.KeepFileAsync("a1", "peta.jpg", BinaryData.FromString("peta"), default);
        await drafts.ShareAsync("a1", new DraftShare("kunci", "Sari", StillClock.Start), default);
        Assert.IsTrue(await drafts.TryClaimAsync("teks", "a1", Clock.Now, default));
        Assert.AreEqual("peta", (await drafts.ReadFileAsync("a1", "peta.jpg", default))!.ToString());

        Assert.IsTrue(await drafts.DiscardAsync(saved, default));

        Assert.IsNull(await drafts.FindAsync("a1", default));
        Assert.IsNull(await drafts.FindShareAsync("a1", default));
        Assert.IsNull(await drafts.ReadFileAsync("a1", "peta.jpg", default));
        Assert.AreEqual(0, await CountAsync(room, Names.Drafts));
        Assert.IsTrue(await drafts.TryClaimAsync("teks", "a2", Clock.Now, default), "Its claim has ended.");
        Assert.IsNull(await drafts.TrySaveAsync(saved, Later, default));
        Assert.IsFalse(await drafts.DiscardAsync(saved, default));
    }

    [TestMethod]
    public async Task What_was_saved_meanwhile_is_not_discarded()
    {
        await using var room = await OpenAsync();
        var drafts = room.Service<DraftTable>();
        var first = (await drafts.TrySaveAsync(New, Text, default))!;
        var second = (await drafts.TrySaveAsync(first, Later, default))!;

        Assert.IsFalse(await drafts.DiscardAsync(first, default));

        Assert.AreEqual(Later.ToString(), (await drafts.ReadAsync(second, default))!.ToString());
    }

    [TestMethod]
    public async Task A_discard_that_was_cut_short_goes_on()
    {
        await using var quiet = await OpenAsync();
        var saved = (await quiet.Service<DraftTable>().TrySaveAsync(New, Text, default))!;
        await using (var broken = await OpenAsync(Cutting(message => message.Request.Method.Method == "DELETE")))
        {
            await Assert.ThrowsAsync<AggregateException>(() => broken.Service<DraftTable>().DiscardAsync(saved, default));
        }

        var half = (await quiet.Service<DraftTable>().FindAsync("a1", default))!;
        Assert.IsTrue(half.IsDiscarded);
        Assert.IsNull(await quiet.Service<DraftTable>().ReadAsync(half, default));
        Assert.IsTrue(await quiet.Service<DraftTable>().DiscardAsync(half, default));
        Assert.IsNull(await quiet.Service<DraftTable>().FindAsync("a1", default));
    }

    [TestMethod]
    public async Task A_list_has_all_from_the_oldest_on_and_those_begun_before_one()
    {
        await using var room = await OpenAsync();
        var drafts = room.Service<DraftTable>();
        foreach (var id in (string[])["c3", "a1", "b2"])
        {
            await drafts.TrySaveAsync(New with { Id = id }, Text, default);
        }

        await drafts.ShareAsync("a1", new DraftShare("kunci", "Sari", StillClock.Start), default);

        Assert.AreEqual("a1 b2 c3", await IdsAsync(drafts, null));
        Assert.AreEqual("a1", await IdsAsync(drafts, "b2"));
    }

    [TestMethod]
    public async Task Links_are_known_until_they_are_ended()
    {
        await using var room = await OpenAsync();
        var drafts = room.Service<DraftTable>();
        var share = new DraftShare("kunci", "Sari", StillClock.Start.AddDays(7));
        Assert.IsNull(await drafts.FindShareAsync("a1", default));

        await drafts.ShareAsync("a1", share with { Key = "lama" }, default);
        await drafts.ShareAsync("a1", share, default);

        Assert.AreEqual(share, await drafts.FindShareAsync("a1", default));
        await drafts.EndShareAsync("a1", default);
        await drafts.EndShareAsync("a1", default);
        Assert.IsNull(await drafts.FindShareAsync("a1", default));
    }

    [TestMethod]
    public async Task A_text_is_claimed_by_one_draft_at_a_time()
    {
        await using var room = await OpenAsync();
        var drafts = room.Service<DraftTable>();

        Assert.IsTrue(await drafts.TryClaimAsync("teks", "a1", Clock.Now, default));
        Assert.IsTrue(await drafts.TryClaimAsync("teks", "a1", Clock.Now, default), "The same once more.");
        Assert.IsFalse(await drafts.TryClaimAsync("teks", "b2", Clock.Now.AddSeconds(119), default));
        Assert.IsTrue(await drafts.TryClaimAsync("lain", "b2", Clock.Now, default));
        Assert.IsTrue(await drafts.TryClaimAsync("teks", "b2", Clock.Now.AddMinutes(2), default), "The first has failed.");
        Assert.IsFalse(await drafts.TryClaimAsync("teks", "a1", Clock.Now.AddMinutes(3), default));

        await drafts.EndClaimAsync("teks", "a1", default);
        Assert.IsFalse(await drafts.TryClaimAsync("teks", "a1", Clock.Now.AddMinutes(3), default), "It is the other one's to end.");
        await drafts.EndClaimAsync("teks", "b2", default);
        Assert.IsTrue(await drafts.TryClaimAsync("teks", "a1", Clock.Now, default));
    }

    [TestMethod]
    public async Task The_claim_of_a_draft_that_was_sent_lasts()
    {
        await using var room = await OpenAsync();
        var drafts = room.Service<DraftTable>();
        await drafts.TrySaveAsync(New with { Upload = "desk/a1.md" }, Text, default);
        Assert.IsTrue(await drafts.TryClaimAsync("teks", "a1", Clock.Now, default));

        Assert.IsFalse(await drafts.TryClaimAsync("teks", "b2", Clock.Now.AddHours(1), default));
    }

    [TestMethod]
    public async Task A_claim_whose_answer_is_lost_has_been_made_and_no_other()
    {
        await using var quiet = await OpenAsync();
        await using var room = await OpenAsync(LosingTheFirstAnswer("/Drafts"));

        Assert.IsTrue(await room.Service<DraftTable>().TryClaimAsync("teks", "a1", Clock.Now, default));
        Assert.IsFalse(await quiet.Service<DraftTable>().TryClaimAsync("teks", "b2", Clock.Now, default));
    }

    [TestMethod]
    public async Task Of_two_claims_at_once_one_is_made()
    {
        await using var quick = await OpenAsync();
        var isFirst = true;
        await using var slow = await OpenAsync(async message =>
        {
            if (
                isFirst
                && message.Request.Method.Method == "POST"
                && message.Request.Uri.ToString().Contains("/Drafts", StringComparison.Ordinal)
            )
            {
                isFirst = false;
                Assert.IsTrue(await quick.Service<DraftTable>().TryClaimAsync("teks", "b2", Clock.Now, default));
            }

            return null;
        });

        Assert.IsFalse(await slow.Service<DraftTable>().TryClaimAsync("teks", "a1", Clock.Now, default));
        Assert.IsFalse(isFirst);
    }

    [TestMethod]
    public async Task A_claim_is_kept_for_an_upload_by_its_own_draft_alone()
    {
        await using var room = await OpenAsync(LosingTheFirstAnswer("'claims'"));
        var drafts = room.Service<DraftTable>();
        Assert.IsFalse(await drafts.KeepClaimAsync("teks", "a1", "desk/a1/rilis.md", Clock.Now, default), "Nobody has claimed it.");
        Assert.IsTrue(await drafts.TryClaimAsync("teks", "a1", Clock.Now, default));
        Assert.IsTrue(await drafts.KeepClaimAsync("teks", "a1", "desk/a1/rilis.md", Clock.Now, default), "The answer to it was lost.");
        Assert.IsTrue(await drafts.TryClaimAsync("teks", "b2", Clock.Now.AddMinutes(2), default), "It was never stored.");

        Assert.IsFalse(await drafts.KeepClaimAsync("teks", "a1", "desk/a1/rilis.md", Clock.Now, default));
        Assert.IsTrue(await drafts.KeepClaimAsync("teks", "b2", "desk/b2/rilis.md", Clock.Now, default));
        await room.UploadAsync("desk/b2/rilis.md", "Teks");
        Assert.IsFalse(await drafts.TryClaimAsync("teks", "a1", Clock.Now.AddHours(1), default), "It waits in incoming.");
    }

    private static async Task<string> IdsAsync(DraftTable drafts, string? before) =>
        string.Join(' ', await drafts.ListAsync(before, default).Select(draft => draft.Id).ToListAsync());

    [TestMethod]
    public void A_draft_that_nobody_looked_at_says_nothing_of_it()
    {
        var review = new DraftReview();

        Assert.AreEqual((DraftState.Writing, "", "", "", ""), (review.State, review.Author, review.Submitter, review.By, review.Remark));
        Assert.AreEqual("", new StoredDraft("a1", "Jembatan", StillClock.Start, "Sari").Blob);
    }

    [TestMethod]
    public async Task A_row_that_lost_its_columns_is_a_draft_of_which_nothing_is_known()
    {
        await using var room = await OpenAsync();
        var (drafts, account) = (room.Service<DraftTable>(), room.Service<StorageAccount>());
        await drafts.TrySaveAsync(New, Text, default);
        await drafts.ShareAsync("a1", new DraftShare("kunci", "Sari", Clock.Now), default);
        var table = account.Table(Names.DraftTable);
        foreach (var row in await table.QueryAsync<TableEntity>().ToListAsync())
        {
            await table.UpsertEntityAsync(new TableEntity(row.PartitionKey, row.RowKey), TableUpdateMode.Replace);
        }

        var found = (await drafts.FindAsync("a1", default))!;

        Assert.AreEqual(new StoredDraft("a1", "", default, "") { Version = found.Version }, found);
        Assert.AreEqual(new DraftShare("", "", default), await drafts.FindShareAsync("a1", default));
        Assert.IsNull(await drafts.ReadAsync(found, default));
    }

    [TestMethod]
    public async Task What_is_discarded_takes_nothing_of_a_draft_with_a_longer_name()
    {
        await using var room = await OpenAsync();
        var drafts = room.Service<DraftTable>();
        var one = await drafts.TrySaveAsync(New with { Claim = null }, Text, default);
        var other = await drafts.TrySaveAsync(New with { Id = "a12", Claim = null }, Later, default);
        await drafts.KeepFileAsync("a12", "1.jpg", Text, default);
        await drafts.KeepFileAsync("b1", "1.jpg", Text, default);
        await drafts.KeepFileAsync("b1", "1.jpg", Later, default);

        Assert.IsTrue(await drafts.DiscardAsync(one!, default));

        Assert.AreEqual(Later.ToString(), (await drafts.ReadAsync(other!, default))!.ToString());
        Assert.AreEqual(Text.ToString(), (await drafts.ReadFileAsync("a12", "1.jpg", default))!.ToString());
        Assert.AreEqual(Later.ToString(), (await drafts.ReadFileAsync("b1", "1.jpg", default))!.ToString());
        Assert.AreEqual("a12", (await drafts.ListAsync(null, default).SingleAsync()).Id);
    }
}

using Azure;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.Tests.Storage;

/// <summary>Keys and names under which things are stored: they sort as their readers want them, and never run into one another.</summary>
[TestClass]
public sealed class StoredNamesTests
{
    private static readonly ReleaseId One = ReleaseId.FromEditorKey("satu");
    private static readonly ReleaseId Other = ReleaseId.FromEditorKey("dua");

    [TestMethod]
    public void Keys_of_times_sort_newest_or_oldest_first_and_the_head_before_all()
    {
        var (early, late) = (Some.Time, Some.Time.AddTicks(1));
        string[] newest = [TableKey.Head, TableKey.NewestFirst(late, One), TableKey.NewestFirst(early, One), TableKey.AfterTimes];
        string[] oldest = [TableKey.OldestFirst(early, One), TableKey.AfterAllOf(early), TableKey.OldestFirst(late, One)];

        CollectionAssert.AreEqual(newest, newest.Order(StringComparer.Ordinal).ToArray());
        CollectionAssert.AreEqual(oldest, oldest.Order(StringComparer.Ordinal).ToArray());
        Assert.AreEqual(TableKey.NewestFirst(early, One), TableKey.NewestFirst(early.ToOffset(TimeSpan.FromHours(8)), One));
    }

    [TestMethod]
    public void Times_and_ids_come_back_out_of_keys()
    {
        Assert.IsTrue(TableKey.TryReadId(TableKey.NewestFirst(Some.Time, One), out var id));
        Assert.AreEqual(One, id);
        Assert.IsFalse(TableKey.TryReadId(TableKey.Head, out _));
        Assert.AreEqual(Some.Time, TableKey.TimeIn(TableKey.OldestFirst(Some.Time, One)));
        Assert.AreEqual(DateTimeOffset.MaxValue, TableKey.TimeIn($"{DateTimeOffset.MaxValue.UtcTicks}"));
        foreach (var wrong in new[] { "", "besok", "-1", "+1", " 1", $"{DateTimeOffset.MaxValue.UtcTicks + 1}:x", "99999999999999999999" })
        {
            Assert.IsNull(TableKey.TimeIn(wrong), wrong);
        }
    }

    [TestMethod]
    public void A_hashed_key_has_its_prefix_and_is_another_for_every_text()
    {
        // SHA-256 of "abc", as FIPS 180-4 gives it.
        Assert.AreEqual("name:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", TableKey.Hash("name", "abc"));
        Assert.AreNotEqual(TableKey.Hash("name", "a"), TableKey.Hash("name", "b"));
    }

    [TestMethod]
    public void Batches_sort_by_time_then_by_order_and_say_when_they_were()
    {
        string[] batches = [BatchId.New(Some.Time), BatchId.New(Some.Time), BatchId.New(Some.Time.AddTicks(1))];

        CollectionAssert.AreEqual(batches, batches.Order(StringComparer.Ordinal).ToArray());
        Assert.AreEqual(Some.Time.AddTicks(1), BatchId.TimeOf(batches[2]));
        Assert.AreEqual(BatchId.Of(Some.Time, "x"), BatchId.Of(Some.Time.ToOffset(TimeSpan.FromHours(8)), "x"));
        Assert.Throws<FormatException>(() => BatchId.TimeOf("bukan-waktu-yang-benar"));
    }

    [TestMethod]
    public void A_long_name_is_cut_to_what_fits_and_keeps_its_extension_and_what_tells_it_apart()
    {
        Assert.AreEqual("siaran.md", BlobName.Shorten("siaran.md", 9));
        var (one, other) = (BlobName.Shorten(new string('a', 60) + "1.docx", 40), BlobName.Shorten(new string('a', 60) + "2.docx", 40));

        Assert.HasCount(40, one);
        Assert.MatchesRegex("^a{18}-[0-9a-f]{16}\\.docx$", one);
        Assert.AreNotEqual(one, other);
        Assert.MatchesRegex("^a{23}-[0-9a-f]{16}$", BlobName.Shorten(new string('a', 60), 40));
        Assert.MatchesRegex(
            "^a{23}-[0-9a-f]{16}$",
            BlobName.Shorten(new string('a', 50) + "." + new string('b', 16), 40),
            "No extension is so long."
        );
        Assert.MatchesRegex("^a{7}-[0-9a-f]{16}\\.b{15}$", BlobName.Shorten(new string('a', 50) + "." + new string('b', 15), 40));
        Assert.MatchesRegex("^a{23}-[0-9a-f]{16}$", BlobName.Shorten(new string('a', 50) + ".d/siaran", 40), "A point in a folder's name.");
        var pairs = BlobName.Shorten("a" + string.Concat(Enumerable.Repeat("😀", 30)), 40);
        Assert.HasCount(40, pairs);
        var halved = BlobName.Shorten(string.Concat(Enumerable.Repeat("😀", 30)), 40);
        Assert.HasCount(39, halved, "No half of a pair.");
        Assert.IsFalse(char.IsHighSurrogate(halved[^18]));
    }

    [TestMethod]
    public void Metadata_of_an_upload_come_back_as_they_were_and_wrong_ones_say_nothing()
    {
        var all = new UploadMetadata
        {
            Target = One.ToString(),
            ExpectedRevision = 3,
            IsConfirmed = true,
            Actor = "Sari Ünal",
            Offices = "dishub,dinkes",
            Seal = "abc",
        };

        Assert.AreEqual(all, UploadMetadata.Of(all.ToDictionary()));
        Assert.IsTrue(all.ToDictionary().All(pair => (pair.Key + pair.Value).All(char.IsAscii)));
        Assert.AreEqual(UploadMetadata.None, UploadMetadata.Of(new Dictionary<string, string>()));
        Assert.IsEmpty(UploadMetadata.None.ToDictionary());
        var odd = new Dictionary<string, string> { ["siaranrevision"] = "tiga", ["confirmed"] = "TRUE" };
        Assert.AreEqual(new UploadMetadata { IsConfirmed = true }, UploadMetadata.Of(odd));
        Assert.IsFalse(UploadMetadata.Of(new Dictionary<string, string> { ["confirmed"] = "yes" }).IsConfirmed);
    }

    [TestMethod]
    public void What_is_damaged_comes_back_out_of_its_row_and_pages_come_after_releases()
    {
        var page = new Damage.OfPage(FeedKey.Of(new TagId(TagKind.Keyword, "air")), 12);
        var release = new Damage.OfRelease(Other);

        Assert.AreEqual(page, Damage.Parse(page.RowKey));
        Assert.AreEqual(release, Damage.Parse(release.RowKey));
        Assert.IsLessThan(0, string.CompareOrdinal(release.RowKey, page.RowKey));
        Assert.IsLessThan(0, string.CompareOrdinal(page.RowKey, (page with { Page = 100 }).RowKey));
        foreach (var wrong in new[] { "", "x", "page:", "page:1", "page:x:all", "page:00000001:???" })
        {
            Assert.IsNull(Damage.Parse(wrong), wrong);
        }
    }

    [TestMethod]
    public void A_failure_is_for_good_of_others_or_ours()
    {
        Assert.AreEqual("400 413", Statuses(StorageFailure.IsPermanent));
        Assert.AreEqual("403 404 409 412 429 500 503", Statuses(StorageFailure.IsOthers));
        foreach (
            var of in new Exception[] { new IOException(), new InvalidDataException(), new TimeoutException(), new AggregateException() }
        )
        {
            Assert.IsTrue(StorageFailure.IsOthers(of), of.GetType().Name);
            Assert.IsFalse(StorageFailure.IsPermanent(of), of.GetType().Name);
        }

        Assert.IsTrue(StorageFailure.IsOthers(new OperationCanceledException()));
        Assert.IsFalse(StorageFailure.IsOthers(new InvalidOperationException()));

        static string Statuses(Func<Exception, bool> isSo) =>
            string.Join(
                ' ',
                new[] { 400, 403, 404, 409, 412, 413, 429, 500, 503 }.Where(status => isSo(new RequestFailedException(status, "")))
            );
    }
}

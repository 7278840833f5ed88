using Azure;
using Azure.Storage.Blobs.Models;
using Siaran.IntegrationTests.Memory;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>What is noted with an original is what a rebuild decides by: it is that of the try that made the revision.</summary>
[TestClass]
public sealed class AcceptedUploadsTests : PressRoomTests
{
    /// <summary>Of a blob's name, in characters.</summary>
    private const int LongestName = 1024;

    private static readonly ReleaseId Bridge = ReleaseId.FromEditorKey("jembatan");
    private static readonly BinaryData Content = BinaryData.FromString("# Jembatan Dibuka");

    [TestMethod]
    public async Task All_that_is_noted_comes_back_whatever_characters_it_has()
    {
        await using var room = await OpenAsync();
        var accepted = room.Service<AcceptedUploads>();
        var whole = Original() with
        {
            Office = "dishub",
            TranslationOf = ReleaseId.FromEditorKey("asal"),
            Actor = "Sari Ünal <sari@nusa.example>",
            Pictures = "a,b",
        };
        var bare = Original("lain/é.md") with { Slug = null, Revision = null };

        await accepted.KeepAsync(whole, Content, default);
        await accepted.KeepAsync(bare, Content, default);

        AcceptedOriginal[] expected = [whole, bare];
        var listed = await accepted.ListAsync(default).ToListAsync();
        CollectionAssert.AreEquivalent(expected, listed);
        CollectionAssert.AreEquivalent(listed, await accepted.ListAsync(Bridge, default).ToListAsync());
        Assert.IsEmpty(await accepted.ListAsync(ReleaseId.FromEditorKey("lain"), default).ToListAsync());
        var read = await accepted.ReadAsync(whole.Blob, default);
        Assert.AreEqual((Content.ToString(), "text/markdown"), (read!.Content.ToString(), read.ContentType));
        Assert.IsNull(await accepted.ReadAsync("tidak/ada", default));
    }

    [TestMethod]
    public void A_name_has_the_release_first_then_time_and_what_tells_two_uploads_of_one_second_apart()
    {
        var upload = Original().Upload;
        var name = AcceptedUploads.NameFor(Bridge, upload, Content);

        Assert.StartsWith($"{Bridge}/20260304T013000Z-", name);
        Assert.EndsWith("/siaran.md", name);
        Assert.AreEqual(name, AcceptedUploads.NameFor(Bridge, upload, Content));
        Assert.AreNotEqual(name, AcceptedUploads.NameFor(Bridge, upload with { Version = new ETag("\"2\"") }, Content));
        Assert.AreNotEqual(name, AcceptedUploads.NameFor(Bridge, upload with { Name = "lain/siaran.md" }, Content));
        Assert.AreNotEqual(name, AcceptedUploads.NameFor(Bridge, upload, BinaryData.FromString("# Lain")));
        Assert.EndsWith("/upload", AcceptedUploads.NameFor(Bridge, upload with { Name = "dinas/" }, Content));
        Assert.IsLessThanOrEqualTo(1024, AcceptedUploads.NameFor(Bridge, upload with { Name = new string('n', 1024) }, Content).Length);
    }

    [TestMethod]
    public async Task A_later_try_notes_what_is_its_own_and_can_be_taken_back()
    {
        await using var room = await OpenAsync();
        var accepted = room.Service<AcceptedUploads>();
        var (first, later) = (Original(), Original() with { Batch = BatchId.New(Clock.Now.AddMinutes(1)), Revision = 2 });

        Assert.IsNull((await accepted.KeepAsync(first, Content, default)).Before);
        Assert.IsNull((await accepted.KeepAsync(first, Content, default)).Before, "The same says nothing new.");
        var kept = await accepted.KeepAsync(later, Content, default);
        Assert.AreEqual(first, kept.Before);
        Assert.AreEqual(later, await accepted.ListAsync(default).SingleAsync());

        await accepted.PutBackAsync(kept, Content, default);
        Assert.AreEqual(first, await accepted.ListAsync(default).SingleAsync());
        await accepted.PutBackAsync(kept, Content, default);
        Assert.AreEqual(first, await accepted.ListAsync(default).SingleAsync(), "It was written since.");
    }

    [TestMethod]
    public async Task An_original_that_was_refused_is_none_and_stays_so()
    {
        await using var room = await OpenAsync();
        var accepted = room.Service<AcceptedUploads>();
        var original = Original();

        await accepted.RefuseAsync(original.Blob, default);
        await accepted.RefuseAsync(original.Blob, default);

        Assert.IsNull((await accepted.KeepAsync(original, Content, default)).Before);
        Assert.IsEmpty(await accepted.ListAsync(default).ToListAsync());
        Assert.IsFalse(await accepted.IsEmptyAsync(default));
    }

    [TestMethod]
    public async Task An_original_that_is_taken_back_is_gone_and_may_be_kept_again()
    {
        await using var room = await OpenAsync();
        var accepted = room.Service<AcceptedUploads>();
        Assert.IsTrue(await accepted.IsEmptyAsync(default));
        await accepted.KeepAsync(Original(), Content, default);

        await accepted.ForgetAsync(Original().Blob, default);
        await accepted.ForgetAsync(Original().Blob, default);
        Assert.IsTrue(await accepted.IsEmptyAsync(default));

        await accepted.KeepAsync(Original(), Content, default);
        Assert.HasCount(1, await accepted.ListAsync(default).ToListAsync());
    }

    [TestMethod]
    public async Task A_blob_that_was_copied_in_by_hand_stands_at_the_time_when_it_came()
    {
        await using var room = await OpenAsync();
        var accepted = room.Service<AcceptedUploads>();
        var container = room.Service<StorageAccount>().Container(Names.Accepted);
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain" } };
        await container.GetBlobClient($"{Bridge}/lama/siaran.txt").UploadAsync(Content, options);
        await container.GetBlobClient("catatan.txt").UploadAsync(Content, options);

        var original = await accepted.ListAsync(default).SingleAsync();

        Assert.AreEqual((Bridge, "siaran.txt", "text/plain"), (original.Id, original.Upload.Name, original.Upload.ContentType));
        Assert.AreEqual((Clock.Now, Clock.Now), (original.CollectedAt, original.Upload.UploadedAt));
        Assert.AreEqual((BatchId.Of(Clock.Now, original.Blob), ""), (original.Batch, original.Upload.VersionName));
        Assert.IsTrue(original is { Revision: null, Slug: null, Office: null, TranslationOf: null, Actor: null, Pictures: null });
    }

    [TestMethod]
    public async Task Times_come_back_to_the_last_digit()
    {
        await using var room = await OpenAsync();
        var accepted = room.Service<AcceptedUploads>();
        Clock.Now = Clock.Now.AddTicks(1_234_567);

        await accepted.KeepAsync(Original(), Content, default);

        Assert.AreEqual(Original(), await accepted.ListAsync(default).SingleAsync());
    }

    [TestMethod]
    public async Task What_others_wrote_meanwhile_is_not_written_over_by_putting_back()
    {
        await using var room = await OpenAsync();
        var accepted = room.Service<AcceptedUploads>();
        AcceptedOriginal[] tries = [.. Enumerable.Range(1, 3).Select(number => Original() with { Revision = number })];
        await accepted.KeepAsync(tries[0], Content, default);
        var kept = await accepted.KeepAsync(tries[1], Content, default);
        await accepted.KeepAsync(tries[2], Content, default);

        await accepted.PutBackAsync(kept, Content, default);

        Assert.AreEqual(tries[2], await accepted.ListAsync(default).SingleAsync());
    }

    [TestMethod]
    public async Task An_original_that_is_written_or_taken_back_while_it_is_looked_at_is_looked_at_again()
    {
        await using var other = await OpenAsync();
        var meanwhile = new Queue<Func<AcceptedUploads, Task>>([
            accepted => accepted.KeepAsync(Original() with { Revision = 2 }, Content, default),
            accepted => accepted.ForgetAsync(Original().Blob, default),
        ]);
        await using var room = await OpenAsync(async message =>
        {
            var isLook = message.Request.Method.Method == "HEAD";
            var isLast = meanwhile.Count == 1;
            if (isLast && isLook && meanwhile.TryDequeue(out var taking))
            {
                await taking(other.Service<AcceptedUploads>());
            }

            return isLook && !isLast && meanwhile.TryDequeue(out var writing)
                ? async () => await writing(other.Service<AcceptedUploads>())
                : null;
        });
        await other.Service<AcceptedUploads>().KeepAsync(Original(), Content, default);

        var kept = await room.Service<AcceptedUploads>().KeepAsync(Original() with { Revision = 3 }, Content, default);

        Assert.IsEmpty(meanwhile);
        Assert.IsNull(kept.Before, "It was taken back, and is kept as new.");
        Assert.AreEqual(3, (await room.Service<AcceptedUploads>().ListAsync(default).SingleAsync()).Revision);
    }

    [TestMethod]
    public async Task A_report_is_json_under_a_name_that_is_never_too_long()
    {
        await using var room = await OpenAsync();
        var upload = new IncomingUpload(new string('n', LongestName), new Azure.ETag("1"), Clock.Now, 2, null);

        await room.Service<AcceptedUploads>().KeepReportAsync(upload, BinaryData.FromString("{}"), default);

        var container = room.Service<StorageAccount>().Container(Names.Accepted);
        var report = await container.GetBlobsAsync().SingleAsync();
        Assert.IsLessThanOrEqualTo(LongestName, report.Name.Length);
        Assert.StartsWith("reports/nnn", report.Name);
        Assert.AreEqual("application/json", report.Properties.ContentType);
        await room.Service<AcceptedUploads>().ClearReportAsync(upload, default);
        Assert.IsTrue(await room.Service<AcceptedUploads>().IsEmptyAsync(default));
    }

    private AcceptedOriginal Original(string name = "siaran.md")
    {
        var upload = new IncomingUpload(name, new ETag("1"), Clock.Now, Content.ToMemory().Length, "text/markdown");
        return new AcceptedOriginal(
            AcceptedUploads.NameFor(Bridge, upload, Content),
            Bridge,
            upload,
            Clock.Now.AddSeconds(5),
            BatchId.Of(Clock.Now.AddSeconds(5), "x"),
            "jembatan-dibuka"
        )
        {
            Revision = 1,
        };
    }
}

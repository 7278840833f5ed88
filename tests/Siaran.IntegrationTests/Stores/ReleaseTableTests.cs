using Azure;
using Azure.Data.Tables;
using Siaran.IntegrationTests.Memory;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tags;
using Siaran.Tests;

namespace Siaran.IntegrationTests.Stores;

/// <summary>What the table of releases promises of revisions, addresses and damaged rows.</summary>
[TestClass]
public sealed class ReleaseTableTests : PressRoomTests
{
    private static readonly ReleaseId Bridge = ReleaseId.FromEditorKey("contoh-1");

    [TestMethod]
    public async Task A_revision_is_found_by_its_number_whether_it_is_current_or_not()
    {
        await using var room = await OpenAsync();
        var releases = room.Service<ReleaseTable>();
        await ReviseAsync(releases, 3);

        Assert.AreEqual("Judul 1", (await releases.FindRevisionAsync(Bridge, 1, default))!.Release.Content.Headline);
        Assert.AreEqual("Judul 3", (await releases.FindRevisionAsync(Bridge, 3, default))!.Release.Content.Headline);
        Assert.IsNull(await releases.FindRevisionAsync(Bridge, 4, default));
        Assert.IsNull(await releases.FindRevisionAsync(ReleaseId.FromEditorKey("lain"), 1, default));
        Assert.IsNull(await releases.FindOlderAsync(Bridge, 3, default));
        Assert.IsNull(await releases.FindWholeAsync(ReleaseId.FromEditorKey("lain"), default));
    }

    [TestMethod]
    public async Task The_revision_that_an_upload_made_is_found_without_a_call_where_it_is_the_current_one()
    {
        var calls = 0;
        await using var room = await OpenAsync(Watching(_ => calls++));
        var releases = room.Service<ReleaseTable>();
        var third = await ReviseAsync(releases, 3);
        var first = await releases.FindOlderAsync(Bridge, 1, default);
        calls = 0;

        Assert.AreEqual(3, await releases.RevisionMadeByAsync(Upload(3), third, default));
        Assert.AreEqual(1, await releases.RevisionMadeByAsync(Upload(1), first!, default));
        Assert.IsNull(await releases.RevisionMadeByAsync(Upload(9), first!, default));
        Assert.AreEqual(0, calls);
        Assert.AreEqual(2, await releases.RevisionMadeByAsync(Upload(2), third, default));
        Assert.IsNull(await releases.RevisionMadeByAsync(Upload(9), third, default));
    }

    [TestMethod]
    public async Task A_revision_that_is_taken_back_leaves_the_one_before_and_its_upload_makes_none_any_more()
    {
        await using var room = await OpenAsync();
        var releases = room.Service<ReleaseTable>();
        var second = await ReviseAsync(releases, 2);
        var (decisions, upload) = (room.Service<UploadDecisions>(), Upload(2) with { Name = second.Release.UploadName });
        Assert.IsNull((await decisions.FindAsync(Bridge, upload, default)).TakenBack);

        Assert.IsTrue(await releases.TryTakeBackAsync(second, await releases.FindOlderAsync(Bridge, 1, default), default));

        var first = (await releases.FindAsync(Bridge, default))!;
        Assert.AreEqual(1, first.Release.Revision);
        Assert.IsNull(await releases.FindOlderAsync(Bridge, 1, default));
        Assert.AreEqual(second.Original, (await decisions.FindAsync(Bridge, upload, default)).TakenBack);
        Assert.IsFalse(await releases.TryReviseAsync(first, second, default));
        Assert.IsFalse(await releases.TryTakeBackAsync(second, null, default), "It is not the current one any more.");
        Assert.IsTrue(await releases.TryTakeBackAsync((await releases.FindAsync(Bridge, default))!, null, default));
        Assert.IsNull(await releases.FindAsync(Bridge, default));
    }

    [TestMethod]
    public async Task Older_revisions_come_newest_first_twenty_in_a_query_and_damage_is_noted_once()
    {
        var (queries, notes) = (0, 0);
        await using var room = await OpenAsync(
            Watching(message =>
            {
                queries += message.Request.Uri.Query.Contains("RowKey%20ge", StringComparison.Ordinal) ? 1 : 0;
                notes += Writes(message, "PartitionKey='damaged'") ? 1 : 0;
            })
        );
        var releases = room.Service<ReleaseTable>();
        await ReviseAsync(releases, 46);
        var table = room.Service<StorageAccount>().Table(Names.Releases);
        await table.DeleteEntityAsync(Bridge.ToString(), "revision:00000044");
        await table.DeleteEntityAsync(Bridge.ToString(), "revision:00000002");
        (queries, notes) = (0, 0);

        var older = await releases.ReadOlderAsync(Bridge, 1, 45, default).ToListAsync();

        CollectionAssert.AreEqual(Enumerable.Range(1, 45).Reverse().ToList(), older.ConvertAll(one => one.Number));
        foreach (var (number, tagged) in older)
        {
            Assert.AreEqual(number is 2 or 44 ? null : $"Judul {number}", tagged?.Release.Content.Headline);
        }

        Assert.AreEqual((3, 1), (queries, notes));
        Assert.HasCount(1, await room.Service<DamagedRows>().ReadAsync(10, default));
    }

    [TestMethod]
    public async Task Whole_revisions_note_no_damage()
    {
        await using var room = await OpenAsync();
        await ReviseAsync(room.Service<ReleaseTable>(), 3);

        Assert.HasCount(2, await room.Service<ReleaseTable>().ReadOlderAsync(Bridge, 1, 2, default).ToListAsync());

        Assert.IsEmpty(await room.Service<DamagedRows>().ReadAsync(10, default));
    }

    [TestMethod]
    public async Task An_address_that_others_have_is_not_given_again_and_one_of_its_own_is()
    {
        await using var room = await OpenAsync();
        var releases = room.Service<ReleaseTable>();
        var table = room.Service<StorageAccount>().Table(Names.Releases);
        var release = Some.Release();
        var slugs = release.Slugs().ToList();
        Assert.AreEqual(new ClaimedSlug(slugs[0], IsNew: true), await releases.ClaimSlugAsync(release, default));
        Assert.AreEqual(new ClaimedSlug(slugs[0], IsNew: false), await releases.ClaimSlugAsync(release, default));

        var rows = await table.QueryAsync<TableEntity>().ToListAsync();
        var claim = rows.Single(row => row.GetString("Id") == Bridge.ToString());
        foreach (var slug in slugs)
        {
            var taken = new TableEntity(claim.PartitionKey.Replace(slugs[0], slug, StringComparison.Ordinal), claim.RowKey)
            {
                ["Id"] = ReleaseId.FromEditorKey("lain").ToString(),
            };
            await table.UpsertEntityAsync(taken, TableUpdateMode.Replace);
        }

        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => releases.ClaimSlugAsync(release, default));
    }

    [TestMethod]
    public async Task A_damaged_row_is_made_again_with_its_pass_and_only_where_it_holds_that_revision()
    {
        await using var room = await OpenAsync();
        var releases = room.Service<ReleaseTable>();
        var second = await ReviseAsync(releases, 2);
        Assert.IsTrue(await releases.TryReplaceAsync(second, second.Tagged with { TaggingPass = 7 }, second.FeedKeys, default));

        var again = await releases.RestoreAsync(second, default);

        Assert.AreEqual((2, 7), (again!.Release.Revision, again.Tagged.TaggingPass));
        Assert.IsNull(await releases.RestoreAsync(Stored(3, default), default));
        Assert.IsNull(await releases.RestoreAsync(Stored(1, default, "lain"), default));
    }

    [TestMethod]
    public async Task What_is_newer_than_what_is_held_is_read_whole()
    {
        await using var room = await OpenAsync();
        var releases = room.Service<ReleaseTable>();
        var second = await ReviseAsync(releases, 2);
        var other = Stored(1, default, "lain");
        Assert.IsTrue(await releases.TryAddAsync(other, default));
        var first = (await releases.FindOlderAsync(Bridge, 1, default))!;

        Assert.IsEmpty(await releases.NewerAsync([second.Tagged, other.Tagged, Stored(1, default, "tiada").Tagged], default));
        Assert.AreEqual(2, (await releases.NewerAsync([first.Tagged, other.Tagged], default)).Single().Release.Revision);
        Assert.IsTrue(await releases.TryReplaceAsync(second, second.Tagged with { TaggingPass = 1 }, second.FeedKeys, default));
        Assert.AreEqual(1, (await releases.NewerAsync([second.Tagged], default)).Single().TaggingPass);
    }

    [TestMethod]
    public async Task The_archive_is_read_in_pages_that_end_where_bodies_are_large()
    {
        await using var room = await OpenAsync();
        var releases = room.Service<ReleaseTable>();
        var large = string.Concat(Enumerable.Repeat("Warga dua kecamatan kini terhubung. ", 90_000));
        foreach (var number in Enumerable.Range(1, 4))
        {
            var content = number == 4 ? Some.Content() : Some.Content(paragraphs: [large]);
            Assert.IsTrue(await releases.TryAddAsync(Of(Some.Release(content, $"nj-{number}"), 1, default), default));
        }

        var sizes = new List<int>();
        var found = new HashSet<ReleaseId>();
        string? cursor = null;
        do
        {
            var page = await releases.ReadStoredAsync(cursor, 50, default);
            sizes.Add(page.Releases.Count);
            found.UnionWith(page.Releases.Select(one => one.Release.Id));
            cursor = page.Next;
        } while (cursor is not null);

        Assert.HasCount(4, found);
        Assert.AreEqual(4, sizes.Sum());
        Assert.IsInRange(2, 3, sizes.Count);
        Assert.IsNull((await releases.ReadStoredAsync(null, 1, default) with { Next = null }).Next);
        Assert.HasCount(1, (await releases.ReadStoredAsync(null, 1, default)).Releases);
    }

    /// <summary>Writes so many revisions, each made by an upload of its number.</summary>
    private static async Task<StoredRelease> ReviseAsync(ReleaseTable releases, int count)
    {
        Assert.IsTrue(await releases.TryAddAsync(Stored(1, default), default));
        var current = (await releases.FindAsync(Bridge, default))!;
        for (var number = 2; number <= count; number++)
        {
            Assert.IsTrue(await releases.TryReviseAsync(current, Stored(number, default), default));
            current = (await releases.FindAsync(Bridge, default))!;
        }

        return current;
    }

    private static StoredRelease Stored(int revision, ETag version, string key = "contoh-1") =>
        Of(Some.Release(Some.Content($"Judul {revision}"), key) with { Revision = revision }, revision, version);

    private static StoredRelease Of(Release release, int upload, ETag version)
    {
        var tagged = new TaggedRelease(release, new Annotations { Tags = [], Version = "kata" });
        return new StoredRelease(tagged, "asli", [FeedKey.All], version, Some.Time) { UploadVersion = Upload(upload).VersionName };
    }

    private static IncomingUpload Upload(int number) => new("siaran.md", new ETag($"v{number}"), Some.Time, 10, "text/markdown");
}

using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Siaran.Endpoints;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Listings;
using Siaran.Pages.Revisions;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>A row of storage that cannot be read takes nothing else with it, and the timer mends it.</summary>
[TestClass]
public sealed class DamagedRowTests : IDisposable
{
    private static readonly ReleaseId Bridge = ReleaseId.FromEditorKey("nj-1");
    private static readonly ReleaseId Harvest = ReleaseId.FromEditorKey("nj-2");

    private readonly StillClock clock = new(StillClock.Start);
    private readonly PressRoom room;

    public DamagedRowTests() => room = new PressRoom(new MemoryStorage(clock), clock);

    public void Dispose() => room.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [TestInitialize]
    public async Task OpenAsync()
    {
        await room.CreateAsync();
        await room.PostAsync("2.md", Texts.Release("Panen Raya di Lembah Selasih", frontMatter: "id: nj-2\ntags: [padi]\n"));
        clock.Now += TimeSpan.FromMinutes(1);
        await room.PostAsync("1.md", Texts.Release("Jembatan Lengan Dibuka", frontMatter: "id: nj-1\ntags: [jembatan]\n"));
        clock.Now += TimeSpan.FromMinutes(1);
        await room.PostAsync(
            "1b.md",
            Texts.Release("Jembatan Lengan Resmi Dibuka", frontMatter: "id: nj-1\nrevision: major\ntags: [jalan]\n")
        );
    }

    [TestMethod]
    public async Task A_damaged_entry_is_left_out_of_its_feed_and_comes_back()
    {
        await DamageAsync(Names.Listings, row => row.PartitionKey == "all" && row.RowKey.EndsWith($":{Bridge}", StringComparison.Ordinal));

        var without = await FeedAsync();
        await LaterAsync();

        CollectionAssert.AreEqual(new[] { Harvest }, without);
        CollectionAssert.AreEquivalent(new[] { Bridge, Harvest }, await FeedAsync());
        await ExpectAllTrueAsync();
    }

    [TestMethod]
    public async Task A_damaged_release_is_made_again_from_its_originals()
    {
        var before = (await FindAsync(Bridge))!;
        await DamageReleaseAsync(Bridge);
        await Assert.ThrowsExactlyAsync<InvalidDataException>(() => FindAsync(Bridge));

        await LaterAsync();

        var after = (await FindAsync(Bridge))!;
        Assert.AreEqual(2, after.Release.Revision);
        Assert.AreEqual(before.Release.Fingerprint, after.Release.Fingerprint);
        Assert.AreEqual(
            (before.Release.Slug, before.Release.PublishAt, before.Release.UpdatedAt, before.Release.EverShown, before.UploadVersion),
            (after.Release.Slug, after.Release.PublishAt, after.Release.UpdatedAt, after.Release.EverShown, after.UploadVersion)
        );
        CollectionAssert.AreEquivalent(before.FeedKeys.ToList(), after.FeedKeys.ToList());
        await ExpectAllTrueAsync();
    }

    [TestMethod]
    public async Task A_release_with_a_damaged_row_can_be_withdrawn()
    {
        await DamageReleaseAsync(Bridge);

        var first = await room.PostAsync("3.md", "---\nid: nj-1\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n");
        await LaterAsync();
        await room.RunAsync();

        Assert.AreEqual(CollectOutcome.Failed, first.Uploads.Single().Outcome);
        Assert.AreEqual(Visibility.Withdrawn, (await FindAsync(Bridge))!.Release.VisibilityAt(clock.Now));
        CollectionAssert.AreEqual(new[] { Harvest }, await FeedAsync());
        await ExpectAllTrueAsync();
    }

    [TestMethod]
    public async Task A_withdrawn_release_stays_withdrawn_when_it_is_made_again()
    {
        await room.PostAsync("3.md", "---\nid: nj-1\nstatus: withdrawn\nwithdrawnReason: Keliru\nsuccessor: nj-2\n---\n");
        var successor = (await FindAsync(Bridge))!.Release.Successor;
        await DamageReleaseAsync(Bridge);
        await Assert.ThrowsExactlyAsync<InvalidDataException>(() => FindAsync(Bridge));

        await LaterAsync();

        var release = (await FindAsync(Bridge))!.Release;
        Assert.AreEqual("Keliru", release.WithdrawnReason);
        Assert.IsNotNull(successor);
        Assert.AreEqual(successor, release.Successor);
        Assert.AreEqual(Visibility.Withdrawn, release.VisibilityAt(clock.Now));
        await ExpectAllTrueAsync();
    }

    [TestMethod]
    public async Task A_damaged_release_under_an_embargo_holds_back_no_other_and_comes_out_itself()
    {
        var until = clock.Now.AddMinutes(2);
        foreach (var id in (string[])["nj-3", "nj-4"])
        {
            await room.PostAsync(
                $"{id}.md",
                Texts.Release(
                    $"Pasar {id} Dibuka",
                    $"Pasar {id} dibuka untuk umum.",
                    $"id: {id}\npublishAt: {until:yyyy-MM-ddTHH:mm:ssZ}\n"
                )
            );
        }

        var damaged = ReleaseId.FromEditorKey("nj-3");
        await DamageReleaseAsync(damaged);
        clock.Now = until;
        var dueForReaders = await room.Service<EmbargoTable>().ReadDueAsync(until, 10, CancellationToken.None);
        await room.RunAsync();
        var without = await FeedAsync();
        await LaterAsync();
        await room.RunAsync();

        CollectionAssert.AreEqual(new[] { ReleaseId.FromEditorKey("nj-4") }, dueForReaders.Select(due => due.Release.Id).ToList());
        Assert.Contains(ReleaseId.FromEditorKey("nj-4"), without);
        Assert.Contains(damaged, await FeedAsync());
        await ExpectAllTrueAsync();
    }

    [TestMethod]
    public async Task A_damaged_list_of_related_news_is_made_again_and_keeps_no_neighbour_from_coming_in()
    {
        await DamageAsync(Names.Related, row => row.PartitionKey == Bridge.ToString());

        var found = await room.Service<RelatedTable>().FindAsync(Bridge, CancellationToken.None);
        var taken = await room.PostAsync("5.md", Texts.Release("Jembatan Lengan Dipadati Warga", frontMatter: "id: nj-5\ntags: [jalan]\n"));
        await LaterAsync();

        Assert.IsNull(found);
        Assert.AreEqual(CollectOutcome.Created, taken.Uploads.Single().Outcome);
        await ExpectAllTrueAsync();
    }

    [TestMethod]
    public async Task One_run_repairs_so_many_and_the_next_goes_on()
    {
        var ids = Enumerable.Range(10, 23).Select(number => ReleaseId.FromEditorKey($"nj-{number}")).ToList();
        foreach (var number in Enumerable.Range(10, 23))
        {
            await room.UploadAsync($"{number}.md", Texts.Release($"Kabar {number}", $"Kabar {number} dari desa.", $"id: nj-{number}\n"));
        }

        await room.RunAsync();
        await DamageAsync(Names.Releases, row => row.RowKey == "current" && ids.Any(id => id.ToString() == row.PartitionKey));
        await room.Service<ReleaseTable>().ReadStoredAsync(null, 1000, CancellationToken.None);

        await LaterAsync();
        var afterOne = (await room.Service<ReleaseTable>().ReadStoredAsync(null, 1000, CancellationToken.None)).Releases.Count;
        await room.RunAsync();
        var afterTwo = (await room.Service<ReleaseTable>().ReadStoredAsync(null, 1000, CancellationToken.None)).Releases.Count;

        Assert.AreEqual((22, 25), (afterOne, afterTwo));
    }

    [TestMethod]
    public async Task A_release_without_its_originals_is_said_to_be_lost_and_asked_for_no_more()
    {
        var accepted = room.Service<StorageAccount>().Container(Names.Accepted);
        await foreach (var blob in accepted.GetBlobsAsync())
        {
            await accepted.DeleteBlobAsync(blob.Name);
        }

        await DamageReleaseAsync(Bridge);
        await Assert.ThrowsExactlyAsync<InvalidDataException>(() => FindAsync(Bridge));
        await LaterAsync();

        Assert.IsTrue(room.Log.Lines.Any(line => line.Contains($"{Bridge} cannot be repaired", StringComparison.Ordinal)));
        Assert.IsEmpty(await room.Service<DamagedRows>().ReadAsync(10, CancellationToken.None));
    }

    [TestMethod]
    public async Task Damage_is_looked_for_every_five_minutes_and_where_the_clock_was_set_back()
    {
        var interval = Repairs.Interval;
        await room.RunAsync();
        await DamageReleaseAsync(Bridge);
        await Assert.ThrowsExactlyAsync<InvalidDataException>(() => FindAsync(Bridge));

        clock.Now += interval - TimeSpan.FromSeconds(1);
        await room.RunAsync();
        await Assert.ThrowsExactlyAsync<InvalidDataException>(() => FindAsync(Bridge));
        clock.Now += TimeSpan.FromSeconds(1);
        await room.RunAsync();
        Assert.AreEqual(2, (await FindAsync(Bridge))!.Release.Revision);

        await DamageReleaseAsync(Bridge);
        await Assert.ThrowsExactlyAsync<InvalidDataException>(() => FindAsync(Bridge));
        await room.RunAsync();
        await Assert.ThrowsExactlyAsync<InvalidDataException>(() => FindAsync(Bridge));
        clock.Now -= TimeSpan.FromSeconds(1);
        await room.RunAsync();
        Assert.AreEqual(2, (await FindAsync(Bridge))!.Release.Revision);
    }

    [TestMethod]
    public async Task A_withdrawn_release_is_gone_while_the_row_of_its_successor_is_damaged_and_leads_there_afterwards()
    {
        await room.PostAsync("3.md", "---\nid: nj-2\nstatus: withdrawn\nwithdrawnReason: Keliru\nsuccessor: nj-1\n---\n");
        var withdrawn = (await FindAsync(Harvest))!.Release;
        Assert.AreEqual(Bridge, withdrawn.Successor);
        await DamageReleaseAsync(Bridge);

        var meanwhile = await room.AskAsync(AskAsync);
        await LaterAsync();
        clock.Now += TimeSpan.FromMinutes(1);
        var mended = await room.AskAsync(AskAsync);

        Assert.AreEqual(StatusCodes.Status410Gone, meanwhile.Status, meanwhile.Text);
        Assert.AreEqual(StatusCodes.Status302Found, mended.Status, mended.Text);

        Task<IResult> AskAsync(HttpRequest request) =>
            room.Service<ReleaseEndpoint>().ReadAsync(request, withdrawn.Slug, CancellationToken.None);
    }

    [TestMethod]
    public async Task A_damaged_older_revision_is_made_again_from_its_original()
    {
        var before = (await FindOlderAsync(1))!;
        await DamageAsync(Names.Releases, IsFirstOfBridge);

        var meanwhile = await HistoryAsync();
        await LaterAsync();
        var after = (await FindOlderAsync(1))!;
        var mended = await WholeHistoryAsync();

        Assert.AreEqual(before.Release.Fingerprint, after.Release.Fingerprint);
        Assert.AreEqual(
            (before.Release.PublishAt, before.Release.EverShown, before.UploadVersion, before.Original),
            (after.Release.PublishAt, after.Release.EverShown, after.UploadVersion, after.Original)
        );
        CollectionAssert.AreEqual(new[] { 2 }, meanwhile.Changes.Select(change => change.Revision.Revision).ToList());
        Assert.IsFalse(meanwhile.Changes[0].IsFirst);
        CollectionAssert.AreEqual(new[] { 2, 1 }, mended.Changes.Select(change => change.Revision.Revision).ToList());
        await ExpectAllTrueAsync();
    }

    [TestMethod]
    public async Task An_older_revision_whose_row_is_lost_is_made_again()
    {
        await DeleteAsync(Names.Releases, IsFirstOfBridge);

        await HistoryAsync();
        await LaterAsync();

        Assert.AreEqual("Jembatan Lengan Dibuka", (await FindOlderAsync(1))!.Release.Content.Headline);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_damaged_closed_page_is_made_again_and_keeps_no_release_of_it_from_being_withdrawn(bool isLost)
    {
        await PublishManyAsync(80);
        var before = (await PageAsync())!.Entries.Select(entry => entry.Id).ToList();
        Func<TableEntity, bool> isMeant = row => row.PartitionKey == "all" && row.RowKey == "page:00000001";
        await (isLost ? DeleteAsync(Names.Listings, isMeant) : DamageAsync(Names.Listings, isMeant));

        var damaged = await PageAsync();
        var withdrawn = await room.PostAsync("3.md", "---\nid: nj-2\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n");
        await LaterAsync();
        var after = (await PageAsync())!;

        Assert.IsTrue(damaged is { IsDamaged: true, Entries: [] });
        Assert.AreEqual(CollectOutcome.Revised, withdrawn.Uploads.Single().Outcome);
        CollectionAssert.AreEqual(before, after.Entries.Select(entry => entry.Id).ToList());
        Assert.IsFalse(after.IsDamaged);
        Assert.IsInstanceOfType<ListingEntry.Tombstone>(after.Entries.Single(entry => entry.Id == Harvest));
        Assert.IsEmpty(await room.Service<DamagedRows>().ReadAsync(10, CancellationToken.None));
        await ExpectAllTrueAsync();
    }

    [TestMethod]
    public async Task A_closed_page_that_is_made_again_shows_releases_as_they_were_when_it_closed()
    {
        await PublishManyAsync(80);
        var before = (await PageAsync())!.Entries.OfType<ListingEntry.Live>().Select(entry => entry.Tagged.Release.Revision).ToList();
        clock.Now += TimeSpan.FromHours(1);
        await room.PostAsync("4.md", Texts.Release("Panen Raya Usai", "Panen usai di Lembah Selasih.", "id: nj-2\nrevision: major\n"));
        await DamageAsync(Names.Listings, row => row.PartitionKey == "all" && row.RowKey == "page:00000001");

        await PageAsync();
        await LaterAsync();

        CollectionAssert.AreEqual(
            before,
            (await PageAsync())!.Entries.OfType<ListingEntry.Live>().Select(entry => entry.Tagged.Release.Revision).ToList()
        );
    }

    private static bool IsFirstOfBridge(TableEntity row) => row.PartitionKey == Bridge.ToString() && row.RowKey == "revision:00000001";

    private Task<StoredRelease?> FindOlderAsync(int revision) =>
        room.Service<ReleaseTable>().FindOlderAsync(Bridge, revision, CancellationToken.None);

    private async Task<RevisionHistory> HistoryAsync()
    {
        var view = new ReleaseView((await FindAsync(Bridge))!);
        var history = await room.Service<ReleaseReader>().HistoryAsync(view, CancellationToken.None);
        // As long as what is held in memory is fresh, nothing is read again.
        clock.Now += TimeSpan.FromMinutes(1);
        return history!;
    }

    /// <summary>A reader is answered with what is held where reading again takes a while; the next one gets what was read.</summary>
    private async Task<RevisionHistory> WholeHistoryAsync()
    {
        for (var tries = 1; ; tries++)
        {
            if (await HistoryAsync() is var history && (history.IsWhole || tries == 50))
            {
                return history;
            }

            await Task.Delay(50);
        }
    }

    private Task<ListingPage?> PageAsync() => room.Service<ListingTable>().ReadPageAsync(FeedKey.All, 1, CancellationToken.None);

    private async Task PublishManyAsync(int count)
    {
        foreach (var number in Enumerable.Range(100, count))
        {
            await room.UploadAsync($"{number}.md", Texts.Release($"Kabar {number}", $"Kabar {number} dari desa.", $"id: nj-{number}\n"));
        }

        await room.RunAsync();
    }

    private async Task DeleteAsync(string name, Func<TableEntity, bool> isMeant)
    {
        var table = room.Service<StorageAccount>().Table(name);
        var row = (await table.QueryAsync<TableEntity>().ToListAsync()).Single(isMeant);
        await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag);
    }

    private Task<StoredRelease?> FindAsync(ReleaseId id) => room.Service<ReleaseTable>().FindAsync(id, CancellationToken.None);

    private async Task<List<ReleaseId>> FeedAsync() =>
        [
            .. (await room.Service<ListingTable>().ReadAsync(FeedKey.All, CancellationToken.None))!
                .Entries.OfType<ListingEntry.Live>()
                .Select(entry => entry.Id),
        ];

    /// <summary>A run of the timer after the time that a damaged row may wait.</summary>
    private async Task LaterAsync()
    {
        clock.Now += Repairs.Interval;
        await room.RunAsync();
    }

    private async Task ExpectAllTrueAsync()
    {
        var faults = await new Truth(room).FaultsAsync(clock.Now);
        Assert.IsEmpty(faults, string.Join('\n', faults));
    }

    private Task DamageReleaseAsync(ReleaseId id) =>
        DamageAsync(Names.Releases, row => row.PartitionKey == id.ToString() && row.RowKey == "current");

    private async Task DamageAsync(string name, Func<TableEntity, bool> isMeant)
    {
        var table = room.Service<StorageAccount>().Table(name);
        var damaged = 0;
        foreach (var row in (await table.QueryAsync<TableEntity>().ToListAsync()).Where(isMeant))
        {
            row["Payload0"] = new byte[] { 1, 2, 3 };
            await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
            damaged++;
        }

        Assert.IsGreaterThan(0, damaged);
    }
}

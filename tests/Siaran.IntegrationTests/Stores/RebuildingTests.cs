using Azure.Core;
using Azure.Data.Tables;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests.Stores;

/// <summary>Tables are built again in steps, by whoever comes, and readers see only what is whole.</summary>
[TestClass]
public sealed class RebuildingTests : PressRoomTests
{
    /// <summary>A step that died frees the rebuild after so long.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(3);

    [TestMethod]
    public async Task A_step_without_time_does_one_batch_and_says_what_is_left()
    {
        await using var room = await OpenAsync();
        await PostAsync(room, 3);
        var (before, since) = (await SeenAsync(room), Clock.Now);
        var rebuilder = room.Service<TableRebuilder>();

        Assert.AreEqual(new RebuildReport(false, 1, 0, 2, since), await rebuilder.StepAsync(TimeSpan.Zero, default));
        Clock.Now += TimeSpan.FromSeconds(1);
        Assert.AreEqual(new RebuildReport(false, 2, 0, 1, since), await rebuilder.StepAsync(TimeSpan.Zero, default));
        Assert.AreEqual(new RebuildReport(false, 2, 0, 1, since), await room.Service<RebuildProgress>().ReportAsync(default));
        var steps = 0;
        while (await rebuilder.StepAsync(TimeSpan.Zero, default) is { Done: false })
        {
            steps++;
        }

        Assert.IsGreaterThan(Names.Rebuildable.Count, steps, "At least one for each table.");
        Assert.AreEqual(new RebuildReport(true, 3, 0, 0, since), await room.Service<RebuildProgress>().ReportAsync(default));
        Assert.IsFalse(await room.Service<RebuildProgress>().IsUnderWayAsync(default));
        Assert.AreEqual(before, await SeenAsync(room));
        foreach (var name in Names.Rebuildable)
        {
            var staging = room.Service<StorageAccount>().StagingTables().Table(name);
            await Assert.ThrowsAsync<Azure.RequestFailedException>(() => staging.QueryAsync<TableEntity>().ToListAsync().AsTask(), name);
        }
    }

    [TestMethod]
    public async Task Beginning_twice_is_one_rebuild_and_only_one_process_is_at_it()
    {
        await using var room = await OpenAsync();
        await PostAsync(room, 2);
        var (rebuilder, since) = (room.Service<TableRebuilder>(), Clock.Now);

        Assert.AreEqual(new RebuildReport(false, 0, 0, 0, since), await rebuilder.BeginAsync(default));
        Clock.Now += TimeSpan.FromSeconds(5);
        Assert.AreEqual(new RebuildReport(false, 0, 0, 0, since), await rebuilder.BeginAsync(default));
        await DieAsync();
        Assert.IsNull(await rebuilder.StepAsync(TimeSpan.FromMinutes(5), default), "Whoever died still holds it.");
        Clock.Now += Hold;
        Assert.AreEqual(new RebuildReport(true, 2, 0, 0, since), await rebuilder.StepAsync(TimeSpan.FromMinutes(5), default));
    }

    [TestMethod]
    public async Task The_timer_goes_on_with_a_rebuild_once_nobody_holds_it()
    {
        var calls = 0;
        await using var room = await OpenAsync(Watching(_ => calls++));
        await PostAsync(room, 2);
        var (before, since) = (await SeenAsync(room), Clock.Now);
        var (resumption, progress) = (room.Service<RebuildResumption>(), room.Service<RebuildProgress>());
        calls = 0;
        Assert.IsNull(await resumption.RunAsync(default));
        Assert.AreEqual(0, calls, "No call where no rebuild is known of.");

        await DieAsync();
        Clock.Now += Hold - TimeSpan.FromSeconds(1);
        Assert.IsTrue(await progress.IsUnderWayAsync(default));
        Assert.AreEqual(since, await resumption.RunAsync(default));
        Assert.IsTrue(await progress.IsUnderWayAsync(default), "It is held by the one that died.");
        Assert.IsEmpty(room.Log.Lines);
        Clock.Now += TimeSpan.FromSeconds(1);

        Assert.IsNull(await resumption.RunAsync(default), "It is done.");
        Assert.IsFalse(progress.WasUnderWay);
        Assert.AreEqual(before, await SeenAsync(room));
        Assert.IsNull(await resumption.RunAsync(default));
        Assert.Contains("was left unfinished and is resumed", room.Log.Lines.Single());
    }

    [TestMethod]
    public async Task The_worker_ends_what_is_begun_and_says_where_it_stops()
    {
        var isBroken = true;
        await using var room = await OpenAsync(Cutting(message => isBroken && Writes(message, "/RebuiltReleases")));
        await PostAsync(room, 2);
        var before = await SeenAsync(room);
        var (worker, progress) = (room.Service<RebuildWorker>(), room.Service<RebuildProgress>());

        await room.Service<TableRebuilder>().BeginAsync(default);
        worker.GoOn();
        await UntilAsync(() => room.Log.Lines.Any(line => line.Contains("The rebuild stopped", StringComparison.Ordinal)));
        Assert.IsTrue(await progress.IsUnderWayAsync(default));
        isBroken = false;
        Clock.Now += Hold;
        await UntilAsync(async () =>
        {
            if (await progress.ReportAsync(default) is { Done: true })
            {
                return true;
            }

            // More than once, since the one that stopped may not have ended when it is heard of.
            worker.GoOn();
            return false;
        });

        Assert.AreEqual(before, await SeenAsync(room));
        Assert.AreEqual(2, (await progress.ReportAsync(default))!.Replayed);
    }

    [TestMethod]
    public async Task The_worker_stops_where_the_process_does()
    {
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var room = await OpenAsync(async message =>
        {
            if (Writes(message, "/RebuiltReleases"))
            {
                reached.TrySetResult();
                await goOn.Task;
            }

            return null;
        });
        await PostAsync(room, 2);
        var worker = room.Service<RebuildWorker>();

        await room.Service<TableRebuilder>().BeginAsync(default);
        worker.GoOn();
        await reached.Task;
        worker.Dispose();
        goOn.SetResult();
        await UntilAsync(() => room.Log.Lines.Count > 0);

        Assert.Contains("CanceledException", room.Log.Lines.First());
        Assert.IsFalse((await room.Service<RebuildProgress>().ReportAsync(default))!.Done);
    }

    [TestMethod]
    public async Task What_is_accepted_at_a_moment_that_was_passed_already_is_not_left_out()
    {
        await using var room = await OpenAsync();
        var begun = Clock.Now;
        Clock.Now += TimeSpan.FromSeconds(5);
        await PostAsync(room, 2);
        var rebuilder = room.Service<TableRebuilder>();
        Assert.AreEqual((false, 1, 1), Counts(await rebuilder.StepAsync(TimeSpan.Zero, default)));
        await AcceptAsync(room, begun);

        Assert.AreEqual((false, 0, 3), Counts(await rebuilder.StepAsync(TimeSpan.Zero, default)), "From the start, and all three.");
        Assert.AreEqual((false, 1, 2), Counts(await rebuilder.StepAsync(TimeSpan.Zero, default)));
        await EndWithNinthAsync(room);
    }

    [TestMethod]
    public async Task What_is_accepted_once_tables_went_over_is_not_missing_from_them()
    {
        await using var room = await OpenAsync();
        await PostAsync(room, 2);
        var rebuilder = room.Service<TableRebuilder>();
        while (await rebuilder.StepAsync(TimeSpan.Zero, default) is { Left: > 0 }) { }
        var state = (await room.Service<RebuildProgress>().FindAsync(default))!.State;
        Assert.IsTrue(state is { TakenOver: > 0 } or { Partition.Length: > 0 }, $"{state}");
        await AcceptAsync(room, Clock.Now);

        Assert.AreEqual((false, 1, 2), Counts(await rebuilder.StepAsync(TimeSpan.Zero, default)), "From the start, and all three.");
        await EndWithNinthAsync(room);
    }

    [TestMethod]
    public async Task What_is_accepted_while_the_last_batch_is_done_again_is_done_in_the_same_step()
    {
        await using var room = await OpenAsync();
        await PostAsync(room, 1);
        await using var other = await OpenAsync(AcceptingAtFirstWrite(room));

        Assert.AreEqual((false, 1, 1), Counts(await other.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), default)));
        await EndWithNinthAsync(room, releases: 2);

        Func<HttpMessage, ValueTask<Func<ValueTask>?>> AcceptingAtFirstWrite(PressRoom accepting)
        {
            var isFirst = true;
            return async message =>
            {
                if (isFirst && Writes(message, "/RebuiltReleases"))
                {
                    isFirst = false;
                    await AcceptAsync(accepting, Clock.Now);
                }

                return null;
            };
        }
    }

    private static (bool Done, int Replayed, int Left) Counts(RebuildReport? report) => (report!.Done, report.Replayed, report.Left);

    /// <summary>Keeps the original of a ninth release, as a run that had begun before the rebuild.</summary>
    private static async Task AcceptAsync(PressRoom room, DateTimeOffset begun)
    {
        var (id, content) = (ReleaseId.FromEditorKey("nj-9"), BinaryData.FromString(Post(9)));
        var upload = new IncomingUpload("9.md", new("9"), begun, 100, "text/markdown");
        var original = new AcceptedOriginal(AcceptedUploads.NameFor(id, upload, content), id, upload, begun, BatchId.New(begun), null);
        await room.Service<AcceptedUploads>().KeepAsync(original with { Revision = 1 }, content, default);
    }

    private static async Task EndWithNinthAsync(PressRoom room, int releases = 3)
    {
        while (await room.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), default) is { Done: false }) { }

        var seen = await SeenAsync(room);
        Assert.Contains($"feed all {releases}: ", seen);
        Assert.Contains("1 Jembatan Nomor 9 Dibuka True", seen);
    }

    [TestMethod]
    public async Task Readers_see_only_what_differs_written()
    {
        var written = new List<string>();
        await using var room = await OpenAsync(Watching(message => written.AddRange(WrittenFor(message))));
        await PostAsync(room, 3);
        var before = await TablesAsync(room);
        var (account, stray) = (room.Service<StorageAccount>(), new TableEntity("stray", "list") { ["Text"] = "x" });
        await account.Table(Names.Related).AddEntityAsync(stray);
        var changed = await account.Table(Names.Releases).QueryAsync<TableEntity>().FirstAsync();
        await account.Table(Names.Releases).DeleteEntityAsync(changed);
        written.Clear();

        await RebuildAsync(room);

        Assert.AreEqual("Related Releases", string.Join(' ', written.Order(StringComparer.Ordinal)), "A row that is gone, a row too many.");
        CollectionAssert.AreEqual(before, await TablesAsync(room));
    }

    [TestMethod]
    public async Task What_partners_were_told_stays_told()
    {
        await using var room = await OpenAsync();
        await PostAsync(room, 2);
        var log = room.Service<StorageAccount>().Table(Names.Changes);
        var rows = await log.QueryAsync<TableEntity>().ToListAsync();
        var (head, last) = (rows.Single(row => row.RowKey == "!head"), rows.Last(row => char.IsAsciiDigit(row.RowKey[0])));
        var cursor = head.GetInt64("Last")!.Value + 1;
        head["Last"] = cursor;
        last.RowKey = $"{cursor:D19}";
        await log.UpdateEntityAsync(head, Azure.ETag.All, TableUpdateMode.Replace);
        await log.AddEntityAsync(last);

        await RebuildAsync(room);

        Assert.AreEqual(cursor, (await room.Service<ChangeLog>().ReadAsync(0, 1000, default))[^1].Cursor);
        await log.DeleteEntityAsync(head);
        await RebuildAsync(room);
        Assert.AreEqual(cursor - 1, (await log.GetEntityAsync<TableEntity>("changes", "!head")).Value.GetInt64("Last"));
    }

    [TestMethod]
    public async Task A_row_that_no_original_makes_any_more_stays_where_one_is_not_understood()
    {
        await using var room = await OpenAsync();
        await PostAsync(room, 2);
        var accepted = room.Service<StorageAccount>().Container(Names.Accepted);
        var original = await room.Service<AcceptedUploads>().ListAsync(default).FirstAsync();
        var blob = accepted.GetBlobClient(original.Blob);
        var metadata = (await blob.GetPropertiesAsync()).Value.Metadata;
        await blob.UploadAsync(BinaryData.FromString("# "), new Azure.Storage.Blobs.Models.BlobUploadOptions { Metadata = metadata });

        var report = await RebuildAsync(room);

        Assert.AreEqual((2, 1), (report.Replayed, report.Unreadable));
        Assert.HasCount(2, await new Truth(room).ReleasesAsync());
        Assert.HasCount(2, (await room.Service<ListingTable>().ReadAsync(FeedKey.All, default))!.Entries);
        Assert.Contains(original.Blob, string.Join('\n', room.Log.Lines));
    }

    [TestMethod]
    public async Task Tables_that_are_lost_are_made_again_with_what_became_of_every_upload()
    {
        await using var room = await OpenAsync();
        await PostAsync(room, 2);
        await room.PostAsync("copy.md", Post(1));
        Clock.Now += TimeSpan.FromSeconds(1);
        await room.PostAsync("refused.md", "---\nid: nj-none\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n");
        var (before, seen) = (await room.Service<IntakeTable>().FindAsync("refused.md", default), await SeenAsync(room));
        foreach (var name in Names.Rebuildable)
        {
            await room.Service<StorageAccount>().Table(name).DeleteAsync();
        }

        await RebuildAsync(room);

        Assert.AreEqual(seen, await SeenAsync(room));
        Assert.AreEqual("rejected", before!.Outcome);
        var after = await room.Service<IntakeTable>().FindAsync("refused.md", default);
        Assert.AreEqual(before, after!);
        Assert.AreEqual("unchanged", (await room.Service<IntakeTable>().FindAsync("copy.md", default))!.Outcome);
    }

    [TestMethod]
    public async Task What_memory_holds_is_asked_for_again_once_all_is_rebuilt()
    {
        await using var room = await OpenAsync(settings: new Dictionary<string, string?> { ["Site:Freshness"] = "1.00:00:00" });
        await PostAsync(room, 1);
        await room.Service<StorageAccount>().Table(Names.Listings).DeleteAsync();
        await room.CreateAsync();
        Assert.DoesNotContain("Jembatan Nomor 0", await FeedAsync());

        await RebuildAsync(room);

        Assert.Contains("Jembatan Nomor 0", await FeedAsync());

        async Task<string> FeedAsync() =>
            (await room.AskAsync(request => room.Service<Endpoints.FeedService>().GetAsync(request, "all.rss", default))).Text;
    }

    /// <summary>A step that is cut off in its first batch.</summary>
    private async Task DieAsync()
    {
        await using var broken = await OpenAsync(Cutting(message => Writes(message, "/RebuiltReleases")));
        await Assert.ThrowsAsync<AggregateException>(() => broken.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), default));
    }

    private async Task PostAsync(PressRoom room, int count)
    {
        for (var number = 0; number < count; number++)
        {
            await room.PostAsync($"{number}.md", Post(number));
            Clock.Now += TimeSpan.FromSeconds(1);
        }
    }

    private static string Post(int number) =>
        Texts.Release($"Jembatan Nomor {number} Dibuka", $"Warga membuka jembatan nomor {number}.", $"id: nj-{number}\n");

    private async Task<RebuildReport> RebuildAsync(PressRoom room)
    {
        Clock.Now += Hold;
        var report = await room.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), default);
        Assert.IsTrue(report!.Done);
        return report;
    }

    /// <summary>The table that readers see and a request writes to, alone or in a transaction; none where it writes to no such one.</summary>
    private static IEnumerable<string> WrittenFor(HttpMessage message) =>
        // A row by its key, or one that is added.
        Names
            .Rebuildable.Where(name => Writes(message, $"/{name}(") || Writes(message, $"/{name}?") || Writes(message, $"/{name} "))
            .Take(1);

    /// <summary>All rows of the tables that can be rebuilt, without when they were written.</summary>
    private static async Task<List<string>> TablesAsync(PressRoom room)
    {
        var lines = new List<string>();
        foreach (var name in Names.Rebuildable)
        {
            await foreach (var row in room.Service<StorageAccount>().Table(name).QueryAsync<TableEntity>())
            {
                var cells = row.Where(cell => cell.Key is not ("odata.etag" or "Timestamp" or "LastModified" or "At"));
                lines.Add(
                    $"{name} {string.Join(' ', cells.OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => Text(cell.Value)))}"
                );
            }
        }

        return lines;

        static string Text(object? value) => value is byte[] bytes ? Convert.ToBase64String(bytes) : $"{value}";
    }
}

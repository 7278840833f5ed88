using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Siaran.Ingest;
using Siaran.LocalHost;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

[TestClass]
public sealed class RebuildTests
{
    private static readonly Uri Rebuild = new("/maintenance/rebuild", UriKind.Relative);

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow("Listings")]
    [DataRow("Releases Listings Related Changes Intake")]
    public async Task Lost_tables_are_rebuilt_row_for_row(string lost)
    {
        await using var office = await Office.OpenAsync();
        await SomeDays.LiveAsync(office);
        var before = await TablesAsync(office);
        var feed = await office.ReadAsync("/feeds/all.rss");
        foreach (var table in lost.Split(' '))
        {
            await new TableClient(office.Storage, table).DeleteAsync();
        }

        office.Clock.Advance(TimeSpan.FromDays(40));
        var report = await RebuildAsync(office);

        Assert.AreEqual(0, report.GetProperty("unreadable").GetInt32());
        AssertSame(before, await TablesAsync(office));
        Assert.AreEqual(feed, await office.ReadAsync("/feeds/all.rss"));
    }

    [TestMethod]
    public async Task A_rebuild_that_was_cut_short_anywhere_goes_on_and_ends_the_same()
    {
        var outage = new OutageAfter();
        await using var office = await Office.OpenAsync(policy: outage);
        await SomeDays.LiveAsync(office);
        var before = WithoutReasons(await TablesAsync(office));
        for (var calls = 5; ; calls += 157)
        {
            outage.Arm(calls);
            var cut = false;
            try
            {
                await office.Service<TableRebuilder>().StepAsync(TimeSpan.FromMinutes(5), CancellationToken.None);
            }
            catch (Exception) when (outage.Happened)
            {
                cut = true;
            }

            outage.Disarm();
            office.Clock.Advance(TimeSpan.FromMinutes(4));
            if (!cut)
            {
                break;
            }

            await RebuildAsync(office);
            AssertSame(before, WithoutReasons(await TablesAsync(office)), $"after {calls} calls");
        }
    }

    [TestMethod]
    public async Task Readers_miss_nothing_while_the_tables_are_rebuilt()
    {
        await using var office = await Office.OpenAsync();
        await SomeDays.LiveAsync(office);
        string[] addresses =
        [
            "/feeds/all.rss",
            "/feeds/all.atom",
            "/feeds/tag:keyword:jembatan.json",
            "/",
            "/changes?after=0&limit=1000",
            "/tags",
        ];
        async Task<string> SeenAsync()
        {
            office.Clock.Advance(TimeSpan.FromMinutes(4));
            return string.Join('\n', await Task.WhenAll(addresses.Select(office.ReadAsync)));
        }

        var before = await SeenAsync();
        var steps = 0;
        while ((await office.Service<TableRebuilder>().StepAsync(TimeSpan.Zero, CancellationToken.None))?.Done == false)
        {
            if (steps++ % 20 == 0)
            {
                Assert.AreEqual(before, await SeenAsync(), $"after step {steps}");
            }
        }

        Assert.AreEqual(before, await SeenAsync());
        Assert.IsGreaterThan(40, steps);
    }

    [TestMethod]
    public async Task Rows_that_no_original_speaks_of_go_and_partners_keep_their_cursor()
    {
        await using var office = await Office.OpenAsync();
        await SomeDays.LiveAsync(office);
        var before = await TablesAsync(office);
        await new TableClient(office.Storage, Names.Related).AddEntityAsync(new TableEntity("stray", "list"));
        var log = new TableClient(office.Storage, Names.Changes);
        var head = (await log.GetEntityAsync<TableEntity>("changes", "!head")).Value;
        var last = head.GetInt64("Last")!.Value + 1;
        head["Last"] = last;
        await log.UpdateEntityAsync(head, head.ETag);
        await log.AddEntityAsync(
            new TableEntity("changes", $"{last:D19}")
            {
                ["Kind"] = "tagged",
                ["Id"] = Guid.NewGuid(),
                ["Slug"] = "kabar",
                ["Revision"] = 1,
                ["At"] = Office.Start,
            }
        );

        await RebuildAsync(office);

        var after = await TablesAsync(office);
        CollectionAssert.AreEqual(before[Names.Related].ToList(), after[Names.Related].ToList());
        StringAssert.Contains(await office.ReadAsync($"/changes?after={last - 1}"), "tagged");
    }

    [TestMethod]
    public async Task A_release_whose_original_is_not_understood_any_more_stays()
    {
        await using var office = await Office.OpenAsync();
        await SomeDays.LiveAsync(office);
        foreach (var name in await Office.BlobsAsync(office.Accepted))
        {
            var blob = office.Accepted.GetBlobClient(name);
            var original = (await blob.DownloadContentAsync()).Value;
            if (original.Content.ToString().Contains("Kabar lewat HTTP", StringComparison.Ordinal))
            {
                await blob.UploadAsync(BinaryData.FromString("# "), new BlobUploadOptions { Metadata = original.Details.Metadata });
            }
        }

        var report = await RebuildAsync(office);

        Assert.AreEqual(1, report.GetProperty("unreadable").GetInt32());
        StringAssert.Contains(await office.ReadAsync("/feeds/all.rss"), "Kabar lewat HTTP");
    }

    [TestMethod]
    public async Task A_rebuild_in_small_steps_ends_the_same_and_uploads_wait_meanwhile()
    {
        await using var office = await Office.OpenAsync();
        await SomeDays.LiveAsync(office);
        var before = await TablesAsync(office);
        var steps = 0;
        var rebuilder = office.Service<TableRebuilder>();
        await rebuilder.StepAsync(TimeSpan.Zero, CancellationToken.None);
        await office.PublishAsync("baru.md", Texts.Release("Kabar Baru", "Kabar yang datang selagi tabel dibangun."));
        Assert.HasCount(1, await Office.BlobsAsync(office.Incoming));

        while ((await rebuilder.StepAsync(TimeSpan.Zero, CancellationToken.None))?.Done == false)
        {
            steps++;
        }

        Assert.IsGreaterThan(3, steps);
        AssertSame(before, await TablesAsync(office));
        await office.CollectAsync();
        Assert.IsEmpty(await Office.BlobsAsync(office.Incoming));
    }

    [TestMethod]
    [DataRow(null, HttpStatusCode.Unauthorized)]
    [DataRow(LocalKeys.DefaultFunction, HttpStatusCode.Unauthorized)]
    [DataRow(LocalKeys.DefaultMaster, HttpStatusCode.Accepted)]
    public async Task Only_the_master_key_rebuilds(string? key, HttpStatusCode expected)
    {
        await using var office = await Office.OpenAsync();

        using var answer = await office.ClientWith(key).PostAsync(Rebuild, null);
        using var state = await office.ClientWith(key).GetAsync(Rebuild);

        Assert.AreEqual(expected, answer.StatusCode);
        Assert.AreEqual(expected is HttpStatusCode.Accepted ? HttpStatusCode.OK : expected, state.StatusCode);
    }

    [TestMethod]
    public async Task A_rebuild_is_answered_at_once_with_the_address_that_tells_how_far_it_has_come()
    {
        var outage = new OutageAfter();
        await using var office = await Office.OpenAsync(policy: outage);
        await SomeDays.LiveAsync(office);
        using var operating = office.ClientWith(LocalKeys.DefaultMaster);
        using var never = await operating.GetAsync(Rebuild);
        Assert.AreEqual(HttpStatusCode.NotFound, never.StatusCode);

        // Only the mark is stored: whatever comes after it fails.
        outage.Arm(2);
        using var begun = await operating.PostAsync(Rebuild, null);

        Assert.AreEqual(HttpStatusCode.Accepted, begun.StatusCode);
        Assert.AreEqual(Rebuild.OriginalString, begun.Headers.Location!.AbsolutePath);
        Assert.IsNotNull(begun.Headers.RetryAfter);
        Assert.AreEqual("no-store", begun.Headers.CacheControl!.ToString());
        outage.Disarm();
        office.Clock.Advance(TimeSpan.FromMinutes(4));
        var report = await DoneAsync(office);
        Assert.IsGreaterThan(0, report.GetProperty("replayed").GetInt32());
        Assert.AreEqual(0, report.GetProperty("left").GetInt32());
        Assert.AreEqual(Office.Start.Year, report.GetProperty("since").GetDateTimeOffset().Year);
    }

    [TestMethod]
    public async Task How_long_a_rebuild_takes()
    {
        const int releases = 60;
        await using var office = await Office.OpenAsync();
        for (var i = 0; i < releases; i++)
        {
            await office.UploadAsync(
                $"{i}.md",
                Texts.Release(
                    $"Kabar nomor {i}",
                    $"Kabar nomor {i} tentang hal ke-{i} di Baruna.",
                    $"publishAt: 2025-{1 + (i % 12):D2}-{1 + (i % 28):D2}\n"
                )
            );
        }

        await office.CollectAsync();
        var calls = office.Calls.Total;
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var report = await RebuildAsync(office);

        var perThousand = 1000d / releases;
        TestContext.WriteLine(
            $"{releases} releases rebuilt in {clock.Elapsed.TotalSeconds:F1} s: {clock.Elapsed.TotalSeconds * perThousand:F0} s and {(office.Calls.Total - calls) * perThousand:F0} storage calls for 1,000"
        );
        Assert.AreEqual(releases, report.GetProperty("replayed").GetInt32());
        Assert.IsLessThan(20 * releases, office.Calls.Total - calls);
    }

    private static async Task<JsonElement> RebuildAsync(Office office)
    {
        using var answer = await office.ClientWith(LocalKeys.DefaultMaster).PostAsync(Rebuild, null);
        Assert.AreEqual(HttpStatusCode.Accepted, answer.StatusCode);
        return await DoneAsync(office);
    }

    /// <summary>The state of the rebuild once it is done.</summary>
    private static async Task<JsonElement> DoneAsync(Office office)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        while (true)
        {
            using var answer = await office.ClientWith(LocalKeys.DefaultMaster).GetAsync(Rebuild, patience.Token);
            if (answer is { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter: not null })
            {
                // Storage was busy for longer than a reader waits: an operator asks again, as the answer says.
                await Task.Delay(500, patience.Token);
                continue;
            }

            Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode);
            var state = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(patience.Token)).RootElement;
            if (state.GetProperty("done").GetBoolean())
            {
                return state;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>
    /// Every row of every table, but for the one that tells of the timer's last run, for pings that wait for a hub, and for refusals:
    /// these bind instances that take the same upload at one moment, and what was refused is not in <c>accepted</c>.
    /// </summary>
    private static async Task<Dictionary<string, IReadOnlyList<string>>> TablesAsync(Office office)
    {
        var tables = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var table in Names.Tables.Except([Names.Push]))
        {
            tables[table] =
            [
                .. (await office.RowsAsync(table))
                    .Where(row => !row.Contains("PartitionKey=runs", StringComparison.Ordinal))
                    .Where(row => !row.Contains("|Refusal=", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ];
            Assert.IsNotEmpty(tables[table], table);
        }

        return tables;
    }

    /// <summary>
    /// What a list of related news holds depends on what the index held when it was made, and the index outlives a cut: such lists are
    /// there, but may rank otherwise.
    /// </summary>
    private static Dictionary<string, IReadOnlyList<string>> WithoutReasons(Dictionary<string, IReadOnlyList<string>> tables)
    {
        tables[Names.Related] = [.. tables[Names.Related].Select(row => row.Split('|')[0])];
        return tables;
    }

    private static void AssertSame(
        Dictionary<string, IReadOnlyList<string>> before,
        Dictionary<string, IReadOnlyList<string>> after,
        string when = ""
    )
    {
        foreach (var (table, rows) in before)
        {
            var differing = rows.Except(after[table]).Select(row => $"- {row}").Concat(after[table].Except(rows).Select(row => $"+ {row}"));
            Assert.AreEqual("", string.Join('\n', differing.Take(6).Select(row => row[..Math.Min(row.Length, 900)])), $"{table} {when}");
            Assert.HasCount(rows.Count, after[table], table);
        }
    }
}

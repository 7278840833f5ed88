using Siaran.LocalHost;

namespace Siaran.IntegrationTests;

/// <summary>Runs that are cut short, and instances that work side by side.</summary>
[TestClass]
public sealed class DisturbedRunTests
{
    [TestMethod]
    public async Task A_run_cut_short_anywhere_loses_nothing_and_shows_nothing_twice()
    {
        var undisturbed = await PublishThreeAsync();
        // Over a real store each seventh call; FaultTests cuts at each second one in memory.
        for (var calls = 1; ; calls += 7)
        {
            var outage = new OutageAfter();
            await using var office = await Office.OpenAsync(policy: outage);
            await UploadThreeAsync(office);
            outage.Arm(calls);
            try
            {
                await office.CollectAsync();
            }
            catch (FunctionFailedException) when (outage.Happened)
            {
                // The run could not even list what waits; the next one can.
            }

            outage.Disarm();
            await office.CollectAsync();

            Assert.AreEqual(undisturbed.Feed, await office.ReadAsync("/feeds/all.rss"), $"after {calls} calls");
            CollectionAssert.AreEquivalent(undisturbed.Changes, await ChangesAsync(office), $"after {calls} calls");
            Assert.IsEmpty(await Office.BlobsAsync(office.Incoming), $"after {calls} calls");
            if (!outage.Happened)
            {
                break;
            }
        }
    }

    [TestMethod]
    public async Task Two_instances_at_once_do_no_harm()
    {
        await using var one = await Office.OpenAsync();
        await using var other = await Office.OpenAsync(one.Storage, one.Clock);
        for (var i = 0; i < 12; i++)
        {
            await one.UploadAsync($"{i}.md", Texts.Release($"Kabar nomor {i}", $"Kabar nomor {i} tentang hal ke-{i} di Baruna."));
        }

        await Task.WhenAll(one.CollectAsync(), other.CollectAsync());
        await one.CollectAsync();

        Assert.HasCount(12, await one.ItemsAsync());
        Assert.HasCount(12, await ChangesAsync(one));
        Assert.IsEmpty(await Office.BlobsAsync(one.Incoming));
        Assert.IsEmpty(await Office.BlobsAsync(one.Rejected));
    }

    [TestMethod]
    public async Task Two_instances_that_took_the_same_uploads_in_another_order_serve_the_same_bytes()
    {
        await using var one = await Office.OpenAsync();
        await using var other = await Office.OpenAsync();
        string[] days = ["2026-01-05", "2026-01-07", "2026-01-06", "2026-01-08"];
        async Task PublishAsync(Office office, int i) =>
            await office.PublishAsync(
                $"{i}.md",
                Texts.Release($"Kabar nomor {i}", $"Kabar nomor {i} tentang hal ke-{i} di Baruna.", $"publishAt: {days[i]}T09:00+08:00\n")
            );
        foreach (var i in Enumerable.Range(0, days.Length))
        {
            await PublishAsync(one, i);
            await PublishAsync(other, days.Length - 1 - i);
        }

        foreach (var format in new[] { "rss", "atom", "json" })
        {
            Assert.AreEqual(await one.ReadAsync($"/feeds/all.{format}"), await other.ReadAsync($"/feeds/all.{format}"));
        }
    }

    private static async Task<(string Feed, List<string> Changes)> PublishThreeAsync()
    {
        await using var office = await Office.OpenAsync();
        await UploadThreeAsync(office);
        await office.CollectAsync();
        return (await office.ReadAsync("/feeds/all.rss"), await ChangesAsync(office));
    }

    private static async Task UploadThreeAsync(Office office)
    {
        await office.UploadAsync("a.md", Texts.Release("Jembatan Lengan Dibuka", frontMatter: "id: nj-1\n"));
        await office.UploadAsync("b.md", Texts.Release("Panen Raya di Lembah Selasih", "Petani menuai padi lebih awal tahun ini."));
        await office.UploadAsync("c.md", "");
    }

    private static async Task<List<string>> ChangesAsync(Office office) =>
        [
            .. (await office.JsonAsync("/changes"))
                .GetProperty("changes")
                .EnumerateArray()
                .Select(change => $"{change.GetProperty("kind")} {change.GetProperty("id")}"),
        ];
}

namespace Siaran.IntegrationTests;

[TestClass]
public sealed class StorageCallTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow(0)]
    [DataRow(60)]
    public async Task A_run_over_nothing_new_makes_three_calls_whatever_the_archive_s_size(int archived)
    {
        await using var office = await Office.OpenAsync();
        for (var i = 0; i < archived; i++)
        {
            await office.UploadAsync(
                $"{i}.md",
                Texts.Release(
                    $"Kabar nomor {i}",
                    $"Kabar nomor {i} tentang hal ke-{i} di Baruna.",
                    $"publishAt: 2025-01-{1 + (i % 28):D2}\n"
                )
            );
        }

        await office.CollectAsync();
        var before = office.Calls.Total;

        await office.CollectAsync();

        var calls = office.Calls.Total - before;
        TestContext.WriteLine($"empty run over {archived} releases: {calls} storage calls");
        Assert.AreEqual(3, calls);
    }

    [TestMethod]
    public async Task A_feed_costs_a_query_cold_nothing_warm_and_a_point_read_to_revalidate_and_all_of_them_one_look_at_the_embargoes()
    {
        await using var publishing = await Office.OpenAsync();
        await publishing.PublishAsync("a.md", Texts.Release());
        await using var office = await Office.OpenAsync(publishing.Storage, publishing.Clock);

        var cold = await News.CallsAsync(office, () => office.ReadAsync("/feeds/all.rss"));
        var warm = await News.CallsAsync(office, () => office.ReadAsync("/feeds/all.atom"));
        var another = await News.CallsAsync(office, () => office.ReadAsync("/feeds/language:id.rss"));
        office.Clock.Advance(TimeSpan.FromSeconds(15));
        var revalidated = await News.CallsAsync(office, () => office.ReadAsync("/feeds/all.rss"));
        await publishing.PublishAsync("b.md", Texts.Release("Panen Raya di Lembah Selasih", "Petani menuai padi lebih awal tahun ini."));
        office.Clock.Advance(TimeSpan.FromSeconds(15));
        var changed = await News.CallsAsync(office, () => office.ReadAsync("/feeds/all.rss"));

        TestContext.WriteLine(
            $"a feed cold: {Described(cold)}; warm: {Described(warm)}; revalidated: {Described(revalidated)}; changed: {Described(changed)}"
        );
        Assert.AreEqual("GET Listings 1, GET Releases 1", Described(cold));
        Assert.AreEqual("none", Described(warm));
        Assert.AreEqual("GET Listings 1, GET Releases 1", Described(revalidated));
        Assert.AreEqual("GET Listings 2, GET Releases 1", Described(changed));
        Assert.AreEqual("GET Listings 1", Described(another));

        static string Described(List<string> calls) => calls.Count > 0 ? string.Join(", ", calls) : "none";
    }

    [TestMethod]
    [DataRow(1, 54)]
    [DataRow(12, 19.4)]
    [DataRow(50, 17)]
    public async Task Calls_for_each_release_fall_as_releases_come_together(int together, double most)
    {
        await using var office = await Office.OpenAsync();
        for (var i = 0; i < together; i++)
        {
            await office.UploadAsync(
                $"{i}.md",
                Texts.Release(
                    $"Kabar nomor {i}",
                    $"Kabar nomor {i} tentang hal ke-{i} di Baruna.",
                    $"tags: [jembatan, jalan]\npublishAt: 2025-01-{1 + (i % 28):D2}\n"
                )
            );
        }

        var before = office.Calls.ByTarget;
        await office.CollectAsync();

        var calls = office
            .Calls.ByTarget.ToDictionary(call => call.Key, call => call.Value - before.GetValueOrDefault(call.Key))
            .Where(call => call.Value > 0)
            .ToList();
        var each = (double)calls.Sum(call => call.Value) / together;
        TestContext.WriteLine(
            $"{together} releases together: {each:F1} storage calls each ({string.Join(", ", calls.Select(call => $"{call.Key} {call.Value}"))})"
        );
        Assert.IsLessThanOrEqualTo(most, each);
    }
}

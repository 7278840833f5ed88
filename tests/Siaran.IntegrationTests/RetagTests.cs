using Siaran.Tagging.Vocabularies;

namespace Siaran.IntegrationTests;

[TestClass]
public sealed class RetagTests
{
    private const string Named = "regulations.tsv";
    private const string Tag = "tag:regulation:perda-3-2024";

    [TestMethod]
    public async Task A_vocabulary_in_storage_tags_what_comes_after_it()
    {
        await using var office = await Office.OpenAsync();
        await OverrideAsync(office, "perda-3-2024\tPesisir\tPerda Pesisir");

        await office.PublishAsync("a.md", About("Perda Pesisir"));

        Assert.HasCount(1, await office.ItemsAsync(Tag));
    }

    [TestMethod]
    public async Task A_vocabulary_in_storage_adds_a_language()
    {
        await using var office = await Office.OpenAsync();
        await office
            .Vocabulary.GetBlobClient("topics.de.tsv")
            .UploadAsync(BinaryData.FromString("pertanian\tLandwirtschaft|Bauern|Reisernte\n"));

        await office.PublishAsync(
            "a.md",
            Texts.Release(
                "Reisernte beginnt",
                "Landwirtschaft ernährt die Provinz, und die Bauern beginnen die Reisernte.",
                "language: de\n"
            )
        );

        Assert.HasCount(1, await office.ItemsAsync("tag:topic:pertanian"));
    }

    [TestMethod]
    public async Task A_changed_vocabulary_re_tags_the_archive_and_only_what_changed_is_news()
    {
        await using var office = await Office.OpenAsync(settings: Small);
        for (var i = 0; i < 5; i++)
        {
            await office.UploadAsync($"{i}.md", About($"Perda Pesisir, bagian {i}", i));
        }

        await office.UploadAsync("lain.md", Texts.Release("Jalan Diperlebar", "Jalan kini dua lajur.", "publishAt: 2025-02-01\n"));
        await office.CollectAsync();
        var before = await FeedAsync(office);
        var changes = await ChangesAsync(office);
        Assert.IsTrue((await SettleAsync(office)).IsDone);

        await OverrideAsync(office, "perda-3-2024\tPesisir\tPerda Pesisir");
        await SettleAsync(office);

        Assert.HasCount(5, await office.ItemsAsync(Tag));
        Assert.AreEqual(5, (await office.JsonAsync("/tags/regulation.json")).GetProperty("tags")[0].GetProperty("releases").GetInt32());
        var news = (await ChangesAsync(office)).Skip(changes.Count).ToList();
        Assert.AreEqual("tagged tagged tagged tagged tagged", string.Join(' ', news.Select(change => change.Kind)));
        Assert.HasCount(5, news.Select(change => change.Id).Distinct().ToArray());
        CollectionAssert.AreEqual(before.ToArray(), (await FeedAsync(office)).ToArray(), "Dates or order moved.");
    }

    [TestMethod]
    public async Task A_vocabulary_that_is_taken_away_takes_its_tags_with_it_and_may_come_back()
    {
        await using var office = await Office.OpenAsync();
        await OverrideAsync(office, "perda-3-2024\tPesisir\tPerda Pesisir");
        await office.PublishAsync("a.md", About("Perda Pesisir"));
        await SettleAsync(office);

        await office.Vocabulary.DeleteBlobAsync(Named);
        await SettleAsync(office);
        Assert.IsEmpty(await office.ItemsAsync(Tag));
        await OverrideAsync(office, "perda-3-2024\tPesisir\tPerda Pesisir");
        await SettleAsync(office);

        Assert.HasCount(1, await office.ItemsAsync(Tag));
        Assert.AreEqual("published tagged tagged", string.Join(' ', (await ChangesAsync(office)).Select(change => change.Kind)));
    }

    [TestMethod]
    public async Task The_editor_s_tags_survive()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", About("Perda Pesisir", frontMatter: "tags: [nelayan, -regulation:perda-3-2024]\n"));

        await OverrideAsync(office, "perda-3-2024\tPesisir\tPerda Pesisir");
        await SettleAsync(office);

        Assert.HasCount(1, await office.ItemsAsync("tag:keyword:nelayan"));
        Assert.AreEqual(System.Net.HttpStatusCode.NotFound, await office.StatusAsync($"/feeds/{Tag}.rss"));
        Assert.HasCount(1, await ChangesAsync(office));
    }

    [TestMethod]
    public async Task An_embargoed_release_is_re_tagged_without_a_trace_until_its_time()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", About("Perda Pesisir", frontMatter: "publishAt: 2026-03-05\n"));

        await OverrideAsync(office, "perda-3-2024\tPesisir\tPerda Pesisir");
        await SettleAsync(office);

        Assert.AreEqual(System.Net.HttpStatusCode.NotFound, await office.StatusAsync($"/feeds/{Tag}.rss"));
        Assert.DoesNotContain("perda", await office.ReadAsync("/tags.json"));
        Assert.IsEmpty(await ChangesAsync(office));
        office.Clock.Advance(TimeSpan.FromDays(1));
        await office.CollectAsync();
        Assert.HasCount(1, await office.ItemsAsync(Tag));
    }

    [TestMethod]
    public async Task A_vocabulary_that_cannot_be_read_stops_nothing_and_is_reported()
    {
        await using var office = await Office.OpenAsync();
        await OverrideAsync(office, "perda-3-2024\tPesisir\tPerda Pesisir");
        await office.PublishAsync("a.md", About("Perda Pesisir"));
        await SettleAsync(office);
        await OverrideAsync(office, "perda-3-2024");
        await SettleAsync(office);

        await office.PublishAsync("b.md", About("Perda Pesisir yang kedua", 1));

        Assert.HasCount(2, await office.ItemsAsync(Tag));
        Assert.IsTrue(
            office.Log.Entries.Any(entry =>
                entry.Level == Microsoft.Extensions.Logging.LogLevel.Error && entry.Message.Contains(Named, StringComparison.Ordinal)
            )
        );
    }

    [TestMethod]
    public async Task Where_nothing_changed_a_run_is_two_calls()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", About("Perda Pesisir"));
        await SettleAsync(office);
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        var before = office.Calls.Total;

        Assert.IsTrue((await office.RetagAsync()).IsDone);

        Assert.AreEqual(2, office.Calls.Total - before);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    public async Task Cut_short_again_and_again_it_comes_to_the_same_end(int offset)
    {
        var outage = new OutageAfter();
        await using var office = await Office.OpenAsync(settings: Small, policy: outage);
        for (var i = 0; i < 4; i++)
        {
            await office.UploadAsync($"{i}.md", About($"Perda Pesisir, bagian {i}", i));
        }

        await office.CollectAsync();
        var before = await FeedAsync(office);
        await SettleAsync(office);
        await OverrideAsync(office, "perda-3-2024\tPesisir\tPerda Pesisir");
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.RetagAsync();
        office.Clock.Advance(TimeSpan.FromMinutes(5));

        var cuts = 0;
        for (var calls = 3 + offset; ; calls += 4)
        {
            outage.Arm(calls);
            try
            {
                if ((await office.RetagAsync()).IsDone)
                {
                    break;
                }
            }
            catch (Exception ex) when (outage.Happened && ex is Azure.RequestFailedException or AggregateException)
            {
                cuts++;
            }

            outage.Disarm();
        }

        outage.Disarm();
        Assert.IsGreaterThan(1, cuts);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.HasCount(4, await office.ItemsAsync(Tag));
        Assert.AreEqual(4, (await office.JsonAsync("/tags/regulation.json")).GetProperty("tags")[0].GetProperty("releases").GetInt32());
        Assert.AreEqual(4, (await ChangesAsync(office)).Count(change => change.Kind == "tagged"));
        CollectionAssert.AreEqual(before.ToArray(), (await FeedAsync(office)).ToArray());
        foreach (var item in await office.ItemsAsync(Tag))
        {
            StringAssert.Contains(
                await office.ReadAsync(new Uri(item.Element("link")!.Value).AbsolutePath),
                "/tags/regulation/perda-3-2024"
            );
        }
    }

    /// <summary>Two releases a step, so that a small archive takes several.</summary>
    private static Dictionary<string, string> Small => new() { ["Retag:BatchSize"] = "2" };

    private static string About(string what, int number = 0, string? frontMatter = null) =>
        Texts.Release(
            $"Nelayan Bicara {number}",
            $"Nelayan membahas {what} di balai desa.",
            frontMatter ?? $"publishAt: 2025-01-{number + 1:D2}\n"
        );

    /// <summary>The project's own vocabulary and a line more.</summary>
    private static async Task OverrideAsync(Office office, string line) =>
        await office
            .Vocabulary.GetBlobClient(Named)
            .UploadAsync(BinaryData.FromString(new VocabularyFiles().Text(Named).TrimEnd() + "\n" + line + "\n"), overwrite: true);

    /// <summary>
    /// Lets time pass until a change of the vocabularies is noticed, and has settled, and the archive has been gone through.
    /// </summary>
    private static async Task<Ingest.RetagRun> SettleAsync(Office office)
    {
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.RetagAsync();
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        return await office.RetagAsync();
    }

    private static async Task<IReadOnlyList<string>> FeedAsync(Office office) =>
        [
            .. (await office.JsonAsync("/feeds/all.json"))
                .GetProperty("items")
                .EnumerateArray()
                .Select(item =>
                    $"{item.GetProperty("id").GetString()} {item.GetProperty("date_published").GetString()} {(item.TryGetProperty("date_modified", out var modified) ? modified.GetString() : "")}"
                ),
        ];

    private static async Task<IReadOnlyList<(string Kind, string Id)>> ChangesAsync(Office office) =>
        [
            .. (await office.JsonAsync("/changes?after=0&limit=1000"))
                .GetProperty("changes")
                .EnumerateArray()
                .Select(change => (change.GetProperty("kind").GetString()!, change.GetProperty("id").GetString()!)),
        ];
}

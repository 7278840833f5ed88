using Siaran.Related.Index;
using Siaran.Search;
using Siaran.Tags;
using Siaran.Tests.Related;

namespace Siaran.Tests.Search;

/// <summary>Searches over an index that relating has written, as the app does.</summary>
[TestClass]
public sealed class SearchIndexTests
{
    private readonly RelatedWorld world = new();

    [TestMethod]
    [DataRow("jembatan")]
    [DataRow("membangun", DisplayName = "In another form")]
    [DataRow("LENGAN", DisplayName = "In capitals")]
    [DataRow("kecamatan", DisplayName = "In the text alone")]
    [DataRow("bappeda", DisplayName = "By its office")]
    public async Task A_release_is_found_by_its_words(string text)
    {
        await world.RelateAsync(Bridge(), About("k", "Harga cabai turun"));

        var result = await FindAsync(text);

        Assert.AreEqual(1, result.Total);
        Assert.AreEqual("Pembangunan jembatan Lengan selesai", result.Hits.Single().Tagged.Release.Content.Headline);
    }

    [TestMethod]
    public async Task What_has_all_the_words_comes_before_what_has_some_and_the_headline_counts_for_more()
    {
        await world.RelateAsync(
            Of("some", "Kabar dari desa", "Jembatan dan jalan itu panjang."),
            Of("text", "Kabar dari kecamatan", "Jembatan Lengan dan jalan ke sana dibuka."),
            Of("headline", "Jembatan Lengan dibuka, jalan menyusul", "Warga senang.")
        );

        Assert.AreEqual("headline text some", await KeysAsync("jembatan lengan jalan"));
    }

    [TestMethod]
    public async Task Of_two_that_say_the_same_the_newer_comes_first()
    {
        await world.RelateAsync(
            About("older", "Harga cabai turun").At(Some.Time.AddYears(-3)),
            About("newer", "Harga cabai turun").At(Some.Time)
        );

        Assert.AreEqual("newer older", await KeysAsync("harga cabai"));
    }

    [TestMethod]
    public async Task A_phrase_must_stand_word_by_word()
    {
        await world.RelateAsync(
            Of("phrase", "Kabar", "Gubernur membuka Jembatan Lengan kemarin."),
            Of("words", "Kabar", "Lengan bukan jembatan.")
        );

        Assert.AreEqual("phrase", await KeysAsync("\"jembatan lengan\""));
        Assert.AreEqual("", await KeysAsync("\"lengan jembatan\""));
    }

    [TestMethod]
    [DataRow("jembatan kantor:diskominfo-nusa-jaya", "a")]
    [DataRow("wilayah:lombok-timur", "b")]
    [DataRow("tag:topic:ekonomi", "b")]
    [DataRow("wilayah:lombok-timur tag:topic:ekonomi kantor:bappeda", "b")]
    [DataRow("wilayah:lombok-timur kantor:diskominfo-nusa-jaya", "")]
    public async Task Feeds_narrow_what_is_found(string text, string keys)
    {
        await world.RelateAsync(
            Named(Text.Of("a", Some.Content("Jembatan", "Jembatan.") with { Agency = "Diskominfo Nusa Jaya" }), "a"),
            Named(
                Text.Of("b", Some.Content("Jembatan", "Jembatan.") with { Agency = "Bappeda" }, "region:lombok-timur", "topic:ekonomi"),
                "b"
            )
        );

        Assert.AreEqual(keys, await KeysAsync(text));
    }

    [TestMethod]
    public async Task Days_narrow_what_is_found_and_months_are_counted()
    {
        await world.RelateAsync(
            About("january", "Jembatan satu").At(new(2025, 1, 31, 20, 0, 0, TimeSpan.Zero)),
            About("february", "Jembatan dua").At(new(2025, 2, 10, 3, 0, 0, TimeSpan.Zero)),
            About("march", "Jembatan tiga").At(new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero))
        );
        world.Now = new(2025, 4, 1, 0, 0, 0, TimeSpan.Zero);

        var february = SearchQuery.All with { From = Month(2, 2025), Before = Month(3, 2025) };
        var found = await Index().FindAsync(february, new(0, 10), world.Now, default);
        var months = await Index().CountMonthsAsync([], first => Month(first.Month, first.Year), world.Now, default);

        CollectionAssert.AreEquivalent(new[] { "Jembatan satu", "Jembatan dua" }, found.Hits.Select(Headline).ToList());
        CollectionAssert.AreEqual(new[] { new MonthCount(new(2025, 3, 1), 1), new MonthCount(new(2025, 2, 1), 2) }, months.ToList());

        // Eight hours ahead of UTC.
        static DateTimeOffset Month(int month, int year) => new(year, month, 1, 0, 0, 0, TimeSpan.FromHours(8));
    }

    [TestMethod]
    [DataRow("gubenur jembatan", "gubernur jembatan")]
    [DataRow("jembtaan", "jembatan")]
    [DataRow("gubernur", null, DisplayName = "What is right is left alone")]
    [DataRow("xylofon", null, DisplayName = "What is near nothing is left alone")]
    public async Task A_misspelt_word_is_put_right(string text, string? meant)
    {
        await world.RelateAsync(About("a", "Gubernur membuka jembatan"));

        var result = await FindAsync(text);

        Assert.AreEqual(meant, result.Meant);
        Assert.AreEqual(text == "xylofon" ? 0 : 1, result.Total);
    }

    [TestMethod]
    public async Task What_is_under_an_embargo_is_neither_found_nor_counted_nor_suggested()
    {
        var hidden = About("rahasia", "Menteri Kusumawardhani dilantik").At(world.Now.AddHours(2));
        await world.RelateAsync(About("a", "Jembatan dibuka").At(world.Now.AddDays(-1)));
        var before = (world.Index.Manifest, world.Index.Blobs.Count);

        await world.RelateAsync(hidden);

        Assert.AreEqual(before, (world.Index.Manifest, world.Index.Blobs.Count));
        Assert.AreEqual(0, (await FindAsync("kusumawardhani")).Total);
        Assert.IsNull((await FindAsync("kusumawardani")).Meant);

        world.Now = world.Now.AddHours(2);
        await world.RelateAsync(hidden);

        Assert.AreEqual("Menteri Kusumawardhani dilantik", Headline((await FindAsync("kusumawardani")).Hits.Single()));
    }

    [TestMethod]
    public async Task An_index_that_runs_ahead_of_the_gate_shows_nothing_early()
    {
        await world.RelateAsync(About("a", "Menteri Kusumawardhani dilantik").At(world.Now));

        var result = await Index().FindAsync(SearchParser.Parse("kusumawardani"), new(0, 10), world.Now.AddSeconds(-1), default);
        var months = await Index().CountMonthsAsync([], Utc, world.Now.AddSeconds(-1), default);

        Assert.AreEqual(0, result.Total);
        Assert.IsNull(result.Meant);
        Assert.IsEmpty(months);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(59)]
    public async Task What_is_publishedis_found_from_its_second_on_and_counted_in_its_own_month(int later)
    {
        var published = new DateTimeOffset(2025, 2, 28, 23, 59, 0, TimeSpan.Zero).AddSeconds(59 - later);
        world.Now = published;
        await world.RelateAsync(About("a", "Jembatan dibuka").At(published));
        var february = SearchQuery.All with { From = Utc(new(2025, 2, 1)), Before = Utc(new(2025, 3, 1)) };

        var found = await Index().FindAsync(february, new(0, 10), published, default);
        var months = await Index().CountMonthsAsync([], Utc, published.AddSeconds(later), default);

        Assert.AreEqual(1, found.Total);
        Assert.HasCount(1, found.Hits);
        CollectionAssert.AreEqual(new[] { new MonthCount(new(2025, 2, 1), 1) }, months.ToList());
    }

    [TestMethod]
    public async Task What_is_withdrawn_is_gone_at_once_and_no_longer_suggested()
    {
        var release = About("a", "Menteri Kusumawardhani dilantik");
        await world.RelateAsync(release, About("b", "Jembatan dibuka"));
        var index = Index();
        Assert.AreEqual(1, (await FindAsync(index, "kusumawardhani")).Total);

        await world.RelateAsync(Text.Withdrawn(release));

        Assert.AreEqual(0, (await FindAsync(index, "kusumawardhani")).Total);
        Assert.IsNull((await FindAsync(index, "kusumawardani")).Meant);
        Assert.AreEqual(1, (await FindAsync(index, "")).Total);
    }

    [TestMethod]
    public async Task A_corrected_release_is_found_by_its_new_words_alone()
    {
        var release = About("a", "Menteri Kusumawardhani dilantik");
        await world.RelateAsync(release);

        await world.RelateAsync(Text.Corrected(release, Some.Content("Menteri Suryaningrat dilantik", "Dilantik.")));

        Assert.AreEqual(0, (await FindAsync("kusumawardhani")).Total);
        Assert.AreEqual(1, (await FindAsync("suryaningrat")).Total);
        Assert.AreEqual(1, (await FindAsync("")).Total);
    }

    [TestMethod]
    public async Task Merges_and_a_rebuild_change_nothing_that_is_found()
    {
        var withdrawn = About("r0", "Jembatan nomor 0 dibuka");
        for (var i = 0; i < 60; i++)
        {
            await world.RelateAsync(i == 0 ? withdrawn : About($"r{i}", $"Jembatan nomor {i} dibuka"));
        }

        await world.RelateAsync(Text.Withdrawn(withdrawn));
        var before = await KeysAsync("jembatan", 100);
        var segments = Segments;

        while (await world.Indexer.MaintainAsync(default))
        {
            // A merge may make another due.
        }

        Assert.IsLessThan(segments, Segments);
        Assert.AreEqual(before, await KeysAsync("jembatan", 100));

        await world.Indexer.RebuildAsync(default);

        Assert.AreEqual(59, (await FindAsync("jembatan")).Total);
        CollectionAssert.AreEquivalent(before.Split(' '), (await KeysAsync("jembatan", 100)).Split(' '));
    }

    [TestMethod]
    public async Task Pages_follow_each_other_withpublisheda_gap()
    {
        for (var i = 0; i < 25; i++)
        {
            await world.RelateAsync(About($"r{i}", $"Jembatan nomor {i}").At(Some.Time.AddHours(i)));
        }

        var index = Index();
        var pages = new List<string>();
        for (var page = 0; page < 4; page++)
        {
            var result = await index.FindAsync(SearchParser.Parse("jembatan"), new(10 * page, 10) { ByTime = true }, world.Now, default);
            Assert.AreEqual(25, result.Total);
            pages.AddRange(result.Hits.Select(Headline));
        }

        CollectionAssert.AreEqual(Enumerable.Range(0, 25).Reverse().Select(i => $"Jembatan nomor {i}").ToList(), pages);
    }

    [TestMethod]
    public async Task A_search_that_was_asked_before_reads_the_manifest_and_nothing_else()
    {
        for (var i = 0; i < 40; i++)
        {
            await world.RelateAsync(About($"r{i}", $"Jembatan nomor {i} dibuka"));
        }

        var index = Index();
        await FindAsync(index, "jembatan dibuka");
        var reads = new List<string>();
        world.Index.BeforeEach = reads.Add;

        await FindAsync(index, "jembatan dibuka");

        Assert.AreEqual("read manifest", string.Join(", ", reads));
    }

    [TestMethod]
    [DataRow("yang di dan")]
    [DataRow("\"\"")]
    [DataRow("xylofon")]
    public async Task Nothing_is_found_by_what_no_release_says(string text)
    {
        await world.RelateAsync(Bridge());

        Assert.AreEqual(0, (await FindAsync(text)).Total);
    }

    [TestMethod]
    public async Task An_index_that_is_not_there_yet_has_nothing() => Assert.AreEqual(0, (await FindAsync("jembatan")).Total);

    private int Segments => Manifest.Read(world.Index.Manifest).Segments.Count;

    private SearchIndex Index() => new(world.Index, world);

    private Task<SearchResult> FindAsync(string text) => FindAsync(Index(), text);

    private Task<SearchResult> FindAsync(SearchIndex index, string text) =>
        index.FindAsync(SearchParser.Parse(text), new(0, 10), world.Now, default);

    /// <summary>The keys that the releases found were made with, in their order.</summary>
    private async Task<string> KeysAsync(string text, int take = 10)
    {
        var found = await Index().FindAsync(SearchParser.Parse(text), new(0, take), world.Now, default);
        return string.Join(' ', found.Hits.Select(hit => hit.Tagged.Release.UploadName));
    }

    private static string Headline(SearchHit hit) => hit.Tagged.Release.Content.Headline;

    private static TaggedRelease Bridge() =>
        Text.Of(
            "bridge",
            Some.Content("Pembangunan jembatan Lengan selesai", "Warga dua kecamatan kini terhubung.") with
            {
                Agency = "Bappeda Nusa Jaya",
            }
        );

    private static TaggedRelease About(string key, string headline) => Named(Text.About(key, headline), key);

    private static TaggedRelease Of(string key, string headline, string body) => Named(Text.Of(key, Some.Content(headline, body)), key);

    private static TaggedRelease Named(TaggedRelease release, string key) =>
        release with
        {
            Release = release.Release with { UploadName = key },
        };

    private static DateTimeOffset Utc(DateOnly day) => new(day, TimeOnly.MinValue, default);
}

using Siaran.Related.Index;
using Siaran.Search;
using Siaran.Tags;
using Siaran.Tests.Related;

namespace Siaran.Tests.Search;

/// <summary>Phrases that more releases have the words of than a page shows.</summary>
[TestClass]
public sealed class PhraseSearchTests
{
    private const int Many = 60;

    private readonly RelatedWorld world = new();

    [TestMethod]
    [DataRow("\"jembatan lengan\"", 1, DisplayName = "Two words")]
    [DataRow("\"jembatan di lengan\"", 14, DisplayName = "A stop word between")]
    [DataRow("\"di lengan\"", 14, DisplayName = "A stop word first")]
    [DataRow("\"lengan dan jembatan\"", 45, DisplayName = "Most")]
    [DataRow("\"jembatan lengan baru\"", 1, DisplayName = "A phrase that goes on")]
    [DataRow("\"lengan jembatan\"", 0, DisplayName = "In another order")]
    [DataRow("\"jembatan lengan\" \"lengan dan jembatan\"", 0, DisplayName = "Two phrases that no release has both of")]
    public async Task Those_that_have_a_phrase_are_found_and_counted_among_many_that_have_its_words(string text, int total)
    {
        await AddManyAsync();

        var found = await FindAsync(text);

        Assert.AreEqual(total, found.Total);
        Assert.HasCount(Math.Min(10, total), found.Hits);
    }

    [TestMethod]
    public async Task Its_pages_follow_each_other_without_a_gap_after_merges_too()
    {
        await AddManyAsync();
        while (await world.Indexer.MaintainAsync(default))
        {
            // A merge may make another due.
        }

        var index = new SearchIndex(world.Index, world);
        var shown = new List<string>();
        for (var page = 0; page < 6; page++)
        {
            var found = await index.FindAsync(SearchParser.Parse("\"lengan dan jembatan\""), new(10 * page, 10), world.Now, default);
            Assert.AreEqual(45, found.Total);
            shown.AddRange(found.Hits.Select(hit => hit.Tagged.Release.Content.Headline));
        }

        Assert.AreEqual(45, shown.Distinct().Count());
        Assert.HasCount(45, shown);
    }

    [TestMethod]
    public async Task What_was_withdrawn_is_in_no_phrase_any_more()
    {
        await AddManyAsync();

        await world.RelateAsync(Text.Withdrawn(Named(0, "Jembatan Lengan baru dibuka.")));

        Assert.AreEqual(0, (await FindAsync("\"jembatan lengan\"")).Total);
    }

    [TestMethod]
    public async Task An_index_of_an_earlier_format_answers_nothing_until_the_timer_has_built_it_again()
    {
        await AddManyAsync();
        var stored = (await world.Index.ReadManifestAsync(default))!;
        var older = Manifest.Read(stored.Content.Span) with { Format = 2 };
        await world.Index.SwapManifestAsync(older.Write(), stored.ETag, default);
        await Assert.ThrowsExactlyAsync<IndexDamagedException>(() => FindAsync("\"jembatan lengan\""));

        await world.Another().RenewAsync(default);

        Assert.AreEqual(1, (await FindAsync("\"jembatan lengan\"")).Total);
    }

    /// <summary>One has the phrase, some have a stop word between, and most have the words the other way round.</summary>
    private async Task AddManyAsync() =>
        await world.RelateAsync([
            .. Enumerable
                .Range(0, Many)
                .Select(i =>
                    Named(
                        i,
                        i == 0 ? "Jembatan Lengan baru dibuka."
                            : i % 4 == 0 ? "Warga melihat jembatan di Lengan."
                            : "Warga Lengan dan jembatan mereka."
                    )
                ),
        ]);

    private Task<SearchResult> FindAsync(string text) =>
        new SearchIndex(world.Index, world).FindAsync(SearchParser.Parse(text), new(0, 10), world.Now, default);

    private static TaggedRelease Named(int number, string body) => Text.Of($"r{number}", Some.Content($"Kabar nomor {number}", body));
}

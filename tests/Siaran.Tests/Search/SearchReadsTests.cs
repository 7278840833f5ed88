using Siaran.Related.Index;
using Siaran.Search;
using Siaran.Tags;
using Siaran.Tests.Related;

namespace Siaran.Tests.Search;

/// <summary>How much of a segment a search reads that is not read whole.</summary>
[TestClass]
public sealed class SearchReadsTests
{
    private const int Releases = 64;
    private const int RangeSize = 1 << 16;

    private readonly RelatedWorld world = new();

    [TestMethod]
    public async Task What_the_cache_could_hold_is_read_in_as_few_ranges_as_there_are()
    {
        await AddAsync();
        using var index = new SearchIndex(world.Index, world);
        var before = world.Index.Reads;

        var shown = await PagesAsync(index, Releases);

        Assert.AreEqual(Releases, shown.Distinct().Count());
        var ranges = world.Index.BytesHeld / RangeSize;
        Assert.IsGreaterThan(4L, ranges, "The segment is too small to tell.");
        // Its fences and its filter, and a range more where a part begins.
        Assert.IsLessThanOrEqualTo(ranges + 4, world.Index.Reads - before);
    }

    [TestMethod]
    public async Task Of_what_the_cache_cannot_hold_only_what_is_shown_is_read()
    {
        await AddAsync();
        using var small = new SearchIndex(world.Index, world, new BlockCache(RangeSize));
        using var large = new SearchIndex(world.Index, world);
        await PagesAsync(small, 1);
        var (reads, bytes) = (world.Index.Reads, world.Index.BytesRead);

        var shown = await PagesAsync(small, 10);

        Assert.IsLessThanOrEqualTo(10, world.Index.Reads - reads);
        Assert.IsLessThan(world.Index.BytesHeld / 4, world.Index.BytesRead - bytes);
        CollectionAssert.AreEqual(await PagesAsync(large, Releases), await PagesAsync(small, Releases));
        CollectionAssert.AreEqual(shown, await PagesAsync(large, 10));
    }

    private async Task AddAsync() => await world.RelateAsync([.. Enumerable.Range(0, Releases).Select(Of)]);

    /// <summary>The headlines of the newest, ten to a page.</summary>
    private async Task<List<string>> PagesAsync(SearchIndex index, int count)
    {
        var shown = new List<string>();
        for (var skip = 0; skip < count; skip += 10)
        {
            var found = await index.FindAsync(SearchQuery.All, new(skip, Math.Min(10, count - skip)), world.Now, default);
            shown.AddRange(found.Hits.Select(hit => hit.Tagged.Release.Content.Headline));
        }

        return shown;
    }

    private static TaggedRelease Of(int number)
    {
        var chance = new Random(number);
        var body = string.Join(' ', Enumerable.Range(0, 1500).Select(_ => $"kata{chance.Next(20_000)}"));
        return Text.Of($"k{number}", Some.Content($"Jembatan nomor {number} dibuka", body)).At(Some.Time.AddMinutes(number));
    }
}

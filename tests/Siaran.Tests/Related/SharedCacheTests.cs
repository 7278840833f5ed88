using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Siaran.Related;
using Siaran.Related.Index;
using Siaran.Search;
using Siaran.Tags;

namespace Siaran.Tests.Related;

/// <summary>Relating and searching read the same segments, and hold their blocks in memory once.</summary>
[TestClass]
public sealed class SharedCacheTests
{
    private readonly RelatedWorld world = new();

    [TestMethod]
    public async Task What_relating_has_read_a_search_finds_in_memory_and_one_bound_holds_for_both()
    {
        const int bound = 256 * 1024;
        var cache = new BlockCache(bound);
        var indexer = new RelatedIndexer(world.Index, world.Rows, world, world, NullLogger<RelatedIndexer>.Instance, cache);
        var search = new SearchIndex(world.Index, world, cache);
        // Enough for a segment that is not read whole.
        await world.RelateAsync(indexer, [.. Enumerable.Range(0, 64).Select(About)]);
        await world.RelateAsync(indexer, About(64));
        var held = cache.Size;

        var found = await search.FindAsync(SearchParser.Parse("jembatan"), new(0, 10), world.Now, default);

        Assert.AreEqual(65, found.Total);
        Assert.IsGreaterThan(0L, held, "Relating put no block into the cache.");
        Assert.IsGreaterThan(held, cache.Size, "Searching put no block into the same cache.");
        Assert.IsLessThanOrEqualTo(bound, cache.Size);
    }

    [TestMethod]
    public void The_service_has_one_cache_of_blocks_for_all_that_use_the_index()
    {
        var services = new ServiceCollection().AddLogging().AddSiaran(new ConfigurationBuilder().Build());

        var caches = services.Where(service => service.ServiceType == typeof(BlockCache)).ToList();

        Assert.HasCount(1, caches);
        Assert.AreEqual(ServiceLifetime.Singleton, caches[0].Lifetime);
        // Only the constructor that takes it is there for the service to choose.
        foreach (var user in new[] { typeof(RelatedIndexer), typeof(SearchIndex) })
        {
            var constructor = user.GetConstructors().Single();
            Assert.IsTrue(constructor.GetParameters().Any(one => one.ParameterType == typeof(BlockCache)), user.Name);
        }
    }

    private static TaggedRelease About(int number)
    {
        var chance = new Random(number);
        var body = string.Join(' ', Enumerable.Range(0, 1500).Select(_ => $"kata{chance.Next(20_000)}"));
        return Text.Of($"k{number}", Some.Content($"Jembatan nomor {number} dibuka", body));
    }
}

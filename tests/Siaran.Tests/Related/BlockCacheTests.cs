using Siaran.Related.Index;

namespace Siaran.Tests.Related;

[TestClass]
public sealed class BlockCacheTests
{
    [TestMethod]
    public void What_is_asked_for_again_outlives_what_is_read_once()
    {
        var cache = new BlockCache(100);
        cache.Add("one", 0, new byte[10]);
        Assert.IsNotNull(cache.Find("one", 0));

        for (var block = 1; block <= 50; block++)
        {
            cache.Add("one", block, new byte[10]);
        }

        Assert.IsNotNull(cache.Find("one", 0));
        Assert.IsNull(cache.Find("one", 1));
        Assert.AreEqual(10, Enumerable.Range(0, 51).Count(block => cache.Find("one", block) is not null));
    }

    [TestMethod]
    public void What_all_ask_for_again_keeps_to_the_size_as_well()
    {
        var cache = new BlockCache(100);
        for (var block = 0; block < 50; block++)
        {
            cache.Add("one", block, new byte[10]);
            Assert.IsNotNull(cache.Find("one", block));
        }

        Assert.IsNotNull(cache.Find("one", 49));
        Assert.IsNull(cache.Find("one", 0));
        Assert.AreEqual(10, Enumerable.Range(0, 50).Count(block => cache.Find("one", block) is not null));
    }
}

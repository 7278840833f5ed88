using Siaran.Related.Index;

namespace Siaran.Tests.Related;

[TestClass]
public sealed class BlockCacheTests
{
    [TestMethod]
    [DataRow(KeyKind.Stem)]
    [DataRow(KeyKind.Document)]
    public void What_is_asked_for_again_outlives_what_is_read_once(object kind)
    {
        var cache = new BlockCache(100);
        cache.Add("one", 0, (KeyKind)kind, new byte[10]);
        Assert.IsNotNull(cache.Find("one", 0));

        for (var block = 1; block <= 50; block++)
        {
            cache.Add("one", block, (KeyKind)kind, new byte[10]);
        }

        Assert.IsNotNull(cache.Find("one", 0));
        Assert.IsNull(cache.Find("one", 1));
        Assert.AreEqual(10, Kept(cache, "one"));
        Assert.AreEqual(100L, cache.Size);
    }

    [TestMethod]
    public void What_all_ask_for_again_keeps_to_the_size_as_well()
    {
        var cache = new BlockCache(100);
        for (var block = 0; block < 50; block++)
        {
            cache.Add("one", block, KeyKind.Stem, new byte[10]);
            Assert.IsNotNull(cache.Find("one", block));
        }

        Assert.IsNotNull(cache.Find("one", 49));
        Assert.IsNull(cache.Find("one", 0));
        Assert.AreEqual(10, Kept(cache, "one"));
    }

    [TestMethod]
    [DataRow(KeyKind.Document)]
    [DataRow(KeyKind.Followers)]
    public void Lists_of_words_stay_whatever_many_releases_and_phrases_are_read(object other)
    {
        var cache = new BlockCache(1000);
        Fill(cache, "lists", KeyKind.Stem, 50);

        Fill(cache, "others", (KeyKind)other, 500);
        Assert.AreEqual(50, Kept(cache, "others"), "The room that is left was not used.");
        Fill(cache, "others", (KeyKind)other, 500);

        Assert.AreEqual(50, Kept(cache, "lists"));
        Assert.AreEqual(1000L, cache.Size);
    }

    [TestMethod]
    public void Releases_keep_their_share_whatever_many_lists_are_read()
    {
        var cache = new BlockCache(1000);
        Fill(cache, "releases", KeyKind.Document, 100);

        Fill(cache, "lists", KeyKind.Stem, 500);

        // Theirs is 12, and each has half of the 8 that nobody uses.
        Assert.AreEqual(16, Kept(cache, "releases"));
        Assert.AreEqual(84, Kept(cache, "lists"));
    }

    [TestMethod]
    public void A_block_that_is_larger_than_all_the_room_is_not_kept()
    {
        var cache = new BlockCache(100);

        cache.Add("one", 0, KeyKind.Followers, new byte[101]);

        Assert.IsNull(cache.Find("one", 0));
        Assert.AreEqual(0L, cache.Size);
    }

    private static void Fill(BlockCache cache, string segment, KeyKind kind, int blocks)
    {
        for (var block = 0; block < blocks; block++)
        {
            cache.Add(segment, block, kind, new byte[10]);
        }
    }

    private static int Kept(BlockCache cache, string segment) =>
        Enumerable.Range(0, 500).Count(block => cache.Find(segment, block) is not null);
}

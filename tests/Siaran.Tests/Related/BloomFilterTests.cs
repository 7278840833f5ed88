using Siaran.Related.Index;

namespace Siaran.Tests.Related;

[TestClass]
public sealed class BloomFilterTests
{
    private const int Keys = 20_000;

    [TestMethod]
    public void A_filter_never_denies_a_key_that_it_took_and_passes_few_others()
    {
        var filter = BloomFilter.For(Keys);
        for (var number = 0; number < Keys; number++)
        {
            filter.Add(Key.Summary(number));
        }

        var read = BloomFilter.Read(filter.Write());

        Assert.IsTrue(Enumerable.Range(0, Keys).All(n => read.MayHold(Key.Summary(n))));
        var passed = Enumerable.Range(0, Keys).Count(n => read.MayHold(Key.Term((uint)n)));
        Assert.IsLessThan(Keys / 100, passed);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(31)]
    [DataRow(33)]
    public void Bytes_that_are_no_filter_are_told(int length) =>
        Assert.ThrowsExactly<IndexDamagedException>(() => BloomFilter.Read(new byte[length]));

    [TestMethod]
    public void Of_a_term_that_many_have_the_weightiest_are_kept_and_of_equals_the_newest()
    {
        List<Posting> postings = [new(1, new(9)), new(2, new(5)), new(3, new(5)), new(4, new(5)), new(5, new(1)), new(6, new(0))];

        CollectionAssert.AreEquivalent(new long[] { 1, 3, 4 }, Postings.Weightiest(postings, 3).Select(p => p.Number).ToList());
        CollectionAssert.AreEquivalent(new long[] { 1, 2, 3, 4, 5 }, Postings.Weightiest(postings, 5).Select(p => p.Number).ToList());
        Assert.HasCount(6, Postings.Weightiest(postings, 6));
    }
}

using Siaran.Related.Index;

namespace Siaran.Tests.Related;

/// <summary>Lists of the index as bytes: what is written is read, joined lists are as if written at once, and damage is seen.</summary>
[TestClass]
public sealed class PostingsCodeTests
{
    [TestMethod]
    [DataRow(0, 1)]
    [DataRow(1, 1_000_000)]
    [DataRow(7, 3)]
    [DataRow(8, 1)]
    [DataRow(500, 1, DisplayName = "Everyone has it")]
    [DataRow(500, 40)]
    [DataRow(500, 2_000_000_000, DisplayName = "Hardly anyone has it")]
    public void Postings_are_read_as_they_were_written(int count, int widest)
    {
        var postings = Postings(new Random(count), count, widest);

        CollectionAssert.AreEqual(postings, Read(FullPostings.Write(postings)));
    }

    [TestMethod]
    public void One_wide_gap_among_narrow_ones_costs_a_few_bytes()
    {
        var postings = Enumerable.Range(1, 1000).Select(i => new Posting(i < 500 ? i : i + 9_000_000_000L, new(68))).ToList();

        var bytes = FullPostings.Write(postings);

        CollectionAssert.AreEqual(postings, Read(bytes));
        Assert.IsLessThan(10_000, bytes.Length);
    }

    [TestMethod]
    public void A_posting_of_a_common_word_takes_less_than_a_byte_and_a_half()
    {
        var chance = new Random(1);
        // One release in thirty has it, nine in ten of them once.
        var postings = Postings(chance, 10_000, 60)
            .Select(p => p with { Weight = new((byte)(chance.Next(10) == 0 ? 80 : 66 + chance.Next(5))) });

        Assert.IsLessThan(15_000, FullPostings.Write([.. postings]).Length);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false, DisplayName = "Numbers of parts that overlap")]
    public void Parts_joined_are_as_if_written_at_once_without_the_dead(bool inTurn)
    {
        var postings = Postings(new Random(7), 300, 50);
        List<Posting>[] parts = inTurn
            ? [postings[..100], postings[100..105], postings[105..]]
            : [.. Enumerable.Range(0, 3).Select(part => postings.Where((_, i) => i % 3 == part).ToList())];
        var dead = postings.Where((_, i) => i % 10 == 0).Select(posting => posting.Number).ToHashSet();

        var merged = FullPostings.Merge([.. parts.Select(part => new ReadOnlyMemory<byte>(FullPostings.Write(part)))], dead);

        var living = postings.Where(posting => !dead.Contains(posting.Number)).ToList();
        CollectionAssert.AreEqual(FullPostings.Write(living), merged.ToArray());
    }

    [TestMethod]
    public void Postings_that_end_too_early_are_damage()
    {
        var bytes = FullPostings.Write(Postings(new Random(3), 100, 5_000));

        Assert.ThrowsExactly<IndexDamagedException>(() => Read(bytes[..(bytes.Length / 2)]));
    }

    [TestMethod]
    public void Followers_are_read_as_they_were_written_and_joined_without_the_dead()
    {
        var followers = new List<FollowedBy> { new(3, [7]), new(4, []), new(90, [1, 2, 255]), new(91, [0]) };

        var merged = Followers.Merge([Followers.Write(followers[2..]), Followers.Write(followers[..2])], new HashSet<long> { 91 });

        CollectionAssert.AreEqual(Followers.Write(followers[..3]), merged.ToArray());
        Assert.AreEqual("3: 7; 4: ; 90: 1 2 255", Show(merged.ToArray()));
        Assert.ThrowsExactly<IndexDamagedException>(() => Show(Followers.Write(followers)[..^4]));
    }

    private static List<Posting> Postings(Random chance, int count, int widest)
    {
        var number = 0L;
        return
        [
            .. Enumerable.Range(0, count).Select(_ => new Posting(number += 1 + chance.NextInt64(widest), new((byte)chance.Next(256)))),
        ];
    }

    private static List<Posting> Read(byte[] bytes)
    {
        var postings = new List<Posting>();
        for (var reader = FullPostings.Read(bytes); reader.Next(); )
        {
            postings.Add(new(reader.Number, reader.Weight));
        }

        return postings;
    }

    private static string Show(byte[] bytes)
    {
        var shown = new List<string>();
        for (var reader = Followers.Read(bytes); reader.Next(); )
        {
            shown.Add($"{reader.Number}: {string.Join(' ', bytes[reader.Place])}");
        }

        return string.Join("; ", shown);
    }
}

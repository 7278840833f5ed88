using System.Runtime.Intrinsics;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Models;
using Siaran.Tagging.Tokens;

namespace Siaran.Tests.Tagging;

[TestClass]
public sealed class LookUpTests
{
    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(7)]
    [DataRow(5_000)]
    public void Every_key_is_found_where_it_stands_and_no_other_key_is_found(int count)
    {
        var keys = Keys(count);
        var index = new KeyIndex(MappedArray<uint>.Copy(keys));
        for (var i = 0; i < count; i++)
        {
            Assert.AreEqual(i, index.Find(keys[i]));
        }

        Assert.IsTrue(Keys(5_000, seed: 2).Except(keys).All(key => index.Find(key) == -1));
    }

    [TestMethod]
    public void Keys_that_crowd_in_one_corner_are_found_too()
    {
        var keys = Enumerable.Range(1, 1_000).Select(i => (uint)i).ToArray();
        var index = new KeyIndex(MappedArray<uint>.Copy(keys));

        Assert.IsTrue(keys.All(key => index.Find(key) == key - 1));
        Assert.AreEqual(-1, index.Find(1_001));
    }

    [TestMethod]
    public void Keys_out_of_order_are_refused() =>
        Assert.ThrowsExactly<ArgumentException>(() => new KeyIndex(MappedArray<uint>.Copy([3, 5, 5])));

    [TestMethod]
    public void Keys_sought_together_are_found_as_those_sought_one_by_one()
    {
        var keys = Keys(5_000);
        var index = new KeyIndex(MappedArray<uint>.Copy(keys));
        uint[] sought = [.. Keys(40, seed: 3), keys[0], keys[4_999], keys[7], keys[7], .. Keys(40, seed: 4)];
        var (which, numbers) = (new int[sought.Length], new int[sought.Length]);

        var found = index.Find(sought, which, numbers);

        CollectionAssert.AreEqual(
            sought.Select((key, at) => (at, index.Find(key))).Where(each => each.Item2 >= 0).ToArray(),
            which.Zip(numbers).Take(found).ToArray()
        );
    }

    [TestMethod]
    public void A_token_that_is_marked_with_what_it_opens_matches_as_one_that_is_not()
    {
        PhraseMap<string>[] lists = [new(), new(), new()];
        var openers = new ListOpeners();
        Array.ForEach(lists, list => list.ReportTo(openers));
        string[][] phrases =
        [
            ["kata", "kata hati"],
            ["Kata", "hati besar"],
            ["hati", "ujar dia"],
        ];
        for (var list = 0; list < lists.Length; list++)
        {
            Array.ForEach(phrases[list], phrase => lists[list].Add(phrase, phrase));
        }

        var content = Some.Content("Kata hati besar itu, ujar dia. Ujar siapa?");
        var text = new ReleaseText(content, openers);
        var before = lists.Select(list => Matches(list, new(content))).ToArray();

        for (var list = 0; list < lists.Length; list++)
        {
            CollectionAssert.AreEqual(before[list], Matches(lists[list], text));
        }

        Assert.AreEqual("2 1 0 0 0 2 0", string.Join(' ', before[0].Zip(before[2], Math.Max).Take(7)));
        Assert.IsFalse(openers.MayOpen(text.Tokens[3], 0));
    }

    [TestMethod]
    public void More_lists_than_a_set_has_bits_are_refused()
    {
        var openers = new ListOpeners();
        for (var list = 0; list < ListOpeners.Most; list++)
        {
            openers.AddList();
        }

        Assert.ThrowsExactly<InvalidOperationException>(() => openers.AddList());
    }

    [TestMethod]
    public void The_decoder_finds_the_best_of_all_paths()
    {
        const int length = 4;
        var random = new Random(5);
        var transitions = Enumerable.Range(0, EntityModel.Labels * EntityModel.Labels).Select(_ => (random.NextSingle() * 4) - 2).ToArray();
        for (var round = 0; round < 20; round++)
        {
            var emissions = Enumerable.Range(0, length).Select(_ => Vector256.Create(AnyScores(random))).ToArray();
            emissions[round % length] = round % 3 == 0 ? ViterbiDecoder.Outside : emissions[round % length];
            var labels = new byte[length];

            ViterbiDecoder.Decode(emissions, transitions, labels);

            CollectionAssert.AreEqual(AllPaths(length).MaxBy(path => Score(path, emissions, transitions)), labels);
        }
    }

    private static float[] AnyScores(Random random) => [.. Enumerable.Range(0, 8).Select(_ => (random.NextSingle() * 6) - 3)];

    private static IEnumerable<byte[]> AllPaths(int length) =>
        length == 0
            ?
            [
                [],
            ]
            : AllPaths(length - 1).SelectMany(path => Enumerable.Range(0, EntityModel.Labels).Select(y => (byte[])[.. path, (byte)y]));

    private static float Score(byte[] path, Vector256<float>[] emissions, float[] transitions)
    {
        var score = emissions[0][path[0]] + (path[0] > 0 && path[0] % 2 == 0 ? ViterbiDecoder.Impossible : 0);
        for (var i = 1; i < path.Length; i++)
        {
            score +=
                emissions[i][path[i]]
                + (
                    ViterbiDecoder.Follows(path[i - 1], path[i])
                        ? transitions[(path[i - 1] * EntityModel.Labels) + path[i]]
                        : ViterbiDecoder.Impossible
                );
        }

        return score;
    }

    private static int[] Matches(PhraseMap<string> list, ReleaseText text) =>
        [.. Enumerable.Range(0, text.Tokens.Length).Select(at => list.Match(text.Tokens, at, out _))];

    [TestMethod]
    public void A_feature_that_one_word_settles_is_the_same_whatever_stands_beside_the_word()
    {
        var random = new Random(1);
        var facts = new WordFacts[5];
        var (before, after) = (new uint[EntityFeatures.Count], new uint[EntityFeatures.Count]);
        foreach (var distance in new[] { -2, -1, 0, 1, 2 })
        {
            Array.ForEach([0, 1, 2, 3, 4], i => facts[i] = AnyFacts(random));
            Assert.AreEqual(EntityFeatures.Count, EntityFeatures.Fill(facts, 2, before));
            Array.ForEach([0, 1, 2, 3, 4], i => facts[i] = i == 2 + distance ? facts[i] : AnyFacts(random));
            EntityFeatures.Fill(facts, 2, after);
            for (var f = 0; f < EntityFeatures.Count; f++)
            {
                Assert.IsTrue(EntityFeatures.Owners[f] != distance || before[f] == after[f], $"Feature {f} at {distance}");
            }
        }
    }

    [TestMethod]
    public void The_longest_of_many_phrases_is_matched_with_all_its_meanings()
    {
        PhraseMap<int> map = new();
        for (var i = 0; i < 500; i++)
        {
            map.Add($"kata{i}", i);
            map.Add($"kata{i} lain{i}", 1_000 + i);
        }

        map.Add("Kata7 Lain7", 7);
        var read = Tokenizer.Read("KATA7 lain7 kata8 lain9");

        Assert.AreEqual(2, map.Match(read, 0, out var meanings));
        CollectionAssert.AreEqual(new[] { 1_007, 7 }, meanings.ToArray());
        Assert.AreEqual(0, map.Match(read, 1, out meanings));
        Assert.AreEqual(0, meanings.Length);
        Assert.AreEqual(1, map.Match(read, 2, out meanings));
        Assert.AreEqual(8, meanings[0]);
        Assert.AreEqual(1_000, map.Count);
    }

    [TestMethod]
    public void A_table_in_a_file_finds_what_a_map_in_memory_finds()
    {
        string[] words = ["Suka", "Maju", "Tanjung", "Ma'rang", "Batu-Batu", "II", "Élok"];
        var random = new Random(1);
        PhraseMap<int> map = new();
        PhraseTableBuilder builder = new();
        for (var i = 0; i < 400; i++)
        {
            var phrase = string.Join(' ', random.GetItems(words, random.Next(4)));
            map.Add(phrase, i);
            builder.Add(phrase, i);
        }

        using var file = new MemoryStream();
        builder.Write(file);
        file.Position = 0;
        var table = PhraseTable.Read(file);
        var read = Tokenizer.Read(string.Join(' ', random.GetItems([.. words, "Lain", ".", "\n\n"], 2_000)));
        for (var i = 0; i < read.Length; i++)
        {
            Assert.AreEqual(map.Match(read, i, out var expected), table.Match(read, i, out var found));
            CollectionAssert.AreEqual(expected.ToArray(), found.ToArray());
        }
    }

    [TestMethod]
    public void A_table_of_no_phrases_finds_nothing()
    {
        using var file = new MemoryStream();
        new PhraseTableBuilder().Write(file);
        file.Position = 0;

        Assert.AreEqual(0, PhraseTable.Read(file).Match(Tokenizer.Read("Suka Maju"), 0, out _));
    }

    [TestMethod]
    public void Numbers_are_the_same_whether_the_file_is_mapped_or_copied()
    {
        using var mapped = ModelFiles.Open("topics.weights");
        var bytes = new byte[mapped.Length];
        mapped.ReadExactly(bytes);
        mapped.Position = 2;
        using var copied = new MemoryStream(bytes) { Position = 2 };
        var (length, more) = ((bytes.Length - 2) / sizeof(int), bytes.Length);

        CollectionAssert.AreEqual(
            MappedArray<int>.Read(copied, length).Span.ToArray(),
            MappedArray<int>.Read(mapped, length).Span.ToArray()
        );
        Assert.AreEqual(copied.Position, mapped.Position);
        Assert.ThrowsExactly<EndOfStreamException>(() => MappedArray<byte>.Read(mapped, more));
        Assert.ThrowsExactly<EndOfStreamException>(() => MappedArray<byte>.Read(copied, more));
    }

    private static uint[] Keys(int count, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64(1, uint.MaxValue) | 1).Distinct().Order()];
    }

    private static WordFacts AnyFacts(Random random)
    {
        WordFacts facts = default;
        foreach (var fact in Enum.GetValues<WordFact>())
        {
            facts[fact] = (uint)random.Next();
        }

        return facts;
    }
}

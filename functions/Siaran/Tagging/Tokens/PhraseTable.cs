using Siaran.Tagging.Models;

namespace Siaran.Tagging.Tokens;

/// <summary>
/// Phrases and numbers that they mean, read from a file where it lies: the longest at each place, in time linear in the text, as by
/// <see cref="PhraseMap{T}"/>. <see cref="PhraseTableBuilder"/> makes it.
/// </summary>
internal sealed class PhraseTable
{
    private readonly MappedArray<byte> reach;
    private readonly MappedArray<ulong> seen;
    private readonly MappedArray<int> starts;
    private readonly MappedArray<ulong> keys;
    private readonly MappedArray<int> meanings;
    private readonly MappedArray<int> several;

    private PhraseTable(BinaryReader reader)
    {
        var stream = reader.BaseStream;
        var (keyed, more, bits) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        keys = MappedArray<ulong>.Read(stream, keyed);
        seen = MappedArray<ulong>.Read(stream, WordsOf(bits));
        starts = MappedArray<int>.Read(stream, (1 << bits) + 1);
        meanings = MappedArray<int>.Read(stream, keyed);
        several = MappedArray<int>.Read(stream, more);
        reach = MappedArray<byte>.Read(stream, ReachOf(bits));
    }

    public static PhraseTable Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        return new(reader);
    }

    /// <summary>
    /// The longest phrase that begins at <paramref name="at"/>: its length in tokens, 0 where there is none, and what it means.
    /// </summary>
    public int Match(ReadOnlySpan<Token> tokens, int at, out ReadOnlySpan<int> found)
    {
        var (key, length, number) = (0UL, 0, -1);
        // A first token of no phrase may share its place with one of another. The phrases that are then
        // looked for are not there, so that the answer is the same.
        var end = Math.Min(tokens.Length, at + reach[(int)tokens[at].Hash & (reach.Length - 1)]);
        for (var i = at; i < end && tokens[i].Kind is not TokenKind.Break; i++)
        {
            key = PhraseIndex.Join(key, tokens[i].Hash);
            if (Find(key) is >= 0 and var one)
            {
                (length, number) = (i - at + 1, one);
            }
        }

        found = length == 0 ? [] : Meanings(number);
        return length;
    }

    /// <summary>How many words of 64 bits say which keys are surely not there, by how many bits of a key say where it is.</summary>
    public static int WordsOf(int bits) => 1 << Math.Max(0, bits - 1);

    /// <summary>How many places there are for first tokens.</summary>
    public static int ReachOf(int bits) => 1 << (bits + 3);

    /// <summary>Which bit says that a key may be there.</summary>
    // A Bloom filter of one hash function, as in HashToIdMap: most of what is looked for is not there.
    public static int BitOf(ulong key, int words) => (int)(key >> 24) & ((words << 6) - 1);

    /// <summary>Where the keys are that begin with the same bits: a handful, so that a look-up is O(1).</summary>
    public static int BucketOf(ulong key, int bits) => (int)(key >> (64 - bits));

    private int Find(ulong key)
    {
        var bit = BitOf(key, seen.Length);
        if ((seen[bit >> 6] >> bit & 1) == 0)
        {
            return -1;
        }

        var bucket = BucketOf(key, System.Numerics.BitOperations.Log2((uint)starts.Length));
        for (var i = starts[bucket]; i < starts[bucket + 1]; i++)
        {
            if (keys[i] == key)
            {
                return i;
            }
        }

        return -1;
    }

    // Most phrases mean one thing, which is then kept in place of where there are several.
    private ReadOnlySpan<int> Meanings(int number) =>
        meanings[number] is < 0 and var at ? several.Span.Slice(~at + 1, several[~at]) : meanings.Span.Slice(number, 1);
}

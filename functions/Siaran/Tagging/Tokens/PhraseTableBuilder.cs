using System.Numerics;
using System.Runtime.InteropServices;

namespace Siaran.Tagging.Tokens;

/// <summary>Gathers phrases and what they mean, and writes them as <see cref="PhraseTable"/> reads them.</summary>
internal sealed class PhraseTableBuilder
{
    /// <summary>At most so many keys begin with the same bits, on average.</summary>
    private const int PerBucket = 4;

    private readonly SortedDictionary<ulong, List<int>> byKey = [];
    private readonly Dictionary<ulong, int> longest = [];

    /// <summary>Adds a meaning of a phrase, which may have several. Nothing but white space is no phrase.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="meaning">0 or more.</param>
    public void Add(ReadOnlySpan<char> phrase, int meaning)
    {
        var tokens = Tokenizer.Read(phrase);
        if (tokens.Length == 0)
        {
            return;
        }

        var key = 0UL;
        foreach (var token in tokens)
        {
            key = PhraseIndex.Join(key, token.Hash);
        }

        if (!byKey.TryGetValue(key, out var meanings))
        {
            byKey[key] = meanings = [];
        }

        meanings.Add(meaning);
        var first = tokens[0].Hash;
        longest[first] = Math.Max(longest.GetValueOrDefault(first), tokens.Length);
    }

    /// <summary>Writes the table. The same phrases in the same order give the same bytes.</summary>
    public void Write(Stream stream)
    {
        var bits = BitOperations.Log2((uint)Math.Max(2, byKey.Count / PerBucket)) + 1;
        var (several, meanings) = (new List<int>(), new List<int>());
        foreach (var all in byKey.Values)
        {
            meanings.Add(all.Count == 1 ? all[0] : ~several.Count);
            several.AddRange(all.Count == 1 ? [] : [all.Count, .. all]);
        }

        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(byKey.Count);
        writer.Write(several.Count);
        writer.Write(bits);
        Write<ulong>(writer, [.. byKey.Keys]);
        Write<ulong>(writer, Seen(PhraseTable.WordsOf(bits)));
        Write<int>(writer, Starts(bits));
        Write<int>(writer, CollectionsMarshal.AsSpan(meanings));
        Write<int>(writer, CollectionsMarshal.AsSpan(several));
        Write<byte>(writer, Reach(PhraseTable.ReachOf(bits)));
    }

    private static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> numbers)
        where T : unmanaged => writer.Write(MemoryMarshal.AsBytes(numbers));

    private ulong[] Seen(int words)
    {
        var seen = new ulong[words];
        foreach (var bit in byKey.Keys.Select(key => PhraseTable.BitOf(key, words)))
        {
            seen[bit >> 6] |= 1UL << bit;
        }

        return seen;
    }

    private int[] Starts(int bits)
    {
        var starts = new int[(1 << bits) + 1];
        foreach (var bucket in byKey.Keys.Select(key => PhraseTable.BucketOf(key, bits)))
        {
            starts[bucket + 1]++;
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        return starts;
    }

    private byte[] Reach(int places)
    {
        var reach = new byte[places];
        foreach (var (first, length) in longest)
        {
            ref var most = ref reach[(int)first & (places - 1)];
            most = Math.Max(most, checked((byte)length));
        }

        return reach;
    }
}

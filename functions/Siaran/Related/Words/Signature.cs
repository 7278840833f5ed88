using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Siaran.Related.Words;

/// <summary>A text's pairs of neighbouring stems in 128 bytes, of which two texts share as many as they share pairs.</summary>
internal static class Signature
{
    // MinHash (Broder, 1997) with one byte a hash (b-bit minwise hashing: Li and König, 2010).
    // Comparing all pairs of texts exactly would need the texts; 128 bytes lie in the summary that is
    // read anyway.
    public const int Length = 128;

    private static readonly ulong[] Factors = [.. Enumerable.Range(0, Length).Select(i => Mix((ulong)i) | 1)];

    public static byte[] Of(IReadOnlyList<uint> stems)
    {
        // One minimum for each of 128 hash functions, and not the 128 smallest of one: signatures are
        // then compared place by place, without a sort. O(pairs × 128), linear in the length of the
        // text.
        var least = new ulong[Length];
        Array.Fill(least, ulong.MaxValue);
        for (var i = 0; i + 1 < stems.Count; i++)
        {
            // Pairs keep the order of words, which a copy has and a text on the same matter has not.
            var pair = Mix(((ulong)stems[i] << 32) | stems[i + 1]);
            for (var j = 0; j < Length; j++)
            {
                var hash = (pair ^ (pair >> 29)) * Factors[j];
                least[j] = Math.Min(least[j], hash ^ (hash >> 32));
            }
        }

        // One byte of each minimum is enough for the estimate and an eighth of the room; chance is
        // taken off in Similarity.
        return stems.Count < 2 ? [] : [.. least.Select(l => (byte)(Mix(l) >> 40))];
    }

    /// <summary>An estimate of the Jaccard similarity, off by 0.04 on average; 0 where either text is too short to say.</summary>
    public static double Similarity(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.Length != Length || other.Length != Length)
        {
            return 0;
        }

        var equal = 0;
        for (var i = 0; i < Length; i++)
        {
            equal += one[i] == other[i] ? 1 : 0;
        }

        // Bytes are equal by chance once in 256. Without taking that away, texts with nothing in common would look a little alike.
        var byChance = Length / 256.0;
        return Math.Max(0, (equal - byChance) / (Length - byChance));
    }

    private static ulong Mix(ulong value) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in value)));
}

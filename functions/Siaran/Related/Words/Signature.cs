using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Siaran.Related.Words;

/// <summary>
/// A text's pairs of neighbouring stems in 128 bytes, of which two texts share as many as they share pairs. A second part, of 32 bytes,
/// does
/// the same for their figures.
/// </summary>
internal static class Signature
{
    // MinHash (Broder, 1997) with one byte a hash (b-bit minwise hashing: Li and König, 2010).
    // Comparing all pairs of texts exactly would need the texts; 128 bytes lie in the summary that is
    // read anyway.
    public const int Length = 128;

    private const int OfFigures = 32;
    private const int LeastFigures = 2;

    private static readonly ulong[] Factors = [.. Enumerable.Range(0, Length).Select(i => Mix((ulong)i) | 1)];

    /// <param name="stems">Of the text, in order.</param>
    /// <param name="figures">The numbers that the text gives, as written.</param>
    public static byte[] Of(IReadOnlyList<uint> stems, IReadOnlyCollection<string> figures)
    {
        if (stems.Count < 2)
        {
            return [];
        }

        // Pairs keep the order of words, which a copy has and a text on the same matter has not.
        var pairs = Enumerable.Range(0, stems.Count - 1).Select(at => Mix(((ulong)stems[at] << 32) | stems[at + 1]));
        return figures.Count < LeastFigures
            ? Least(pairs, Length)
            :
            [
                .. Least(pairs, Length),
                .. Least(figures.Select(figure => Mix(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(figure.AsSpan())))), OfFigures),
            ];
    }

    /// <summary>The least of each of some hashes of all items, a byte each.</summary>
    private static byte[] Least(IEnumerable<ulong> items, int count)
    {
        // One minimum for each of the hash functions, and not the smallest of one: signatures are then
        // compared place by place, without a sort. O(items × functions), linear in the length of the
        // text.
        var least = new ulong[count];
        Array.Fill(least, ulong.MaxValue);
        foreach (var item in items)
        {
            for (var j = 0; j < count; j++)
            {
                var hash = (item ^ (item >> 29)) * Factors[j];
                least[j] = Math.Min(least[j], hash ^ (hash >> 32));
            }
        }

        // One byte of each minimum is enough for the estimate and an eighth of the room; chance is
        // taken off in Similarity.
        return [.. least.Select(l => (byte)(Mix(l) >> 40))];
    }

    /// <summary>An estimate of the Jaccard similarity, off by 0.04 on average; 0 where either text is too short to say.</summary>
    public static double Similarity(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        one.Length < Length || other.Length < Length ? 0 : Share(one[..Length], other[..Length]);

    /// <summary>The same of their figures, off by 0.08 on average; null where either text gives too few to say.</summary>
    public static double? OfTheirFigures(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        one.Length != Length + OfFigures || other.Length != Length + OfFigures ? null : Share(one[Length..], other[Length..]);

    private static double Share(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var equal = 0;
        for (var i = 0; i < one.Length; i++)
        {
            equal += one[i] == other[i] ? 1 : 0;
        }

        // Bytes are equal by chance once in 256. Without taking that away, texts with nothing in common would look a little alike.
        var byChance = one.Length / 256.0;
        return Math.Max(0, (equal - byChance) / (one.Length - byChance));
    }

    private static ulong Mix(ulong value) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in value)));
}

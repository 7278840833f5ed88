using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Siaran.Tagging.Models;

/// <summary>Numbers keys that are hashes: their highest bits say nearly where each is among all in ascending order.</summary>
internal sealed class KeyIndex
{
    /// <summary>So many keys are compared at once.</summary>
    private static readonly int Lanes = Vector256<uint>.Count;

    // Interpolation search in one step: keys are hashes, evenly spread, so the highest bits give the
    // place almost exactly, and eight keys are compared at once from there. Two memory accesses a
    // look-up, where a binary search over 100,000 keys needs seventeen.
    private readonly uint[] keys;
    private readonly int[] starts;
    private readonly int shift;

    /// <param name="ascending">The keys, none of them 0.</param>
    /// <exception cref="ArgumentException">They are in another order.</exception>
    public KeyIndex(ReadOnlySpan<uint> ascending)
    {
        // A bucket for every two to four keys: hashes are spread evenly, so a bucket rarely needs a second comparison of eight. Against a
        // hash table this needs hardly any load time (the file is in this order) and no spare half of memory.
        shift = 33 - Math.Max(2, BitOperations.Log2((uint)ascending.Length | 1));
        // Lanes spare keys of zero at the end: the last comparison may read past the last key and must
        // find nothing there, which is why no key may be 0.
        keys = new uint[ascending.Length + Lanes];
        starts = new int[(1 << (32 - shift)) + 1];
        ascending.CopyTo(keys);
        var (next, last) = (0u, 0u);
        for (var i = 0; i < ascending.Length; i++)
        {
            if (keys[i] <= last)
            {
                throw new ArgumentException($"Key {i} is not greater than the one before.", nameof(ascending));
            }

            for (last = keys[i]; next <= last >> shift; next++)
            {
                starts[next] = i;
            }
        }

        starts.AsSpan((int)next).Fill(ascending.Length);
    }

    /// <summary>The number of a key; −1 where there is none.</summary>
    public int Find(uint key)
    {
        var found = 0;
        Find(new(in key), new(ref found));
        return found;
    }

    /// <summary>
    /// The numbers of keys. Nothing is decided before all that may be needed is asked for, so that the waits for memory overlap.
    /// </summary>
    /// <param name="sought">In any order.</param>
    /// <param name="found">Takes the number of each; −1 where there is none.</param>
    public void Find(ReadOnlySpan<uint> sought, Span<int> found)
    {
        // Two loops on purpose. Here only the starts are asked for; their cache misses overlap, and the
        // second loop finds them loaded.
        for (var i = 0; i < sought.Length; i++)
        {
            found[i] = starts[sought[i] >> shift];
        }

        for (var i = 0; i < sought.Length; i++)
        {
            var at = found[i];
            var same = Compare(at, sought[i]);
            // Rarely more than one round: a bucket of more than eight keys needs another.
            for (var end = starts[(sought[i] >> shift) + 1]; at + Lanes < end && same == 0; )
            {
                at += Lanes;
                same = Compare(at, sought[i]);
            }

            // Without a branch: −1 | anything is −1. Whether a feature is known is hard to predict, for the processor too.
            var none = ((int)same - 1) >> 31;
            found[i] = (at + BitOperations.TrailingZeroCount(same)) | none;
        }
    }

    /// <summary>Which of the keys from a place on are this one, a bit each. So many stand behind the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Compare(int at, uint key) =>
        Vector256
            .Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(keys), (nuint)at), Vector256.Create(key))
            .ExtractMostSignificantBits();
}

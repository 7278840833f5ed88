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
    private readonly MappedArray<uint> keys;
    private readonly int[] starts;
    private readonly int shift;

    // Most of what is looked for is not there, which one bit says (a Bloom filter of one hash function): eight
    // bits a key or more, so that at most one unknown key in eight is looked for in vain.
    private readonly ulong[] seen;
    private readonly int seenShift;

    /// <summary>The last place from which as many keys as are compared at once are there.</summary>
    private readonly int last;

    /// <param name="ascending">The keys, none of them 0.</param>
    /// <exception cref="ArgumentException">They are in another order.</exception>
    public KeyIndex(MappedArray<uint> ascending)
    {
        // A bucket for every two to four keys: hashes are spread evenly, so a bucket rarely needs a second comparison of eight. Against a
        // hash table this needs hardly any load time (the file is in this order) and no spare half of memory.
        shift = 33 - Math.Max(2, BitOperations.Log2((uint)ascending.Length | 1));
        starts = new int[(1 << (32 - shift)) + 1];
        seenShift = Math.Max(0, shift - 5);
        seen = new ulong[1 << (26 - seenShift)];
        keys = ascending.Length < Lanes ? Filled(ascending.Span) : ascending;
        last = keys.Length - Lanes;
        var all = ascending.Span;
        var (next, before) = (0u, 0u);
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i] <= before)
            {
                throw new ArgumentException($"Key {i} is not greater than the one before.", nameof(ascending));
            }

            for (before = all[i]; next <= before >> shift; next++)
            {
                starts[next] = i;
            }

            seen[before >> seenShift >> 6] |= 1UL << (int)(before >> seenShift);
        }

        starts.AsSpan((int)next).Fill(all.Length);
    }

    /// <summary>The number of a key; −1 where there is none.</summary>
    public int Find(uint key)
    {
        var at = starts[key >> shift];
        var same = Seek(key, ref at);
        return same == 0 ? -1 : at + BitOperations.TrailingZeroCount(same);
    }

    /// <summary>
    /// Finds keys, and returns how many are there. Nothing is decided before all that may be needed is asked for, so that the waits for
    /// memory overlap.
    /// </summary>
    /// <param name="sought">In any order.</param>
    /// <param name="which">Takes, for each key that is there, which of those sought it is, in their order.</param>
    /// <param name="numbers">Takes its number.</param>
    public int Find(ReadOnlySpan<uint> sought, Span<int> which, Span<int> numbers)
    {
        // No branch says whether a key is there: that is hard to predict, for the processor too. Each is
        // written down, and kept by counting it.
        var likely = 0;
        for (var i = 0; i < sought.Length; i++)
        {
            which[likely] = i;
            var bit = sought[i] >> seenShift;
            likely += (int)(seen[bit >> 6] >> (int)bit) & 1;
        }

        for (var i = 0; i < likely; i++)
        {
            numbers[i] = starts[sought[which[i]] >> shift];
        }

        var found = 0;
        for (var i = 0; i < likely; i++)
        {
            var at = numbers[i];
            var same = Seek(sought[which[i]], ref at);
            (which[found], numbers[found]) = (which[i], at + BitOperations.TrailingZeroCount(same));
            found += same == 0 ? 0 : 1;
        }

        return found;
    }

    /// <summary>Few keys with zeros behind them, as many as are compared at once: no key is 0.</summary>
    private static MappedArray<uint> Filled(ReadOnlySpan<uint> few)
    {
        Span<uint> filled = stackalloc uint[Lanes];
        filled.Clear();
        few.CopyTo(filled);
        return MappedArray<uint>.Copy(filled);
    }

    /// <summary>Which of the keys from a place on are this one, a bit each; the place is moved to where that one is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Seek(uint key, ref int at)
    {
        // The last keys are compared from a little before: a key is there but once, so that wherever it is
        // found is its place.
        at = Math.Min(at, last);
        var same = Compare(at, key);
        // Rarely more than one round: a bucket of more than eight keys needs another.
        for (var end = starts[(key >> shift) + 1]; at + Lanes < end && same == 0; )
        {
            at = Math.Min(at + Lanes, last);
            same = Compare(at, key);
        }

        return same;
    }

    /// <summary>Which of the keys from a place on, at most the last, are this one, a bit each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Compare(int at, uint key) =>
        Vector256
            .Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(keys.Span), (nuint)at), Vector256.Create(key))
            .ExtractMostSignificantBits();
}

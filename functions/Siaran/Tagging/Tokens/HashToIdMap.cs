using System.Numerics;
using System.Runtime.CompilerServices;

namespace Siaran.Tagging.Tokens;

/// <summary>
/// Numbers by hash, in two arrays (open addressing, at most two thirds full). What is not there is mostly found by one bit of a small set.
/// </summary>
internal sealed class HashToIdMap
{
    private const int Smallest = 16;

    private static readonly ulong[] Nothing = new ulong[1];

    // A Dictionary would hash the hash again and follow a chain. Here the hash is the key and the
    // place, and most look-ups of a text are in vain. Pairs in one array would be padded by a quarter of it.
    private ulong[] places = Nothing;
    private int[] numbers = [0];
    private ulong[] seen = Nothing;

    public int Count { get; private set; }

    /// <summary>Makes room for this many hashes at once.</summary>
    public void EnsureCapacity(int hashes) =>
        Resize(Math.Max(places.Length, (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(Smallest, (hashes * 3 / 2) + 1))));

    /// <summary>The number of a hash; 0 where there is none.</summary>
    public int Find(ulong hash)
    {
        // A Bloom filter (Bloom, 1970) of a single hash function: one bit says that a hash is surely
        // not in, and most words of a text are on no list.
        var bit = Bit(hash);
        return (seen[bit >> 6] >> (int)bit & 1) == 0 ? 0 : numbers[At(hash)];
    }

    /// <summary>The number of a hash, to be set; 0 at first.</summary>
    public ref int Of(ulong hash)
    {
        // At most two thirds full: linear probing slows down steeply above that.
        if ((Count + 1) * 3 > places.Length * 2)
        {
            Resize(Math.Max(Smallest, places.Length * 2));
        }

        var at = At(hash);
        // 0 marks a free place, so a hash of 0 could never be found again; FNV-1a gives it to one word
        // in 2^64.
        if (places[at] == 0)
        {
            places[at] = hash;
            seen[Bit(hash) >> 6] |= 1UL << (int)Bit(hash);
            Count++;
        }

        return ref numbers[at];
    }

    // The upper half of the hash, since the lower one says the place: where places collide, these bits still differ.
    private uint Bit(ulong hash) => (uint)(hash >> 32) & (uint)((seen.Length << 6) - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int At(ulong hash)
    {
        var mask = places.Length - 1;
        var at = (int)hash & mask;
        // Linear probing: the next place is mostly in the same cache line, and runs are short.
        while (places[at] != hash && places[at] != 0)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private void Resize(int size)
    {
        var (oldPlaces, oldNumbers) = (places, numbers);
        places = new ulong[size];
        numbers = new int[size];
        // A word of 64 bits for every sixteen places, so four bits a place: one in eight to one in six unknown hashes passes the filter.
        seen = new ulong[size / Smallest];
        Count = 0;
        for (var i = 0; i < oldPlaces.Length; i++)
        {
            if (oldPlaces[i] != 0)
            {
                Of(oldPlaces[i]) = oldNumbers[i];
            }
        }
    }
}

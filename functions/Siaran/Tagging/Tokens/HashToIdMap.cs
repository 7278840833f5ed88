using System.Numerics;
using System.Runtime.CompilerServices;

namespace Siaran.Tagging.Tokens;

/// <summary>
/// Numbers by hash, in one array (open addressing, at most half full). What is not there is mostly found by one bit of a small set.
/// </summary>
internal sealed class HashToIdMap
{
    private const int Smallest = 16;

    private static readonly Place[] NoPlaces = new Place[1];
    private static readonly ulong[] NothingSeen = new ulong[1];

    private Place[] places = NoPlaces;
    private ulong[] seen = NothingSeen;

    public int Count { get; private set; }

    /// <summary>Makes room for this many hashes at once.</summary>
    public void EnsureCapacity(int hashes) =>
        Resize(Math.Max(places.Length, (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(Smallest, hashes * 2))));

    /// <summary>The number of a hash; 0 where there is none.</summary>
    public int Find(ulong hash)
    {
        var bit = Bit(hash);
        return (seen[bit >> 6] >> (int)bit & 1) == 0 ? 0 : places[At(hash)].Number;
    }

    /// <summary>The number of a hash, to be set; 0 at first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ref int Of(ulong hash)
    {
        if ((Count + 1) * 2 > places.Length)
        {
            Resize(Math.Max(Smallest, places.Length * 2));
        }

        var at = At(hash);
        if (places[at].Hash == 0)
        {
            places[at].Hash = hash;
            seen[Bit(hash) >> 6] |= 1UL << (int)Bit(hash);
            Count++;
        }

        return ref places[at].Number;
    }

    // The upper half of the hash, since the lower one says the place: where places collide, these bits still differ.
    private uint Bit(ulong hash) => (uint)(hash >> 32) & (uint)((seen.Length << 6) - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int At(ulong hash)
    {
        var mask = places.Length - 1;
        var at = (int)hash & mask;
        // Linear probing: the next place is mostly in the same cache line, and a table half full has short runs.
        while (places[at].Hash != hash && places[at].Hash != 0)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Resize(int size)
    {
        var old = places;
        places = new Place[size];
        seen = new ulong[size / Smallest];
        Count = 0;
        foreach (var place in old)
        {
            if (place.Hash != 0)
            {
                Of(place.Hash) = place.Number;
            }
        }
    }

    private struct Place
    {
        public ulong Hash;
        public int Number;
    }
}

using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.CompilerServices;

namespace Siaran.Related.Index;

/// <summary>
/// Reads a segment by ranges: of a large one only the fences, the filter and the blocks that are asked for, of kinds that the cache could
/// hold whole their neighbours too, of a small one everything at once.
/// </summary>
internal sealed class SegmentReader
{
    // A batch's segment is small, and one request then brings everything. Of a large one the fences and
    // the filter are read at opening, a small part of it.
    private const int ReadWholeBelow = 1 << 18;
    private const int ScanSize = 1 << 20;

    // What one request brings costs what its round trip costs, up to about this.
    private const int RangeSize = 1 << 16;

    // What follows a common word takes megabytes. A phrase reads them once, and in the cache they would take the place of all others.
    private const int LargestKeptFollowers = 1 << 18;

    private readonly IIndexStore store;
    private readonly SegmentEntry entry;
    private readonly BlockCache cache;
    private readonly ulong[] firstKeys;
    private readonly long[] starts;
    private readonly BloomFilter filter;
    private readonly ReadOnlyMemory<byte> whole;
    private readonly Dictionary<KeyKind, long> bytesOf = [];

    private SegmentReader(
        IIndexStore store,
        SegmentEntry entry,
        BlockCache cache,
        ulong[] firstKeys,
        long[] starts,
        BloomFilter filter,
        ReadOnlyMemory<byte> whole
    )
    {
        (this.store, this.entry, this.cache, this.firstKeys, this.starts, this.filter, this.whole) = (
            store,
            entry,
            cache,
            firstKeys,
            starts,
            filter,
            whole
        );
        for (var block = 0; block < Blocks; block++)
        {
            var kind = KindOf(block);
            bytesOf[kind] = bytesOf.GetValueOrDefault(kind) + starts[block + 1] - starts[block];
        }
    }

    /// <summary>Its blob, which never changes.</summary>
    public string Name => entry.Name;

    /// <summary>How many entries it has.</summary>
    public long Keys => entry.Keys;

    private int Blocks => firstKeys.Length;

    /// <exception cref="IndexDamagedException">It is gone, too short, or its fences are not as written.</exception>
    public static async Task<SegmentReader> OpenAsync(
        IIndexStore store,
        SegmentEntry entry,
        BlockCache cache,
        CancellationToken cancellationToken
    )
    {
        if (!(entry.FencesAt <= entry.FilterAt && entry.FilterAt < entry.Length))
        {
            throw new IndexDamagedException($"The manifest does not say where the parts of segment {entry.Name} are.");
        }

        var from = entry.Length <= ReadWholeBelow ? 0 : entry.FencesAt;
        var read = await ReadRangeAsync(store, entry, from, (int)(entry.Length - from), cancellationToken);
        var tail = read[(int)(entry.FencesAt - from)..];
        // The hash is in the manifest and not in the segment, so that a blob of another age under this
        // name is seen too.
        if (XxHash3.HashToUInt64(tail.Span) != entry.TailHash)
        {
            throw new IndexDamagedException($"The fences or the filter of segment {entry.Name} are damaged.");
        }

        var fences = (int)(entry.FilterAt - entry.FencesAt);
        var (firstKeys, starts) = ReadFences(tail.Span[..fences]);
        return new(store, entry, cache, firstKeys, starts, BloomFilter.Read(tail.Span[fences..]), from == 0 ? read : default);
    }

    /// <summary>
    /// Looks for those of <paramref name="asked"/> (in rising order) that the segment may have, as far as the cache goes.
    /// </summary>
    public SegmentLookup Ask(IReadOnlyList<Key> asked)
    {
        // The filter before any read: most segments have none of a batch's rare terms, and are not
        // asked at all.
        var keys = asked.Where(filter.MayHold).ToList();
        var stretches = new List<KeyStretch>();
        for (var i = 0; i < keys.Count; )
        {
            var block = BlockOf(keys[i]);
            var end = i + 1;
            while (end < keys.Count && BlockOf(keys[end]) == block)
            {
                end++;
            }

            // −1 is before the segment's first key.
            if (block >= 0)
            {
                stretches.Add(new(block, i, end, cache.Find(entry.Name, block)));
            }

            i = end;
        }

        return new(this, keys, stretches);
    }

    /// <summary>What to read for a block: it alone, or what is around it too.</summary>
    public BlockRange RangeAt(int block)
    {
        var (first, end) = (block, block + 1);
        var kind = KindOf(block);
        // The neighbours of a block are worth a place in the cache where all of them could be there.
        if (whole.IsEmpty && cache.CouldHold(kind, bytesOf[kind]))
        {
            // The ranges lie side by side, so that no block comes in two of them.
            var place = starts[block] / RangeSize;
            while (first > 0 && starts[first - 1] / RangeSize == place && KindOf(first - 1) == kind)
            {
                first--;
            }

            while (end < Blocks && starts[end] / RangeSize == place && KindOf(end) == kind)
            {
                end++;
            }
        }

        return new(this, first, end);
    }

    /// <summary>Whether a block may come in one request with those from another on.</summary>
    public bool IsNear(int first, int block) => starts[block + 1] - starts[first] <= RangeSize;

    /// <summary>Blocks next to each other, checked, past the cache.</summary>
    /// <exception cref="IndexDamagedException">One is not as written.</exception>
    public async Task<ReadOnlyMemory<byte>[]> BlocksAsync(int first, int end, CancellationToken cancellationToken)
    {
        var range = await RangeAsync(starts[first], (int)(starts[end] - starts[first]), cancellationToken);
        var blocks = new ReadOnlyMemory<byte>[end - first];
        for (var block = first; block < end; block++)
        {
            var content = Checked(range[(int)(starts[block] - starts[first])..(int)(starts[block + 1] - starts[first])]);
            // Of several a copy each: one that stays in the cache must not keep the bytes of all.
            blocks[block - first] = blocks.Length == 1 || !whole.IsEmpty ? content : content.ToArray();
        }

        return blocks;
    }

    /// <summary>Lets the next to ask for a block have it at once.</summary>
    public void Keep(int block, ReadOnlyMemory<byte> content)
    {
        var kind = KindOf(block);
        if (whole.IsEmpty && (kind is not KeyKind.Followers || content.Length <= LargestKeptFollowers))
        {
            cache.Add(entry.Name, block, kind, content);
        }
    }

    /// <summary>All entries in order, read in large ranges past the cache.</summary>
    public async IAsyncEnumerable<(Key Key, ReadOnlyMemory<byte> Value)> AllAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // A merge reads everything once. Through the cache it would drive out what every batch needs;
        // in ranges of a megabyte it makes one request for some 250 blocks.
        for (var block = 0; block < Blocks; )
        {
            var end = block + 1;
            while (end < Blocks && starts[end + 1] - starts[block] <= ScanSize)
            {
                end++;
            }

            var range = await RangeAsync(starts[block], (int)(starts[end] - starts[block]), cancellationToken);
            for (var offset = starts[block]; block < end; block++)
            {
                foreach (var pair in Entries(Checked(range[(int)(starts[block] - offset)..(int)(starts[block + 1] - offset)])))
                {
                    yield return pair;
                }
            }
        }
    }

    private KeyKind KindOf(int block) => new Key(firstKeys[block]).Kind;

    private int BlockOf(Key key)
    {
        // The last block whose first key is not above the key: binary search over the fences, in
        // memory.
        var at = Array.BinarySearch(firstKeys, key.Value);
        return at >= 0 ? at : ~at - 1;
    }

    private async Task<ReadOnlyMemory<byte>> RangeAsync(long offset, int length, CancellationToken cancellationToken) =>
        whole.IsEmpty ? await ReadRangeAsync(store, entry, offset, length, cancellationToken) : whole.Slice((int)offset, length);

    private static async Task<ReadOnlyMemory<byte>> ReadRangeAsync(
        IIndexStore store,
        SegmentEntry entry,
        long offset,
        int length,
        CancellationToken cancellationToken
    )
    {
        var buffer = new byte[length];
        var read = await store.ReadAsync(entry.Name, offset, buffer, cancellationToken);
        return read == length
            ? buffer
            : throw new IndexDamagedException(read < 0 ? $"Segment {entry.Name} is gone." : $"Segment {entry.Name} ends too early.");
    }

    private ReadOnlyMemory<byte> Checked(ReadOnlyMemory<byte> block)
    {
        var content = block[..^sizeof(ulong)];
        return XxHash3.HashToUInt64(content.Span) == BinaryPrimitives.ReadUInt64LittleEndian(block.Span[^sizeof(ulong)..])
            ? content
            : throw new IndexDamagedException($"A block of segment {entry.Name} is damaged.");
    }

    private static IEnumerable<(Key Key, ReadOnlyMemory<byte> Value)> Entries(ReadOnlyMemory<byte> block)
    {
        for (var key = 0UL; block.Length > 0; )
        {
            var span = block.Span;
            key += Varint.Read(ref span);
            var length = (int)Varint.Read(ref span);
            var start = block.Length - span.Length;
            yield return (new(key), block.Slice(start, length));
            block = block[(start + length)..];
        }
    }

    private static (ulong[] FirstKeys, long[] Starts) ReadFences(ReadOnlySpan<byte> fences)
    {
        var firstKeys = new List<ulong>();
        var starts = new List<long> { 0 };
        for (var key = 0UL; fences.Length > 0; )
        {
            key += Varint.Read(ref fences);
            firstKeys.Add(key);
            starts.Add(starts[^1] + (long)Varint.Read(ref fences));
        }

        return ([.. firstKeys], [.. starts]);
    }
}

namespace Siaran.Related.Index;

/// <summary>A block and which of the keys asked for it may hold.</summary>
/// <param name="Block">Its place in the segment.</param>
/// <param name="From">The first of the keys.</param>
/// <param name="To">One past the last.</param>
/// <param name="Content">Null until it is read.</param>
internal readonly record struct KeyStretch(int Block, int From, int To, ReadOnlyMemory<byte>? Content);

/// <summary>Keys on their way through a segment. Whoever asks several segments reads the blocks of all at once.</summary>
/// <param name="reader">The segment.</param>
/// <param name="keys">In rising order.</param>
/// <param name="stretches">Where they may be.</param>
internal sealed class SegmentLookup(SegmentReader reader, List<Key> keys, List<KeyStretch> stretches)
{
    private const int ReadsAtOnce = 32;

    /// <summary>Hands the value of each key that is there to <paramref name="found"/>, one at a time.</summary>
    /// <exception cref="IndexDamagedException">A block is not as written.</exception>
    public static async Task FindAsync(
        IReadOnlyList<SegmentLookup> lookups,
        Action<Key, ReadOnlyMemory<byte>> found,
        CancellationToken cancellationToken
    )
    {
        // All blocks of all segments at once: a batch waits for the slowest read and not for the sum.
        var missing = lookups.SelectMany(lookup => lookup.Missing().Select(range => (Lookup: lookup, Range: range))).ToList();
        await Parallel.ForEachAsync(
            missing,
            new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellationToken },
            async (one, token) => await one.Range.ReadAsync(token)
        );
        // In the order of the keys and not of arrival, so that the same questions leave the same blocks
        // in the cache.
        foreach (var (lookup, range) in missing)
        {
            range.Keep();
            lookup.Take(range);
        }

        foreach (var lookup in lookups)
        {
            lookup.Search(found);
        }
    }

    /// <summary>What is to be read so that every stretch has its block.</summary>
    private List<BlockRange> Missing()
    {
        var ranges = new List<BlockRange>();
        foreach (var stretch in stretches.Where(stretch => stretch.Content is null))
        {
            if (ranges.Count == 0 || !ranges[^1].Takes(stretch.Block))
            {
                ranges.Add(reader.RangeAt(stretch.Block));
            }
        }

        return ranges;
    }

    private void Take(BlockRange range)
    {
        for (var at = 0; at < stretches.Count; at++)
        {
            if (stretches[at].Content is null && range.Has(stretches[at].Block))
            {
                stretches[at] = stretches[at] with { Content = range[stretches[at].Block] };
            }
        }
    }

    private void Search(Action<Key, ReadOnlyMemory<byte>> found)
    {
        foreach (var stretch in stretches)
        {
            Search(stretch.Content!.Value, stretch.From, stretch.To, found);
        }
    }

    private void Search(ReadOnlyMemory<byte> block, int from, int to, Action<Key, ReadOnlyMemory<byte>> found)
    {
        // Keys are stored as gaps, so a block is scanned and cannot be searched by halves; it is merged
        // with the rising keys in one pass.
        var rest = block.Span;
        for (var key = 0UL; rest.Length > 0 && from < to; )
        {
            key += Varint.Read(ref rest);
            var length = (int)Varint.Read(ref rest);
            while (from < to && keys[from].Value < key)
            {
                from++;
            }

            if (from < to && keys[from].Value == key)
            {
                found(new(key), block.Slice(block.Length - rest.Length, length));
            }

            rest = rest[length..];
        }
    }
}

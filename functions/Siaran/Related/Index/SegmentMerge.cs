using System.Runtime.CompilerServices;
using Siaran.Related.Words;

namespace Siaran.Related.Index;

/// <summary>Makes one segment of several. It holds one stretch of each in memory, never the whole.</summary>
internal static class SegmentMerge
{
    // A log-structured merge tree (O'Neil et al., 1996) with size tiers, as in Lucene's first merge policy. With fan-out f, a release is
    // rewritten log_f(n) times and a query looks into at most (f − 1) · log_f(n) segments. Six balances the two for batches of ten. Of the
    // large segments one of a size is all there may be: each is a read for a word that nobody asked for lately, which few of the small ones
    // are, since their filters deny it or the cache holds them whole. So a release of a million is rewritten about ten times, where six
    // everywhere would be seven, and a search looks into at most some 30 segments, six of them large, where it would be up to eleven.
    private const int Fanout = 6;
    private const int LargeFanout = 2;
    private const int SmallestTier = 16;
    private const int SmallTiers = 5;
    private const int Large = SmallestTier * Fanout * Fanout * Fanout * Fanout;
    private const int FrequenciesFrom = 512;
    private const int CommonFrom = 8;
    private const double CommonShare = 1 / 500.0;
    private const double DeadShare = 0.1;
    private const int DeadAtLeast = 256;

    /// <summary>
    /// The segments to merge next, or none: six of a size, two of a large one, or all there are once a tenth of the releases in them is
    /// dead.
    /// </summary>
    public static IReadOnlyList<SegmentEntry> Next(Manifest manifest)
    {
        // The dead hold places among the sixty-four postings of a term, which the living then lack; a
        // query can only leave them out.
        if (manifest.Dead.Count > Math.Max(DeadAtLeast, DeadShare * manifest.Segments.Sum(s => s.Documents)))
        {
            return manifest.Segments;
        }

        return
        [
            .. manifest
                .Segments.GroupBy(Tier)
                .Where(g => g.Count() >= (g.Key < SmallTiers ? Fanout : LargeFanout))
                .OrderBy(g => g.Key)
                .FirstOrDefault()
                ?? Enumerable.Empty<SegmentEntry>(),
        ];
    }

    /// <summary>Writes the merged segment; answers it and those of <paramref name="dead"/> that it dropped for good.</summary>
    public static async Task<(SegmentEntry Entry, IReadOnlySet<long> Dropped)> WriteAsync(
        string name,
        Stream output,
        IReadOnlyList<SegmentReader> sources,
        IReadOnlySet<long> dead,
        CancellationToken cancellationToken
    )
    {
        var writer = new SegmentWriter(output, mostKeys: 1 + sources.Sum(s => s.Keys));
        var dropped = new HashSet<long>();
        var counts = new Dictionary<uint, long>();
        var isCounted = false;
        await foreach (var (key, values) in GroupedAsync(sources, cancellationToken))
        {
            // A number's summary is in one segment. Once it is dropped here the number is nowhere, and
            // the manifest may forget that it is dead.
            if (key.Kind is KeyKind.Summary or KeyKind.Document && dead.Contains((long)key.Rest))
            {
                dropped.Add((long)key.Rest);
                continue;
            }

            if (key.Kind > KeyKind.Frequencies && !isCounted)
            {
                isCounted = true;
                await CountAsync(writer, counts, cancellationToken);
            }

            if (Merge(key, values, dead, counts, Math.Max(CommonFrom, writer.Documents * CommonShare)) is { Length: > 0 } value)
            {
                await writer.AddAsync(key, value, cancellationToken);
            }
        }

        if (!isCounted)
        {
            await CountAsync(writer, counts, cancellationToken);
        }

        return (await writer.FinishAsync(name, cancellationToken), dropped);
    }

    /// <summary>All terms are written by now: says how many releases of a large segment have the commonest.</summary>
    // Rarity that fewer releases say would be noise; until then the counts of news serve for it.
    private static ValueTask CountAsync(SegmentWriter writer, Dictionary<uint, long> counts, CancellationToken cancellationToken) =>
        writer.Documents < FrequenciesFrom
            ? ValueTask.CompletedTask
            : writer.AddAsync(
                Key.Frequencies,
                DocumentFrequenciesFormat.Write(new DocumentFrequencies(writer.Documents, counts)),
                cancellationToken
            );

    private static ReadOnlyMemory<byte> Merge(
        Key key,
        List<ReadOnlyMemory<byte>> values,
        IReadOnlySet<long> dead,
        Dictionary<uint, long> counts,
        double common
    )
    {
        switch (key.Kind)
        {
            case KeyKind.Summary:
            case KeyKind.Document:
                // Numbers are given once, so there is one; of several the last source's.
                return values[^1];
            case KeyKind.Number:
            case KeyKind.ListedBy:
                return Numbers.Write(values.SelectMany(v => Numbers.Read(v.Span)).Where(n => !dead.Contains(n)));
            case KeyKind.Term:
                var postings = Postings.Merge([.. values.Select(v => Postings.Read(v.Span))], dead);
                if (postings.Count >= common)
                {
                    counts[(uint)key.Rest] = postings.Count;
                }

                return postings.Kept.Count > 0 ? Postings.Write(postings) : default;
            // Frequencies of the parts are counted again, from the postings.
            case KeyKind.Times:
                return Times.Merge(values, dead);
            case KeyKind.Stem:
                return FullPostings.Merge(values, dead);
            case KeyKind.Spellings:
                return Spellings.Merge(values);
            case KeyKind.Followers:
                return Followers.Merge(values, dead);
            default:
                return default;
        }
    }

    private static int Tier(SegmentEntry segment) =>
        segment.Documents <= SmallestTier ? 0
        : segment.Documents < Large ? 1 + (int)Math.Log((double)segment.Documents / SmallestTier, Fanout)
        : SmallTiers + (int)Math.Log2((double)segment.Documents / Large);

    private static async IAsyncEnumerable<(Key Key, List<ReadOnlyMemory<byte>> Values)> GroupedAsync(
        IReadOnlyList<SegmentReader> sources,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var cursors = sources.Select(s => s.AllAsync(cancellationToken).GetAsyncEnumerator(cancellationToken)).ToList();
        try
        {
            // A k-way merge by a heap: sources are sorted by key, so that one stretch of each suffices. Of equal keys the
            // earlier source comes first, so that values are in the order of the sources.
            var queue = new PriorityQueue<int, (ulong Key, int Source)>();
            for (var i = 0; i < cursors.Count; i++)
            {
                if (await cursors[i].MoveNextAsync())
                {
                    queue.Enqueue(i, (cursors[i].Current.Key.Value, i));
                }
            }

            while (queue.Count > 0)
            {
                var key = cursors[queue.Peek()].Current.Key;
                var values = new List<ReadOnlyMemory<byte>>();
                while (queue.TryPeek(out var source, out var next) && next.Key == key.Value)
                {
                    queue.Dequeue();
                    values.Add(cursors[source].Current.Value);
                    if (await cursors[source].MoveNextAsync())
                    {
                        queue.Enqueue(source, (cursors[source].Current.Key.Value, source));
                    }
                }

                yield return (key, values);
            }
        }
        finally
        {
            foreach (var cursor in cursors)
            {
                await cursor.DisposeAsync();
            }
        }
    }
}

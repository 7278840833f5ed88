using Siaran.Related.Words;
using Siaran.Tags;

namespace Siaran.Related.Index;

/// <summary>The index as one manifest has it.</summary>
internal sealed class Snapshot(Manifest manifest, string? etag, IReadOnlyList<SegmentReader> readers, DocumentFrequencies frequencies)
{
    // Of several segments' best the best again. Twice as many as one segment keeps, for the weights
    // differ from segment to segment.
    private const int MaxPostings = 2 * Postings.MaxKept;

    private readonly HashSet<long> dead = [.. manifest.Dead];

    public Manifest Manifest => manifest;

    public string? ETag => etag;

    public DocumentFrequencies Frequencies => frequencies;

    public IReadOnlyList<SegmentReader> Readers => readers;

    public IReadOnlySet<long> Dead => dead;

    /// <summary>The living summaries of those numbers.</summary>
    public async Task<IReadOnlyDictionary<long, DocumentSummary>> SummariesAsync(
        IEnumerable<long> numbers,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<long, DocumentSummary>();
        await FindAsync(
            numbers.Where(n => !dead.Contains(n)).Select(Key.Summary),
            (key, value) => found[(long)key.Rest] = DocumentSummaryFormat.Read((long)key.Rest, value.Span),
            cancellationToken
        );
        return found;
    }

    /// <summary>For each key of kind <see cref="KeyKind.Number"/> or <see cref="KeyKind.ListedBy"/>, the living numbers under it.</summary>
    public async Task<ILookup<Key, long>> NumbersAsync(IEnumerable<Key> keys, CancellationToken cancellationToken)
    {
        var found = new List<(Key Key, long Number)>();
        await FindAsync(
            keys,
            (key, value) => found.AddRange(Numbers.Read(value.Span).Where(n => !dead.Contains(n)).Select(n => (key, n))),
            cancellationToken
        );
        // One owner may be noted under a key in several segments.
        return found.Distinct().ToLookup(f => f.Key, f => f.Number);
    }

    /// <summary>
    /// For each term, who has it: the living alone, and of these at most <see cref="MaxPostings"/> in whom it weighs most.
    /// </summary>
    public async Task<IReadOnlyDictionary<uint, Postings>> PostingsAsync(IEnumerable<uint> terms, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<uint, long>();
        var kept = new Dictionary<uint, List<Posting>>();
        await FindAsync(
            terms.Select(Key.Term),
            (key, value) =>
            {
                var term = (uint)key.Rest;
                if (!kept.TryGetValue(term, out var postings))
                {
                    kept[term] = postings = [];
                }

                counts[term] = counts.GetValueOrDefault(term) + Postings.Read(value.Span, postings);
            },
            cancellationToken
        );
        foreach (var postings in kept.Values)
        {
            // Counts keep the dead: who of those not kept is dead nobody knows (Postings.Merge).
            postings.RemoveAll(p => dead.Contains(p.Number));
        }

        return kept.ToDictionary(k => k.Key, k => new Postings(counts[k.Key], Postings.Weightiest(k.Value, MaxPostings)));
    }

    /// <summary>What searches show of the living releases of those numbers.</summary>
    /// <exception cref="IndexDamagedException">One is not as it was written.</exception>
    public async Task<IReadOnlyDictionary<long, TaggedRelease>> DocumentsAsync(
        IEnumerable<long> numbers,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<long, TaggedRelease>();
        await FindAsync(
            numbers.Where(n => !dead.Contains(n)).Select(Key.Document),
            (key, value) => found[(long)key.Rest] = FoundDocumentFormat.Read(value),
            cancellationToken
        );
        return found;
    }

    /// <summary>What each segment has under each key; keys that none has are left out.</summary>
    public async Task<IReadOnlyDictionary<Key, List<ReadOnlyMemory<byte>>>> ListsAsync(
        IEnumerable<Key> keys,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<Key, List<ReadOnlyMemory<byte>>>();
        await FindAsync(
            keys,
            (key, value) =>
            {
                if (!found.TryGetValue(key, out var parts))
                {
                    found[key] = parts = [];
                }

                parts.Add(value);
            },
            cancellationToken
        );
        return found;
    }

    /// <summary>Hands the value that each segment has under a key to <paramref name="found"/>, one at a time.</summary>
    public async Task FindAsync(IEnumerable<Key> keys, Action<Key, ReadOnlyMemory<byte>> found, CancellationToken cancellationToken)
    {
        var ordered = keys.Distinct().Order().ToList();
        if (ordered.Count == 0)
        {
            return;
        }

        await SegmentLookup.FindAsync([.. readers.Select(r => r.Ask(ordered))], found, cancellationToken);
    }
}

namespace Siaran.Related.Index;

/// <summary>What one batch adds to the index.</summary>
/// <param name="Summaries">By number.</param>
/// <param name="ListedBy">Keys of <see cref="KeyKind.ListedBy"/> → the numbers of those whose lists now name them.</param>
/// <param name="Documents">What searches find, by number: the releases of the summaries.</param>
/// <param name="Dead">Numbers that stand for no release from now on.</param>
internal sealed record Addition(
    IReadOnlyList<DocumentSummary> Summaries,
    IReadOnlyDictionary<Key, HashSet<long>> ListedBy,
    IReadOnlyList<FoundDocument> Documents,
    IReadOnlyCollection<long> Dead
)
{
    /// <summary>How much words weigh in the documents.</summary>
    public SearchWeights Weights { get; init; } = SearchWeights.Default;

    /// <summary>What searches find alone, for an archive that nothing is related in.</summary>
    public static Addition Of(IReadOnlyList<FoundDocument> documents, SearchWeights weights) =>
        new([], new Dictionary<Key, HashSet<long>>(), documents, []) { Weights = weights };

    /// <summary>Whether it adds any entry.</summary>
    public bool HasEntries => Summaries.Count > 0 || ListedBy.Count > 0 || Documents.Count > 0;

    public bool IsEmpty => !HasEntries && Dead.Count == 0;

    /// <summary>Every number that it gives.</summary>
    public IEnumerable<long> Numbered => Summaries.Select(summary => summary.Number).Concat(Documents.Select(document => document.Number));

    /// <summary>By rising key.</summary>
    public IEnumerable<(Key Key, byte[] Value)> Entries()
    {
        // Kind by kind, in the order of KeyKind: SegmentWriter takes keys in rising order only.
        foreach (var summary in Summaries)
        {
            yield return (Key.Summary(summary.Number), DocumentSummaryFormat.Write(summary));
        }

        foreach (var same in Summaries.SelectMany(Names).GroupBy(n => n.Key).OrderBy(g => g.Key))
        {
            yield return (same.Key, Numbers.Write(same.Select(n => n.Number)));
        }

        foreach (var (key, numbers) in ListedBy.OrderBy(l => l.Key))
        {
            yield return (key, Numbers.Write(numbers));
        }

        foreach (var term in Summaries.SelectMany(Terms).GroupBy(t => t.Key).OrderBy(g => g.Key))
        {
            yield return (
                term.Key,
                Postings.Write(Postings.Merge([new(term.Count(), [.. term.Select(t => t.Posting)])], new HashSet<long>()))
            );
        }

        foreach (var entry in SearchEntries.Of(Documents, Weights))
        {
            yield return entry;
        }
    }

    private static IEnumerable<(Key Key, long Number)> Names(DocumentSummary summary) =>
        [
            (Key.Number(summary.Id), summary.Number),
            (Key.Number(summary.Slug), summary.Number),
            .. summary.TranslationOf is { } original ? [(Key.Translations(original), summary.Number)] : Array.Empty<(Key, long)>(),
        ];

    private static IEnumerable<(Key Key, Posting Posting)> Terms(DocumentSummary summary) =>
        [
            .. summary.Words.Where(w => w.Spread.Level > 0).Select(w => (Key.Term(w.Word), new Posting(summary.Number, w.Spread))),
            .. summary.Tags.Select(t => (Key.Term(t.Tag), new Posting(summary.Number, t.Weight))),
        ];
}

namespace Siaran.Related.Index;

/// <summary>What one batch adds to the index.</summary>
/// <param name="Sketches">By number.</param>
/// <param name="ListedBy">Keys of <see cref="KeyKind.ListedBy"/> → the numbers of those whose lists now name them.</param>
/// <param name="Dead">Numbers that stand for no release from now on.</param>
internal sealed record Addition(IReadOnlyList<Sketch> Sketches, IReadOnlyDictionary<Key, HashSet<long>> ListedBy, IReadOnlyCollection<long> Dead)
{
    public bool IsEmpty => Sketches.Count == 0 && ListedBy.Count == 0 && Dead.Count == 0;

    /// <summary>By rising key.</summary>
    public IEnumerable<(Key Key, byte[] Value)> Entries()
    {
        foreach (var sketch in Sketches)
        {
            yield return (Key.Sketch(sketch.Number), SketchFormat.Write(sketch));
        }

        foreach (var same in Sketches.SelectMany(Names).GroupBy(n => n.Key).OrderBy(g => g.Key))
        {
            yield return (same.Key, Numbers.Write(same.Select(n => n.Number)));
        }

        foreach (var (key, numbers) in ListedBy.OrderBy(l => l.Key))
        {
            yield return (key, Numbers.Write(numbers));
        }

        foreach (var term in Sketches.SelectMany(Terms).GroupBy(t => t.Key).OrderBy(g => g.Key))
        {
            yield return (term.Key, Postings.Write(Postings.Merge([new(term.Count(), [.. term.Select(t => t.Posting)])], new HashSet<long>())));
        }
    }

    private static IEnumerable<(Key Key, long Number)> Names(Sketch sketch) => [(Key.Number(sketch.Id), sketch.Number), (Key.Number(sketch.Slug), sketch.Number)];

    private static IEnumerable<(Key Key, Posting Posting)> Terms(Sketch sketch) =>
    [
        .. sketch.Words.Where(w => w.Spread.Level > 0).Select(w => (Key.Term(w.Word), new Posting(sketch.Number, w.Spread))),
        .. sketch.Tags.Select(t => (Key.Term(t.Tag), new Posting(sketch.Number, t.Weight))),
    ];
}

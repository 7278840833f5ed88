using System.Runtime.InteropServices;
using Siaran.Related.Index;

namespace Siaran.Related;

/// <summary>Finds whom to compare a release with: those who share most of its weightiest words and tags.</summary>
internal static class Candidates
{
    // The weightiest words of a document are the query, as in Lucene's MoreLikeThis: the rest says
    // little and costs a read each.
    private const int QueryWords = 24;
    private const int Most = 40;

    /// <summary>The terms by which a release is looked for.</summary>
    public static IEnumerable<(uint Term, double Weight)> Query(DocumentSummary summary) =>
        [
            .. summary.Words.OrderByDescending(w => w.Own.Level).ThenBy(w => w.Word).Take(QueryWords).Select(w => (w.Word, w.Own.Value)),
            .. summary.Tags.Select(t => (t.Tag, t.Weight.Value)),
        ];

    /// <summary>Who of the batch has which term.</summary>
    public static IReadOnlyDictionary<uint, List<Posting>> PostingsOf(IEnumerable<DocumentSummary> batch) =>
        batch
            .SelectMany(s =>
                s.Words.Select(w => (Term: w.Word, new Posting(s.Number, w.Own)))
                    .Concat(s.Tags.Select(t => (Term: t.Tag, new Posting(s.Number, t.Weight))))
            )
            .GroupBy(t => t.Term, t => t.Item2)
            .ToDictionary(g => g.Key, g => g.ToList());

    /// <summary>The numbers of the best, best first, without the release itself.</summary>
    public static List<long> Of(
        DocumentSummary summary,
        IReadOnlyDictionary<uint, Postings> archive,
        IReadOnlyDictionary<uint, List<Posting>> batch,
        IReadOnlySet<long> dead
    )
    {
        // Term at a time: one accumulator for each document that any term names, then the best of them.
        // A term has at most 128 postings however large the archive is (Snapshot), so the cost depends
        // on the number of terms alone.
        var ties = new Dictionary<long, double>();
        foreach (var (term, weight) in Query(summary))
        {
            foreach (var postings in new[] { archive.GetValueOrDefault(term)?.Kept, batch.GetValueOrDefault(term) })
            {
                foreach (var posting in postings ?? [])
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(ties, posting.Number, out _) += weight * posting.Weight.Value;
                }
            }
        }

        return
        [
            .. ties.Where(t => t.Key != summary.Number && !dead.Contains(t.Key))
                .OrderByDescending(t => t.Value)
                // The newest among equals, and one order on every machine.
                .ThenByDescending(t => t.Key)
                .Take(Most)
                .Select(t => t.Key),
        ];
    }
}

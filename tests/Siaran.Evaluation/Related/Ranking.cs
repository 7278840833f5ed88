namespace Siaran.Evaluation.Related;

/// <summary>How good one way of ranking is, averaged over all queries that have anything to find.</summary>
/// <param name="Ndcg10">Normalised discounted cumulative gain of the first ten, relevance 0 or 1 (Järvelin and Kekäläinen 2002).</param>
/// <param name="Precision5">Relevant ones among the first five, over five.</param>
/// <param name="Recall10">Relevant ones among the first ten, over all relevant ones.</param>
/// <param name="Queries">How many texts were asked for.</param>
internal sealed record Ranking(double Ndcg10, double Precision5, double Recall10, int Queries)
{
    /// <summary>Asks <paramref name="rank"/> for the places of the others, best first, for each of <paramref name="examples"/>.</summary>
    /// <param name="examples">The texts.</param>
    /// <param name="rank">Ranks the others for one of them.</param>
    /// <param name="isAsked">Which are asked for; null for all.</param>
    public static Ranking Of(IReadOnlyList<Example> examples, Func<int, IEnumerable<int>> rank, Func<int, bool>? isAsked = null)
    {
        var (ndcg, precision, recall, queries) = (0.0, 0.0, 0.0, 0);
        for (var query = 0; query < examples.Count; query++)
        {
            if (isAsked is not null && !isAsked(query))
            {
                continue;
            }

            var relevant = Enumerable
                .Range(0, examples.Count)
                .Where(i => i != query && examples[i].Keywords.Overlaps(examples[query].Keywords))
                .ToHashSet();
            if (relevant.Count == 0)
            {
                continue;
            }

            var first = rank(query).Where(i => i != query).Take(10).ToList();
            var gain = first.Select((i, place) => relevant.Contains(i) ? 1 / Math.Log2(place + 2) : 0).Sum();
            ndcg += gain / Enumerable.Range(0, Math.Min(10, relevant.Count)).Sum(place => 1 / Math.Log2(place + 2));
            precision += first.Take(5).Count(relevant.Contains) / 5.0;
            recall += (double)first.Count(relevant.Contains) / relevant.Count;
            queries++;
        }

        return new(ndcg / queries, precision / queries, recall / queries, queries);
    }
}

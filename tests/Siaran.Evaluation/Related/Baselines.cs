using Lucene.Net.Analysis.Id;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Queries.Mlt;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Siaran.Tags;

namespace Siaran.Evaluation.Related;

/// <summary>
/// Plain ways of ranking, to be measured against. Each answers, for a text's place, the places of the others, best first.
/// </summary>
internal static class Baselines
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    public static Func<int, IEnumerable<int>> NewestFirst(IReadOnlyList<Example> examples) =>
        _ => Enumerable.Range(0, examples.Count).OrderByDescending(i => examples[i].PublishAt).ThenBy(i => i);

    /// <summary>Shared tags, each by its rarity in the set; the newest first where equal.</summary>
    public static Func<int, IEnumerable<int>> TagsOnly(IReadOnlyList<Example> examples)
    {
        var tags = examples.Select(e => e.Release.Tags.Select(t => t.Id).ToHashSet()).ToList();
        var counts = tags.SelectMany(t => t).CountBy(t => t).ToDictionary();
        double Rarity(TagId tag) => Math.Log((double)examples.Count / counts[tag]);
        return query =>
            Enumerable
                .Range(0, examples.Count)
                .Select(i => (i, Score: tags[i].Where(tags[query].Contains).Sum(Rarity)))
                .Where(x => x.Score > 0)
                .OrderByDescending(x => x.Score)
                .ThenByDescending(x => examples[x.i].PublishAt)
                .Select(x => x.i);
    }

    /// <summary>
    /// Cosine of term frequency times inverse document frequency; stop words left out, no stemming, headline and body alike.
    /// </summary>
    public static Func<int, IEnumerable<int>> TfIdf(IReadOnlyList<Example> examples, IReadOnlySet<string> stopWords)
    {
        var vectors = Vectors(examples, stopWords);
        return query => Enumerable.Range(0, examples.Count).OrderByDescending(i => Cosine(vectors[query], vectors[i])).ThenBy(i => i);
    }

    /// <summary>The same cosine, fading with the days between two texts.</summary>
    public static Func<int, IEnumerable<int>> TimeAwareTfIdf(
        IReadOnlyList<Example> examples,
        IReadOnlySet<string> stopWords,
        double daysToFade
    )
    {
        var vectors = Vectors(examples, stopWords);
        return query =>
            Enumerable
                .Range(0, examples.Count)
                .OrderByDescending(i =>
                    Cosine(vectors[query], vectors[i])
                    * Math.Exp(-Math.Abs((examples[query].PublishAt - examples[i].PublishAt).TotalDays) / daysToFade)
                )
                .ThenBy(i => i);
    }

    /// <summary>
    /// Lucene's MoreLikeThis with BM25 over text analysed as Indonesian, with its default number of query terms, on one field of headline
    /// and body.
    /// </summary>
    public static Func<int, IEnumerable<int>> MoreLikeThis(IReadOnlyList<Example> examples, bool boost)
    {
        var analyzer = new IndonesianAnalyzer(Version);
        var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(Version, analyzer) { Similarity = new BM25Similarity() }))
        {
            foreach (var example in examples)
            {
                writer.AddDocument(new Document { new TextField("text", $"{example.Headline} {example.Body}", Field.Store.NO) });
            }
        }

        var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
        var likeness = new MoreLikeThis(reader)
        {
            Analyzer = analyzer,
            FieldNames = ["text"],
            MinTermFreq = 1,
            MinDocFreq = 2,
            ApplyBoost = boost,
        };
        return query =>
        {
            using var text = new StringReader($"{examples[query].Headline} {examples[query].Body}");
            return searcher.Search(likeness.Like(text, "text"), 12).ScoreDocs.Select(d => d.Doc);
        };
    }

    private static List<Dictionary<string, double>> Vectors(IReadOnlyList<Example> examples, IReadOnlySet<string> stopWords)
    {
        var counts = examples
            .Select(e => Words($"{e.Headline} {e.Body}").Where(w => w.Length > 1 && !stopWords.Contains(w)).CountBy(w => w).ToDictionary())
            .ToList();
        var documents = counts.SelectMany(c => c.Keys).CountBy(w => w).ToDictionary();
        return
        [
            .. counts.Select(c =>
                Unit(c.ToDictionary(w => w.Key, w => w.Value * (Math.Log((examples.Count + 1.0) / (documents[w.Key] + 1)) + 1)))
            ),
        ];
    }

    private static double Cosine(Dictionary<string, double> one, Dictionary<string, double> other) =>
        one.Sum(w => w.Value * other.GetValueOrDefault(w.Key));

    private static Dictionary<string, double> Unit(Dictionary<string, double> vector)
    {
        var length = Math.Sqrt(vector.Values.Sum(v => v * v));
        return vector.ToDictionary(w => w.Key, w => w.Value / length);
    }

    private static IEnumerable<string> Words(string text)
    {
        for (var (start, at) = (-1, 0); at <= text.Length; at++)
        {
            var within = at < text.Length && char.IsLetterOrDigit(text[at]);
            if (!within && start >= 0)
            {
                yield return text[start..at].ToLowerInvariant();
            }

            start = within
                ? start < 0
                    ? at
                    : start
                : -1;
        }
    }
}

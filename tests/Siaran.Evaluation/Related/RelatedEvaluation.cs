using System.Text.Json.Nodes;
using Siaran.Related;
using Siaran.Tagging;

namespace Siaran.Evaluation.Related;

/// <summary>
/// How good the lists are by measures that no one trick serves: texts that share a search word; the same with that word taken out of the
/// headlines; and links that editors set.
/// Each in rolling parts of time: the archive ends with the part, and only the part's texts are asked for. Besides plain ways of ranking,
/// and with each signal left out.
/// </summary>
internal static class RelatedEvaluation
{
    /// <summary>The later two thirds of the texts in two parts to choose by, and one that nothing is chosen on.</summary>
    private static readonly (double From, double To)[] Parts = [(0.34, 0.56), (0.56, 0.78), (0.78, 1)];

    /// <summary>Days in which the baseline fades to a third.</summary>
    private const double BaselineFade = 480;

    /// <summary>Lists that are as long as anything is alike.</summary>
    private static readonly RankingOptions Whole = RankingOptions.Default with { Breadth = 0, Own = 0 };

    public static JsonObject Run(string data)
    {
        var tagger = Tagger.CreateDefault();
        var stopWords = File.ReadLines(Path.Combine(data, "stopwords.txt")).Select(w => w.Trim().ToLowerInvariant()).ToHashSet();
        var byKeyword = Example.Read(data, tagger);
        List<(string Name, List<Example> Texts)> measures =
        [
            ("by keyword", byKeyword),
            ("keyword not in headline", Example.WithoutKeywords(byKeyword, tagger)),
        ];
        if (File.Exists(Path.Combine(data, "news.jsonl.gz")))
        {
            measures.Add(("editors' links", Example.Linked(data, tagger)));
        }

        var worlds = measures.ConvertAll(measure => new World(
            measure.Name,
            [.. Parts.Select((part, i) => Rolling.Of(measure.Texts, part.From, part.To))]
        ));
        var plain = worlds.ConvertAll(world => world.Ndcg(part => Baselines.TfIdf(part.Texts, stopWords)));
        var result = new JsonObject();
        Console.WriteLine(
            $"nDCG@10 by measure, mean of {Parts.Length} parts of time; in parentheses its ratio to plain TF-IDF; last, the mean of the ratios, on the two parts to choose by and on the last"
        );
        Console.WriteLine($"{"", -38}{string.Concat(worlds.Select(world => $"{world.Name, -26}"))}{"choosing", 9}{"last", 7}");
        Report("plain TF-IDF", part => Baselines.TfIdf(part.Texts, stopWords));
        Report("time-aware TF-IDF", part => Baselines.TimeAwareTfIdf(part.Texts, stopWords, BaselineFade));
        Report("MoreLikeThis (BM25, Indonesian)", part => Baselines.MoreLikeThis(part.Texts, boost: false));
        Report("tags only", part => Baselines.TagsOnly(part.Texts));
        // The order is what is measured: a list that ends early for want of breadth is judged by eye.
        Report("Siaran", part => Siaran(part.Texts, Whole));
        Report("Siaran, as shown", part => Siaran(part.Texts, RankingOptions.Default));
        foreach (var (name, ranking) in Ablations())
        {
            Report("  without " + name, part => Siaran(part.Texts, ranking));
        }

        result["copies"] = CopyEvaluation.Run(byKeyword);
        return result;

        void Report(string name, Func<Rolling, Func<int, IEnumerable<int>>> method)
        {
            var scores = worlds.ConvertAll(world => world.Ndcg(method));
            var ratios = scores.Select((score, w) => score.Select((ndcg, p) => ndcg / plain[w][p]).ToArray()).ToList();
            var (choosing, last) = (ratios.Average(ratio => ratio[..^1].Average()), ratios.Average(ratio => ratio[^1]));
            Console.WriteLine(
                $"{name, -38}{string.Concat(scores.Select((score, w) => $"{score.Average(), 6:F4} ({score.Average() / plain[w].Average():F3})           "))}{choosing, 9:F3}{last, 7:F3}"
            );
            result[name.Trim()] = new JsonObject
            {
                ["choosing"] = choosing,
                ["last"] = last,
                ["ndcg10"] = new JsonArray([.. scores.Select(score => (JsonNode)score.Average())]),
            };
        }
    }

    private static IEnumerable<(string Name, RankingOptions Ranking)> Ablations() =>
        [
            ("stemming", Whole with { Stemming = false }),
            ("headline weight", Whole with { Headline = 1 }),
            ("word rarity", Whole with { Rarity = false }),
            ("opening weight", Whole with { Opening = 0 }),
            ("saturation", Whole with { Saturation = 1 }),
            ("place names distinguished", Whole with { Places = 1 }),
            ("stock words distinguished", Whole with { Stock = 1 }),
            ("numbers distinguished", Whole with { Numbers = 1 }),
            ("neighbours' words", Whole with { Spread = 0 }),
            ("tags", Whole with { Tags = 0 }),
            ("closeness in time", Whole with { Time = 0 }),
        ];

    /// <summary>The lists when each is asked for with all texts of the archive known, as every baseline has them.</summary>
    private static Func<int, IEnumerable<int>> Siaran(List<Example> examples, RankingOptions ranking)
    {
        var places = examples.Select((e, i) => (e.Id, i)).ToDictionary();
        var releases = examples.OrderBy(e => e.PublishAt).ThenBy(e => e.Id).Select(e => e.Release).ToList();
        var run = RelatedRun.Collect(releases, 10, ranking);
        run.Add(releases, 10);
        return query =>
            run.Rows[examples[query].Id] is var list ? list.AlsoPublishedAs.Concat(list.Neighbours).Select(n => places[n.Id]) : [];
    }

    /// <summary>A measure's parts of time.</summary>
    private sealed record World(string Name, IReadOnlyList<Rolling> Parts)
    {
        public double[] Ndcg(Func<Rolling, Func<int, IEnumerable<int>>> method) =>
            [.. Parts.Select(part => Ranking.Of(part.Texts, method(part), i => i >= part.First).Ndcg10)];
    }

    /// <summary>The archive as it was at the end of a part of time, and the first of the part's own texts.</summary>
    private sealed record Rolling(List<Example> Texts, int First)
    {
        public static Rolling Of(List<Example> all, double from, double to)
        {
            var ordered = all.OrderBy(e => e.PublishAt).ThenBy(e => e.Id).ToList();
            return new(ordered[..(int)(ordered.Count * to)], (int)(ordered.Count * from));
        }
    }
}

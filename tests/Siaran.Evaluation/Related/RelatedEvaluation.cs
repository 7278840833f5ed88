using System.Text.Json.Nodes;
using Siaran.Related;
using Siaran.Tagging;

namespace Siaran.Evaluation.Related;

/// <summary>How good the lists are on <c>related-by-keyword</c>, beside plain ways of making them and with each signal left out.</summary>
internal static class RelatedEvaluation
{
    public static JsonObject Run(string data)
    {
        var examples = Example.Read(data, Tagger.CreateDefault());
        var stopWords = File.ReadLines(Path.Combine(data, "stopwords.txt")).Select(w => w.Trim().ToLowerInvariant()).ToHashSet();
        var plain = Ranking.Of(examples, Baselines.TfIdf(examples, stopWords));
        var result = new JsonObject { ["texts"] = examples.Count };
        Console.WriteLine($"{examples.Count} texts; the gain is in nDCG@10 over plain TF-IDF");
        Console.WriteLine($"{"",-52}{"nDCG@10",9}{"P@5",9}{"recall@10",11}{"gain",9}");
        Report(result, "newest first", Ranking.Of(examples, Baselines.NewestFirst(examples)), plain);
        Report(result, "tags only", Ranking.Of(examples, Baselines.TagsOnly(examples)), plain);
        Report(result, "plain TF-IDF", plain, plain);
        Report(result, "MoreLikeThis (BM25, Indonesian)", Ranking.Of(examples, Baselines.MoreLikeThis(examples, boost: false)), plain);
        Report(result, "MoreLikeThis, terms boosted", Ranking.Of(examples, Baselines.MoreLikeThis(examples, boost: true)), plain);
        var (stored, asked) = Siaran(examples, RankingOptions.Default);
        Report(result, "Siaran, all texts known", asked, plain);
        Report(result, "Siaran, as stored when collected ten by ten", stored, plain);
        Console.WriteLine("left out, all texts known:");
        foreach (var (name, ranking) in Ablations())
        {
            Report(result, "  " + name, Siaran(examples, ranking).Asked, plain);
        }

        result["copies"] = CopyEvaluation.Run(examples);
        return result;
    }



    private static IEnumerable<(string Name, RankingOptions Ranking)> Ablations() =>
    [
        ("stemming", RankingOptions.Default with { Stemming = false }),
        ("headline weight", RankingOptions.Default with { Headline = 1 }),
        ("word rarity", RankingOptions.Default with { Rarity = false }),
        ("neighbours' words", RankingOptions.Default with { Spread = 0 }),
        ("tags", RankingOptions.Default with { Tags = false }),
        ("closeness in time", RankingOptions.Default with { Time = 0 }),
    ];

    /// <summary>The lists as they were stored while collecting in order of time, and as they are when each is asked for again with all texts known, as every baseline has them.</summary>
    private static (Ranking Stored, Ranking Asked) Siaran(List<Example> examples, RankingOptions ranking)
    {
        var places = examples.Select((e, i) => (e.Id, i)).ToDictionary();
        var releases = examples.OrderBy(e => e.PublishAt).ThenBy(e => e.Id).Select(e => e.Release).ToList();
        var run = RelatedRun.Collect(releases, 10, ranking);
        var stored = Ranking.Of(examples, Shown);
        run.Add(releases, 10);
        return (stored, Ranking.Of(examples, Shown));

        IEnumerable<int> Shown(int query) => run.Rows[examples[query].Id] is var list ? list.AlsoPublishedAs.Concat(list.Neighbours).Select(n => places[n.Id]) : [];
    }

    private static void Report(JsonObject result, string name, Ranking ranking, Ranking plain)
    {
        var gain = (ranking.Ndcg10 / plain.Ndcg10) - 1;
        Console.WriteLine($"{name,-52}{ranking.Ndcg10,9:F4}{ranking.Precision5,9:F4}{ranking.Recall10,11:F4}{gain,9:+0.0%;-0.0%}");
        result[name.Trim()] = new JsonObject { ["ndcg10"] = ranking.Ndcg10, ["precision5"] = ranking.Precision5, ["recall10"] = ranking.Recall10, ["gain"] = gain };
    }
}

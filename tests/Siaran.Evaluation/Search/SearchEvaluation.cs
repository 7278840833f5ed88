using System.Diagnostics;
using System.Text.Json.Nodes;
using Siaran.Related.Index;
using Siaran.Search;
using Siaran.Tags;
using Siaran.Tests.Related;

namespace Siaran.Evaluation.Search;

/// <summary>
/// How soon a search finds the release that someone remembers (mean reciprocal rank among the first ten), next to Lucene.NET's BM25 with
/// its Indonesian analyser on the same releases. What can be set was set on the first part of the questions; the second part is reported.
/// </summary>
internal static class SearchEvaluation
{
    private const int QuestionsOfAKind = 1_500;
    private const int Shown = 10;
    private const int Batch = 2_000;

    /// <summary>Tries other weights on the tuning part where <paramref name="only"/> is <c>tune</c>.</summary>
    public static JsonObject Run(string data, string? only) => RunAsync(data, only == "tune").GetAwaiter().GetResult();

    private static async Task<JsonObject> RunAsync(string data, bool tunes)
    {
        var releases = KnownItems.Releases(data);
        var result = new JsonObject { ["releases"] = releases.Count };
        if (tunes)
        {
            await TuneAsync(releases, KnownItems.Questions(releases, 0, QuestionsOfAKind / 3), result);
            return result;
        }

        var own = await IndexAsync(releases, SearchWeights.Default);
        using var lucene = new LuceneSearch(releases);
        foreach (var (name, part) in new[] { ("tuned on", 0), ("reported", 1) })
        {
            var questions = KnownItems.Questions(releases, part, QuestionsOfAKind);
            result[name] = new JsonObject
            {
                ["own"] = await MeasureAsync($"own, {name}", questions, text => RanksAsync(own, releases, text)),
                ["lucene"] = await MeasureAsync($"lucene, {name}", questions, text => Task.FromResult(lucene.Find(text, 1, Shown))),
                ["luceneHeadline"] = await MeasureAsync(
                    $"lucene, headline × 3, {name}",
                    questions,
                    text => Task.FromResult(lucene.Find(text, 3, Shown))
                ),
            };
        }

        return result;
    }

    private static async Task TuneAsync(List<TaggedRelease> releases, List<KnownItem> questions, JsonObject result)
    {
        foreach (var headline in new[] { 3.0, 5, 8 })
        {
            foreach (var length in new[] { 0.5, 0.75 })
            {
                var weights = SearchWeights.Default with { Headline = headline, Length = length };
                var store = await StoreAsync(releases, weights);
                foreach (var coordination in new[] { 0, 1.0 })
                {
                    var ranking = SearchRanking.Default with { Coordination = coordination };
                    var index = new SearchIndex(store, TimeProvider.System) { Ranking = ranking };
                    var name = $"headline {headline}, length {length}, coordination {coordination}";
                    result[name] = await MeasureAsync(name, questions, text => RanksAsync(index, releases, text));
                }
            }
        }
    }

    private static async Task<JsonObject> MeasureAsync(string name, List<KnownItem> questions, Func<string, Task<IReadOnlyList<int>>> find)
    {
        var watch = Stopwatch.StartNew();
        var ranks = new List<(string Kind, double Reciprocal)>();
        foreach (var question in questions)
        {
            var found = await find(question.Text);
            var at = Enumerable.Range(0, found.Count).FirstOrDefault(i => found[i] == question.Answer, -1);
            ranks.Add((question.Kind, at < 0 ? 0 : 1.0 / (at + 1)));
        }

        var report = new JsonObject { ["all"] = Mean(ranks) };
        foreach (var kind in ranks.GroupBy(rank => rank.Kind))
        {
            report[kind.Key] = Mean(kind);
        }

        report["millisecondsEach"] = watch.Elapsed.TotalMilliseconds / questions.Count;
        Console.WriteLine(
            $"{name, -52} MRR@{Shown} {report["all"]}, dropped {report["dropped"]}, misspelt {report["misspelt"]}, {report["millisecondsEach"]:F1} ms each"
        );
        return report;
    }

    private static double Mean(IEnumerable<(string Kind, double Reciprocal)> ranks) =>
        Math.Round(ranks.Average(rank => rank.Reciprocal), 4);

    private static async Task<IReadOnlyList<int>> RanksAsync(SearchIndex index, List<TaggedRelease> releases, string text)
    {
        var now = releases.Max(release => release.Release.PublishAt).AddHours(1);
        var found = await index.FindAsync(SearchParser.Parse(text), new SearchWindow(0, Shown), now, default);
        return
        [
            .. found.Hits.Select(hit =>
                int.Parse(hit.Tagged.Release.UploadName["known-".Length..], System.Globalization.CultureInfo.InvariantCulture)
            ),
        ];
    }

    private static async Task<SearchIndex> IndexAsync(List<TaggedRelease> releases, SearchWeights weights) =>
        new(await StoreAsync(releases, weights), TimeProvider.System);

    private static async Task<InMemoryIndexStore> StoreAsync(List<TaggedRelease> releases, SearchWeights weights)
    {
        var store = new InMemoryIndexStore();
        var index = new RelatedIndex(store, TimeProvider.System);
        foreach (var batch in releases.Chunk(Batch))
        {
            var at = await index.OpenAsync(default);
            var next = at.Manifest.NextNumber;
            var documents = batch.Select((release, i) => new FoundDocument(next + i, release)).ToList();
            await index.CommitAsync(at, Addition.Of(documents, weights), manifest => manifest, default);
            while (await index.MaintainAsync(default))
            {
                // A merge may make another due.
            }
        }

        return store;
    }
}

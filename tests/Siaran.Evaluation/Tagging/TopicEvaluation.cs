using System.Text.Json.Nodes;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Topics;

namespace Siaran.Evaluation.Tagging;

/// <summary>
/// Micro- and macro-F1 of the project's models on the last fifth by time, which they never saw, and on all where the texts are others than
/// those trained on.
/// </summary>
internal static class TopicEvaluation
{
    public static JsonNode Sectors(string data)
    {
        var model = SectorModel.Load();
        var result = Score(model, TopicText.Sectors(data));
        result["lastFifthWithoutHeadlines"] = Part(model, "last fifth, no headlines", LastFifth(TopicText.Sectors(data, headlines: false)));
        return result;
    }

    public static JsonNode News(string data) => Score(LinearModel.Load(), TopicText.News(data));

    private static JsonObject Score(ITopicModel model, List<TopicText> texts)
    {
        var result = new JsonObject();
        Console.WriteLine($"  {"part", -28} {"micro-F1", 8} {"macro-F1", 8}   texts");
        result["lastFifth"] = Part(model, "last fifth", LastFifth(texts));
        result["all"] = Part(model, "all (trained on, if the same)", texts);
        return result;
    }

    private static List<TopicText> LastFifth(List<TopicText> texts) => texts[(texts.Count * 4 / 5)..];

    private static JsonObject Part(ITopicModel model, string part, List<TopicText> texts)
    {
        var classes = EntityModel.Load().Classes;
        var labels = model.Labels.Count;
        var (right, found, gold) = (new int[labels], new int[labels], new int[labels]);
        var probabilities = new float[labels];
        foreach (var text in texts)
        {
            var tokens = Tokenizer.Read(text.Text);
            var room = new (uint, int)[TextFeatures.MostOf(tokens.Length)];
            model.Score(TextFeatures.Of(text.Text, tokens, text.Headline, classes, room), probabilities);
            var given = LabelChoice.Given(probabilities, model.Thresholds);
            for (var l = 0; l < labels; l++)
            {
                var (isGiven, isGold) = (given.Contains(l), text.Labels.Contains(model.Labels[l]));
                right[l] += isGiven && isGold ? 1 : 0;
                found[l] += isGiven ? 1 : 0;
                gold[l] += isGold ? 1 : 0;
            }
        }

        var micro = F1(right.Sum(), found.Sum(), gold.Sum());
        var macro = Enumerable
            .Range(0, labels)
            .Where(l => gold[l] > 0)
            .Select(l => F1(right[l], found[l], gold[l]))
            .DefaultIfEmpty(0)
            .Average();
        Console.WriteLine($"  {part, -28} {micro, 8:F3} {macro, 8:F3}   {texts.Count}");
        return new JsonObject
        {
            ["microF1"] = micro,
            ["macroF1"] = macro,
            ["texts"] = texts.Count,
        };
    }

    private static double F1(int right, int found, int gold) => found + gold == 0 ? 0 : 2.0 * right / (found + gold);
}

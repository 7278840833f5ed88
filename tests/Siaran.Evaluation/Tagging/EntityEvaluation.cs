using System.Text.Json.Nodes;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Evaluation.Tagging;

/// <summary>F1 of names with exact bounds and kind, over every file of <c>entities</c> that was not trained on.</summary>
internal static class EntityEvaluation
{
    private static readonly string[] Kinds = ["PER", "LOC", "ORG"];

    public static JsonNode Run(string data)
    {
        var model = EntityModel.Load();
        var lists = new NameLists(new VocabularyFiles());
        var result = new JsonObject();
        Console.WriteLine(
            "  The style is that of the set's labels: PERSON/PLACE/ORGANISATION are NERGrit's (Web), PER/LOC/ORG are idner-news-2k's (News). Below each, how the app reads every release (Release)."
        );
        Console.WriteLine($"  {"file", -28} {"style", -7} {"F1", 6} {"P", 6} {"R", 6}   {"PER", 6} {"LOC", 6} {"ORG", 6}   sentences");
        foreach (var path in LabelledSentence.FilesOf(Path.Combine(data, "entities")))
        {
            var name = Path.GetRelativePath(Path.Combine(data, "entities"), Path.ChangeExtension(path, null)).Replace('\\', '/');
            if (Path.GetFileName(name).EndsWith("train", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var own = LabelledSentence.StyleOf(path);
            var sentences = LabelledSentence.ReadFile(path, own);
            foreach (var style in new[] { own, EntityStyle.Release })
            {
                result[style == own ? name : $"{name} as releases are read"] = Score(
                    model,
                    lists,
                    sentences,
                    style,
                    style == own ? name : ""
                );
            }
        }

        return result;
    }

    private static JsonObject Score(EntityModel model, NameLists lists, List<LabelledSentence> sentences, EntityStyle style, string name)
    {
        var (right, found, gold) = (new int[3], new int[3], new int[3]);
        List<EntitySpan> spans = [],
            expected = [];
        foreach (var sentence in sentences)
        {
            spans.Clear();
            expected.Clear();
            var marks = new byte[sentence.Tokens.Length];
            lists.Mark(sentence.Tokens, marks);
            model.Find(sentence.Text, sentence.Tokens, marks, style, spans);
            ViterbiDecoder.Spans(sentence.Labels, expected);
            spans.ForEach(span => found[(int)span.Kind]++);
            expected.ForEach(span => gold[(int)span.Kind]++);
            spans.Where(expected.Contains).ToList().ForEach(span => right[(int)span.Kind]++);
        }

        var (f1, precision, recall) = (
            F1(right.Sum(), found.Sum(), gold.Sum()),
            (double)right.Sum() / Math.Max(1, found.Sum()),
            (double)right.Sum() / Math.Max(1, gold.Sum())
        );
        var kinds = Enumerable.Range(0, 3).Select(k => F1(right[k], found[k], gold[k])).ToArray();
        Console.WriteLine(
            $"  {name, -28} {style, -7} {f1, 6:F3} {precision, 6:F3} {recall, 6:F3}   {kinds[0], 6:F3} {kinds[1], 6:F3} {kinds[2], 6:F3}   {sentences.Count}"
        );
        var scores = new JsonObject
        {
            ["style"] = style.ToString(),
            ["f1"] = f1,
            ["precision"] = precision,
            ["recall"] = recall,
            ["sentences"] = sentences.Count,
        };
        for (var k = 0; k < 3; k++)
        {
            scores[Kinds[k]] = kinds[k];
        }

        return scores;
    }

    private static double F1(int right, int found, int gold) => found + gold == 0 ? 0 : 2.0 * right / (found + gold);
}

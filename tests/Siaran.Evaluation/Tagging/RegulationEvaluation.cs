using System.Text.Json.Nodes;
using Siaran.Tagging.Regulations;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Evaluation.Tagging;

/// <summary>Precision and recall of cited regulations against the <c>Mengingat</c> lists of regulations.</summary>
internal static class RegulationEvaluation
{
    public static JsonNode Run(string data)
    {
        var reader = new RegulationReader(new RegulationWords(new VocabularyFiles()));
        var (right, found, gold) = (0, 0, 0);
        var show = Environment.GetEnvironmentVariable("SHOW_MISSES") is not null;
        Console.WriteLine($"  {"file", -44} {"cited", 6} {"found", 6} {"right", 6}");
        foreach (var path in Directory.EnumerateFiles(Path.Combine(data, "regulations"), "*.md").Order(StringComparer.Ordinal))
        {
            var list = Mengingat.ListOf(File.ReadAllText(path));
            var expected = Mengingat.Citations(list);
            var read = reader.Read(list, Tokenizer.Read(list)).Select(RegulationTags.SlugOf).ToHashSet();
            var both = read.Count(expected.Contains);
            (right, found, gold) = (right + both, found + read.Count, gold + expected.Count);
            Console.WriteLine($"  {Path.GetFileName(path), -44} {expected.Count, 6} {read.Count, 6} {both, 6}");
            if (show)
            {
                Console.WriteLine(
                    $"    missed: {string.Join(' ', expected.Except(read))}\n    wrong: {string.Join(' ', read.Except(expected))}"
                );
            }
        }

        var (precision, recall) = ((double)right / Math.Max(1, found), (double)right / Math.Max(1, gold));
        Console.WriteLine($"  precision {precision:F3}, recall {recall:F3}");
        return new JsonObject
        {
            ["precision"] = precision,
            ["recall"] = recall,
            ["cited"] = gold,
            ["found"] = found,
        };
    }
}

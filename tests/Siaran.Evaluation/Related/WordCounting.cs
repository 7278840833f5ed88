using System.Text.Json;
using System.Text.Json.Nodes;
using Siaran.Related.Words;

namespace Siaran.Evaluation.Related;

/// <summary>
/// Counts in how many texts of news and of regional news each stem occurs: the word rarity that relating starts from. No chance is
/// involved, so the same data give the same file.
/// </summary>
internal static class WordCounting
{
    private const int LeastTexts = 3;

    public static JsonObject Run(string data)
    {
        var counts = new Dictionary<uint, int>();
        var texts = 0;
        foreach (var text in Texts(data))
        {
            texts++;
            foreach (var word in Stems.Of(text, "id").Select(w => WordRarity.Hash(w.Stem)).Distinct())
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        var kept = counts.Where(c => c.Value >= LeastTexts).ToDictionary();
        var file = Repository.PathOf("functions", "Siaran", "Related", "Models", "words.bin");
        var content = WordRarity.Write(texts, kept);
        File.WriteAllBytes(file, content);
        Console.WriteLine($"{texts} texts, {kept.Count} stems, {content.Length} bytes");
        return new()
        {
            ["texts"] = texts,
            ["stems"] = kept.Count,
            ["bytes"] = content.Length,
        };
    }

    private static IEnumerable<string> Texts(string data)
    {
        foreach (var row in JsonLines.Rows(Path.Combine(data, "news.jsonl.gz")))
        {
            yield return $"{Text(row, "title")} {Text(row, "content")}";
        }

        foreach (var row in JsonLines.Rows(Path.Combine(data, "regional-topics.jsonl.gz")))
        {
            yield return Text(row, "text");
        }
    }

    private static string Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";
}

using System.Text.Json.Nodes;

namespace Siaran.Evaluation.Tagging;

/// <summary>Measures how well releases are read.</summary>
internal static class TaggingEvaluation
{
    private static readonly (string Name, string Needs, Func<string, JsonNode> Run)[] Parts =
    [
        // First of all, for what another part has loaded costs nothing more to load.
        ("speed", "related-by-keyword.jsonl.gz", SpeedEvaluation.Run),
        ("entities", "entities", EntityEvaluation.Run),
        ("regions", "regional-topics.jsonl.gz", RegionEvaluation.Run),
        ("regulations", "regulations", RegulationEvaluation.Run),
        ("sectors", "regional-topics.jsonl.gz", TopicEvaluation.Sectors),
        ("topics", "regional-topics.jsonl.gz", TopicTagEvaluation.Run),
        ("topics shown of news", "news.jsonl.gz", TopicTagEvaluation.News),
        ("topics of news", "news.jsonl.gz", TopicEvaluation.News),
    ];

    /// <param name="data">The folder of data.</param>
    /// <param name="only">The part to run; null for all.</param>
    public static JsonObject Run(string data, string? only)
    {
        var result = new JsonObject();
        foreach (var (name, needs, run) in Parts.Where(part => only is null || part.Name == only))
        {
            var path = Path.Combine(data, needs);
            Console.WriteLine($"\n{name}");
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                Console.WriteLine($"  left out: {path} is missing");
                result[name] = JsonValue.Create("left out: data missing");
                continue;
            }

            result[name] = run(data);
        }

        return result;
    }
}

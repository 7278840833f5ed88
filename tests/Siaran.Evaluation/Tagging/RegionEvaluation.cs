using System.Text.Json.Nodes;
using Siaran.Releases;
using Siaran.Tagging.Regions;

namespace Siaran.Evaluation.Tagging;

/// <summary>How often the main regency or city is right on regional-topics, without and with knowing the province.</summary>
internal static class RegionEvaluation
{
    public static JsonNode Run(string data)
    {
        var readers = new RegionTagger(new Siaran.Tagging.Vocabularies.VocabularyFiles());
        var (rows, untold, told, silent) = (0, 0, 0, 0);
        var missed = Environment.GetEnvironmentVariable("SHOW_MISSES") is not null;
        foreach (var row in JsonLines.Rows(Path.Combine(data, "regional-topics.jsonl.gz")))
        {
            var named = row.GetProperty("region").GetString()![4..];
            var expected = readers.Gazetteer.Regions.FirstOrDefault(r =>
                r.Level is RegionLevel.Regency or RegionLevel.City && r.Name == named
            );
            if (expected is null)
            {
                continue;
            }

            rows++;
            var province = readers.Gazetteer.ParentOf(expected);
            var text = row.GetProperty("text").GetString()!;
            var content = new ReleaseContent
            {
                Headline = "",
                Paragraphs = [text],
                BodyHtml = "",
            };
            var alone = readers.Read(new(content), [], null);
            var within = readers.Read(new(content), [], province);
            untold += alone.Main == expected ? 1 : 0;
            told += within.Main == expected ? 1 : 0;
            silent += within.Main is null ? 1 : 0;
            if (missed && alone.Main != expected)
            {
                Console.WriteLine(
                    $"    {row.GetProperty("region").GetString()} | {alone.Main?.FullName} | {within.Main?.FullName} | {text[..Math.Min(220, text.Length)].ReplaceLineEndings(" ")}"
                );
            }
        }

        Console.WriteLine(
            $"  {rows} texts: untold {(double)untold / rows:F3}, given the province {(double)told / rows:F3}, nothing said {(double)silent / rows:F3}"
        );
        return new JsonObject
        {
            ["texts"] = rows,
            ["untold"] = (double)untold / rows,
            ["told"] = (double)told / rows,
            ["silentWhenTold"] = (double)silent / rows,
        };
    }
}

using System.Text;
using System.Text.Json.Nodes;
using Siaran.Intake;

namespace Siaran.Evaluation.Intake;

/// <summary>How many real texts, all of them published, the rule for embargoes and drafts refuses, holds or dates.</summary>
internal static class HoldEvaluation
{
    private const int Shown = 12;

    public static JsonNode Run(string data)
    {
        var result = new JsonObject();
        Console.WriteLine($"  {"set", -22}{"texts", 8}{"refused", 9}{"held", 7}{"dated", 7}{"wrongly refused or held", 26}");
        foreach (var set in RealText.All(data))
        {
            var (texts, counts, examples) = (0, new Dictionary<string, int>(StringComparer.Ordinal), new List<string>());
            foreach (var text in set)
            {
                texts++;
                var read = IntakeReader.Read(new(text.Name, null, Encoding.UTF8.GetBytes(text.Text)));
                foreach (
                    var finding in read
                        .Report.Findings.DistinctBy(f => f.Code)
                        .Where(f => f.Code is "held-by-text" or "hold-unread" or "date-from-text")
                )
                {
                    counts[finding.Code] = counts.GetValueOrDefault(finding.Code) + 1;
                    examples.Add($"{text.Name}: {finding.English}");
                }
            }

            var (refused, held, dated) = (
                counts.GetValueOrDefault("held-by-text"),
                counts.GetValueOrDefault("hold-unread"),
                counts.GetValueOrDefault("date-from-text")
            );
            Console.WriteLine($"  {set.Key, -22}{texts, 8}{refused, 9}{held, 7}{dated, 7}{(refused + held) / (double)texts, 26:P3}");
            examples.Take(Shown).ToList().ForEach(e => Console.WriteLine($"      {(e.Length > 190 ? e[..190] : e)}"));
            result[set.Key] = new JsonObject
            {
                ["texts"] = texts,
                ["refused"] = refused,
                ["held"] = held,
                ["dated"] = dated,
            };
        }

        return result;
    }
}

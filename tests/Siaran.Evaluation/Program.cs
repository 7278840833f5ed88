using System.Text.Json;
using System.Text.Json.Nodes;
using Siaran;
using Siaran.Evaluation;
using Siaran.Evaluation.Intake;
using Siaran.Evaluation.Related;
using Siaran.Evaluation.Search;
using Siaran.Evaluation.Tagging;

var (only, folder, cache) = (Option("--only"), Option("--index"), Option("--cache"));
var evaluations = new Dictionary<string, Func<string, JsonObject>>
{
    ["tagging"] = data => TaggingEvaluation.Run(data, only),
    ["related"] = RelatedEvaluation.Run,
    ["related-show"] = data => RelatedLists.Run(data, only),
    ["intake"] = IntakeEvaluation.Run,
    ["related-scale"] = ScaleEvaluation.Run,
    ["related-lucene"] = LuceneComparison.Run,
    ["search"] = data => SearchEvaluation.Run(data, only),
    ["search-scale"] = data => SearchScale.Run(data, only, folder, cache),
    ["search-adding"] = data => SearchAdding.Run(data, folder),
    ["related-words"] = WordCounting.Run,
};

var asked = args.FirstOrDefault() ?? "";
if (!evaluations.TryGetValue(asked, out var evaluate))
{
    Console.Error.WriteLine(
        $"Say what to evaluate: {string.Join(" or ", evaluations.Keys)}. Optional: --data DIR, --out FILE, --only PART, --index DIR, --cache MIB."
    );
    return 2;
}

string data;
try
{
    data = DataFolder.From(args);
}
catch (DirectoryNotFoundException ex)
{
    Console.Error.WriteLine(ex.Message);
    return 3;
}

JsonObject result;
try
{
    result = evaluate(data);
}
catch (FileNotFoundException ex)
{
    Console.Error.WriteLine($"The data is incomplete: {ex.Message}");
    return 3;
}

var file = Option("--out") ?? Repository.PathOf("artifacts", $"evaluation-{asked}.json");
Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
File.WriteAllText(file, result.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
Console.WriteLine($"written to {file}");
return 0;

string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

using Siaran.Evaluation;
using Siaran.Training.Entities;

var data = DataFolder.From(args);
var models = Path.Combine(DataFolder.Root(), "functions", "Siaran", "Tagging", "Models");
Directory.CreateDirectory(models);
var what = args.FirstOrDefault(arg => !arg.StartsWith('-')) ?? "all";

if (what is "all" or "entities")
{
    EntityTraining.Run(data, Path.Combine(models, "entities.weights"), args.Contains("--keep-classes"));
}

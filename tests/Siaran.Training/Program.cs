using Siaran;
using Siaran.Evaluation;
using Siaran.Evaluation.Tagging;
using Siaran.Training.Entities;
using Siaran.Training.Topics;

var data = DataFolder.From(args);
var models = Repository.PathOf("functions", "Siaran", "Tagging", "Models");
Directory.CreateDirectory(models);
var what = args.FirstOrDefault(arg => !arg.StartsWith('-')) ?? "all";

if (what is "all" or "entities")
{
    EntityTraining.Run(data, Path.Combine(models, "entities.weights"), args.Contains("--keep-classes"));
}

if (what is "all" or "sectors")
{
    TopicTraining.Run(TopicText.Sectors(data), Path.Combine(models, "sectors.weights"), rarest: 2, penalty: 0.3f);
}

if (what is "all" or "topics")
{
    TopicTraining.Run(TopicText.News(data), Path.Combine(models, "topics.weights"), rarest: 8, penalty: 0.3f);
}

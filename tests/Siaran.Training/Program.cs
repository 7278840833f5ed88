using Siaran;
using Siaran.Evaluation;
using Siaran.Evaluation.Tagging;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Vocabularies;
using Siaran.Training.Entities;
using Siaran.Training.Topics;

var what = args.FirstOrDefault(arg => !arg.StartsWith('-')) ?? "all";
if (what is "tables")
{
    foreach (var table in VocabularyTables.All)
    {
        using var file = File.Create(Repository.PathOf("functions", "Siaran", "Tagging", "Vocabularies", table.File));
        table.Write(new VocabularyFiles(), file);
    }

    return;
}

var data = DataFolder.From(args);
var models = Repository.PathOf("functions", "Siaran", "Tagging", "Models");
Directory.CreateDirectory(models);
var entities = Path.Combine(models, "entities.weights");

if (what is "all" or "entities")
{
    EntityTraining.Run(data, entities, args.Contains("--new-classes"));
}

// What was just trained, not what the program was built with: one command makes all files.
using var trained = File.OpenRead(entities);
var classes = EntityModel.Read(trained).Classes;

if (what is "sectors-rolling")
{
    SectorTraining.Roll(TopicText.Sectors(data), classes);
}

if (what is "all" or "sectors")
{
    SectorTraining.Run(TopicText.Sectors(data), Path.Combine(models, "sectors.weights"), classes);
}

if (what is "all" or "topics")
{
    TopicTraining.Run(TopicText.News(data), Path.Combine(models, "topics.weights"), classes, rarest: 8, penalty: 0.3f);
}

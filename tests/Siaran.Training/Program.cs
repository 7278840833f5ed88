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

    return 0;
}

try
{
    Train(what, DataFolder.From(args), args.Contains("--new-classes"));
    return 0;
}
catch (IOException ex) when (ex is DirectoryNotFoundException or FileNotFoundException)
{
    Console.Error.WriteLine($"The data is incomplete: {ex.Message}");
    return 3;
}

static void Train(string what, string data, bool newClasses)
{
    var models = Repository.PathOf("functions", "Siaran", "Tagging", "Models");
    Directory.CreateDirectory(models);
    var entities = Path.Combine(models, "entities.weights");
    if (what is "all" or "entities")
    {
        EntityTraining.Run(data, entities, newClasses);
    }

    // What was just trained, not what the program was built with: one command makes all files.
    using var trained = File.OpenRead(entities);
    var classes = EntityModel.Read(trained).Classes;
    if (what is "sectors-rolling")
    {
        SectorTraining.Roll(TopicText.Sectors(data), classes);
    }

    if (what is "topics-rolling")
    {
        TopicRolling.Run(TopicText.Sectors(data), classes);
    }

    if (what is "all" or "sectors")
    {
        SectorTraining.Run(TopicText.Sectors(data), Path.Combine(models, "sectors.weights"), classes);
    }

    if (what is "all" or "topics")
    {
        TopicTraining.Run(TopicText.News(data), Path.Combine(models, "topics.weights"), classes, rarest: 8, penalty: 0.3f);
    }
}

using Siaran.Evaluation.Tagging;
using Siaran.Releases;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Topics;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Training.Topics;

/// <summary>
/// How true the topics are that a release is shown with, where sector model and calibration learnt from the past alone: each of the later
/// fifths of time after all that is before it.
/// </summary>
internal sealed class TopicRolling
{
    private const int Parts = 5;

    private readonly VocabularyFiles files = new();
    private readonly Dictionary<int, SectorModel> models = [];
    private readonly List<TopicText> texts;
    private readonly WordClasses classes;
    private readonly TopicVocabulary vocabulary;
    private readonly SectorTopics topics;

    private TopicRolling(List<TopicText> texts, WordClasses classes)
    {
        (this.texts, this.classes) = (texts, classes);
        (vocabulary, topics) = (new(files), new(files));
    }

    public static void Run(List<TopicText> texts, WordClasses classes)
    {
        var (rolling, together) = (new TopicRolling(texts, classes), new TopicScore());
        foreach (var split in RollingSplit.Of(texts.Count, Parts))
        {
            together.Add(rolling.Measure(split));
        }

        Console.WriteLine("  together");
        together.Print();
    }

    private TopicScore Measure(RollingSplit split)
    {
        var calibration = Calibrate(split);
        var (reader, score) = (Reader(split.Measure, calibration), new TopicScore());
        foreach (var text in texts[split.Measure..split.End])
        {
            var shown = reader.Tags(Read(text)).Where(tag => !tag.Implied).Select(tag => new ShownTopic(tag.Id.Name, tag.Confidence));
            score.Add([.. shown], topics.Of(text), topics.All);
        }

        Console.WriteLine($"  texts {split.Measure} to {split.End}, after {calibration}");
        score.Print();
        return score;
    }

    /// <summary>The calibration by what comes next before the measured part, with a model that saw only what is before that.</summary>
    private TopicCalibration Calibrate(RollingSplit split)
    {
        var reader = Reader(split.Calibrate, TopicCalibration.OfProject);
        List<JudgedTopic> learnt = [];
        foreach (var text in texts[split.Calibrate..split.Measure])
        {
            var gold = topics.Of(text);
            foreach (var grade in reader.Grades(Read(text)))
            {
                // A topic that no sector speaks for has a calibration of its own, by other texts.
                if (grade.Sector is { } sector)
                {
                    learnt.Add(new(grade.Words, grade.News, sector, gold.Contains(grade.Topic.Slug)));
                }
            }
        }

        return CalibrationFit.Run(learnt);
    }

    private TopicReader Reader(int known, TopicCalibration calibration)
    {
        if (!models.TryGetValue(known, out var model))
        {
            models[known] = model = SectorTraining.Model(texts[..known], classes);
        }

        return new(vocabulary, classes, files, model, calibration);
    }

    private static ReleaseText Read(TopicText text)
    {
        var (headline, body) = text.Parts;
        string[] paragraphs = [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        return new(
            new ReleaseContent
            {
                Headline = headline,
                Paragraphs = paragraphs,
                BodyHtml = "",
            }
        );
    }
}

using Siaran.Tagging.Entities;
using Siaran.Tagging.Models;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;
using Siaran.Tags;

namespace Siaran.Tagging.Topics;

/// <summary>Grades the topics of a release: words of the vocabulary say what and where, the linear models how likely.</summary>
internal sealed class TopicReader
{
    public const string Source = "rule+model:topics";

    private const double HeadlineFactor = 1.8;
    private const int Most = 3;

    /// <summary>Topics of which fewer than four in five are right are not shown, by the reliability table of the evaluation.</summary>
    private const double Weakest = 0.8;

    /// <summary>The languages of which the sector model can say anything.</summary>
    private static readonly HashSet<string> LearntFrom = new(["id", "ms"], StringComparer.OrdinalIgnoreCase);

    private const int MostEvidence = 8;

    private readonly TopicVocabulary vocabulary;
    private readonly WordClasses classes;
    private readonly SectorModel sectors;
    private readonly TopicCalibration calibration;
    private readonly LinearModel news = LinearModel.Load();
    private readonly int[][] sectorTopics;
    private readonly int[][] newsTopics;

    public TopicReader(TopicVocabulary vocabulary, WordClasses classes, VocabularyFiles files)
        : this(vocabulary, classes, files, SectorModel.Load(), TopicCalibration.OfProject) { }

    /// <summary>A reader by another sector model, for measuring how the method does.</summary>
    public TopicReader(
        TopicVocabulary vocabulary,
        WordClasses classes,
        VocabularyFiles files,
        SectorModel sectors,
        TopicCalibration calibration
    )
    {
        (this.vocabulary, this.classes, this.sectors, this.calibration) = (vocabulary, classes, sectors, calibration);
        var bySector = files.Rows("sectors.tsv").ToDictionary(row => row[0], row => row[2].Split(' '));
        sectorTopics =
        [
            .. sectors.Labels.Select(label =>
                bySector.GetValueOrDefault(label, []).Select(vocabulary.IndexOf).Where(i => i >= 0).ToArray()
            ),
        ];
        newsTopics = [.. news.Labels.Select(label => vocabulary.IndexOf(label)).Select(i => i < 0 ? [] : new[] { i })];
    }

    public TopicVocabulary Vocabulary => vocabulary;

    public List<Tag> Tags(ReleaseText text)
    {
        List<TopicGrade> likely = [.. Grades(text).Where(grade => grade.Confidence >= Weakest)];
        likely.Sort(
            static (one, other) =>
                other.Confidence.CompareTo(one.Confidence) is not 0 and var higher
                    ? higher
                    : string.CompareOrdinal(one.Topic.Slug, other.Topic.Slug)
        );
        List<Tag> tags = [.. Shown(likely).Select(grade => TagOf(grade, text.Content.Language))];
        ImplySame(tags, likely, text.Content.Language);
        ImplyBroader(tags, text.Content.Language);
        return tags;
    }

    /// <summary>What speaks for each topic that the text's words point to, likely or not.</summary>
    public IEnumerable<TopicGrade> Grades(ReleaseText text)
    {
        var grades = new TopicGrade?[vocabulary.Topics.Count];
        ReadTerms(text, grades);
        using var room = new Rented<(uint, int)>(TextFeatures.MostOf(text.Tokens.Length));
        var features = TextFeatures.Of(text.Text, text.Tokens, text.HeadlineLength, classes, room.Span);
        // The sector model learnt regional news in Indonesian, and Malay shares most words; for another
        // language it would guess by chance.
        if (LearntFrom.Contains(text.Content.Language.Split('-')[0]))
        {
            AddModel(
                features,
                sectors,
                sectorTopics,
                grades,
                static (grade, probability) => grade.Sector = (grade.Sector ?? 0) + probability
            );
        }

        AddModel(features, news, newsTopics, grades, static (grade, probability) => grade.News = probability);
        return grades.OfType<TopicGrade>();
    }

    private static Tag TagOf(TopicGrade grade, string language) =>
        TagOf(grade.Topic, language) with
        {
            Source = Source,
            Confidence = grade.Confidence,
            Evidence = [.. grade.Evidence.Take(MostEvidence)],
        };

    /// <summary>
    /// The likeliest, at most three, no two that say the same; a generic or broader one only where there is nothing more specific.
    /// </summary>
    private List<TopicGrade> Shown(List<TopicGrade> likely)
    {
        List<TopicGrade> shown = [];
        var isSpecific = likely.Exists(grade => !grade.Topic.IsGeneric);
        foreach (var grade in likely)
        {
            var topic = grade.Topic;
            // Three ways to give way: a generic topic to any specific one, a broader to a narrower, an
            // affair of the law to the media topic that says the same.
            var givesWay =
                (topic.IsGeneric && isSpecific)
                || likely.Exists(other =>
                    IsAbove(topic, other.Topic) || (!topic.IsIptc && !other.Topic.IsGeneric && topic.SameAs.Contains(other.Topic.Slug))
                )
                || shown.Exists(other => topic.SameAs.Contains(other.Topic.Slug));
            if (!givesWay && shown.Count < Most)
            {
                shown.Add(grade);
            }
        }

        return shown;
    }

    private bool IsAbove(Topic topic, Topic below)
    {
        for (var above = below.Broader; above is not null; above = vocabulary.Find(above)?.Broader)
        {
            if (above == topic.Slug)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The topic's tag, without evidence, labelled in the release's language.</summary>
    public static Tag TagOf(Topic topic, string language) =>
        new()
        {
            Id = new(TagKind.Topic, topic.Slug),
            Label = language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? topic.EnglishLabel : topic.Label,
            Code = topic.Code,
            Scheme = topic.Scheme,
            Source = "vocabulary",
            Confidence = 1,
        };

    private void ReadTerms(ReleaseText text, TopicGrade?[] grades)
    {
        var tokens = text.Tokens;
        var terms = vocabulary.Terms(text.Content.Language);
        Dictionary<(int Topic, ulong Term), int> counts = [];
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].IsWord)
            {
                continue;
            }

            var length = terms.Match(tokens, i, out var meanings);
            foreach (var (topic, weight) in meanings)
            {
                // Counted by topic and last word: the second "banjir" says half as much, the third a
                // third. A text that repeats a word is no more about it than one that says it in ten
                // ways.
                ref var seen = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                    counts,
                    (topic, tokens[i + length - 1].Hash),
                    out _
                );
                var grade = grades[topic] ??= new(vocabulary.Topics[topic], calibration);
                grade.Words += weight * (tokens[i].Start < text.HeadlineLength ? HeadlineFactor : 1) / ++seen;
                grade.Evidence.Add(text.At(i, i + length - 1, tokens));
            }

            i += Math.Max(0, length - 1);
        }
    }

    /// <summary>What a model says of those topics that the text's words point to already.</summary>
    private static void AddModel(
        ReadOnlySpan<(uint, int)> features,
        ITopicModel model,
        int[][] topicsOf,
        TopicGrade?[] grades,
        Action<TopicGrade, double> add
    )
    {
        if (!AreAnyGraded(topicsOf, grades))
        {
            return;
        }

        Span<float> probabilities = stackalloc float[model.Labels.Count];
        model.Score(features, probabilities);
        for (var l = 0; l < probabilities.Length; l++)
        {
            foreach (var topic in topicsOf[l])
            {
                // A model alone never makes a topic: without a word in the text there would be no
                // evidence to show, and an editor could not see why.
                if (grades[topic] is { } grade)
                {
                    add(grade, probabilities[l]);
                }
            }
        }
    }

    /// <summary>Whether the text's words point to a topic that a model could say something of.</summary>
    private static bool AreAnyGraded(int[][] topicsOf, TopicGrade?[] grades)
    {
        foreach (var topics in topicsOf)
        {
            foreach (var topic in topics)
            {
                if (grades[topic] is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What says the same in the other vocabulary serves feeds and look-ups.</summary>
    private static void ImplySame(List<Tag> tags, List<TopicGrade> likely, string language)
    {
        foreach (var grade in likely)
        {
            if (
                !tags.Exists(tag => tag.Id.Name == grade.Topic.Slug)
                && tags.Find(tag => !tag.Implied && grade.Topic.SameAs.Contains(tag.Id.Name)) is { } shown
            )
            {
                tags.Add(
                    TagOf(grade.Topic, language) with
                    {
                        Source = "rule:same-as",
                        Confidence = shown.Confidence,
                        Implied = true,
                        Evidence = [.. grade.Evidence.Take(MostEvidence)],
                    }
                );
            }
        }
    }

    private void ImplyBroader(List<Tag> tags, string language)
    {
        foreach (var tag in tags.ToList())
        {
            for (var above = vocabulary.Find(tag.Id.Name)?.Broader; above is not null; above = vocabulary.Find(above)?.Broader)
            {
                if (vocabulary.Find(above) is { } topic && !tags.Exists(t => t.Id.Name == above))
                {
                    tags.Add(TagOf(topic, language) with { Source = "rule:broader", Confidence = tag.Confidence, Implied = true });
                }
            }
        }
    }
}

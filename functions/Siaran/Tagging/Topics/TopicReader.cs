using Siaran.Tagging.Entities;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging.Topics;

/// <summary>Grades the topics of a release: words of the vocabulary say what and where, the linear models how likely.</summary>
public sealed class TopicReader
{
    public const string Source = "rule+model:topics";

    private const double HeadlineFactor = 1.8;
    private const double ModelWeight = 2.5;
    private const double Half = 3;
    private const double Weakest = 0.45;
    private const double ShareOfBest = 0.5;
    private const int MostOfEach = 5;
    private const int MostEvidence = 8;

    private readonly TopicVocabulary vocabulary;
    private readonly WordClasses classes;
    private readonly SectorModel sectors = SectorModel.Load();
    private readonly LinearModel news = LinearModel.Load();
    private readonly int[][] sectorTopics;
    private readonly int[][] newsTopics;

    public TopicReader(TopicVocabulary vocabulary, WordClasses classes, VocabularyFiles files)
    {
        (this.vocabulary, this.classes) = (vocabulary, classes);
        var bySector = files.Rows("sectors.tsv").ToDictionary(row => row[0], row => row[2].Split(' '));
        sectorTopics = [.. sectors.Labels.Select(label => bySector.GetValueOrDefault(label, []).Select(vocabulary.IndexOf).Where(i => i >= 0).ToArray())];
        newsTopics = [.. news.Labels.Select(label => vocabulary.IndexOf(label)).Select(i => i < 0 ? [] : new[] { i })];
    }

    public TopicVocabulary Vocabulary => vocabulary;

    public List<Tag> Tags(ReleaseText text)
    {
        var grades = new Grade?[vocabulary.Topics.Count];
        ReadTerms(text, grades);
        var features = TextFeatures.Of(text.Text, text.Tokens, text.HeadlineLength, classes);
        AddModel(features, sectors, sectorTopics, grades);
        AddModel(features, news, newsTopics, grades);
        List<Grade> graded = [.. grades.OfType<Grade>()];
        graded.Sort(static (one, other) => other.Score.CompareTo(one.Score) is not 0 and var higher ? higher : string.CompareOrdinal(one.Topic.Slug, other.Topic.Slug));
        List<Tag> tags = [];
        foreach (var isIptc in new[] { true, false })
        {
            var given = graded.Where(grade => Confidence(grade.Score) >= Weakest && grade.Score >= graded[0].Score * ShareOfBest && grade.Topic.IsIptc == isIptc).Take(MostOfEach);
            tags.AddRange(given.Select(grade => TagOf(grade.Topic, text.Content.Language) with { Source = Source, Confidence = Confidence(grade.Score), Evidence = [.. grade.Evidence.Take(MostEvidence)] }));
        }

        ImplyBroader(tags, text.Content.Language);
        return tags;
    }

    /// <summary>The topic's tag, without evidence, labelled in the release's language.</summary>
    public static Tag TagOf(Topic topic, string language) => new()
    {
        Id = new(TagKinds.Topic, topic.Slug),
        Label = language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? topic.EnglishLabel : topic.Label,
        Code = topic.Code,
        Scheme = topic.Scheme,
        Source = "vocabulary",
        Confidence = 1,
    };

    private void ReadTerms(ReleaseText text, Grade?[] grades)
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
                ref var seen = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, (topic, tokens[i + length - 1].Hash), out _);
                var grade = grades[topic] ??= new(vocabulary.Topics[topic]);
                grade.Score += weight * (tokens[i].Start < text.HeadlineLength ? HeadlineFactor : 1) / ++seen;
                grade.Evidence.Add(text.At(i, i + length - 1, tokens));
            }

            i += Math.Max(0, length - 1);
        }
    }

    /// <summary>A likely label strengthens those of its topics that the text's words point to already.</summary>
    private static void AddModel(List<(uint, int)> features, ITopicModel model, int[][] topicsOf, Grade?[] grades)
    {
        Span<float> probabilities = stackalloc float[model.Labels.Count];
        model.Score(features, probabilities);
        for (var l = 0; l < probabilities.Length; l++)
        {
            foreach (var topic in topicsOf[l])
            {
                if (grades[topic] is { } grade)
                {
                    grade.Score += ModelWeight * probabilities[l];
                }
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

    private static double Confidence(double score) => Math.Min(0.97, score / (score + Half));

    /// <summary>How much speaks for a topic that the text's words point to.</summary>
    private sealed class Grade(Topic topic)
    {
        public Topic Topic { get; } = topic;

        public double Score { get; set; }

        public List<Evidence> Evidence { get; } = [];
    }
}

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
        var scores = new double[vocabulary.Topics.Count];
        var evidence = new Dictionary<int, List<Evidence>>();
        ReadTerms(text, scores, evidence);
        var features = TextFeatures.Of(text.Text, text.Tokens, text.HeadlineLength, classes);
        AddModel(features, sectors, sectorTopics, scores, evidence);
        AddModel(features, news, newsTopics, scores, evidence);
        var best = scores.Length == 0 ? 0 : scores.Max();
        List<Tag> tags = [];
        foreach (var isIptc in new[] { true, false })
        {
            var given = evidence.Keys
                .Where(t => Confidence(scores[t]) >= Weakest && scores[t] >= best * ShareOfBest && vocabulary.Topics[t].Code.StartsWith("medtop:", StringComparison.Ordinal) == isIptc)
                .OrderByDescending(t => scores[t]).ThenBy(t => vocabulary.Topics[t].Slug, StringComparer.Ordinal).Take(MostOfEach);
            tags.AddRange(given.Select(t => TagOf(vocabulary.Topics[t], text.Content.Language) with { Source = Source, Confidence = Confidence(scores[t]), Evidence = [.. evidence[t].Take(MostEvidence)] }));
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

    private void ReadTerms(ReleaseText text, double[] scores, Dictionary<int, List<Evidence>> evidence)
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
                scores[topic] += weight * (tokens[i].Start < text.HeadlineLength ? HeadlineFactor : 1) / ++seen;
                (evidence.TryGetValue(topic, out var spans) ? spans : evidence[topic] = []).Add(text.At(i, i + length - 1, tokens));
            }

            i += Math.Max(0, length - 1);
        }
    }

    /// <summary>A likely label strengthens those of its topics that the text's words point to already.</summary>
    private static void AddModel(List<(uint, int)> features, ITopicModel model, int[][] topicsOf, double[] scores, Dictionary<int, List<Evidence>> evidence)
    {
        Span<float> probabilities = stackalloc float[model.Labels.Count];
        model.Score(features, probabilities);
        for (var l = 0; l < probabilities.Length; l++)
        {
            foreach (var topic in topicsOf[l])
            {
                scores[topic] += evidence.ContainsKey(topic) ? ModelWeight * probabilities[l] : 0;
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
}

using Siaran.Tagging.Vocabularies;

namespace Siaran.Evaluation.Tagging;

/// <summary>Which topics a text should have by the sectors that statisticians gave it.</summary>
internal sealed class SectorTopics
{
    private readonly Dictionary<string, string[]> topicsOf;

    public SectorTopics(VocabularyFiles files)
    {
        topicsOf = files.Rows("sectors.tsv").ToDictionary(row => row[0], row => row[2].Split(' '));
        All = [.. topicsOf.Values.SelectMany(topics => topics)];
    }

    /// <summary>The topics of any sector. Others are not judged.</summary>
    public HashSet<string> All { get; }

    public HashSet<string> Of(TopicText text) => [.. text.Labels.SelectMany(label => topicsOf.GetValueOrDefault(label, []))];
}

namespace Siaran.Tagging.Topics;

/// <summary>Tells how likely each of its labels is.</summary>
internal interface ITopicModel
{
    IReadOnlyList<string> Labels { get; }

    /// <summary>The probability from which each label is given.</summary>
    ReadOnlySpan<float> Thresholds { get; }

    /// <summary>The probability of each label, of features as <see cref="TextFeatures"/> gives them.</summary>
    void Score(ReadOnlySpan<(uint Key, int Count)> features, Span<float> probabilities);
}

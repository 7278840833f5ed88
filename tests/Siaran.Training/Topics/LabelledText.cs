using System.Runtime.InteropServices;
using Siaran.Evaluation.Tagging;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Topics;

namespace Siaran.Training.Topics;

/// <summary>A text as its features with their counts, and its labels.</summary>
internal sealed record LabelledText(KeyValuePair<uint, int>[] Features, int[] Labels)
{
    public static LabelledText From(TopicText text, string[] labels)
    {
        List<Token> tokens = [];
        Tokenizer.Read(text.Text, tokens);
        Dictionary<uint, int> counts = [];
        TextFeatures.Each(text.Text, CollectionsMarshal.AsSpan(tokens), counts, static (counts, key, at) => counts[key] = counts.GetValueOrDefault(key) + 1);
        return new([.. counts], [.. text.Labels.Select(label => Array.IndexOf(labels, label)).Where(l => l >= 0)]);
    }
}

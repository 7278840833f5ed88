using System.Runtime.InteropServices;
using Siaran.Evaluation.Tagging;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Topics;

namespace Siaran.Training.Topics;

/// <summary>A text as its features with their counts, and its labels.</summary>
internal sealed record LabelledText((uint Key, int Value)[] Features, int[] Labels)
{
    public static LabelledText From(TopicText text, string[] labels, WordClasses classes)
    {
        List<Token> tokens = [];
        Tokenizer.Read(text.Text, tokens);
        return new(
            [.. TextFeatures.Of(text.Text, CollectionsMarshal.AsSpan(tokens), text.Headline, classes)],
            [.. text.Labels.Select(label => Array.IndexOf(labels, label)).Where(l => l >= 0)]
        );
    }
}

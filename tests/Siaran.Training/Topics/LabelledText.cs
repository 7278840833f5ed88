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
        var tokens = Tokenizer.Read(text.Text);
        var room = new (uint, int)[TextFeatures.MostOf(tokens.Length)];
        return new(
            [.. TextFeatures.Of(text.Text, tokens, text.Headline, classes, room)],
            [.. text.Labels.Select(label => Array.IndexOf(labels, label)).Where(l => l >= 0)]
        );
    }
}

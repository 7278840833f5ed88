using Siaran.Evaluation.Tagging;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Topics;

namespace Siaran.Training.Topics;

/// <summary>
/// Trains a linear topic model on the first four fifths of its texts by time, thresholds on the last fifth of those. The last fifth of all
/// is never looked at.
/// </summary>
internal static class TopicTraining
{
    public static void Run(List<TopicText> texts, string path, WordClasses classes, int rarest, float penalty)
    {
        var train = texts[..(texts.Count * 4 / 5)];
        string[] labels = [.. train.SelectMany(text => text.Labels).Distinct().Order(StringComparer.Ordinal)];
        var all = train.Select(text => LabelledText.From(text, labels, classes)).ToList();
        var (fit, dev) = (all[..(all.Count * 4 / 5)], all[(all.Count * 4 / 5)..]);
        var first = new LinearFit(fit, labels.Length, rarest, penalty);
        var thresholds = Thresholds([.. dev.Select(first.Probabilities)], dev, labels.Length, out var micro);
        Console.WriteLine($"{Path.GetFileName(path)}: micro-F1 {micro:F4} on the last fifth of the training part");
        var final = new LinearFit(all, labels.Length, rarest, penalty);
        using var writer = new BinaryWriter(File.Create(path));
        LinearModel.Write(writer, labels, thresholds, final.Biases, final.Features, final.Rarity, final.Weights);
        Console.WriteLine($"features: {final.Features.Length}, {writer.BaseStream.Length >> 10} KB");
    }

    /// <summary>
    /// The thresholds of best micro-F1: one for all labels first, then each in turn, then halfway between, for tastes change with time.
    /// </summary>
    private static float[] Thresholds(List<float[]> probabilities, List<LabelledText> texts, int labels, out double best)
    {
        var thresholds = new float[labels];
        best = 0;
        for (var t = 0.1f; t < 0.7f; t += 0.02f)
        {
            var trial = Enumerable.Repeat(t, labels).ToArray();
            if (Micro(probabilities, texts, trial) is var score && score > best)
            {
                (best, thresholds) = (score, trial);
            }
        }

        var usual = thresholds[0];
        for (var l = 0; l < labels; l++)
        {
            for (var t = Math.Max(0.1f, usual - 0.16f); t <= usual + 0.2f; t += 0.04f)
            {
                float[] trial = [.. thresholds];
                trial[l] = t;
                if (Micro(probabilities, texts, trial) is var score && score > best + 1e-4)
                {
                    (best, thresholds) = (score, trial);
                }
            }
        }

        return [.. thresholds.Select(own => (own + usual) / 2)];
    }

    /// <summary>Micro-F1 where a text without any label over its threshold is given its most likely one.</summary>
    private static double Micro(List<float[]> probabilities, List<LabelledText> texts, float[] thresholds)
    {
        var (right, found, gold) = (0, 0, 0);
        for (var i = 0; i < texts.Count; i++)
        {
            var given = LabelChoice.Given(probabilities[i], thresholds);
            right += given.Count(texts[i].Labels.Contains);
            found += given.Count;
            gold += texts[i].Labels.Length;
        }

        return 2.0 * right / (found + gold);
    }
}

using Siaran.Evaluation.Tagging;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Topics;

namespace Siaran.Training.Topics;

/// <summary>Trains the sector model on the first four fifths of its texts by time. The last fifth of all is never looked at.</summary>
internal static class SectorTraining
{
    private const int Folds = 4;

    /// <summary>A text counts half as much as one that came this many texts later: tastes change with time.</summary>
    private const float HalfLife = 1_500;

    private static readonly (double From, double To)[] Splits = [(0.55, 0.7), (0.7, 0.85), (0.85, 1)];

    public static void Run(List<TopicText> texts, string path, WordClasses classes)
    {
        var model = Fit(texts[..(texts.Count * 4 / 5)], classes);
        File.WriteAllBytes(path, model);
        Console.WriteLine($"{Path.GetFileName(path)}: {model.Length >> 10} KB");
    }

    /// <summary>
    /// Prints how well the method does on later parts of the four fifths, each trained on all before it: what to choose by.
    /// </summary>
    public static void Roll(List<TopicText> texts, WordClasses classes)
    {
        var known = texts.Count * 4 / 5;
        foreach (var (from, to) in Splits)
        {
            var (start, end) = ((int)(known * from), (int)(known * to));
            var model = Model(texts[..start], classes);
            var probabilities = new float[model.Labels.Count];
            var (right, given, gold) = (0, 0, 0);
            foreach (var text in texts[start..end])
            {
                model.Score(LabelledText.From(text, [], classes).Features, probabilities);
                var chosen = LabelChoice.Given(probabilities, model.Thresholds);
                right += chosen.Count(l => text.Labels.Contains(model.Labels[l]));
                given += chosen.Count;
                gold += text.Labels.Length;
            }

            Console.WriteLine($"texts {start} to {end}: micro-F1 {2.0 * right / (given + gold):F4}");
        }
    }

    /// <summary>The model of these texts, as it would be read from its file.</summary>
    public static SectorModel Model(List<TopicText> texts, WordClasses classes)
    {
        using var reader = new BinaryReader(new MemoryStream(Fit(texts, classes)));
        return SectorModel.Read(reader);
    }

    private static byte[] Fit(List<TopicText> texts, WordClasses classes)
    {
        string[] sectors = [.. texts.SelectMany(text => text.Labels).Distinct().Order(StringComparer.Ordinal)];
        string[] names = [.. sectors, .. texts.Select(text => text.Region ?? "").Distinct().Order(StringComparer.Ordinal)];
        var all = texts
            .Select(text => LabelledText.From(text with { Labels = [.. text.Labels, text.Region ?? ""] }, names, classes))
            .ToList();
        var importance = Enumerable.Range(0, all.Count).Select(t => MathF.Pow(0.5f, (all.Count - t) / HalfLife)).ToArray();
        var mean = importance.Average();
        importance = [.. importance.Select(weight => weight / mean)];

        var evidence = OutOfFold(all, sectors.Length, names.Length, importance);
        float[][] stack =
        [
            .. Enumerable
                .Range(0, sectors.Length)
                .Select(l => StackFit.Run([.. evidence.Select(e => e[l])], [.. all.Select(text => text.Labels.Contains(l))], importance)),
        ];
        var probabilities = evidence.Select(e => e.Select((of, l) => SectorModel.Stacked(stack[l], of)).ToArray()).ToList();
        var threshold = Threshold(probabilities, all, sectors.Length, importance, out var micro);
        Console.WriteLine($"out of fold: micro-F1 {micro:F4} at threshold {threshold:F2}");

        var final = new SectorFit(all, sectors.Length, names.Length, importance);
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            final.WriteColumns(writer, names, threshold);
            SectorModel.Write(writer, [.. stack.SelectMany(weights => weights)], names.Length - sectors.Length, final.Neighbours);
        }

        return stream.ToArray();
    }

    /// <summary>What speaks for each sector of each text, by models that never saw the text's part of the time.</summary>
    private static float[][][] OutOfFold(List<LabelledText> all, int sectors, int labels, float[] importance)
    {
        var evidence = new float[all.Count][][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var (start, end) = (fold * all.Count / Folds, (fold + 1) * all.Count / Folds);
            var fit = new SectorFit([.. all[..start], .. all[end..]], sectors, labels, [.. importance[..start], .. importance[end..]]);
            for (var t = start; t < end; t++)
            {
                evidence[t] = fit.Evidence(all[t]);
            }
        }

        return evidence;
    }

    /// <summary>The threshold, one for all labels, of best micro-F1 where newer texts count more.</summary>
    private static float Threshold(List<float[]> probabilities, List<LabelledText> texts, int sectors, float[] importance, out double best)
    {
        (best, var chosen) = (0, 0f);
        for (var threshold = 0.2f; threshold < 0.5f; threshold += 0.01f)
        {
            var thresholds = Enumerable.Repeat(threshold, sectors).ToArray();
            var (right, found) = (0.0, 0.0);
            for (var t = 0; t < texts.Count; t++)
            {
                var given = LabelChoice.Given(probabilities[t], thresholds);
                right += importance[t] * given.Count(texts[t].Labels.Contains);
                found += importance[t] * (given.Count + texts[t].Labels.Count(l => l < sectors));
            }

            (best, chosen) = 2 * right / found > best ? (2 * right / found, threshold) : (best, chosen);
        }

        return chosen;
    }
}

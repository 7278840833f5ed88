using System.Numerics;
using System.Runtime.InteropServices;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Models;

namespace Siaran.Tagging.Topics;

/// <summary>One logistic regression a label over TF-IDF, its weights in eight bits.</summary>
internal sealed class LinearModel : ITopicModel
{
    private static readonly Lazy<LinearModel> Project = new(() =>
    {
        using var reader = new BinaryReader(ModelFiles.Open("topics.weights"));
        return Read(reader);
    });

    /// <summary>How many features are looked up at once.</summary>
    // On the stack, and enough for KeyIndex to overlap its waits for memory, so that a text of any
    // length allocates neither keys nor rows.
    private const int Batch = 128;

    private readonly KeyIndex rows;
    private readonly MappedArray<float> rarity;
    private readonly float[] thresholds;
    private readonly float[] biases;
    private readonly float[] scales;
    private readonly MappedArray<sbyte> weights;

    /// <summary>The last vector of weights with one of zeros behind it.</summary>
    private readonly sbyte[] ending = new sbyte[2 * Vector<sbyte>.Count];

    private LinearModel(
        string[] labels,
        float[] thresholds,
        float[] biases,
        float[] scales,
        MappedArray<uint> features,
        MappedArray<float> rarity,
        MappedArray<sbyte> weights
    )
    {
        (Labels, this.thresholds, this.biases, this.scales, this.rarity) = (labels, thresholds, biases, scales, rarity);
        (this.weights, rows) = (weights, new(features));
        weights.Span[EndingAt..].CopyTo(ending);
    }

    public IReadOnlyList<string> Labels { get; }

    public ReadOnlySpan<float> Thresholds => thresholds;

    private int EndingAt => Math.Max(0, weights.Length - Vector<sbyte>.Count);

    /// <summary>How many vectors a row of weights takes.</summary>
    private int Blocks => (Labels.Count + Vector<sbyte>.Count - 1) / Vector<sbyte>.Count;

    /// <summary>The project's model of news, read once.</summary>
    public static LinearModel Load() => Project.Value;

    public static LinearModel Read(BinaryReader reader)
    {
        var labels = new string[reader.ReadInt32()];
        var (thresholds, biases, scales) = (new float[labels.Length], new float[labels.Length], new float[labels.Length]);
        for (var i = 0; i < labels.Length; i++)
        {
            (labels[i], thresholds[i], biases[i], scales[i]) = (
                reader.ReadString(),
                reader.ReadSingle(),
                reader.ReadSingle(),
                reader.ReadSingle()
            );
        }

        var features = MappedArray<uint>.Read(reader.BaseStream, reader.ReadInt32());
        var rarity = MappedArray<float>.Read(reader.BaseStream, features.Length);
        var weights = MappedArray<sbyte>.Read(reader.BaseStream, features.Length * labels.Length);
        return new(labels, thresholds, biases, scales, features, rarity, weights);
    }

    /// <summary>Writes what <see cref="Read"/> reads; <paramref name="weights"/> are rows of a feature each.</summary>
    public static void Write(
        BinaryWriter writer,
        string[] labels,
        float[] thresholds,
        float[] biases,
        uint[] features,
        float[] rarity,
        float[] weights
    )
    {
        var scales = new float[labels.Length];
        writer.Write(labels.Length);
        for (var l = 0; l < labels.Length; l++)
        {
            for (var i = l; i < weights.Length; i += labels.Length)
            {
                scales[l] = Math.Max(scales[l], Math.Abs(weights[i]) / 127);
            }

            writer.Write(labels[l]);
            writer.Write(thresholds[l]);
            writer.Write(biases[l]);
            writer.Write(scales[l]);
        }

        writer.Write(features.Length);
        writer.Write(MemoryMarshal.AsBytes(features.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(rarity.AsSpan()));
        for (var i = 0; i < weights.Length; i++)
        {
            // A scale for each label: one label with large weights must not round those of another to nothing.
            writer.Write((sbyte)Math.Clamp(MathF.Round(weights[i] / Math.Max(1e-9f, scales[i % labels.Length])), -127, 127));
        }
    }

    public void Score(ReadOnlySpan<(uint Key, int Count)> features, Span<float> probabilities)
    {
        Sum(features, probabilities);
        // A sigmoid for each label and no softmax: a text may have several.
        for (var l = 0; l < Labels.Count; l++)
        {
            probabilities[l] = 1 / (1 + MathF.Exp(-probabilities[l]));
        }
    }

    /// <summary>The logit of each label.</summary>
    public void Sum(ReadOnlySpan<(uint Key, int Count)> features, Span<float> logits)
    {
        Span<float> sums = stackalloc float[Blocks * Vector<sbyte>.Count];
        Span<int> found = stackalloc int[Batch];
        Span<float> values = stackalloc float[Batch];
        sums.Clear();
        var length = 0f;
        for (var rest = features; rest.Length > 0; rest = rest[Math.Min(Batch, rest.Length)..])
        {
            var count = Find(rest[..Math.Min(Batch, rest.Length)], found, values);
            for (var f = 0; f < count; f++)
            {
                length += values[f] * values[f];
            }

            AddRows(found[..count], values[..count], MemoryMarshal.Cast<float, Vector<float>>(sums));
        }

        // Dividing the sums by the length at the end gives the same as scaling each value first, in one pass over the features.
        var norm = length > 0 ? 1 / MathF.Sqrt(length) : 0;
        for (var l = 0; l < Labels.Count; l++)
        {
            logits[l] = biases[l] + (sums[l] * scales[l] * norm);
        }
    }

    /// <summary>Finds the rows of those features that the model knows, and what each counts; returns how many.</summary>
    private int Find(ReadOnlySpan<(uint Key, int Count)> features, Span<int> found, Span<float> values)
    {
        Span<uint> keys = stackalloc uint[Batch];
        Span<int> which = stackalloc int[Batch];
        for (var f = 0; f < features.Length; f++)
        {
            keys[f] = features[f].Key;
        }

        var known = rows.Find(keys[..features.Length], which, found);
        for (var f = 0; f < known; f++)
        {
            // Sublinear frequency: the tenth mention of a word says less than the second.
            var count = features[which[f]].Count;
            values[f] = (count == 1 ? 1 : 1 + MathF.Log(count)) * rarity[found[f]];
        }

        return known;
    }

    // The hottest loop of topics: weights stay bytes in memory (a quarter of the traffic of floats) and
    // are widened in registers. O(features × labels).
    private void AddRows(ReadOnlySpan<int> found, ReadOnlySpan<float> values, Span<Vector<float>> sums)
    {
        var all = weights.Span;
        var (width, end) = (Labels.Count, EndingAt);
        // Block by block and not feature by feature: four sums stay in registers while all rows pass.
        for (var block = 0; block < sums.Length / 4; block++)
        {
            var four = sums.Slice(block * 4, 4);
            var (one, two, three, last) = (four[0], four[1], four[2], four[3]);
            for (var f = 0; f < found.Length; f++)
            {
                // The last vector of a row reaches into the rows behind, whose weights are summed up where
                // nobody looks.
                var at = (found[f] * width) + (block * Vector<sbyte>.Count);
                var row = at + Vector<sbyte>.Count <= all.Length ? all[at..] : ending.AsSpan(at - end);
                Vector.Widen(Vector.LoadUnsafe(in row[0]), out var low, out var high);
                Vector.Widen(low, out var first, out var second);
                Vector.Widen(high, out var third, out var fourth);
                one += Vector.ConvertToSingle(first) * values[f];
                two += Vector.ConvertToSingle(second) * values[f];
                three += Vector.ConvertToSingle(third) * values[f];
                last += Vector.ConvertToSingle(fourth) * values[f];
            }

            (four[0], four[1], four[2], four[3]) = (one, two, three, last);
        }
    }
}

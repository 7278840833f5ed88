using System.Numerics;
using System.Runtime.InteropServices;
using Siaran.Tagging.Entities;

namespace Siaran.Tagging.Topics;

/// <summary>One logistic regression a label over TF-IDF, its weights in eight bits.</summary>
public sealed class LinearModel : ITopicModel
{
    private readonly uint[] keys;
    private readonly int[] slots;
    private readonly float[] rarity;
    private readonly float[] biases;
    private readonly float[] scales;
    private readonly sbyte[] weights;
    private readonly int width;
    private readonly int mask;

    private LinearModel(string[] labels, float[] thresholds, float[] biases, float[] scales, uint[] features, float[] rarity, sbyte[] written)
    {
        (Labels, Thresholds, this.biases, this.scales, this.rarity) = (labels, thresholds, biases, scales, rarity);
        width = (labels.Length + Vector<sbyte>.Count - 1) / Vector<sbyte>.Count * Vector<sbyte>.Count;
        weights = width == labels.Length ? written : new sbyte[features.Length * width];
        for (var i = 0; i < features.Length && width != labels.Length; i++)
        {
            written.AsSpan(i * labels.Length, labels.Length).CopyTo(weights.AsSpan(i * width));
        }

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features.Length * 2));
        (keys, slots, mask) = (new uint[size], new int[size], size - 1);
        for (var i = 0; i < features.Length; i++)
        {
            var slot = (int)features[i] & mask;
            while (keys[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            (keys[slot], slots[slot]) = (features[i], i);
        }
    }

    public IReadOnlyList<string> Labels { get; }

    public IReadOnlyList<float> Thresholds { get; }

    /// <summary>A model of the project.</summary>
    public static LinearModel Load(string name)
    {
        using var reader = new BinaryReader(ModelFiles.Open(name));
        return Read(reader);
    }

    public static LinearModel Read(BinaryReader reader)
    {
        var labels = new string[reader.ReadInt32()];
        var (thresholds, biases, scales) = (new float[labels.Length], new float[labels.Length], new float[labels.Length]);
        for (var i = 0; i < labels.Length; i++)
        {
            (labels[i], thresholds[i], biases[i], scales[i]) = (reader.ReadString(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
        }

        var features = new uint[reader.ReadInt32()];
        var (rarity, weights) = (new float[features.Length], new sbyte[features.Length * labels.Length]);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(features.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rarity.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(labels, thresholds, biases, scales, features, rarity, weights);
    }

    /// <summary>Writes what <see cref="Read"/> reads; <paramref name="weights"/> are rows of a feature each.</summary>
    public static void Write(BinaryWriter writer, string[] labels, float[] thresholds, float[] biases, uint[] features, float[] rarity, float[] weights)
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
            writer.Write((sbyte)Math.Clamp(MathF.Round(weights[i] / Math.Max(1e-9f, scales[i % labels.Length])), -127, 127));
        }
    }

    public void Score(List<(uint Key, int Count)> features, Span<float> probabilities)
    {
        Sum(features, probabilities);
        for (var l = 0; l < Labels.Count; l++)
        {
            probabilities[l] = 1 / (1 + MathF.Exp(-probabilities[l]));
        }
    }

    /// <summary>The logit of each label.</summary>
    public void Sum(List<(uint Key, int Count)> features, Span<float> logits)
    {
        Span<float> sums = stackalloc float[width];
        sums.Clear();
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(sums);
        var length = 0f;
        foreach (var (key, count) in features)
        {
            var row = RowOf(key);
            if (row < 0)
            {
                continue;
            }

            var value = (count == 1 ? 1 : 1 + MathF.Log(count)) * rarity[row];
            length += value * value;
            AddRow(MemoryMarshal.Cast<sbyte, Vector<sbyte>>(weights.AsSpan(row * width, width)), value, vectors);
        }

        var norm = length > 0 ? 1 / MathF.Sqrt(length) : 0;
        for (var l = 0; l < Labels.Count; l++)
        {
            logits[l] = biases[l] + (sums[l] * scales[l] * norm);
        }
    }

    private static void AddRow(ReadOnlySpan<Vector<sbyte>> row, float value, Span<Vector<float>> sums)
    {
        for (var at = 0; at < row.Length; at++)
        {
            Vector.Widen(row[at], out var low, out var high);
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            var four = sums.Slice(at * 4, 4);
            four[0] += Vector.ConvertToSingle(first) * value;
            four[1] += Vector.ConvertToSingle(second) * value;
            four[2] += Vector.ConvertToSingle(third) * value;
            four[3] += Vector.ConvertToSingle(fourth) * value;
        }
    }

    private int RowOf(uint key)
    {
        for (var slot = (int)key & mask; keys[slot] != 0; slot = (slot + 1) & mask)
        {
            if (keys[slot] == key)
            {
                return slots[slot];
            }
        }

        return -1;
    }
}

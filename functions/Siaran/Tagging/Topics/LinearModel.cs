using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Topics;

/// <summary>One logistic regression a label over TF-IDF, its weights in eight bits.</summary>
public sealed class LinearModel
{
    private readonly uint[] keys;
    private readonly int[] slots;
    private readonly float[] rarity;
    private readonly float[] biases;
    private readonly float[] scales;
    private readonly sbyte[] weights;
    private readonly int mask;

    private LinearModel(string[] labels, float[] thresholds, float[] biases, float[] scales, uint[] features, float[] rarity, sbyte[] weights)
    {
        (Labels, Thresholds, this.biases, this.scales, this.rarity, this.weights) = (labels, thresholds, biases, scales, rarity, weights);
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

    /// <summary>The probability from which each label is given.</summary>
    public IReadOnlyList<float> Thresholds { get; }

    /// <summary>A model of the project.</summary>
    public static LinearModel Load(string name)
    {
        using var stream = ModelFiles.Open(name);
        return Read(stream);
    }

    public static LinearModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
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

    /// <summary>The probability of each label.</summary>
    public void Score(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, Span<float> probabilities)
    {
        var found = ArrayPool<int>.Shared.Rent((3 * tokens.Length) + 1);
        var state = new Collected(this, found);
        TextFeatures.Each(text, tokens, state, static (collected, key, _) => collected.Add(key));
        var rows = found.AsSpan(0, state.Count);
        rows.Sort();
        probabilities.Clear();
        var length = 0f;
        for (var i = 0; i < rows.Length;)
        {
            var (row, count) = (rows[i], 0);
            for (; i < rows.Length && rows[i] == row; i++)
            {
                count++;
            }

            var value = (1 + MathF.Log(count)) * rarity[row];
            length += value * value;
            var weight = weights.AsSpan(row * Labels.Count, Labels.Count);
            for (var l = 0; l < weight.Length; l++)
            {
                probabilities[l] += weight[l] * value;
            }
        }

        ArrayPool<int>.Shared.Return(found);
        var norm = length > 0 ? 1 / MathF.Sqrt(length) : 0;
        for (var l = 0; l < Labels.Count; l++)
        {
            probabilities[l] = 1 / (1 + MathF.Exp(-(biases[l] + (probabilities[l] * norm * scales[l]))));
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

    private sealed class Collected(LinearModel model, int[] rows)
    {
        public int Count { get; private set; }

        public void Add(uint key)
        {
            var row = model.RowOf(key);
            if (row >= 0)
            {
                rows[Count++] = row;
            }
        }
    }
}

using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Entities;

public enum EntityKind : byte
{
    Person,
    Place,
    Organisation,
}

/// <summary>A name found by the model, in tokens.</summary>
public readonly record struct EntitySpan(EntityKind Kind, int First, int Last);

/// <summary>How names are bounded. Two guides to annotation differ, and the model learnt from both.</summary>
public enum EntityStyle
{
    /// <summary>Names as idner-news-2k bounds them: news.</summary>
    News,

    /// <summary>Names as NERGrit bounds them: encyclopaedic and web text.</summary>
    Web,

    /// <summary>Between the two and nearer to news: how releases are read, which nobody annotated.</summary>
    Release,
}

/// <summary>A linear-chain conditional random field (Lafferty et al. 2001) over hashed features, with weights for each style.</summary>
public sealed class EntityModel
{
    /// <summary>Outside, then begin and inside of each kind.</summary>
    public const int Labels = 7;

    private const int Lane = 8;
    private const int Written = 2 * Labels;

    /// <summary>How much of the web's way there is in that of releases.</summary>
    private const float WebShare = 0.25f;

    private readonly uint[] keys;
    private readonly int[] rows;
    private readonly sbyte[][] weights;
    private readonly int mask;
    private readonly float[] scales;
    private readonly float[][] transitions;

    private EntityModel(WordClasses classes, uint[] features, sbyte[][] weights, float[] scales, float[][] transitions)
    {
        (Classes, this.weights, this.scales, this.transitions) = (classes, weights, scales, transitions);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features.Length * 2));
        (keys, rows, mask) = (new uint[size], new int[size], size - 1);
        for (var i = 0; i < features.Length; i++)
        {
            var slot = (int)features[i] & mask;
            while (keys[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            (keys[slot], rows[slot]) = (features[i], i);
        }
    }

    public WordClasses Classes { get; }

    /// <summary>The model of the project.</summary>
    public static EntityModel Load()
    {
        using var stream = ModelFiles.Open("entities.weights");
        return Read(stream);
    }

    public static EntityModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        var classes = WordClasses.Read(reader);
        float[] scales = [reader.ReadSingle(), reader.ReadSingle()];
        var transitions = new float[2][];
        for (var style = 0; style < 2; style++)
        {
            transitions[style] = new float[Labels * Labels];
            for (var i = 0; i < Labels * Labels; i++)
            {
                transitions[style][i] = reader.ReadSingle();
            }
        }

        var features = new uint[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(features.AsSpan()));
        var written = new sbyte[features.Length * Written];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(written.AsSpan()));
        var blended = Math.Max(scales[0], scales[1]);
        var (ofNews, ofWeb) = ((1 - WebShare) * scales[0] / blended, WebShare * scales[1] / blended);
        sbyte[][] weights = [new sbyte[features.Length * Lane], new sbyte[features.Length * Lane], new sbyte[features.Length * Lane]];
        for (var i = 0; i < features.Length; i++)
        {
            var news = written.AsSpan(i * Written, Labels);
            var web = written.AsSpan((i * Written) + Labels, Labels);
            news.CopyTo(weights[0].AsSpan(i * Lane));
            web.CopyTo(weights[1].AsSpan(i * Lane));
            for (var y = 0; y < Labels; y++)
            {
                weights[2][(i * Lane) + y] = (sbyte)MathF.Round((ofNews * news[y]) + (ofWeb * web[y]));
            }
        }

        float[] between = [.. transitions[0].Zip(transitions[1], (news, web) => ((1 - WebShare) * news) + (WebShare * web))];
        return new(classes, features, weights, [scales[0], scales[1], blended], [transitions[0], transitions[1], between]);
    }

    /// <summary>Writes what <see cref="Read"/> reads. Weights are rows of 7 for news and 7 for web; transitions go from row to column.</summary>
    public static void Write(BinaryWriter writer, WordClasses classes, uint[] features, float[] weights, float[][] transitions)
    {
        classes.Write(writer);
        float[] scales = [ScaleOf(weights, 0), ScaleOf(weights, 1)];
        writer.Write(scales[0]);
        writer.Write(scales[1]);
        foreach (var transition in transitions.SelectMany(t => t))
        {
            writer.Write(transition);
        }

        writer.Write(features.Length);
        writer.Write(MemoryMarshal.AsBytes(features.AsSpan()));
        for (var i = 0; i < weights.Length; i++)
        {
            writer.Write((sbyte)Math.Clamp(MathF.Round(weights[i] / scales[i % Written / Labels]), -127, 127));
        }
    }

    /// <summary>The names of a text. Its tokens may be parted by <see cref="TokenKind.Break"/>.</summary>
    /// <param name="text">What the tokens count in.</param>
    /// <param name="tokens">One sentence or more.</param>
    /// <param name="lists">For each token the lists it is on (<see cref="NameLists"/>).</param>
    /// <param name="style">How names are bounded.</param>
    /// <param name="found">Takes the names in order.</param>
    public void Find(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<byte> lists, EntityStyle style, List<EntitySpan> found)
    {
        if (tokens.Length == 0)
        {
            return;
        }

        var facts = ArrayPool<EntityFeatures.Facts>.Shared.Rent(tokens.Length);
        var emissions = ArrayPool<float>.Shared.Rent(tokens.Length * Labels);
        var labels = ArrayPool<byte>.Shared.Rent(tokens.Length);
        try
        {
            var described = facts.AsSpan(0, tokens.Length);
            EntityFeatures.Describe(text, tokens, lists, Classes, described);
            Score(described, style, emissions);
            Decoding.Best(emissions.AsSpan(0, tokens.Length * Labels), transitions[(int)style], labels.AsSpan(0, tokens.Length));
            Decoding.Spans(labels.AsSpan(0, tokens.Length), found);
        }
        finally
        {
            ArrayPool<EntityFeatures.Facts>.Shared.Return(facts);
            ArrayPool<float>.Shared.Return(emissions);
            ArrayPool<byte>.Shared.Return(labels);
        }
    }

    private void Score(ReadOnlySpan<EntityFeatures.Facts> facts, EntityStyle style, Span<float> emissions)
    {
        Span<uint> features = stackalloc uint[EntityFeatures.Most];
        var rowsOf = MemoryMarshal.Cast<sbyte, long>(weights[(int)style]);
        var scale = scales[(int)style];
        for (var i = 0; i < facts.Length; i++)
        {
            var row = emissions.Slice(i * Labels, Labels);
            if (!EntityFeatures.MayBeName(facts, i))
            {
                row.Fill(Decoding.Impossible);
                row[0] = 0;
                continue;
            }

            var sums = Vector128<short>.Zero;
            var count = EntityFeatures.Fill(facts, i, features);
            for (var f = 0; f < count; f++)
            {
                sums += Weights(features[f] | 1, rowsOf);
            }

            for (var y = 0; y < Labels; y++)
            {
                row[y] = sums[y] * scale;
            }
        }
    }

    private Vector128<short> Weights(uint key, ReadOnlySpan<long> rowsOf)
    {
        for (var slot = (int)key & mask; keys[slot] != 0; slot = (slot + 1) & mask)
        {
            if (keys[slot] == key)
            {
                return Vector128.WidenLower(Vector128.CreateScalarUnsafe(rowsOf[rows[slot]]).AsSByte());
            }
        }

        return Vector128<short>.Zero;
    }

    private static float ScaleOf(float[] weights, int style)
    {
        var most = 0f;
        for (var i = 0; i < weights.Length; i++)
        {
            most = i % Written / Labels == style ? Math.Max(most, Math.Abs(weights[i])) : most;
        }

        return Math.Max(most, 1e-6f) / 127;
    }
}

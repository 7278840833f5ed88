using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Siaran.Tagging.Models;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Entities;

internal enum EntityKind : byte
{
    Person,
    Place,
    Organisation,
}

/// <summary>A name found by the model, in tokens.</summary>
internal sealed record EntitySpan(EntityKind Kind, int First, int Last);

/// <summary>How names are bounded. Two guides to annotation differ, and the model learnt from both.</summary>
internal enum EntityStyle
{
    /// <summary>Names as idner-news-2k bounds them: news.</summary>
    News,

    /// <summary>Names as NERGrit bounds them: encyclopaedic and web text.</summary>
    Web,

    /// <summary>Between the two and nearer to news: how releases are read, which nobody annotated.</summary>
    Release,
}

/// <summary>A linear-chain conditional random field (Lafferty et al. 2001) over hashed features, with weights for each style.</summary>
internal sealed class EntityModel
{
    /// <summary>Outside, then begin and inside of each kind.</summary>
    public const int Labels = 7;

    // Weights are bytes with one scale for each style: a quarter of the memory of floats, and a row of labels is one load of 64 bits.
    private const int Written = 2 * Labels;

    /// <summary>How much of the web's way there is in each style.</summary>
    // There is no annotated text of releases to measure the 0.25 on: it says "nearer to news", no more.
    private static readonly float[] WebShares = [0, 1, 0.25f];

    private static readonly Lazy<EntityModel> Project = new(() => Read(ModelFiles.Open("entities.weights")));

    private readonly Lazy<EntityWeights>[] weights;

    private EntityModel(WordClasses classes, MappedArray<uint> features, MappedArray<byte> written, float[] scales, float[][] transitions)
    {
        // Index and bytes are shared by all styles; the rows of a style are made when it is first used.
        // Releases need one style, evaluations all three.
        Classes = classes;
        var index = new KeyIndex(features);
        weights = Array.ConvertAll(WebShares, share => new Lazy<EntityWeights>(() => Between(index, written, scales, transitions, share)));
    }

    public WordClasses Classes { get; }

    /// <summary>The model of the project, read once.</summary>
    public static EntityModel Load() => Project.Value;

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

        var features = MappedArray<uint>.Read(stream, reader.ReadInt32());
        return new(classes, features, MappedArray<byte>.Read(stream, features.Length * Written), scales, transitions);
    }

    /// <summary>
    /// Writes what <see cref="Read"/> reads. Weights are rows of 7 for news and 7 for web; transitions go from row to column.
    /// </summary>
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

    /// <summary>The names of a text. Its tokens may be separated by <see cref="TokenKind.Break"/>.</summary>
    /// <param name="text">What the tokens count in.</param>
    /// <param name="tokens">One sentence or more.</param>
    /// <param name="lists">For each token the lists it is on (<see cref="NameLists"/>).</param>
    /// <param name="style">How names are bounded.</param>
    /// <param name="found">Takes the names in order.</param>
    public void Find(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Token> tokens,
        ReadOnlySpan<byte> lists,
        EntityStyle style,
        List<EntitySpan> found
    )
    {
        if (tokens.Length == 0)
        {
            return;
        }

        // Rented and not allocated: a release of 20 pages has some 20,000 tokens, and the arrays would
        // land on the large object heap at each reading.
        var (of, beyond) = (weights[(int)style].Value, tokens.Length + EntityFeatures.Reach);
        var words = ArrayPool<EntityWord>.Shared.Rent(beyond + EntityFeatures.Reach);
        using var emissions = new Rented<Vector256<float>>(tokens.Length);
        using var labels = new Rented<byte>(tokens.Length);
        try
        {
            // The window of the first and the last tokens reaches over the ends: words are kept with a
            // margin, so that scoring has no case for it.
            words.AsSpan(0, EntityFeatures.Reach).Fill(of.Nothing);
            words.AsSpan(beyond, EntityFeatures.Reach).Fill(of.Nothing);
            Score(text, tokens, lists, of, words, emissions.Span);
            ViterbiDecoder.Decode(emissions.Span, of.Transitions, labels.Span);
            ViterbiDecoder.Spans(labels.Span, found);
        }
        finally
        {
            // Cleared, since it holds references: a pooled array must keep no text alive.
            ArrayPool<EntityWord>.Shared.Return(words, clearArray: true);
        }
    }

    private void Score(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Token> tokens,
        ReadOnlySpan<byte> lists,
        EntityWeights of,
        Span<EntityWord> words,
        Span<Vector256<float>> emissions
    )
    {
        using var pooled = new Rented<WordFacts>(tokens.Length);
        var facts = pooled.Span;
        var described = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            // Most tokens are small words inside sentences. They are outside for certain: neither are their
            // features computed, nor is anything looked up of words that are next to nothing else.
            if (!EntityFeatures.MayBeName(tokens, lists, i))
            {
                emissions[i] = ViterbiDecoder.Outside;
                continue;
            }

            var end = Math.Min(tokens.Length, i + EntityFeatures.Reach + 1);
            for (described = Math.Max(described, i - EntityFeatures.Reach); described < end; described++)
            {
                var token = tokens[described];
                var word = of.Word(text.Slice(token.Start, token.Length), token, Classes);
                (words[described + EntityFeatures.Reach], facts[described]) = (word, word.Facts);
                facts[described].Place(described, lists[described]);
            }

            // Sums are 16 bits and cannot overflow: 51 features of at most 127 each are below 32,767.
            var (low, high) = Vector128.Widen(of.Sum(facts, words[i..], i));
            emissions[i] = Vector256.ConvertToSingle(Vector256.Create(low, high)) * of.Scale;
        }
    }

    /// <summary>The weights and transitions between those of news and those of the web.</summary>
    private static EntityWeights Between(KeyIndex features, MappedArray<byte> written, float[] scales, float[][] transitions, float share)
    {
        var scale =
            share == 0 ? scales[0]
            : share == 1 ? scales[1]
            : Math.Max(scales[0], scales[1]);
        // Models of the same features can be averaged weight by weight: scores are linear in the weights.
        // Averaging the weights once is the same as averaging two models' scores at each token, at half
        // the cost.
        var rows = Weights(written.Span, (1 - share) * scales[0] / scale, share * scales[1] / scale);
        var between = new float[Labels * Labels];
        for (var i = 0; i < between.Length; i++)
        {
            between[i] = ((1 - share) * transitions[0][i]) + (share * transitions[1][i]);
        }

        return new(features, rows, scale, between);
    }

    private static long[] Weights(ReadOnlySpan<byte> written, float ofNews, float ofWeb)
    {
        var rows = new long[written.Length / Written];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = written.Slice(i * Written, Written);
            var news = MemoryMarshal.Read<long>(row);
            // Eight bytes for seven weights: from one before, since nothing is behind the last row.
            var web = MemoryMarshal.Read<long>(row[(Labels - 1)..]) >>> 8;
            rows[i] = Between(news, web, ofNews, ofWeb);
        }

        return rows;
    }

    private static long Between(long news, long web, float ofNews, float ofWeb)
    {
        // Seven weights of eight bits are widened to 32, mixed and narrowed as vectors: every cold
        // start waits for this at its first reading.
        var ofFirst = Vector128.WidenLower(Vector128.CreateScalar(news).AsSByte());
        var ofSecond = Vector128.WidenLower(Vector128.CreateScalar(web).AsSByte());
        var lower = Between(Vector128.WidenLower(ofFirst), Vector128.WidenLower(ofSecond), ofNews, ofWeb);
        var upper = Between(Vector128.WidenUpper(ofFirst), Vector128.WidenUpper(ofSecond), ofNews, ofWeb);
        return Vector128.Narrow(Vector128.Narrow(lower, upper), default).AsInt64()[0];
    }

    private static Vector128<int> Between(Vector128<int> news, Vector128<int> web, float ofNews, float ofWeb) =>
        Vector128.ConvertToInt32(Vector128.Round((Vector128.ConvertToSingle(news) * ofNews) + (Vector128.ConvertToSingle(web) * ofWeb)));

    private static float ScaleOf(float[] weights, int style)
    {
        var most = 0f;
        for (var i = 0; i < weights.Length; i++)
        {
            most = i % Written / Labels == style ? Math.Max(most, Math.Abs(weights[i])) : most;
        }

        // The smallest scale avoids a division by zero in Write for a style without weights.
        return Math.Max(most, 1e-6f) / 127;
    }
}

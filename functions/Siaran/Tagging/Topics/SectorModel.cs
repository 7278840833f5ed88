using Siaran.Tagging.Entities;

namespace Siaran.Tagging.Topics;

/// <summary>Business sectors of a text, by a linear model, its nearest neighbours and its region together.</summary>
internal sealed class SectorModel : ITopicModel
{
    // Stacking (Wolpert, 1992): a regression for each sector over what the linear model says of it, how
    // the neighbours vote, and which region the text seems to be about, since each region's
    // statisticians label in their own way.
    /// <summary>What the linear model says of a sector and how neighbours vote, before the regions.</summary>
    public const int Voices = 2;

    // Below 0.003 a share counts as no vote at all: its logarithm would go to minus infinity and
    // silence the other voice.
    private const float Faintest = 0.003f;

    private static readonly Lazy<SectorModel> Project = new(() =>
    {
        using var reader = new BinaryReader(ModelFiles.Open("sectors.weights"));
        return Read(reader);
    });

    private readonly LinearModel columns;
    private readonly Neighbours neighbours;
    private readonly float[] stack;
    private readonly int regions;

    /// <param name="columns">A column for each sector, region and dimension of the latent space.</param>
    /// <param name="neighbours">Texts in that space.</param>
    /// <param name="stack">For each sector the weights of <see cref="Evidence"/>, then a bias.</param>
    /// <param name="regions">How many regions there are.</param>
    public SectorModel(LinearModel columns, Neighbours neighbours, float[] stack, int regions)
    {
        (this.columns, this.neighbours, this.stack, this.regions) = (columns, neighbours, stack, regions);
        var sectors = stack.Length / (Voices + regions + 1);
        Labels = [.. columns.Labels.Take(sectors)];
    }

    public IReadOnlyList<string> Labels { get; }

    public ReadOnlySpan<float> Thresholds => columns.Thresholds[..Labels.Count];

    /// <summary>The model of the project, read once.</summary>
    public static SectorModel Load() => Project.Value;

    public static SectorModel Read(BinaryReader reader)
    {
        var columns = LinearModel.Read(reader);
        var (regions, stack) = (reader.ReadInt32(), new float[reader.ReadInt32()]);
        for (var i = 0; i < stack.Length; i++)
        {
            stack[i] = reader.ReadSingle();
        }

        return new(columns, Neighbours.Read(reader), stack, regions);
    }

    /// <summary>Writes what <see cref="Read"/> reads after the columns.</summary>
    public static void Write(BinaryWriter writer, float[] stack, int regions, Neighbours neighbours)
    {
        writer.Write(regions);
        writer.Write(stack.Length);
        foreach (var weight in stack)
        {
            writer.Write(weight);
        }

        neighbours.Write(writer);
    }

    public void Score(ReadOnlySpan<(uint Key, int Count)> features, Span<float> probabilities)
    {
        var sectors = Labels.Count;
        Span<float> logits = stackalloc float[columns.Labels.Count];
        // One matrix for all three: sectors, regions and the latent dimensions are columns of one
        // linear model, so a text's features are looked up once.
        columns.Sum(features, logits);
        var latent = logits[(sectors + regions)..];
        Span<sbyte> point = stackalloc sbyte[latent.Length];
        Neighbours.Place(latent, point);
        Span<float> votes = stackalloc float[sectors];
        neighbours.Vote(point, votes);
        Shares(logits.Slice(sectors, regions));
        Span<float> evidence = stackalloc float[Voices + regions];
        for (var l = 0; l < sectors; l++)
        {
            Evidence(logits[l], votes[l], logits.Slice(sectors, regions), evidence);
            probabilities[l] = Stacked(stack.AsSpan(l * (evidence.Length + 1), evidence.Length + 1), evidence);
        }
    }

    /// <summary>Turns the logits of regions into shares of one.</summary>
    public static void Shares(Span<float> logits)
    {
        var all = 0f;
        // Independent probabilities, scaled to sum to one afterwards: it is how the stack was trained.
        foreach (ref var logit in logits)
        {
            logit = 1 / (1 + MathF.Exp(-logit));
            all += logit;
        }

        foreach (ref var share in logits)
        {
            share /= all;
        }
    }

    /// <summary>What speaks for a sector, as the stack weighs it.</summary>
    public static void Evidence(float logit, float vote, ReadOnlySpan<float> regions, Span<float> evidence)
    {
        var share = Math.Clamp(vote, Faintest, 1 - Faintest);
        // Both are logits on one scale, cut off at the same height: neither can outvote the other by being sure of itself.
        var most = MathF.Log((1 - Faintest) / Faintest);
        evidence[0] = Math.Clamp(logit, -most, most);
        evidence[1] = MathF.Log(share / (1 - share));
        regions.CopyTo(evidence[Voices..]);
    }

    /// <summary>The probability of a sector.</summary>
    /// <param name="weights">Of the evidence, then a bias.</param>
    /// <param name="evidence">As <see cref="Evidence"/> gives it.</param>
    public static float Stacked(ReadOnlySpan<float> weights, ReadOnlySpan<float> evidence)
    {
        var sum = weights[^1];
        for (var i = 0; i < evidence.Length; i++)
        {
            sum += weights[i] * evidence[i];
        }

        return 1 / (1 + MathF.Exp(-sum));
    }
}

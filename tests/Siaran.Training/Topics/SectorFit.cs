using Siaran.Tagging.Models;
using Siaran.Tagging.Topics;

namespace Siaran.Training.Topics;

/// <summary>
/// The parts of a sector model below its stack: a linear model of sectors and regions, and a latent space with the texts in it.
/// </summary>
internal sealed class SectorFit
{
    public const int Dimensions = 64;

    private const int Rarest = 2;
    private const float Penalty = 0.125f;

    private readonly int sectors;
    private readonly LinearFit linear;
    private readonly float[] space;
    private readonly int labels;

    public SectorFit(List<LabelledText> texts, int sectors, int labels, float[] importance)
    {
        (this.sectors, this.labels) = (sectors, labels);
        linear = new LinearFit(texts, labels, Rarest, Penalty, importance);
        (int Row, float Value)[][] vectors = [.. texts.Select(linear.Vector)];
        space = LatentSpace.Of(vectors, linear.Features.Length, Dimensions);
        var points = new sbyte[texts.Count * Dimensions];
        for (var t = 0; t < texts.Count; t++)
        {
            Neighbours.Place(LatentSpace.Project(vectors[t], space, Dimensions), points.AsSpan(t * Dimensions, Dimensions));
        }

        uint[] labelled = [.. texts.Select(text => text.Labels.Where(l => l < sectors).Aggregate(0u, (bits, l) => bits | (1u << l)))];
        Neighbours = new(MappedArray<sbyte>.Copy(points), MappedArray<uint>.Copy(labelled), Dimensions);
    }

    public Neighbours Neighbours { get; }

    /// <summary>For each sector what speaks for it, as the stack weighs it.</summary>
    public float[][] Evidence(LabelledText text)
    {
        var vector = linear.Vector(text);
        var logits = linear.Probabilities(text).Select(p => MathF.Log(Math.Max(1e-9f, p) / Math.Max(1e-9f, 1 - p))).ToArray();
        var (point, votes) = (new sbyte[Dimensions], new float[sectors]);
        Neighbours.Place(LatentSpace.Project(vector, space, Dimensions), point);
        Neighbours.Vote(point, votes);
        SectorModel.Shares(logits.AsSpan(sectors));
        return
        [
            .. Enumerable
                .Range(0, sectors)
                .Select(l =>
                {
                    var evidence = new float[SectorModel.Voices + labels - sectors];
                    SectorModel.Evidence(logits[l], votes[l], logits.AsSpan(sectors), evidence);
                    return evidence;
                }),
        ];
    }

    /// <summary>Writes the columns that <see cref="SectorModel"/> reads: sectors, regions, dimensions.</summary>
    public void WriteColumns(BinaryWriter writer, string[] names, float threshold)
    {
        string[] columns = [.. names, .. Enumerable.Range(0, Dimensions).Select(d => $"{d}")];
        var weights = new float[linear.Features.Length * columns.Length];
        for (var f = 0; f < linear.Features.Length; f++)
        {
            linear.Weights.AsSpan(f * labels, labels).CopyTo(weights.AsSpan(f * columns.Length));
            space.AsSpan(f * Dimensions, Dimensions).CopyTo(weights.AsSpan((f * columns.Length) + labels));
        }

        LinearModel.Write(
            writer,
            columns,
            [.. columns.Select(_ => threshold)],
            [.. linear.Biases, .. new float[Dimensions]],
            linear.Features,
            linear.Rarity,
            weights
        );
    }
}

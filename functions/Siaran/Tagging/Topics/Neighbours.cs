using System.Numerics;
using System.Runtime.InteropServices;
using Siaran.Tagging.Models;

namespace Siaran.Tagging.Topics;

/// <summary>
/// Texts whose labels are known, as points of a latent space (Deerwester et al. 1990) in eight bits: the nearest vote, nearer ones more.
/// </summary>
internal sealed class Neighbours
{
    /// <summary>Points lie at this distance from the origin, so that no sum of products leaves 16 bits.</summary>
    private const float Radius = 127;

    private const int Voters = 25;

    private readonly MappedArray<sbyte> points;
    private readonly Vector<sbyte>[] lanes;
    private readonly MappedArray<uint> labels;
    private readonly int dimensions;

    /// <param name="points">Rows of <paramref name="dimensions"/>, as <see cref="Place"/> makes them.</param>
    /// <param name="labels">For each row the labels it has, one a bit.</param>
    /// <param name="dimensions">A multiple of 32.</param>
    public Neighbours(MappedArray<sbyte> points, MappedArray<uint> labels, int dimensions)
    {
        (this.points, this.labels, this.dimensions) = (points, labels, dimensions);
        // Transposed: sixteen or more texts side by side, a dimension at a time. One product then serves
        // all lanes, and no sum across lanes is needed.
        lanes = new Vector<sbyte>[(labels.Length + Vector<sbyte>.Count - 1) / Vector<sbyte>.Count * dimensions];
        var flat = MemoryMarshal.Cast<Vector<sbyte>, sbyte>(lanes.AsSpan());
        var side = Vector<sbyte>.Count;
        for (var text = 0; text < labels.Length; text++)
        {
            var point = points.Span.Slice(text * dimensions, dimensions);
            var lane = flat[((text / side * dimensions * side) + (text % side))..];
            for (var dimension = 0; dimension < point.Length; dimension++)
            {
                lane[dimension * side] = point[dimension];
            }
        }
    }

    public static Neighbours Read(BinaryReader reader)
    {
        var (dimensions, texts) = (reader.ReadInt32(), reader.ReadInt32());
        var labels = MappedArray<uint>.Read(reader.BaseStream, texts);
        return new(MappedArray<sbyte>.Read(reader.BaseStream, texts * dimensions), labels, dimensions);
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(dimensions);
        writer.Write(labels.Length);
        writer.Write(MemoryMarshal.AsBytes(labels.Span));
        writer.Write(MemoryMarshal.AsBytes(points.Span));
    }

    /// <summary>The point in the direction of <paramref name="vector"/>.</summary>
    public static void Place(ReadOnlySpan<float> vector, Span<sbyte> point)
    {
        var length = 1e-12f;
        foreach (var x in vector)
        {
            length += x * x;
        }

        for (var d = 0; d < vector.Length; d++)
        {
            point[d] = (sbyte)MathF.Round(vector[d] * Radius / MathF.Sqrt(length));
        }
    }

    /// <summary>The share of each label in the votes of the nearest texts.</summary>
    /// <param name="point">Where the text is.</param>
    /// <param name="shares">Takes the shares, 0 to 1.</param>
    public void Vote(ReadOnlySpan<sbyte> point, Span<float> shares)
    {
        Span<int> nearest = stackalloc int[Voters];
        Span<int> products = stackalloc int[Voters];
        // Every point is compared, several at once: exact, and a tree gains little in so many dimensions.
        var found = 0;
        for (var block = 0; block * Vector<sbyte>.Count < labels.Length; block++)
        {
            var (first, second) = (Vector<short>.Zero, Vector<short>.Zero);
            var there = lanes.AsSpan(block * dimensions, dimensions);
            // By Cauchy and Schwarz the sum is at most 127², so 16 bits suffice and twice as many texts
            // fit a vector.
            for (var d = 0; d < there.Length; d++)
            {
                Vector.Widen(there[d], out var low, out var high);
                first += low * point[d];
                second += high * point[d];
            }

            found = InsertAll(nearest, products, found, block * Vector<sbyte>.Count, first);
            found = InsertAll(nearest, products, found, (block * Vector<sbyte>.Count) + Vector<short>.Count, second);
        }

        Count(nearest[..found], products[..found], shares);
    }

    private int InsertAll(Span<int> nearest, Span<int> products, int found, int first, Vector<short> sums)
    {
        // Most blocks have none near enough, which one comparison says.
        if (found == Voters && !Vector.GreaterThanAny(sums, new((short)products[found - 1])))
        {
            return found;
        }

        for (var i = 0; i < Vector<short>.Count && first + i < labels.Length; i++)
        {
            found = found < Voters || sums[i] > products[found - 1] ? Insert(nearest, products, found, first + i, sums[i]) : found;
        }

        return found;
    }

    private static int Insert(Span<int> nearest, Span<int> products, int found, int text, int product)
    {
        // Insertion into a sorted list of 25: cheaper than a heap of that size.
        var at = found < Voters ? found : Voters - 1;
        for (; at > 0 && products[at - 1] < product; at--)
        {
            (nearest[at], products[at]) = (nearest[at - 1], products[at - 1]);
        }

        (nearest[at], products[at]) = (text, product);
        return Math.Min(Voters, found + 1);
    }

    private void Count(ReadOnlySpan<int> nearest, ReadOnlySpan<int> products, Span<float> shares)
    {
        shares.Clear();
        var all = 1e-9f;
        for (var n = 0; n < nearest.Length; n++)
        {
            // Points are at distance 127, so the product over 127² is the cosine. A negative one has
            // nothing to say.
            var square = MathF.Max(0, products[n] / (Radius * Radius));
            // The fourth power of the cosine: with 25 voters, the far ones together would otherwise outvote the few that are near.
            square *= square;
            var weight = square * square;
            all += weight;
            for (var rest = labels[nearest[n]]; rest != 0; rest &= rest - 1)
            {
                shares[BitOperations.TrailingZeroCount(rest)] += weight;
            }
        }

        for (var l = 0; l < shares.Length; l++)
        {
            shares[l] /= all;
        }
    }
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace Siaran.Tagging.Topics;

/// <summary>
/// Texts whose labels are known, as points of a latent space (Deerwester et al. 1990) in eight bits: the nearest vote, nearer ones more.
/// </summary>
internal sealed class Neighbours
{
    /// <summary>Points lie at this distance from the origin, so that no sum of products leaves 16 bits.</summary>
    private const float Radius = 127;

    private const int Voters = 25;

    private readonly sbyte[] points;
    private readonly Vector<short>[] lanes;
    private readonly uint[] labels;
    private readonly int dimensions;

    /// <param name="points">Rows of <paramref name="dimensions"/>, as <see cref="Place"/> makes them.</param>
    /// <param name="labels">For each row the labels it has, one a bit.</param>
    /// <param name="dimensions">A multiple of 32.</param>
    public Neighbours(sbyte[] points, uint[] labels, int dimensions)
    {
        (this.points, this.labels, this.dimensions) = (points, labels, dimensions);
        // Transposed: eight or sixteen texts side by side, a dimension at a time. One product then
        // serves all lanes, and no sum across lanes is needed.
        lanes = new Vector<short>[(labels.Length + Vector<short>.Count - 1) / Vector<short>.Count * dimensions];
        var flat = MemoryMarshal.Cast<Vector<short>, short>(lanes.AsSpan());
        var side = Vector<short>.Count;
        for (var text = 0; text < labels.Length; text++)
        {
            var point = points.AsSpan(text * dimensions, dimensions);
            var lane = flat[((text / side * dimensions * side) + (text % side))..];
            for (var dimension = 0; dimension < point.Length; dimension++)
            {
                lane[dimension * side] = point[dimension];
            }
        }
    }

    public static Neighbours Read(BinaryReader reader)
    {
        var (dimensions, labels) = (reader.ReadInt32(), new uint[reader.ReadInt32()]);
        var points = new sbyte[labels.Length * dimensions];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(labels.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(points.AsSpan()));
        return new(points, labels, dimensions);
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(dimensions);
        writer.Write(labels.Length);
        writer.Write(MemoryMarshal.AsBytes(labels.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(points.AsSpan()));
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
        var (found, least) = (0, new Vector<short>(short.MinValue));
        for (var block = 0; block * Vector<short>.Count < labels.Length; block++)
        {
            var sums = Vector<short>.Zero;
            var there = lanes.AsSpan(block * dimensions, dimensions);
            // By Cauchy and Schwarz the sum is at most 127², so 16 bits suffice and twice as many texts
            // fit a vector.
            for (var d = 0; d < there.Length; d++)
            {
                sums += there[d] * point[d];
            }

            // Most blocks have none near enough, which one comparison says.
            if (Vector.GreaterThanAny(sums, least))
            {
                found = InsertAll(nearest, products, found, block * Vector<short>.Count, sums);
                least = found < Voters ? least : new((short)products[found - 1]);
            }
        }

        Count(nearest[..found], products[..found], shares);
    }

    private int InsertAll(Span<int> nearest, Span<int> products, int found, int first, Vector<short> sums)
    {
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

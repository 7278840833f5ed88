using System.Numerics;

namespace Siaran.Training.Entities;

/// <summary>Spherical k-means with a fixed seed.</summary>
internal static class KMeans
{
    /// <summary>The class of each vector, from 0 to <paramref name="classes"/> − 1, and the centres.</summary>
    /// <param name="vectors">Rows of unit length.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="classes">How many classes to make.</param>
    /// <param name="rounds">How often centres are moved.</param>
    public static (int[] Class, float[] Centres) Run(float[] vectors, int width, int classes, int rounds)
    {
        var count = vectors.Length / width;
        var random = new Random(20260102);
        var picks = Enumerable.Range(0, Math.Min(count, classes * 12)).ToArray();
        random.Shuffle(picks);
        var centres = picks.Take(classes).SelectMany(pick => vectors.AsSpan(pick * width, width).ToArray()).ToArray();
        var assigned = new int[count];
        for (var round = 0; round < rounds; round++)
        {
            var (sums, sizes) = (new float[centres.Length], new int[classes]);
            for (var i = 0; i < count; i++)
            {
                var vector = vectors.AsSpan(i * width, width);
                assigned[i] = Nearest(vector, centres, width);
                sizes[assigned[i]]++;
                for (var d = 0; d < width; d++)
                {
                    sums[(assigned[i] * width) + d] += vector[d];
                }
            }

            for (var k = 0; k < classes; k++)
            {
                var source = sizes[k] > 0 ? sums.AsSpan(k * width, width) : vectors.AsSpan(random.Next(count) * width, width);
                Normalise(source, centres.AsSpan(k * width, width));
            }
        }

        return (assigned, centres);
    }

    public static void Normalise(ReadOnlySpan<float> vector, Span<float> into)
    {
        var length = 1e-9f;
        foreach (var x in vector)
        {
            length += x * x;
        }

        for (var d = 0; d < vector.Length; d++)
        {
            into[d] = vector[d] / MathF.Sqrt(length);
        }
    }

    private static int Nearest(ReadOnlySpan<float> vector, float[] centres, int width)
    {
        var (best, most) = (0, float.NegativeInfinity);
        for (var k = 0; k < centres.Length / width; k++)
        {
            var sum = Vector<float>.Zero;
            var centre = centres.AsSpan(k * width, width);
            for (var d = 0; d < width; d += Vector<float>.Count)
            {
                sum += new Vector<float>(vector[d..]) * new Vector<float>(centre[d..]);
            }

            var dot = Vector.Sum(sum);
            (best, most) = dot > most ? (k, dot) : (best, most);
        }

        return best;
    }
}

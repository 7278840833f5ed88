using Siaran.Training.Entities;

namespace Siaran.Training.Topics;

/// <summary>The space in which texts differ most (latent semantic indexing), found by subspace iteration with a fixed seed.</summary>
internal static class LatentSpace
{
    private const int Rounds = 8;

    /// <summary>For each feature a row of <paramref name="dimensions"/>: columns orthonormal, in no order.</summary>
    /// <param name="vectors">Sparse texts.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="dimensions">How many directions to find.</param>
    public static float[] Of((int Row, float Value)[][] vectors, int features, int dimensions)
    {
        var random = new Random(20260103);
        var basis = new float[features * dimensions];
        for (var i = 0; i < basis.Length; i++)
        {
            basis[i] = random.NextSingle() - 0.5f;
        }

        for (var round = 0; round < Rounds; round++)
        {
            var next = new float[basis.Length];
            foreach (var vector in vectors)
            {
                var point = Project(vector, basis, dimensions);
                foreach (var (row, value) in vector)
                {
                    for (var d = 0; d < dimensions; d++)
                    {
                        next[(row * dimensions) + d] += value * point[d];
                    }
                }
            }

            basis = Orthonormal(next, features, dimensions);
        }

        return basis;
    }

    public static float[] Project((int Row, float Value)[] vector, float[] basis, int dimensions)
    {
        var point = new float[dimensions];
        foreach (var (row, value) in vector)
        {
            for (var d = 0; d < dimensions; d++)
            {
                point[d] += value * basis[(row * dimensions) + d];
            }
        }

        return point;
    }

    /// <summary>Gram and Schmidt, column by column, twice for the rounding.</summary>
    private static float[] Orthonormal(float[] basis, int features, int dimensions)
    {
        var columns = Enumerable
            .Range(0, dimensions)
            .Select(d => Enumerable.Range(0, features).Select(f => basis[(f * dimensions) + d]).ToArray())
            .ToArray();
        for (var d = 0; d < dimensions; d++)
        {
            for (var before = 0; before < 2 * d; before++)
            {
                var other = columns[before % d];
                Lbfgs.AddScaled(columns[d], other, -(float)Lbfgs.Dot(columns[d], other), columns[d]);
            }

            Lbfgs.AddScaled(columns[d], columns[d], (float)(1 / Math.Sqrt(Lbfgs.Dot(columns[d], columns[d]))) - 1, columns[d]);
        }

        var result = new float[basis.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = columns[i % dimensions][i / dimensions];
        }

        return result;
    }
}

using System.Numerics;

namespace Siaran.Training.Entities;

/// <summary>Limited-memory BFGS (Liu and Nocedal 1989) with backtracking line search.</summary>
internal static class Lbfgs
{
    private const int Memory = 8;

    /// <param name="x">Where to start; holds the minimum afterwards.</param>
    /// <param name="evaluate">Writes the gradient at a point and returns the value there.</param>
    /// <param name="rounds">The most iterations.</param>
    public static void Minimise(float[] x, Func<float[], float[], double> evaluate, int rounds)
    {
        var gradient = new float[x.Length];
        var value = evaluate(x, gradient);
        List<(float[] S, float[] Y, double Rho)> history = [];
        for (var round = 0; round < rounds; round++)
        {
            var direction = Direction(gradient, history);
            var slope = Dot(gradient, direction);
            var step = round == 0 ? 1 / Math.Sqrt(Dot(gradient, gradient)) : 1.0;
            var (next, nextGradient) = (new float[x.Length], new float[x.Length]);
            double nextValue;
            for (var tries = 0; ; tries++)
            {
                AddScaled(x, direction, (float)step, next);
                nextValue = evaluate(next, nextGradient);
                if (nextValue <= value + (1e-4 * step * slope) || tries > 20)
                {
                    break;
                }

                step /= 2;
            }

            var (s, y) = (new float[x.Length], new float[x.Length]);
            AddScaled(next, x, -1, s);
            AddScaled(nextGradient, gradient, -1, y);
            var curvature = Dot(s, y);
            if (curvature > 1e-10)
            {
                history.Add((s, y, 1 / curvature));
                if (history.Count > Memory)
                {
                    history.RemoveAt(0);
                }
            }

            var change = (value - nextValue) / Math.Max(1, Math.Abs(nextValue));
            Array.Copy(next, x, x.Length);
            (gradient, value) = (nextGradient, nextValue);
            if (change < 1e-5)
            {
                break;
            }
        }
    }

    private static float[] Direction(float[] gradient, List<(float[] S, float[] Y, double Rho)> history)
    {
        var q = new float[gradient.Length];
        AddScaled(q, gradient, -1, q);
        var alphas = new double[history.Count];
        for (var i = history.Count - 1; i >= 0; i--)
        {
            alphas[i] = history[i].Rho * Dot(history[i].S, q);
            AddScaled(q, history[i].Y, (float)-alphas[i], q);
        }

        if (history.Count > 0)
        {
            var (s, y, _) = history[^1];
            var scale = (float)(Dot(s, y) / Dot(y, y));
            for (var i = 0; i < q.Length; i++)
            {
                q[i] *= scale;
            }
        }

        for (var i = 0; i < history.Count; i++)
        {
            var beta = history[i].Rho * Dot(history[i].Y, q);
            AddScaled(q, history[i].S, (float)(alphas[i] - beta), q);
        }

        return q;
    }

    public static double Dot(float[] a, float[] b)
    {
        var sum = 0.0;
        var i = 0;
        for (; i + 4096 <= a.Length; i += 4096)
        {
            var part = Vector<float>.Zero;
            for (var k = i; k < i + 4096; k += Vector<float>.Count)
            {
                part += new Vector<float>(a, k) * new Vector<float>(b, k);
            }

            sum += Vector.Sum(part);
        }

        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    public static void AddScaled(float[] a, float[] b, float scale, float[] into)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= a.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(a, i) + (new Vector<float>(b, i) * scale)).CopyTo(into, i);
        }

        for (; i < a.Length; i++)
        {
            into[i] = a[i] + (b[i] * scale);
        }
    }
}

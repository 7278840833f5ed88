using Siaran.Tagging.Entities;

namespace Siaran.Training.Entities;

/// <summary>A sentence as the field sees it: the known features of each token (null where it can be no name) and its labels.</summary>
internal sealed record CrfSentence(int[]?[] Features, byte[] Labels, int Style);

/// <summary>
/// The likelihood of a linear-chain conditional random field with shared weights and weights for each style (Daumé 2007), and its gradient.
/// </summary>
internal sealed class Crf(List<CrfSentence> sentences, int features, float shared, float own)
{
    private const int L = EntityModel.Labels;
    private const int T = L * L;

    /// <summary>Shared, news and web: rows of features, then transitions.</summary>
    public int Size => 3 * Block;

    private int Block => (features * L) + T;

    /// <summary>The weights of a style: shared and own together.</summary>
    public float[] Of(float[] x, int style)
    {
        var merged = new float[Block];
        for (var i = 0; i < Block; i++)
        {
            merged[i] = x[i] + x[((1 + style) * Block) + i];
        }

        return merged;
    }

    /// <summary>The penalised negative log-likelihood at <paramref name="x"/>, and its gradient.</summary>
    public double Evaluate(float[] x, float[] gradient)
    {
        Array.Clear(gradient);
        float[][] weights = [Of(x, 0), Of(x, 1)];
        float[][] gradients = [new float[Block], new float[Block]];
        var value = 0.0;
        foreach (var sentence in sentences)
        {
            value += Add(sentence, weights[sentence.Style], gradients[sentence.Style]);
        }

        for (var i = 0; i < Block; i++)
        {
            gradient[i] = gradients[0][i] + gradients[1][i] + (shared * x[i]);
            gradient[Block + i] = gradients[0][i] + (own * x[Block + i]);
            gradient[(2 * Block) + i] = gradients[1][i] + (own * x[(2 * Block) + i]);
            value += (shared * x[i] * x[i] / 2) + (own * ((x[Block + i] * x[Block + i]) + (x[(2 * Block) + i] * x[(2 * Block) + i])) / 2);
        }

        return value;
    }

    /// <summary>Writes the score of each label at each token.</summary>
    public static void Emit(CrfSentence sentence, float[] weights, Span<float> emissions)
    {
        for (var i = 0; i < sentence.Labels.Length; i++)
        {
            var row = emissions.Slice(i * L, L);
            row.Clear();
            if (sentence.Features[i] is not { } known)
            {
                row.Fill(ViterbiDecoder.Impossible);
                row[0] = 0;
                continue;
            }

            foreach (var f in known)
            {
                for (var y = 0; y < L; y++)
                {
                    row[y] += weights[(f * L) + y];
                }
            }
        }
    }

    private double Add(CrfSentence sentence, float[] weights, float[] gradient)
    {
        var n = sentence.Labels.Length;
        var (emissions, alpha, beta) = (new float[n * L], new double[n * L], new double[n * L]);
        Emit(sentence, weights, emissions);
        var start = features * L;
        var moves = new double[T];
        for (var i = 0; i < T; i++)
        {
            moves[i] = ViterbiDecoder.Follows(i / L, i % L) ? Math.Exp(weights[start + i]) : 0;
        }

        var log = Forward(emissions, moves, alpha, n, out var scales);
        Backward(emissions, moves, beta, n, scales);
        var gold = 0.0;
        Span<double> marginal = stackalloc double[L];
        for (var i = 0; i < n; i++)
        {
            gold +=
                emissions[(i * L) + sentence.Labels[i]] + (i > 0 ? weights[start + (sentence.Labels[i - 1] * L) + sentence.Labels[i]] : 0);
            var sum = 0.0;
            for (var y = 0; y < L; y++)
            {
                marginal[y] = alpha[(i * L) + y] * beta[(i * L) + y];
                sum += marginal[y];
            }

            Spread(sentence, gradient, i, marginal, sum);
            if (i > 0)
            {
                Transit(sentence, gradient, i, start, moves, emissions, alpha, beta);
            }
        }

        return log - gold;
    }

    private static void Spread(CrfSentence sentence, float[] gradient, int i, Span<double> marginal, double sum)
    {
        if (sentence.Features[i] is not { } known)
        {
            return;
        }

        Span<float> delta = stackalloc float[L];
        for (var y = 0; y < L; y++)
        {
            delta[y] = (float)(marginal[y] / sum) - (sentence.Labels[i] == y ? 1 : 0);
        }

        foreach (var f in known)
        {
            for (var y = 0; y < L; y++)
            {
                gradient[(f * L) + y] += delta[y];
            }
        }
    }

    private static void Transit(
        CrfSentence sentence,
        float[] gradient,
        int i,
        int start,
        double[] moves,
        float[] emissions,
        double[] alpha,
        double[] beta
    )
    {
        Span<double> pairs = stackalloc double[T];
        Span<double> gains = stackalloc double[L];
        Gains(emissions, i, gains, out _);
        var sum = 0.0;
        for (var x = 0; x < L; x++)
        {
            for (var y = 0; y < L; y++)
            {
                pairs[(x * L) + y] = alpha[((i - 1) * L) + x] * moves[(x * L) + y] * gains[y] * beta[(i * L) + y];
                sum += pairs[(x * L) + y];
            }
        }

        for (var p = 0; p < T; p++)
        {
            gradient[start + p] += (float)(pairs[p] / sum);
        }

        gradient[start + (sentence.Labels[i - 1] * L) + sentence.Labels[i]] -= 1;
    }

    private static void Gains(ReadOnlySpan<float> emissions, int i, Span<double> gains, out double most)
    {
        most = double.NegativeInfinity;
        for (var y = 0; y < L; y++)
        {
            most = Math.Max(most, emissions[(i * L) + y]);
        }

        for (var y = 0; y < L; y++)
        {
            gains[y] = Math.Exp(emissions[(i * L) + y] - most);
        }
    }

    private static double Forward(float[] emissions, double[] moves, double[] alpha, int n, out double[] scales)
    {
        scales = new double[n];
        Span<double> gains = stackalloc double[L];
        var log = 0.0;
        for (var i = 0; i < n; i++)
        {
            Gains(emissions, i, gains, out var most);
            for (var y = 0; y < L; y++)
            {
                var sum = 0.0;
                for (var x = 0; i > 0 && x < L; x++)
                {
                    sum += alpha[((i - 1) * L) + x] * moves[(x * L) + y];
                }

                alpha[(i * L) + y] =
                    gains[y]
                    * (
                        i > 0 ? sum
                        : ViterbiDecoder.Follows(0, y) ? 1
                        : 0
                    );
                scales[i] += alpha[(i * L) + y];
            }

            for (var y = 0; y < L; y++)
            {
                alpha[(i * L) + y] /= scales[i];
            }

            log += Math.Log(scales[i]) + most;
        }

        return log;
    }

    private static void Backward(float[] emissions, double[] moves, double[] beta, int n, double[] scales)
    {
        Span<double> gains = stackalloc double[L];
        for (var y = 0; y < L; y++)
        {
            beta[((n - 1) * L) + y] = 1;
        }

        for (var i = n - 2; i >= 0; i--)
        {
            Gains(emissions, i + 1, gains, out _);
            for (var x = 0; x < L; x++)
            {
                var sum = 0.0;
                for (var y = 0; y < L; y++)
                {
                    sum += moves[(x * L) + y] * gains[y] * beta[((i + 1) * L) + y];
                }

                beta[(i * L) + x] = sum / scales[i + 1];
            }
        }
    }
}

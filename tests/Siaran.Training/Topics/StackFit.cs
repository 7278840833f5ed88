using Siaran.Tagging.Topics;
using Siaran.Training.Entities;

namespace Siaran.Training.Topics;

/// <summary>Fits the regression of one sector over what speaks for it.</summary>
internal static class StackFit
{
    private const int Rounds = 100;
    private const float Penalty = 3;

    /// <summary>Weights of the evidence, then a bias.</summary>
    public static float[] Run(float[][] evidence, bool[] gold, float[] importance)
    {
        var weights = new float[evidence[0].Length + 1];
        Lbfgs.Minimise(weights, (x, gradient) => Evaluate(x, gradient, evidence, gold, importance), Rounds);
        return weights;
    }

    private static double Evaluate(float[] x, float[] gradient, float[][] evidence, bool[] gold, float[] importance)
    {
        var (loss, sums) = (0.0, new double[x.Length]);
        for (var t = 0; t < evidence.Length; t++)
        {
            var p = SectorModel.Stacked(x, evidence[t]);
            loss -= importance[t] * Math.Log(Math.Max(1e-9, gold[t] ? p : 1 - p));
            var delta = importance[t] * (p - (gold[t] ? 1 : 0));
            for (var i = 0; i < evidence[t].Length; i++)
            {
                sums[i] += delta * evidence[t][i];
            }

            sums[^1] += delta;
        }

        for (var i = 0; i < x.Length; i++)
        {
            var penalty = i < x.Length - 1 ? Penalty * x[i] : 0;
            gradient[i] = (float)sums[i] + penalty;
            loss += penalty * x[i] / 2;
        }

        return loss;
    }
}

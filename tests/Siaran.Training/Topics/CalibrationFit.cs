using Siaran.Tagging.Topics;
using Siaran.Training.Entities;

namespace Siaran.Training.Topics;

/// <summary>What speaks for a topic, and whether it is right.</summary>
internal readonly record struct JudgedTopic(double Words, double News, double Sector, bool IsRight);

/// <summary>Fits the regression that makes a confidence of what speaks for a topic.</summary>
internal static class CalibrationFit
{
    private const int Rounds = 200;
    private const double Least = 1e-9;

    public static TopicCalibration Run(IReadOnlyList<JudgedTopic> topics)
    {
        var weights = new float[4];
        Lbfgs.Minimise(weights, (x, gradient) => Evaluate(x, gradient, topics), Rounds);
        return Of(weights);
    }

    private static TopicCalibration Of(float[] weights) => new(weights[0], weights[1], weights[2], weights[3]);

    private static double Evaluate(float[] x, float[] gradient, IReadOnlyList<JudgedTopic> topics)
    {
        var (loss, sums, calibration) = (0.0, new double[x.Length], Of(x));
        foreach (var topic in topics)
        {
            var p = calibration.Confidence(topic.Words, topic.News, topic.Sector);
            loss -= Math.Log(Math.Max(Least, topic.IsRight ? p : 1 - p)) / topics.Count;
            var delta = (p - (topic.IsRight ? 1 : 0)) / topics.Count;
            double[] evidence = [1, Math.Log(topic.Words), topic.News, topic.Sector];
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += delta * evidence[i];
            }
        }

        for (var i = 0; i < sums.Length; i++)
        {
            gradient[i] = (float)sums[i];
        }

        return loss;
    }
}

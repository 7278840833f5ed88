using Siaran.Training.Entities;

namespace Siaran.Training.Topics;

/// <summary>Fits one logistic regression a label over TF-IDF.</summary>
internal sealed class LinearFit
{
    private const int Rounds = 80;

    private readonly Dictionary<uint, int> index = [];
    private readonly int labels;
    private float[] weights = [];

    /// <param name="texts">What to learn from.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="rarest">In how many texts a feature occurs at least.</param>
    /// <param name="penalty">Of the square of a weight, halved.</param>
    /// <param name="importance">How much each text counts; null where all count 1.</param>
    public LinearFit(List<LabelledText> texts, int labels, int rarest, float penalty, float[]? importance = null)
    {
        this.labels = labels;
        Dictionary<uint, int> counts = [];
        foreach (var feature in texts.SelectMany(text => text.Features))
        {
            counts[feature.Key] = counts.GetValueOrDefault(feature.Key) + 1;
        }

        foreach (var (key, _) in counts.Where(c => c.Value >= rarest).OrderBy(c => c.Key))
        {
            index[key] = index.Count;
        }

        Features = [.. index.Keys];
        Rarity = [.. Features.Select(key => MathF.Log((1f + texts.Count) / (1 + counts[key])) + 1)];
        Train([.. texts.Select(Vector)], [.. texts.Select(text => text.Labels)], penalty, importance);
    }

    public uint[] Features { get; }

    public float[] Rarity { get; }

    /// <summary>Rows of a feature each.</summary>
    public float[] Weights => weights[..(Features.Length * labels)];

    public float[] Biases => weights[(Features.Length * labels)..];

    public float[] Probabilities(LabelledText text) => Score(weights, Vector(text));

    /// <summary>TF-IDF of unit length; features never seen are left out.</summary>
    public (int Row, float Value)[] Vector(LabelledText text)
    {
        var vector = text
            .Features.Where(f => index.ContainsKey(f.Key))
            .Select(f => (Row: index[f.Key], Value: (1 + MathF.Log(f.Value)) * Rarity[index[f.Key]]))
            .ToArray();
        var length = MathF.Sqrt(vector.Sum(v => v.Value * v.Value));
        return [.. vector.Select(v => (v.Row, v.Value / length))];
    }

    private float[] Score(float[] x, (int Row, float Value)[] vector)
    {
        var scores = x[(Features.Length * labels)..];
        foreach (var (row, value) in vector)
        {
            for (var l = 0; l < labels; l++)
            {
                scores[l] += x[(row * labels) + l] * value;
            }
        }

        for (var l = 0; l < labels; l++)
        {
            scores[l] = 1 / (1 + MathF.Exp(-scores[l]));
        }

        return scores;
    }

    private void Train((int Row, float Value)[][] vectors, int[][] gold, float penalty, float[]? importance)
    {
        weights = new float[(Features.Length + 1) * labels];
        var bias = Features.Length * labels;
        Lbfgs.Minimise(
            weights,
            (x, gradient) =>
            {
                var loss = 0.0;
                for (var i = 0; i < bias; i++)
                {
                    gradient[i] = penalty * x[i];
                    loss += penalty * x[i] * x[i] / 2;
                }

                Array.Clear(gradient, bias, labels);
                for (var t = 0; t < vectors.Length; t++)
                {
                    var (delta, weight) = (Score(x, vectors[t]), importance?[t] ?? 1);
                    for (var l = 0; l < labels; l++)
                    {
                        var isGold = Array.IndexOf(gold[t], l) >= 0;
                        loss -= weight * Math.Log(Math.Max(1e-9, isGold ? delta[l] : 1 - delta[l]));
                        delta[l] = weight * (delta[l] - (isGold ? 1 : 0));
                        gradient[bias + l] += delta[l];
                    }

                    foreach (var (row, value) in vectors[t])
                    {
                        for (var l = 0; l < labels; l++)
                        {
                            gradient[(row * labels) + l] += delta[l] * value;
                        }
                    }
                }

                return loss;
            },
            Rounds
        );
    }
}

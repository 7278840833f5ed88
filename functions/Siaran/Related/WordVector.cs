namespace Siaran.Related;

/// <summary>A summary's words, ready for comparing: unit vectors over their common names.</summary>
internal sealed class WordVector
{
    private readonly uint[] words;
    private readonly double[] own;
    private readonly double[] spread;

    private WordVector(uint[] words, double[] own, double[] spread)
    {
        (this.words, this.own, this.spread) = (words, Unit(own), Unit(spread));
    }

    public static WordVector Of(DocumentSummary summary) =>
        new(
            [.. summary.Words.Select(w => w.Word)],
            [.. summary.Words.Select(w => w.Own.Value)],
            [.. summary.Words.Select(w => w.Spread.Value)]
        );

    /// <summary>The cosine of what the two releases say themselves.</summary>
    public double Own(WordVector other) => Dot(words, own, other.words, other.own);

    /// <summary>The cosine once each has taken in the words of its neighbourhood.</summary>
    public double Spread(WordVector other) => Dot(words, spread, other.words, other.spread);

    /// <summary>Words of both, by their names, with how much each ties the two.</summary>
    public List<(uint Word, double Tie)> Shared(WordVector other)
    {
        var shared = new List<(uint Word, double Tie)>();
        for (var (i, j) = (0, 0); i < words.Length && j < other.words.Length; )
        {
            if (words[i] == other.words[j] && own[i] * other.own[j] > 0)
            {
                shared.Add((words[i], own[i] * other.own[j]));
            }

            (i, j) =
                words[i] == other.words[j] ? (i + 1, j + 1)
                : words[i] < other.words[j] ? (i + 1, j)
                : (i, j + 1);
        }

        return shared;
    }

    /// <summary>Adds this vector's own words, times <paramref name="factor"/>, to <paramref name="sum"/>.</summary>
    public void AddTo(Dictionary<uint, double> sum, double factor)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (own[i] > 0)
            {
                sum[words[i]] = sum.GetValueOrDefault(words[i]) + (factor * own[i]);
            }
        }
    }

    private static double Dot(uint[] words, double[] weights, uint[] otherWords, double[] otherWeights)
    {
        // A merge of two sorted arrays, O(n + m) with n, m ≤ 128, and without a dictionary: it runs for
        // each candidate of each release.
        var sum = 0.0;
        for (var (i, j) = (0, 0); i < words.Length && j < otherWords.Length; )
        {
            if (words[i] == otherWords[j])
            {
                sum += weights[i++] * otherWeights[j++];
            }
            else if (words[i] < otherWords[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum;
    }

    private static double[] Unit(double[] vector)
    {
        var length = Math.Sqrt(vector.Sum(v => v * v));
        return length > 0 ? [.. vector.Select(v => v / length)] : vector;
    }
}

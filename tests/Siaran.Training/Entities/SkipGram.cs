using System.Numerics;

namespace Siaran.Training.Entities;

/// <summary>
/// Skip-gram vectors with negative sampling (Mikolov et al. 2013), on one thread with a fixed seed, so that the same text gives the same
/// vectors.
/// </summary>
internal static class SkipGram
{
    private const int Negatives = 5;
    private const float StartRate = 0.05f;
    private const int SampleTable = 1 << 22;

    /// <param name="documents">Word ids; 0 and above.</param>
    /// <param name="counts">How often each word occurs there.</param>
    /// <param name="width">Dimensions of a vector, a multiple of <see cref="Vector{T}.Count"/>.</param>
    /// <param name="window">How many neighbours at each side count, at most.</param>
    /// <param name="epochs">How often the text is read.</param>
    public static float[] Train(List<int[]> documents, long[] counts, int width, int window, int epochs)
    {
        var random = new Random(20260101);
        var (input, output) = (new float[counts.Length * width], new float[counts.Length * width]);
        for (var i = 0; i < input.Length; i++)
        {
            input[i] = (random.NextSingle() - 0.5f) / width;
        }

        var table = NoiseTable(counts);
        var total = counts.Sum() * epochs;
        var keep = counts
            .Select(count => (float)(Math.Sqrt(count / (1e-4 * counts.Sum())) + 1) * (float)(1e-4 * counts.Sum() / Math.Max(1, count)))
            .ToArray();
        long seen = 0;
        var gradient = new float[width];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var document in documents)
            {
                var rate = Math.Max(StartRate * 1e-3f, StartRate * (1 - (float)seen / total));
                seen += document.Length;
                var kept = document.Where(word => keep[word] >= 1 || keep[word] > random.NextSingle()).ToArray();
                for (var at = 0; at < kept.Length; at++)
                {
                    var reach = 1 + random.Next(window);
                    for (var other = Math.Max(0, at - reach); other <= Math.Min(kept.Length - 1, at + reach); other++)
                    {
                        if (other != at)
                        {
                            Update(input.AsSpan(kept[at] * width, width), output, kept[other], table, rate, random, gradient);
                        }
                    }
                }
            }
        }

        return input;
    }

    private static void Update(Span<float> vector, float[] output, int target, int[] table, float rate, Random random, float[] gradient)
    {
        var width = vector.Length;
        Array.Clear(gradient);
        var step = Vector<float>.Count;
        for (var n = 0; n <= Negatives; n++)
        {
            var word = n == 0 ? target : table[random.Next(SampleTable)];
            if (n > 0 && word == target)
            {
                continue;
            }

            var context = output.AsSpan(word * width, width);
            var sum = Vector<float>.Zero;
            for (var i = 0; i < width; i += step)
            {
                sum += new Vector<float>(vector[i..]) * new Vector<float>(context[i..]);
            }

            var dot = Vector.Sum(sum);
            var delta = rate * ((n == 0 ? 1f : 0f) - (1f / (1f + MathF.Exp(-Math.Clamp(dot, -8f, 8f)))));
            for (var i = 0; i < width; i += step)
            {
                var c = new Vector<float>(context[i..]);
                (new Vector<float>(gradient.AsSpan(i)) + (c * delta)).CopyTo(gradient.AsSpan(i));
                (c + (new Vector<float>(vector[i..]) * delta)).CopyTo(context[i..]);
            }
        }

        for (var i = 0; i < width; i += step)
        {
            (new Vector<float>(vector[i..]) + new Vector<float>(gradient.AsSpan(i))).CopyTo(vector[i..]);
        }
    }

    private static int[] NoiseTable(long[] counts)
    {
        var powers = counts.Select(count => Math.Pow(count, 0.75)).ToArray();
        var (total, table, word, sum) = (powers.Sum(), new int[SampleTable], 0, powers[0]);
        for (var i = 0; i < SampleTable; i++)
        {
            while (word < counts.Length - 1 && sum / total < (double)i / SampleTable)
            {
                sum += powers[++word];
            }

            table[i] = word;
        }

        return table;
    }
}

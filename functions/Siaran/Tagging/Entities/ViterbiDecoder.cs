using System.Runtime.Intrinsics;
using Siaran.Tagging.Models;

namespace Siaran.Tagging.Entities;

/// <summary>From scores of labels to names.</summary>
internal static class ViterbiDecoder
{
    // Far below any sum of weights, and yet finite: a forbidden step loses against every permitted path, but never makes NaN of a sum.
    public const float Impossible = -1e4f;

    /// <summary>The emissions of a token that is part of no name for certain.</summary>
    public static Vector256<float> Outside { get; } = Vector256.Create(Impossible).WithElement(0, 0f);

    /// <summary>
    /// The best sequence of labels (Viterbi). Emissions have a lane for each of the <see cref="EntityModel.Labels"/> and one that nobody
    /// reads; transitions go from row to column.
    /// </summary>
    // Nothing here allocates per token: one pooled byte for each token and lane.
    public static void Decode(ReadOnlySpan<Vector256<float>> emissions, ReadOnlySpan<float> transitions, Span<byte> labels)
    {
        // Viterbi (1967) as for any linear-chain CRF: the best path to a label at i is the best over the labels at i − 1, so time is
        // tokens × labels², memory tokens × labels. All labels of a token are decided at once, a lane each. Choosing the best label token
        // by token would be faster, but gives an inside without its begin.
        const int labelCount = EntityModel.Labels;
        using var pooled = new Rented<long>(labels.Length);
        var from = pooled.Span;
        Span<Vector256<float>> steps = stackalloc Vector256<float>[labelCount];
        Steps(transitions, steps);
        var best = emissions[0];
        // A text cannot begin inside a name.
        for (var y = 2; y < labelCount; y += 2)
        {
            best = best.WithElement(y, best[y] + Impossible);
        }

        for (var i = 1; i < labels.Length; i++)
        {
            var (most, previous) = (Vector256.Create(float.NegativeInfinity), Vector256<int>.Zero);
            for (var x = 0; x < labelCount; x++)
            {
                var score = Vector256.Create(best[x]) + steps[x];
                var isMore = Vector256.GreaterThan(score, most);
                most = Vector256.ConditionalSelect(isMore, score, most);
                previous = Vector256.ConditionalSelect(isMore.AsInt32(), Vector256.Create(x), previous);
            }

            best = most + emissions[i];
            from[i] = Vector128.Narrow(Vector128.Narrow(previous.GetLower(), previous.GetUpper()), default).AsInt64()[0];
        }

        // No transition leads to an end: a text may end within a name.
        var label = 0;
        for (var y = 1; y < labelCount; y++)
        {
            label = best[y] > best[label] ? y : label;
        }

        // Back along the choices: only the end knows which path was the best.
        for (var i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = (byte)label;
            label = i > 0 ? (byte)(from[i] >> (label * 8)) : 0;
        }
    }

    /// <summary>What each step costs, a row for each label that it leads from and a lane for each that it leads to.</summary>
    private static void Steps(ReadOnlySpan<float> transitions, Span<Vector256<float>> steps)
    {
        for (var x = 0; x < steps.Length; x++)
        {
            steps[x] = Vector256.Create(Impossible);
            for (var y = 0; y < steps.Length; y++)
            {
                steps[x] = Follows(x, y) ? steps[x].WithElement(y, transitions[(x * steps.Length) + y]) : steps[x];
            }
        }
    }

    // IOB2 (a name begins with its begin label even behind another of its kind), so that "Surabaya
    // Bandung" can be two places.
    public static void Spans(ReadOnlySpan<byte> labels, List<EntitySpan> found)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == 0)
            {
                continue;
            }

            var (first, kind) = (i, (EntityKind)((labels[i] - 1) / 2));
            // Labels are odd at the begin of a kind and the even number after it inside.
            // The decoder never gives an inside without its begin, so no case is needed for one.
            while (i + 1 < labels.Length && labels[i + 1] == (2 * (int)kind) + 2)
            {
                i++;
            }

            found.Add(new(kind, first, i));
        }
    }

    /// <summary>
    /// Whether label <paramref name="y"/> may stand after <paramref name="x"/>: an inside only after a begin or inside of its kind.
    /// </summary>
    public static bool Follows(int x, int y) => y == 0 || y % 2 == 1 || x == y || x == y - 1;
}

namespace Siaran.Tagging.Entities;

/// <summary>From scores of labels to names.</summary>
internal static class ViterbiDecoder
{
    // Far below any sum of weights, and yet finite: a forbidden step loses against every permitted path, but never makes NaN of a sum.
    public const float Impossible = -1e4f;

    /// <summary>
    /// The best sequence of labels (Viterbi). Emissions are rows of <see cref="EntityModel.Labels"/>; transitions go from row to column.
    /// </summary>
    // Nothing here allocates per token: two rows of seven on the stack, and one pooled byte for each
    // token and label.
    public static void Decode(ReadOnlySpan<float> emissions, ReadOnlySpan<float> transitions, Span<byte> labels)
    {
        // Viterbi (1967) as for any linear-chain CRF: the best path to a label at i is the best over the labels at i − 1, so time is
        // tokens × labels², memory tokens × labels. Labels are seven, hence one byte each and no pruning. Choosing the best label token by
        // token would be faster, but gives an inside without its begin.
        const int labelCount = EntityModel.Labels;
        var from = System.Buffers.ArrayPool<byte>.Shared.Rent(labels.Length * labelCount);
        Span<float> best = stackalloc float[labelCount];
        Span<float> next = stackalloc float[labelCount];
        emissions[..labelCount].CopyTo(best);
        // A text cannot begin inside a name.
        for (var y = 2; y < labelCount; y += 2)
        {
            best[y] += Impossible;
        }

        for (var i = 1; i < labels.Length; i++)
        {
            // Where the first name label is ruled out (a break between paragraphs), all are: most of the work of a long text is saved here.
            var lastLabel = emissions[(i * labelCount) + 1] <= Impossible ? 1 : labelCount;
            // Twice, so that it is below any path that breaks one rule only.
            next[lastLabel..].Fill(Impossible * 2);
            for (var y = 0; y < lastLabel; y++)
            {
                var (most, previous) = (float.NegativeInfinity, 0);
                for (var x = 0; x < labelCount; x++)
                {
                    var score = best[x] + (Follows(x, y) ? transitions[(x * labelCount) + y] : Impossible);
                    (most, previous) = score > most ? (score, x) : (most, previous);
                }

                next[y] = most + emissions[(i * labelCount) + y];
                from[(i * labelCount) + y] = (byte)previous;
            }

            next.CopyTo(best);
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
            label = i > 0 ? from[(i * labelCount) + label] : 0;
        }

        System.Buffers.ArrayPool<byte>.Shared.Return(from);
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

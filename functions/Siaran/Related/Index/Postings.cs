using System.Buffers;

namespace Siaran.Related.Index;

/// <summary>One release that has a term.</summary>
internal readonly record struct Posting(long Number, Weight Weight);

/// <summary>Who has a term, by number: the <see cref="MaxKept"/> in whom it weighs most, the newest where weights are equal.</summary>
/// <param name="Count">How many releases had it, kept or not.</param>
/// <param name="Kept">By number.</param>
internal sealed record Postings(long Count, IReadOnlyList<Posting> Kept)
{
    // Static index pruning (Carmel et al., 2001): a common term costs no more than sixty-four postings
    // a segment, while a rare one keeps all. What is cut off would hardly have made any list, for a
    // common term weighs little.
    public const int MaxKept = 64;

    public static byte[] Write(Postings postings)
    {
        var output = new ArrayBufferWriter<byte>(8 + (4 * postings.Kept.Count));
        Varint.Write(output, (ulong)postings.Count);
        Varint.Write(output, (ulong)postings.Kept.Count);
        var last = 0L;
        foreach (var (number, weight) in postings.Kept)
        {
            // Gaps instead of numbers: in a segment they are small, and most fit a byte or two.
            Varint.Write(output, (ulong)(number - last));
            output.Write([weight.Level]);
            last = number;
        }

        return output.WrittenSpan.ToArray();
    }

    public static Postings Read(ReadOnlySpan<byte> bytes)
    {
        var kept = new List<Posting>();
        return new(Read(bytes, kept), kept);
    }

    /// <summary>Adds those kept to <paramref name="kept"/>; answers how many releases had the term.</summary>
    public static long Read(ReadOnlySpan<byte> bytes, List<Posting> kept)
    {
        var count = (long)Varint.Read(ref bytes);
        var last = 0L;
        var left = (int)Varint.Read(ref bytes);
        for (kept.EnsureCapacity(kept.Count + left); left > 0; left--)
        {
            last += (long)Varint.Read(ref bytes);
            kept.Add(new(last, new(bytes[0])));
            bytes = bytes[1..];
        }

        return count;
    }

    /// <summary>All of them together, without those who are <paramref name="dead"/>.</summary>
    public static Postings Merge(IReadOnlyCollection<Postings> parts, IReadOnlySet<long> dead)
    {
        var all = parts.SelectMany(p => p.Kept).ToList();
        var live = all.Where(p => !dead.Contains(p.Number)).ToList();
        // Of those not kept nobody knows who is dead. The count is an upper bound, and the bound is what rarity is computed from.
        var count = Math.Max(live.Count, parts.Sum(p => p.Count) - (all.Count - live.Count));
        return new(count, [.. Weightiest(live, MaxKept).OrderBy(p => p.Number)]);
    }

    /// <summary>The <paramref name="most"/> in whom the term weighs most, the newest where weights are equal.</summary>
    public static List<Posting> Weightiest(List<Posting> postings, int most)
    {
        if (postings.Count <= most)
        {
            return postings;
        }

        // A weight is one byte, so the threshold is found by counting and without sorting all of a common term.
        Span<int> having = stackalloc int[byte.MaxValue + 1];
        foreach (var posting in postings)
        {
            having[posting.Weight.Level]++;
        }

        var (least, room) = (byte.MaxValue, most);
        while (having[least] <= room)
        {
            room -= having[least--];
        }

        var kept = new List<Posting>(most);
        var equal = new List<Posting>();
        foreach (var posting in postings)
        {
            if (posting.Weight.Level >= least)
            {
                (posting.Weight.Level > least ? kept : equal).Add(posting);
            }
        }

        equal.Sort((one, other) => other.Number.CompareTo(one.Number));
        kept.AddRange(equal.Take(room));
        return kept;
    }
}

using System.Buffers;

namespace Siaran.Related.Index;

/// <summary>
/// Everyone who has a stem, by number, each with what the stem weighs in it. Unlike <see cref="Postings"/> none is left out: a search must
/// find whatever holds its words.
/// </summary>
internal static class FullPostings
{
    // Gaps between numbers and the weights' distances from the commonest one, both by Rice codes (Rice and Plaunt, Adaptive variable-length
    // coding, 1971), whose parameters each list chooses: some ten bits a posting where bytes would take sixteen or more. What is saved is
    // room in the cache, which then holds what searches of a million releases ask for again and again.
    // The few postings of a rare word stay bytes: choosing would cost more than it saves.
    private const int Few = 8;

    public static byte[] Write(IReadOnlyList<Posting> byNumber)
    {
        var output = new ArrayBufferWriter<byte>(8 + (2 * byNumber.Count));
        Varint.Write(output, (ulong)byNumber.Count);
        if (byNumber.Count < Few)
        {
            var last = 0L;
            foreach (var (number, weight) in byNumber)
            {
                Varint.Write(output, (ulong)(number - last));
                output.Write([weight.Level]);
                last = number;
            }
        }
        else
        {
            WriteCoded(output, byNumber);
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>How many there are.</summary>
    public static int Count(ReadOnlySpan<byte> bytes) => (int)Varint.Read(ref bytes);

    /// <summary>Those of one segment, in turn.</summary>
    public static Reader Read(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>Those of several segments without the <paramref name="dead"/>; empty where none is left.</summary>
    public static ReadOnlyMemory<byte> Merge(IReadOnlyList<ReadOnlyMemory<byte>> parts, IReadOnlySet<long> dead)
    {
        var all = new List<Posting>(parts.Sum(part => Count(part.Span)));
        var isSorted = true;
        foreach (var part in parts)
        {
            var reader = Read(part.Span);
            while (reader.Next())
            {
                if (!dead.Contains(reader.Number))
                {
                    isSorted = isSorted && (all.Count == 0 || all[^1].Number < reader.Number);
                    all.Add(new(reader.Number, reader.Weight));
                }
            }
        }

        // Segments mostly follow each other by number, and then their lists joined are in order
        // already.
        if (!isSorted)
        {
            all.Sort((one, other) => one.Number.CompareTo(other.Number));
        }

        return all.Count > 0 ? Write(all) : default;
    }

    private static void WriteCoded(ArrayBufferWriter<byte> output, IReadOnlyList<Posting> byNumber)
    {
        var first = byNumber[0].Number;
        var common = byNumber.CountBy(posting => posting.Weight.Level).MaxBy(level => (level.Value, level.Key)).Key;
        var gaps = RiceCode.For((double)(byNumber[^1].Number - first) / (byNumber.Count - 1));
        var weights = RiceCode.For(byNumber.Average(posting => Fold(posting.Weight.Level - common)));
        output.Write([(byte)gaps.Bits, (byte)weights.Bits, common]);
        Varint.Write(output, (ulong)first);
        var bits = new BitWriter(output);
        var last = first - 1;
        foreach (var (number, weight) in byNumber)
        {
            gaps.Write(bits, (ulong)(number - last - 1));
            weights.Write(bits, (ulong)Fold(weight.Level - common));
            last = number;
        }

        bits.Flush();
    }

    // 0, −1, 1, −2, 2 … as 0, 1, 2, 3, 4 …: what is near the commonest weight is short either way.
    private static int Fold(int difference) => (difference << 1) ^ (difference >> 31);

    private static int Unfold(int folded) => (folded >> 1) ^ -(folded & 1);

    /// <summary>Walks through postings without a copy of them.</summary>
    public ref struct Reader
    {
        private readonly RiceCode gaps;
        private readonly RiceCode weights;
        private readonly byte common;
        private readonly bool isCoded;
        private ReadOnlySpan<byte> rest;
        private long bit;
        private int left;

        public Reader(ReadOnlySpan<byte> bytes)
        {
            left = (int)Varint.Read(ref bytes);
            isCoded = left >= Few;
            if (isCoded)
            {
                (gaps, weights, common) = (new(bytes[0]), new(bytes[1]), bytes[2]);
                bytes = bytes[3..];
                Number = (long)Varint.Read(ref bytes) - 1;
            }

            rest = bytes;
        }

        public long Number { get; private set; }

        public Weight Weight { get; private set; }

        /// <summary>False after the last.</summary>
        /// <exception cref="IndexDamagedException">The bytes end too early.</exception>
        public bool Next()
        {
            if (left == 0)
            {
                return false;
            }

            left--;
            if (isCoded)
            {
                Number += 1 + (long)gaps.Read(rest, ref bit);
                Weight = new((byte)(common + Unfold((int)weights.Read(rest, ref bit))));
                return true;
            }

            Number += (long)Varint.Read(ref rest);
            Weight = new(rest[0]);
            rest = rest[1..];
            return true;
        }
    }
}

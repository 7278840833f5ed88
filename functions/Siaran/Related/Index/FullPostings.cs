using System.Buffers;

namespace Siaran.Related.Index;

/// <summary>
/// Everyone who has a stem, by number, each with what the stem weighs in it. Unlike <see cref="Postings"/> none is left out: a search must
/// find whatever holds its words.
/// </summary>
internal static class FullPostings
{
    public static byte[] Write(IReadOnlyList<Posting> byNumber)
    {
        var output = new ArrayBufferWriter<byte>(4 + (4 * byNumber.Count));
        Varint.Write(output, (ulong)byNumber.Count);
        Write(output, byNumber);
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

    // Gaps and not numbers: the list of a common word takes two bytes for each release, a gap below 128
    // and a weight.
    private static void Write(ArrayBufferWriter<byte> output, IReadOnlyList<Posting> byNumber)
    {
        var last = 0L;
        foreach (var (number, weight) in byNumber)
        {
            Varint.Write(output, (ulong)(number - last));
            output.Write([weight.Level]);
            last = number;
        }
    }

    /// <summary>Walks through postings without a copy of them.</summary>
    public ref struct Reader
    {
        private ReadOnlySpan<byte> rest;
        private int left;

        public Reader(ReadOnlySpan<byte> bytes)
        {
            left = (int)Varint.Read(ref bytes);
            rest = bytes;
        }

        public long Number { get; private set; }

        public Weight Weight { get; private set; }

        /// <summary>False after the last.</summary>
        public bool Next()
        {
            if (left == 0)
            {
                return false;
            }

            Number += (long)Varint.Read(ref rest);
            Weight = new(rest[0]);
            rest = rest[1..];
            left--;
            return true;
        }
    }
}

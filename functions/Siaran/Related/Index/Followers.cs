using System.Buffers;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Siaran.Related.Index;

/// <summary>What comes right after a stem in one release.</summary>
/// <param name="Number">The release.</param>
/// <param name="Next"><see cref="Followers.HashOf"/> of each word that does, rising; none where the stem only ends paragraphs.</param>
internal sealed record FollowedBy(long Number, IReadOnlyList<byte> Next);

/// <summary>
/// What comes right after a stem in everyone who has it, as bytes, by number: a byte for each different word. They tell which releases may
/// have a phrase without a look at their texts.
/// </summary>
internal static class Followers
{
    // A byte and not a position: one list tells of a pair where positions need those of both words, and one word in 256 that is taken for
    // another costs no more than a text that is read in vain. They are apart from the postings, which every search reads, while few have
    // phrases.

    /// <param name="word">In lower case and without accents.</param>
    public static byte HashOf(string word) => (byte)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(word.AsSpan()));

    public static byte[] Write(IEnumerable<FollowedBy> byNumber)
    {
        var output = new ArrayBufferWriter<byte>();
        var last = 0L;
        foreach (var (number, next) in byNumber)
        {
            Write(output, number - last, [.. next]);
            last = number;
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Those of one segment, in turn.</summary>
    public static Reader Read(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>Those of several segments without the <paramref name="dead"/>; empty where none is left.</summary>
    public static ReadOnlyMemory<byte> Merge(IReadOnlyList<ReadOnlyMemory<byte>> parts, IReadOnlySet<long> dead)
    {
        var all = new List<(long Number, int Part, Range Next)>();
        var isSorted = true;
        for (var part = 0; part < parts.Count; part++)
        {
            for (var reader = Read(parts[part].Span); reader.Next(); )
            {
                if (!dead.Contains(reader.Number))
                {
                    isSorted = isSorted && (all.Count == 0 || all[^1].Number < reader.Number);
                    all.Add((reader.Number, part, reader.Place));
                }
            }
        }

        if (!isSorted)
        {
            all.Sort((one, other) => one.Number.CompareTo(other.Number));
        }

        var output = new ArrayBufferWriter<byte>(1 + parts.Sum(part => part.Length));
        var last = 0L;
        foreach (var (number, part, next) in all)
        {
            Write(output, number - last, parts[part].Span[next]);
            last = number;
        }

        return output.WrittenMemory;
    }

    // Mostly one word follows: the lowest bit says so, and spares its count.
    private static void Write(ArrayBufferWriter<byte> output, long gap, ReadOnlySpan<byte> next)
    {
        Varint.Write(output, ((ulong)gap << 1) | (next.Length == 1 ? 0UL : 1UL));
        if (next.Length != 1)
        {
            Varint.Write(output, (ulong)next.Length);
        }

        output.Write(next);
    }

    /// <summary>Walks through releases without a copy of them.</summary>
    public ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> whole = bytes;
        private ReadOnlySpan<byte> rest = bytes;

        public long Number { get; private set; }

        /// <summary>Where the hashes of the present release are.</summary>
        public Range Place { get; private set; }

        /// <summary>Whether a word with this hash comes after the stem in the present release.</summary>
        public readonly bool Has(byte hash) => whole[Place].Contains(hash);

        /// <summary>False after the last.</summary>
        /// <exception cref="IndexDamagedException">The bytes end too early.</exception>
        public bool Next()
        {
            if (rest.IsEmpty)
            {
                return false;
            }

            var head = Varint.Read(ref rest);
            Number += (long)(head >> 1);
            var count = (head & 1) == 0 ? 1 : Varint.Read(ref rest);
            if (count > (ulong)rest.Length)
            {
                throw new IndexDamagedException("A list of following words in the index has no end.");
            }

            var start = whole.Length - rest.Length;
            Place = start..(start + (int)count);
            rest = rest[(int)count..];
            return true;
        }
    }
}

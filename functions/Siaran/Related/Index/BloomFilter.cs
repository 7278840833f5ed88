using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Siaran.Related.Index;

/// <summary>Tells most keys that a segment lacks without reading it; it never denies a key that is there.</summary>
internal sealed class BloomFilter
{
    // A blocked Bloom filter (Putze, Sanders and Singler, Cache-, hash- and space-efficient Bloom
    // filters, 2007): twelve bits a key, of which eight are set, all in one block of 32 bytes. About
    // one in two hundred of the keys that are not there passes, and costs a read in vain.
    private const int BitsPerKey = 12;
    private const int WordsPerBlock = 8;
    private const int BlockBytes = WordsPerBlock * sizeof(uint);

    // Part of the stored format: with other factors a filter would deny keys that its segment has.
    private static readonly uint[] Factors = [.. Enumerable.Range(1, WordsPerBlock).Select(i => (uint)Hash((ulong)i) | 1)];

    private readonly uint[] words;

    private BloomFilter(uint[] words) => this.words = words;

    /// <summary>An empty one.</summary>
    /// <param name="keys">How many it is to take, at most.</param>
    public static BloomFilter For(long keys) => new(new uint[WordsPerBlock * Math.Max(1, (keys * BitsPerKey / (8 * BlockBytes)) + 1)]);

    /// <exception cref="IndexDamagedException">The bytes are no filter.</exception>
    public static BloomFilter Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0 || bytes.Length % BlockBytes != 0)
        {
            throw new IndexDamagedException("A filter in the index has no whole number of blocks.");
        }

        var words = new uint[bytes.Length / sizeof(uint)];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * sizeof(uint))..]);
        }

        return new(words);
    }

    public byte[] Write()
    {
        var bytes = new byte[words.Length * sizeof(uint)];
        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), words[i]);
        }

        return bytes;
    }

    public void Add(Key key)
    {
        // One cache line for all eight bits: a plain filter would wait for memory eight times.
        var hash = Hash(key.Value);
        var block = BlockOf(hash);
        for (var i = 0; i < WordsPerBlock; i++)
        {
            block[i] |= Bit(hash, i);
        }
    }

    /// <summary>False only where the key was never added.</summary>
    public bool MayHold(Key key)
    {
        var hash = Hash(key.Value);
        var block = BlockOf(hash);
        for (var i = 0; i < WordsPerBlock; i++)
        {
            if ((block[i] & Bit(hash, i)) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private Span<uint> BlockOf(ulong hash)
    {
        // The upper half of the hash, multiplied into the range (Lemire, 2019): no division, and the number of blocks can be any.
        var blocks = (ulong)(words.Length / WordsPerBlock);
        return words.AsSpan(WordsPerBlock * (int)(((hash >> 32) * blocks) >> 32), WordsPerBlock);
    }

    // Multiply-shift: eight odd factors give eight bits of one hash, where eight hashes would cost eight times as much.
    private static uint Bit(ulong hash, int word) => 1u << (int)(((uint)hash * Factors[word]) >> 27);

    private static ulong Hash(ulong value) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in value)));
}

using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace Siaran.Related.Index;

/// <summary>
/// Numbers as bits, small ones short: as many ones as the number has times 2^<paramref name="Bits"/>, a zero, and the rest in
/// <paramref name="Bits"/> bits (Rice and Plaunt, 1971). The lowest bit of a byte comes first.
/// </summary>
/// <param name="Bits">0 to 24.</param>
internal readonly record struct RiceCode(int Bits)
{
    private const int MostBits = 24;

    // So many ones say that the number follows whole: a list with one wide gap does not get a byte for each eight of its quotient.
    private const int Escape = 24;
    private const int WholeBits = 32;

    /// <summary>The best for numbers with a mean, where they fall off geometrically.</summary>
    public static RiceCode For(double mean) => new(Math.Clamp((int)Math.Floor(Math.Log2(Math.Max(1, mean * Math.Log(2)))), 0, MostBits));

    /// <exception cref="ArgumentOutOfRangeException">The number has more than 48 bits.</exception>
    public void Write(BitWriter output, ulong value)
    {
        var quotient = value >> Bits;
        if (quotient < Escape)
        {
            output.Write((1UL << (int)quotient) - 1, (int)quotient + 1);
            output.Write(value & ((1UL << Bits) - 1), Bits);
            return;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, (1UL << (WholeBits + 16)) - 1);
        output.Write((1UL << Escape) - 1, Escape);
        output.Write(value & ((1UL << WholeBits) - 1), WholeBits);
        output.Write(value >> WholeBits, 16);
    }

    /// <summary>Reads the number at <paramref name="bit"/> and moves past it.</summary>
    /// <exception cref="IndexDamagedException">The bytes end too early.</exception>
    public ulong Read(ReadOnlySpan<byte> bytes, ref long bit)
    {
        var ahead = Ahead(bytes, bit);
        var ones = BitOperations.TrailingZeroCount(~ahead);
        if (ones < Escape)
        {
            bit += ones + 1 + Bits;
            return ((ulong)ones << Bits) | ((ahead >> (ones + 1)) & ((1UL << Bits) - 1));
        }

        var low = Ahead(bytes, bit + Escape) & ((1UL << WholeBits) - 1);
        var high = Ahead(bytes, bit + Escape + WholeBits) & 0xFFFF;
        bit += Escape + WholeBits + 16;
        return (high << WholeBits) | low;
    }

    /// <summary>At least 57 bits from a bit on; zeros behind the end.</summary>
    private static ulong Ahead(ReadOnlySpan<byte> bytes, long bit)
    {
        var rest = bytes[(int)Math.Min(bit >> 3, bytes.Length)..];
        if (rest.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(rest) >> (int)(bit & 7);
        }

        if (rest.IsEmpty)
        {
            throw new IndexDamagedException("A list of postings in the index ends too early.");
        }

        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        rest.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64LittleEndian(padded) >> (int)(bit & 7);
    }
}

/// <summary>Writes bits, the lowest of a byte first.</summary>
internal sealed class BitWriter(ArrayBufferWriter<byte> output)
{
    private ulong pending;
    private int count;

    /// <param name="value">None of its bits beyond <paramref name="bits"/> is set.</param>
    /// <param name="bits">0 to 56.</param>
    public void Write(ulong value, int bits)
    {
        pending |= value << count;
        for (count += bits; count >= 8; count -= 8)
        {
            output.Write([(byte)pending]);
            pending >>= 8;
        }
    }

    /// <summary>Fills the last byte with zeros.</summary>
    public void Flush()
    {
        if (count > 0)
        {
            output.Write([(byte)pending]);
        }

        (pending, count) = (0, 0);
    }
}

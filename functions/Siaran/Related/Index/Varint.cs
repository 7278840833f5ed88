using System.Buffers;

namespace Siaran.Related.Index;

/// <summary>Unsigned integers of 1 to 10 bytes, seven bits each, the lowest first (LEB128).</summary>
internal static class Varint
{
    public static void Write(IBufferWriter<byte> output, ulong value)
    {
        var span = output.GetSpan(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            span[length++] = (byte)(value | 0x80);
        }

        span[length++] = (byte)value;
        output.Advance(length);
    }

    /// <summary>Moves <paramref name="bytes"/> past what it reads.</summary>
    /// <exception cref="IndexDamagedException">The bytes end in the midst of a number.</exception>
    public static ulong Read(ref ReadOnlySpan<byte> bytes)
    {
        var value = 0UL;
        // At most ten bytes: damaged bytes end in an error and not in a shift beyond 64 bits.
        for (var (at, shift) = (0, 0); at < bytes.Length && shift < 64; at++, shift += 7)
        {
            value |= (ulong)(bytes[at] & 0x7F) << shift;
            if (bytes[at] < 0x80)
            {
                bytes = bytes[(at + 1)..];
                return value;
            }
        }

        throw new IndexDamagedException("A number in the index has no end.");
    }
}

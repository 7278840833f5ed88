using System.Buffers;

namespace Siaran.Related.Index;

/// <summary>Sets of releases' numbers as bytes.</summary>
internal static class Numbers
{
    public static byte[] Write(IEnumerable<long> numbers)
    {
        var output = new ArrayBufferWriter<byte>();
        var last = 0L;
        foreach (var number in numbers.Distinct().Order())
        {
            Varint.Write(output, (ulong)(number - last));
            last = number;
        }

        return output.WrittenSpan.ToArray();
    }

    public static List<long> Read(ReadOnlySpan<byte> bytes)
    {
        var numbers = new List<long>();
        for (var last = 0L; bytes.Length > 0; )
        {
            last += (long)Varint.Read(ref bytes);
            numbers.Add(last);
        }

        return numbers;
    }
}

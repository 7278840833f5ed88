using System.Buffers;
using Siaran.Related.Words;

namespace Siaran.Related.Index;

/// <summary>Document frequencies as bytes.</summary>
internal static class DocumentFrequenciesFormat
{
    public static byte[] Write(DocumentFrequencies frequencies)
    {
        var output = new ArrayBufferWriter<byte>();
        Varint.Write(output, (ulong)frequencies.Documents);
        var last = 0u;
        foreach (var (word, count) in frequencies.Counts.OrderBy(c => c.Key))
        {
            Varint.Write(output, word - last);
            Varint.Write(output, (ulong)count);
            last = word;
        }

        return output.WrittenSpan.ToArray();
    }

    public static DocumentFrequencies Read(ReadOnlySpan<byte> bytes)
    {
        var documents = (long)Varint.Read(ref bytes);
        var counts = new Dictionary<uint, long>();
        for (var last = 0u; bytes.Length > 0; )
        {
            last += (uint)Varint.Read(ref bytes);
            counts[last] = (long)Varint.Read(ref bytes);
        }

        return new(documents, counts);
    }
}

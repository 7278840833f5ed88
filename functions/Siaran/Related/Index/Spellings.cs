using System.Buffers;
using System.Text;

namespace Siaran.Related.Index;

/// <summary>A word as headlines and names spell it.</summary>
/// <param name="Word">Lower case.</param>
/// <param name="Count">How many releases spell it so, those since withdrawn included.</param>
internal readonly record struct Spelling(string Word, long Count);

/// <summary>
/// Words with one first letter as bytes, in ordinal order, each as what it does not share with the word before it (front coding). They are
/// what misspelt words of a search are compared with.
/// </summary>
internal static class Spellings
{
    public static byte[] Write(IEnumerable<Spelling> ordered)
    {
        var output = new ArrayBufferWriter<byte>();
        byte[] last = [];
        foreach (var (word, count) in ordered)
        {
            var bytes = Encoding.UTF8.GetBytes(word);
            var shared = bytes.AsSpan().CommonPrefixLength(last);
            Varint.Write(output, (ulong)shared);
            Varint.Write(output, (ulong)(bytes.Length - shared));
            output.Write(bytes.AsSpan(shared));
            Varint.Write(output, (ulong)count);
            last = bytes;
        }

        return output.WrittenSpan.ToArray();
    }

    public static List<Spelling> Read(ReadOnlySpan<byte> bytes)
    {
        var words = new List<Spelling>();
        var word = new ArrayBufferWriter<byte>();
        byte[] last = [];
        while (bytes.Length > 0)
        {
            var shared = (int)Varint.Read(ref bytes);
            var own = (int)Varint.Read(ref bytes);
            word.ResetWrittenCount();
            word.Write(last.AsSpan(0, shared));
            word.Write(bytes[..own]);
            last = word.WrittenSpan.ToArray();
            bytes = bytes[own..];
            words.Add(new(Encoding.UTF8.GetString(last), (long)Varint.Read(ref bytes)));
        }

        return words;
    }

    /// <summary>Those of several segments, with their counts together.</summary>
    public static byte[] Merge(IEnumerable<ReadOnlyMemory<byte>> parts) =>
        Write(
            parts
                .SelectMany(part => Read(part.Span))
                .GroupBy(each => each.Word, StringComparer.Ordinal)
                .Select(same => new Spelling(same.Key, same.Sum(each => each.Count)))
                .OrderBy(each => each.Word, StringComparer.Ordinal)
        );
}

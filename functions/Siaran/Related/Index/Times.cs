using System.Buffers;

namespace Siaran.Related.Index;

/// <summary>When a release was published.</summary>
/// <param name="Number">The release.</param>
/// <param name="Second">Seconds since 1970 UTC, rounded up, so that nothing is out before its time.</param>
internal readonly record struct PublishedAt(long Number, long Second);

/// <summary>
/// When each release of a segment was published, as bytes: what a search sorts and narrows by without a look at the release.
/// </summary>
internal static class Times
{
    /// <summary>Seconds since 1970 UTC, rounded up.</summary>
    public static long SecondOf(DateTimeOffset time) =>
        SecondAt(time) is var second && DateTimeOffset.FromUnixTimeSeconds(second) == time ? second : second + 1;

    /// <summary>The last second that is over or has just begun.</summary>
    public static long SecondAt(DateTimeOffset now) => now.ToUnixTimeSeconds();

    public static byte[] Write(IEnumerable<PublishedAt> byNumber)
    {
        var output = new ArrayBufferWriter<byte>();
        var (lastNumber, lastSecond) = (0L, 0L);
        foreach (var (number, second) in byNumber)
        {
            var step = second - lastSecond;
            Varint.Write(output, (ulong)(number - lastNumber));
            // Zigzag, as in Protocol Buffers: a step back, where an older release comes in later, is as
            // short as one ahead.
            Varint.Write(output, (ulong)((step << 1) ^ (step >> 63)));
            (lastNumber, lastSecond) = (number, second);
        }

        return output.WrittenSpan.ToArray();
    }

    public static List<PublishedAt> Read(ReadOnlySpan<byte> bytes)
    {
        var times = new List<PublishedAt>();
        for (var (number, second) = (0L, 0L); bytes.Length > 0; )
        {
            number += (long)Varint.Read(ref bytes);
            var step = Varint.Read(ref bytes);
            second += (long)(step >> 1) ^ -(long)(step & 1);
            times.Add(new(number, second));
        }

        return times;
    }

    /// <summary>Those of several segments without the <paramref name="dead"/>.</summary>
    public static byte[] Merge(IEnumerable<ReadOnlyMemory<byte>> parts, IReadOnlySet<long> dead) =>
        Write(parts.SelectMany(part => Read(part.Span)).Where(each => !dead.Contains(each.Number)).OrderBy(each => each.Number));
}

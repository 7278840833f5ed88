using System.Globalization;

namespace Siaran.Storage;

/// <summary>Names one thing that collecting did, so that such names sort in the order in which things were done.</summary>
public static class BatchId
{
    private static long count;

    /// <summary>A name that nothing else has, on this instance or another.</summary>
    // Time, then a count of this process, then chance for two processes at the same tick. Fixed widths,
    // so that ordinal order is the order of time.
    public static string New(DateTimeOffset now) =>
        Of(now, string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref count):D10}-{Random.Shared.Next(0x10000):x4}"));

    public static string Of(DateTimeOffset time, string name) => string.Create(CultureInfo.InvariantCulture, $"{time.UtcTicks:D19}-{name}");

    /// <summary>When it was, UTC.</summary>
    /// <exception cref="FormatException">This is no such name.</exception>
    public static DateTimeOffset TimeOf(string moment) =>
        new(long.Parse(moment.AsSpan(0, 19), CultureInfo.InvariantCulture), TimeSpan.Zero);
}

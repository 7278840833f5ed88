namespace Siaran.Releases;

/// <summary>Times as they are stored and shown: UTC, whole seconds.</summary>
internal static class WholeSeconds
{
    /// <summary>The same moment in UTC, without the part of a second.</summary>
    // HTTP dates and feeds have whole seconds. Finer times would be lost on the way and make equal
    // states look different.
    public static DateTimeOffset Of(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>
    /// The first whole second that is not before it, in UTC: what waits for a time must not come out in the part of a second before it.
    /// </summary>
    // The last second of time has none after it.
    public static DateTimeOffset Up(DateTimeOffset time) =>
        Of(time) is var cut && (cut == time || cut > DateTimeOffset.MaxValue.AddSeconds(-1)) ? cut : cut.AddSeconds(1);

    public static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

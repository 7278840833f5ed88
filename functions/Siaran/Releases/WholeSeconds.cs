namespace Siaran.Releases;

/// <summary>Times as they are stored and shown: UTC, whole seconds.</summary>
internal static class WholeSeconds
{
    /// <summary>The same moment in UTC, without the part of a second.</summary>
    public static DateTimeOffset Of(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    public static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

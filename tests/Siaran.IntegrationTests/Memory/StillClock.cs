namespace Siaran.IntegrationTests.Memory;

/// <summary>A clock that moves only when a test moves it; whoever waits does so by real time.</summary>
internal sealed class StillClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>A Wednesday morning in Nusa Jaya, at which every test's time begins.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 4, 1, 30, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

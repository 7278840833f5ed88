namespace Siaran.IntegrationTests.Memory;

/// <summary>A clock that moves only when a test moves it; whoever waits does so by real time.</summary>
internal sealed class StillClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

using Microsoft.Extensions.Time.Testing;

namespace Siaran.Tests.Feeds;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class FakeClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    public DateTimeOffset Now
    {
        get => GetUtcNow();
        set => AdjustTime(value);
    }
}

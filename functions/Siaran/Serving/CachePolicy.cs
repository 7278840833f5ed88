using System.Globalization;

namespace Siaran.Serving;

/// <summary>How long others may keep a document (RFC 9111, RFC 5861).</summary>
/// <param name="MaxAge">Without asking.</param>
public sealed record CachePolicy(TimeSpan MaxAge)
{
    /// <summary>How much longer it may be shown while a cache asks.</summary>
    public TimeSpan WhileRevalidating { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How much longer it may be shown while this service fails.</summary>
    public TimeSpan IfError { get; init; } = TimeSpan.FromDays(1);

    /// <summary>When the document is known to change; lifetimes end there.</summary>
    public DateTimeOffset? ChangesAt { get; init; }

    /// <summary>The value of <c>Cache-Control</c> at a moment.</summary>
    public string At(DateTimeOffset now)
    {
        var left = ChangesAt is { } changesAt ? changesAt - now : TimeSpan.MaxValue;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"public, max-age={Seconds(MaxAge, left)}, stale-while-revalidate={Seconds(WhileRevalidating, left)}, stale-if-error={Seconds(IfError, TimeSpan.MaxValue)}");
    }

    /// <summary>A time that has come but is not yet collected leaves one second, so that caches ask again at once and yet not all of them together.</summary>
    private static long Seconds(TimeSpan wanted, TimeSpan left) =>
        wanted <= left ? (long)wanted.TotalSeconds : Math.Max(Math.Min(1, (long)wanted.TotalSeconds), (long)Math.Ceiling(left.TotalSeconds));
}

using System.Collections.Concurrent;
using System.Globalization;

namespace Siaran.Serving;

/// <summary>How long others may keep a document (RFC 9111, RFC 5861).</summary>
/// <param name="MaxAge">At most, without asking.</param>
/// <remarks>Lifetimes of all documents end together, at whole multiples of <see cref="MaxAge"/>.</remarks>
public sealed record CachePolicy(TimeSpan MaxAge)
{
    /// <summary>For what no cache may keep.</summary>
    public static CachePolicy None { get; } = new(TimeSpan.Zero) { IsStored = false };

    /// <summary>How much longer it may be shown while a cache asks.</summary>
    public TimeSpan WhileRevalidating { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How much longer it may be shown while this service fails.</summary>
    public TimeSpan IfError { get; init; } = TimeSpan.FromDays(1);

    // There are as many values as seconds in a lifetime, and each goes with thousands of answers.
    private static readonly ConcurrentDictionary<Lifetimes, string> Values = new();

    private bool IsStored { get; init; } = true;

    /// <summary>The value of <c>Cache-Control</c> at a moment.</summary>
    public string At(DateTimeOffset now) =>
        IsStored
            ? Values.GetOrAdd(
                new(SecondsLeft(now), (long)WhileRevalidating.TotalSeconds, (long)IfError.TotalSeconds),
                static lifetimes => lifetimes.ToString()
            )
            : "no-store";

    /// <summary>From 1 to <see cref="MaxAge"/>; 0 where that is under a second.</summary>
    private long SecondsLeft(DateTimeOffset now)
    {
        // With a minute, at each full minute. So a release whose embargo ends at a full minute is out
        // in every cache then, and no lifetime shows whether an embargo is about to end, or of what. A
        // lifetime that shrank towards an embargo would announce it.
        var most = (long)MaxAge.TotalSeconds;
        return most == 0 ? 0 : most - (now.ToUnixTimeSeconds() % most);
    }

    /// <summary>Whole seconds.</summary>
    private readonly record struct Lifetimes(long MaxAge, long WhileRevalidating, long IfError)
    {
        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"public, max-age={MaxAge}, stale-while-revalidate={WhileRevalidating}, stale-if-error={IfError}"
            );
    }
}

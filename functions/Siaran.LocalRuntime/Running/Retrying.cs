using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Siaran.LocalRuntime.Running;

/// <summary>How often and after what delays a failed run is tried again.</summary>
internal sealed record Retrying(int Max, TimeSpan Shortest, TimeSpan Longest)
{
    public static readonly Retrying None = new(0, TimeSpan.Zero, TimeSpan.Zero);

    public static Retrying Of(string function, MethodInfo method)
    {
        if (method.GetCustomAttribute<FixedDelayRetryAttribute>() is { } same)
            return new(same.MaxRetryCount, Read(function, same.DelayInterval), Read(function, same.DelayInterval));
        if (method.GetCustomAttribute<ExponentialBackoffRetryAttribute>() is { } growing)
            return new(growing.MaxRetryCount, Read(function, growing.MinimumInterval), Read(function, growing.MaximumInterval));
        return None;
    }

    /// <summary>Whether a run that failed for the given time (0 the first) is tried again.</summary>
    public bool TriesAgainAfter(int attempt) => Max == -1 || attempt < Max;

    public TimeSpan DelayAfter(int attempt)
    {
        var delay = Shortest * Math.Pow(2, Math.Min(attempt, 30));
        return delay < Longest ? delay : Longest;
    }

    private static TimeSpan Read(string function, string interval)
        => TimeSpan.TryParse(interval, CultureInfo.InvariantCulture, out var delay) && delay >= TimeSpan.Zero
            ? delay
            : throw new CannotStartException($"The function {function} retries after '{interval}', which is no interval: write hh:mm:ss.");
}

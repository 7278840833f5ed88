namespace Siaran.LocalHost.Rpc;

/// <summary>How often, and after what delays, a failed run is tried again.</summary>
/// <param name="Max">-1 means without end.</param>
internal sealed record RetryPolicy(int Max, TimeSpan Shortest, TimeSpan Longest)
{
    public static readonly RetryPolicy None = new(0, TimeSpan.Zero, TimeSpan.Zero);

    public static RetryPolicy Read(RpcRetryOptions? options) =>
        options switch
        {
            null => None,
            { RetryStrategy: RpcRetryOptions.Types.RetryStrategy.FixedDelay } => new(
                options.MaxRetryCount,
                options.DelayInterval.ToTimeSpan(),
                options.DelayInterval.ToTimeSpan()
            ),
            _ => new(options.MaxRetryCount, options.MinimumInterval.ToTimeSpan(), options.MaximumInterval.ToTimeSpan()),
        };

    /// <summary>Whether a run that failed on this attempt (0 the first) is tried again.</summary>
    public bool TriesAgainAfter(int attempt) => Max == -1 || attempt < Max;

    public TimeSpan DelayAfter(int attempt)
    {
        // The exponent is bounded, since 2 to the power of some thousand attempts is no time span.
        var delay = Shortest * Math.Pow(2, Math.Min(attempt, 30));
        return delay < Longest ? delay : Longest;
    }
}

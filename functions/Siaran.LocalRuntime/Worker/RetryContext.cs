namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which attempt an invocation is: 0 of <see cref="MaxRetryCount"/> is the first.</summary>
public abstract class RetryContext
{
    public abstract int RetryCount { get; }

    public abstract int MaxRetryCount { get; }
}

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a failed function again after delays that double between two bounds (<c>hh:mm:ss</c>); -1 retries without end.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval) : Attribute
{
    public int MaxRetryCount { get; } = maxRetryCount;

    public string MinimumInterval { get; } = minimumInterval;

    public string MaximumInterval { get; } = maximumInterval;
}

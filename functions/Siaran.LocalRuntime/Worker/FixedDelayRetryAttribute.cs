namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a failed function again after a fixed delay (<c>hh:mm:ss</c>); -1 retries without end.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FixedDelayRetryAttribute(int maxRetryCount, string delayInterval) : Attribute
{
    public int MaxRetryCount { get; } = maxRetryCount;

    public string DelayInterval { get; } = delayInterval;
}

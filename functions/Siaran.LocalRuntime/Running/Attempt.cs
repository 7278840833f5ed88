using Microsoft.Azure.Functions.Worker;

namespace Siaran.LocalRuntime.Running;

internal sealed class Attempt(int retryCount, int maxRetryCount) : RetryContext
{
    public override int RetryCount { get; } = retryCount;

    public override int MaxRetryCount { get; } = maxRetryCount;
}

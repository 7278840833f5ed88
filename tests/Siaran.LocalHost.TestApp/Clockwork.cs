using Microsoft.Azure.Functions.Worker;

namespace Siaran.LocalHost.TestApp;

/// <summary>Functions that the clock runs.</summary>
public class Clockwork(Runs runs, TimeProvider clock)
{
    private static int atOnce;

    [Function("Minutely")]
    public void Minutely([TimerTrigger("%Schedules:Minutely%")] TimerInfo timer) => Note("Minutely", timer);

    [Function("Secondly")]
    public void Secondly([TimerTrigger("*/10 * * * * *")] TimerInfo timer) => Note("Secondly", timer);

    [Function("Eager")]
    public void Eager([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer, FunctionContext context)
    {
        context.GetLogger("Eager").LogEagerly();
        Note("Eager", timer);
    }

    [Function("Failing_timer")]
    public void FailingTimer([TimerTrigger("0 */5 * * * *")] TimerInfo timer)
    {
        Note("Failing_timer", timer);
        throw new InvalidOperationException("broken on purpose");
    }

    [Function("Retried")]
    [FixedDelayRetry(2, "00:00:01")]
    public void Retried([TimerTrigger("0 0 3 * * *")] TimerInfo timer, FunctionContext context)
    {
        Note("Retried", timer, context.RetryContext.RetryCount);
        throw new InvalidOperationException($"attempt {context.RetryContext.RetryCount} of {context.RetryContext.MaxRetryCount}");
    }

    [Function("Slow")]
    public async Task Slow([TimerTrigger("0 */2 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        runs.MostAtOnce = Math.Max(runs.MostAtOnce, Interlocked.Increment(ref atOnce));
        Note("Slow", timer);
        try
        {
            await runs.Hold.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref atOnce);
        }
    }

    private void Note(string function, TimerInfo timer, int attempt = 0) =>
        runs.All.Enqueue((function, clock.GetUtcNow().UtcDateTime, timer, attempt));
}

using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Siaran.LocalHost.Rpc;
using Siaran.LocalHost.Running;

namespace Siaran.LocalHost.Timers;

/// <summary>Runs the functions of timers, one run of each at a time, with their retries.</summary>
internal sealed partial class TimerRuns(FunctionsApp app, ScheduleStatuses statuses, TimeProvider clock, ILoggerFactory loggers)
    : IDisposable
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, byte> underWay = new();
    private readonly CancellationTokenSource stopping = new();

    public bool IsIdle => underWay.IsEmpty;

    /// <summary>Starts a run by hand, as the host's administration does; it does not move the schedule.</summary>
    public void Fire(WorkerFunction function) => _ = TrackAsync(RunByHandAsync(function));

    /// <summary>Runs by hand and waits for the end.</summary>
    /// <exception cref="FunctionFailedException">The function threw on its last attempt.</exception>
    public async Task RunAndThrowAsync(WorkerFunction function)
    {
        if (await RunByHandAsync(function) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>
    /// Runs once, retries included, after all earlier runs of the same function; gives how the last attempt failed, logged.
    /// </summary>
    public async Task<Exception?> RunAsync(WorkerFunction function, TimerPayload timer)
    {
        // One run of a function at a time. The real host would start a run by hand while the timer's
        // own is under way.
        var turn = turns.GetOrAdd(function.Name, static _ => new SemaphoreSlim(1));
        await turn.WaitAsync(stopping.Token);
        try
        {
            return await TryAsync(function, timer);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Drops the runs that still wait, and asks those under way to end.</summary>
    public void StopWaiting() => stopping.Cancel();

    /// <summary>Waits for the runs that were started by hand.</summary>
    public Task WhenDoneAsync() => Task.WhenAll(underWay.Keys);

    public void Dispose() => stopping.Dispose();

    private Task<Exception?> RunByHandAsync(WorkerFunction function) =>
        RunAsync(function, new TimerPayload(function.Timer!.UseMonitor ? statuses.Of(function.Name) : null, IsPastDue: false));

    private async Task<Exception?> TryAsync(WorkerFunction function, TimerPayload timer)
    {
        var logger = loggers.CreateLogger($"Function.{function.Name}");
        for (var attempt = 0; ; attempt++)
        {
            var start = clock.GetTimestamp();
            var failure = await InvokeAsync(function, timer, attempt);
            if (failure is null)
            {
                Ran(logger, function.Name, clock.GetElapsedTime(start).TotalMilliseconds);
                return null;
            }

            Failed(logger, failure, function.Name);
            if (!function.Retry.TriesAgainAfter(attempt) || stopping.IsCancellationRequested)
            {
                return failure;
            }

            await Task.Delay(function.Retry.DelayAfter(attempt), clock, stopping.Token);
        }
    }

    private async Task<Exception?> InvokeAsync(WorkerFunction function, TimerPayload timer, int attempt)
    {
        try
        {
            var running = await app.WhenRunningAsync(stopping.Token);
            var response = await running.Channel.InvokeAsync(
                new InvocationRequest
                {
                    InvocationId = Guid.NewGuid().ToString(),
                    // A worker that was started again has ids of its own.
                    FunctionId = running.Named(function.Name)!.Id,
                    InputData =
                    {
                        new ParameterBinding
                        {
                            Name = function.TriggerParameter,
                            Data = new TypedData { Json = JsonSerializer.Serialize(timer) },
                        },
                    },
                    RetryContext = new RetryContext { RetryCount = attempt, MaxRetryCount = function.Retry.Max },
                    TraceContext = new RpcTraceContext(),
                },
                stopping.Token
            );
            return response.Result.Status == StatusResult.Types.Status.Success
                ? null
                : new FunctionFailedException(function.Name, response.Result.Exception);
        }
        catch (WorkerGoneException ex)
        {
            return ex;
        }
    }

    private async Task TrackAsync(Task<Exception?> run)
    {
        underWay.TryAdd(run, 0);
        try
        {
            await run;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Dropped(loggers.CreateLogger<TimerRuns>());
        }
        finally
        {
            underWay.TryRemove(run, out _);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Function} ran for {Milliseconds:0} ms")]
    private static partial void Ran(ILogger logger, string function, double milliseconds);

    [LoggerMessage(2, LogLevel.Error, "The function {Function} failed")]
    private static partial void Failed(ILogger logger, Exception exception, string function);

    [LoggerMessage(3, LogLevel.Information, "A run that was still waiting was dropped, because the host stops")]
    private static partial void Dropped(ILogger logger);
}

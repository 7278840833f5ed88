using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Siaran.LocalRuntime.Running;

namespace Siaran.LocalRuntime.Timers;

/// <summary>Runs the functions of timers, one run of each at a time, with their retries, each in a scope of its own.</summary>
internal sealed partial class TimerRuns(
    Invoker invoker, IServiceScopeFactory scopes, ScheduleStatuses statuses, TimeProvider clock, IHostApplicationLifetime lifetime, ILoggerFactory loggers)
{
    private readonly ConcurrentDictionary<Function, SemaphoreSlim> _turns = new();
    private readonly ConcurrentDictionary<Task, byte> _underWay = new();

    /// <summary>Starts a run by hand, as the host's administration does; it does not move the schedule.</summary>
    public void Fire(Function function) => _ = Track(RunByHand(function));

    /// <summary>Runs by hand and waits for the end.</summary>
    /// <exception cref="Exception">What the function threw on its last attempt.</exception>
    public async Task RunAndThrow(Function function)
    {
        if (await RunByHand(function) is { } failure)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }

    /// <summary>Runs once, retries included, after all earlier runs of the same function; gives what it threw at last, logged.</summary>
    public async Task<Exception?> Run(Function function, TimerInfo timer)
    {
        var turn = _turns.GetOrAdd(function, static _ => new SemaphoreSlim(1));
        await turn.WaitAsync(lifetime.ApplicationStopping);
        try
        {
            return await Try(function, timer);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Waits for the runs that were started by hand.</summary>
    public Task WhenDone() => Task.WhenAll(_underWay.Keys);

    public bool IsIdle => _underWay.IsEmpty;

    private Task<Exception?> RunByHand(Function function)
        => Run(function, new TimerInfo { ScheduleStatus = function.Timer!.UseMonitor ? statuses.Of(function.Name) : null });

    private async Task<Exception?> Try(Function function, TimerInfo timer)
    {
        var logger = loggers.CreateLogger($"Function.{function.Name}");
        for (var attempt = 0; ; attempt++)
        {
            var start = clock.GetTimestamp();
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var invocation = new Invocation(function, scope.ServiceProvider, lifetime.ApplicationStopping, new Attempt(attempt, function.Retrying.Max));
                invocation.Features.Set(timer);
                await invoker.Run(invocation);
                Ran(logger, function.Name, clock.GetElapsedTime(start).TotalMilliseconds);
                return null;
            }
            catch (Exception failure)
            {
                Failed(logger, failure, function.Name);
                if (!function.Retrying.TriesAgainAfter(attempt) || lifetime.ApplicationStopping.IsCancellationRequested)
                    return failure;
            }

            await Task.Delay(function.Retrying.DelayAfter(attempt), clock, lifetime.ApplicationStopping);
        }
    }

    private async Task Track(Task<Exception?> run)
    {
        _underWay.TryAdd(run, 0);
        try
        {
            await run;
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            Dropped(loggers.CreateLogger<TimerRuns>());
        }
        finally
        {
            _underWay.TryRemove(run, out _);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Function} ran for {Milliseconds:0} ms")]
    private static partial void Ran(ILogger logger, string function, double milliseconds);

    [LoggerMessage(2, LogLevel.Error, "The function {Function} failed")]
    private static partial void Failed(ILogger logger, Exception failure, string function);

    [LoggerMessage(3, LogLevel.Information, "A run that was still waiting was dropped, because the host stops")]
    private static partial void Dropped(ILogger logger);
}

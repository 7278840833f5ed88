using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Siaran.LocalRuntime.Http;
using Siaran.LocalRuntime.Running;

namespace Siaran.LocalRuntime.Timers;

/// <summary>Starts the timers once the app has started, and stops them before it stops.</summary>
internal sealed class TimerHost(
    FunctionsOfApp functions, ScheduleStatuses statuses, TimerRuns runs, TimeProvider clock, IConfiguration settings, ILogger<TimerHost> logger) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private IReadOnlyList<(TimerLoop Loop, Task Running)> _loops = [];

    /// <summary>Whether every timer sleeps towards a time that is still ahead.</summary>
    public bool IsAtRest => runs.IsIdle && _loops.All(timer => timer.Loop.IsAtRest || timer.Running.IsCompleted);

    /// <summary>Reads every schedule, so that a wrong one is refused before anything starts.</summary>
    /// <exception cref="CannotStartException">A schedule is wrong.</exception>
    public IReadOnlyList<(Function Function, Schedule Schedule)> Schedules { get; } =
        [.. functions.Where(function => function.Timer is not null).Select(function => (function, Schedule.Of(function, settings)))];

    public void Start()
    {
        var hasStorage = !string.IsNullOrEmpty(settings["AzureWebJobsStorage"]) || settings.GetSection("AzureWebJobsStorage").GetChildren().Any();
        var now = clock.GetUtcNow().UtcDateTime;
        _loops =
        [
            .. Schedules.Where(timer => !HostStage.IsDisabled(settings, timer.Function.Name))
                .Select(timer => new TimerLoop(
                    timer.Function, timer.Schedule, hasStorage && timer.Function.Timer!.UseMonitor && !timer.Schedule.IsUnderAMinute(now), statuses, runs, clock, logger))
                .Select(loop => (loop, Task.Run(() => loop.Run(_stopping.Token)))),
        ];
    }

    /// <summary>Starts no more runs and waits for those under way.</summary>
    public async Task Stop(CancellationToken deadline)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll([.. _loops.Select(timer => timer.Running), runs.WhenDone()])
            .WaitAsync(deadline).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stopping.Dispose();
}

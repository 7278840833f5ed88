using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Siaran.LocalHost.Rpc;
using Siaran.LocalHost.Running;

namespace Siaran.LocalHost.Timers;

/// <summary>Starts the timers once a worker runs, and stops them before it stops.</summary>
internal sealed class TimerHost(
    FunctionsApp app,
    ScheduleStatuses statuses,
    TimerRuns runs,
    TimeProvider clock,
    IConfiguration settings,
    ILogger<TimerHost> logger
) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private IReadOnlyList<Timer> timers = [];
    private IReadOnlyList<RunningLoop> loops = [];

    /// <summary>Whether every timer sleeps towards a time that is still ahead.</summary>
    public bool IsAtRest => runs.IsIdle && loops.All(timer => timer.Loop.IsAtRest || timer.Running.IsCompleted);

    /// <summary>Reads every schedule, so that a wrong one is refused before anything runs.</summary>
    /// <exception cref="CannotStartException">A schedule is wrong.</exception>
    public void Read(IEnumerable<WorkerFunction> functions) =>
        timers = [
            .. functions
                .Where(function => function.Timer is not null)
                .Select(function => new Timer(function, Schedule.Of(function, settings))),
        ];

    /// <summary>Starts what is not started yet: a worker that was started again keeps its timers.</summary>
    public void Start()
    {
        if (loops.Count > 0)
        {
            return;
        }

        var hasStorage =
            !string.IsNullOrEmpty(settings["AzureWebJobsStorage"]) || settings.GetSection("AzureWebJobsStorage").GetChildren().Any();
        var now = clock.GetUtcNow().UtcDateTime;
        loops =
        [
            .. timers
                .Where(timer => !app.IsDisabled(timer.Function.Name))
                .Select(timer => new TimerLoop(
                    timer.Function,
                    timer.Schedule,
                    hasStorage && timer.Function.Timer!.UseMonitor && !timer.Schedule.IsUnderAMinute(now),
                    statuses,
                    runs,
                    clock,
                    logger
                ))
                .Select(loop => new RunningLoop(loop, Task.Run(() => loop.RunAsync(stopping.Token)))),
        ];
    }

    /// <summary>Starts no more runs and waits for those under way.</summary>
    public async Task StopAsync(CancellationToken deadline)
    {
        await stopping.CancelAsync();
        runs.StopWaiting();
        await Task.WhenAll([.. loops.Select(timer => timer.Running), runs.WhenDoneAsync()])
            .WaitAsync(deadline)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stopping.Dispose();

    private sealed record Timer(WorkerFunction Function, Schedule Schedule);

    private sealed record RunningLoop(TimerLoop Loop, Task Running);
}

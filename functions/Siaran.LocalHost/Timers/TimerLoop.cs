using Microsoft.Extensions.Logging;
using Siaran.LocalHost.Rpc;

namespace Siaran.LocalHost.Timers;

/// <summary>Runs one function at its times, each run after the one before it has ended.</summary>
internal sealed partial class TimerLoop(
    WorkerFunction function,
    Schedule schedule,
    bool isMonitored,
    ScheduleStatuses statuses,
    TimerRuns runs,
    TimeProvider clock,
    ILogger logger
)
{
    // Task.Delay takes no longer delays than about 49 days.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    // In ticks; 0 while awake.
    private long sleepsUntil;

    /// <summary>Whether nothing runs and the next time is still ahead.</summary>
    public bool IsAtRest => Volatile.Read(ref sleepsUntil) > Now.Ticks;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task RunAsync(CancellationToken stopping)
    {
        var isPastDue = isMonitored && Recall();
        if (isPastDue || function.Timer!.RunOnStartup)
        {
            await RunAtAsync(Now, isPastDue);
        }

        var latest = Now;
        while (!stopping.IsCancellationRequested)
        {
            var next = schedule.After(latest) ?? DateTime.MaxValue;
            await SleepUntilAsync(next, stopping);
            await RunAtAsync(next, isPastDue: false);
            latest = Later(next, Now);
        }
    }

    /// <summary>
    /// Reads the kept status and says whether a run was missed; writes a new status for a new timer or a changed schedule.
    /// </summary>
    private bool Recall()
    {
        var now = Now;
        var kept = statuses.Of(function.Name);
        // The kept time was computed by this very schedule. By another, a changed schedule would look
        // like a missed run.
        if (kept is not null && schedule.After(kept.LastUpdated) == kept.Next)
        {
            return now > kept.Next;
        }

        Keep(kept?.Last ?? default, now);
        return false;
    }

    private async Task RunAtAsync(DateTime time, bool isPastDue)
    {
        try
        {
            var start = Later(time, Now);
            await runs.RunAsync(function, new TimerPayload(isMonitored ? statuses.Of(function.Name) : null, isPastDue));
            if (isMonitored)
            {
                Keep(last: start, now: Later(time, Now));
            }
        }
        catch (IOException ex)
        {
            StatusLost(logger, ex, function.Name);
        }
    }

    private void Keep(DateTime last, DateTime now) =>
        statuses.Set(function.Name, new ScheduleStatus(last, schedule.After(now) ?? DateTime.MaxValue, now));

    // A clock that is read a little before the time must not give the same time again.
    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private async Task SleepUntilAsync(DateTime time, CancellationToken stopping)
    {
        // Asked again after each sleep: timers of the system may fire early, and a clock in tests moves
        // by jumps.
        while (time - Now is var left && left > TimeSpan.Zero)
        {
            var sleep = Task.Delay(left < LongestSleep ? left : LongestSleep, clock, stopping);
            Volatile.Write(ref sleepsUntil, time.Ticks);
            await sleep;
        }

        Volatile.Write(ref sleepsUntil, 0);
    }

    [LoggerMessage(1, LogLevel.Error, "The status of the timer {Function} can't be kept; a missed run may not be caught up with")]
    private static partial void StatusLost(ILogger logger, Exception exception, string function);
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Siaran.LocalRuntime.Running;

namespace Siaran.LocalRuntime.Timers;

/// <summary>Runs one function at its times, each run after the one before it has ended.</summary>
internal sealed partial class TimerLoop(
    Function function, Schedule schedule, bool isMonitored, ScheduleStatuses statuses, TimerRuns runs, TimeProvider clock, ILogger logger)
{
    // Timers take no longer delays than about 49 days.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    // In ticks; 0 while awake.
    private long _sleepsUntil;

    /// <summary>Whether nothing runs and the next time is still ahead.</summary>
    public bool IsAtRest => Volatile.Read(ref _sleepsUntil) > Now.Ticks;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task Run(CancellationToken stopping)
    {
        var isPastDue = isMonitored && Recall();
        if (isPastDue || function.Timer!.RunOnStartup)
            await RunAt(Now, isPastDue);

        var latest = Now;
        while (!stopping.IsCancellationRequested)
        {
            var next = schedule.After(latest) ?? DateTime.MaxValue;
            await SleepUntil(next, stopping);
            await RunAt(next, isPastDue: false);
            latest = Later(next, Now);
        }
    }

    /// <summary>Reads the kept status and tells whether a run was missed; writes a new status for a new timer or a changed schedule.</summary>
    private bool Recall()
    {
        var now = Now;
        var kept = statuses.Of(function.Name);
        if (kept is not null && schedule.After(kept.LastUpdated) == kept.Next)
            return now > kept.Next;
        Keep(kept?.Last ?? default, now);
        return false;
    }

    private async Task RunAt(DateTime time, bool isPastDue)
    {
        try
        {
            var start = Later(time, Now);
            await runs.Run(function, new TimerInfo { ScheduleStatus = isMonitored ? statuses.Of(function.Name) : null, IsPastDue = isPastDue });
            if (isMonitored)
                Keep(last: start, now: Later(time, Now));
        }
        catch (IOException failure)
        {
            StatusLost(logger, failure, function.Name);
        }
    }

    private void Keep(DateTime last, DateTime now)
        => statuses.Set(function.Name, new ScheduleStatus { Last = last, Next = schedule.After(now) ?? DateTime.MaxValue, LastUpdated = now });

    // A clock that is read a little before the time must not give the same time again.
    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private async Task SleepUntil(DateTime time, CancellationToken stopping)
    {
        while (time - Now is var left && left > TimeSpan.Zero)
        {
            var sleep = Task.Delay(left < LongestSleep ? left : LongestSleep, clock, stopping);
            Volatile.Write(ref _sleepsUntil, time.Ticks);
            await sleep;
        }

        Volatile.Write(ref _sleepsUntil, 0);
    }

    [LoggerMessage(1, LogLevel.Error, "The status of the timer {Function} can't be kept; a missed run may not be caught up with")]
    private static partial void StatusLost(ILogger logger, Exception failure, string function);
}

using Microsoft.Extensions.Configuration;
using NCrontab;
using Siaran.LocalHost.Rpc;

namespace Siaran.LocalHost.Timers;

/// <summary>The times at which a timer's function runs, in UTC.</summary>
internal sealed class Schedule
{
    private readonly CrontabSchedule times;

    private Schedule(CrontabSchedule times) => this.times = times;

    /// <summary>
    /// Reads a six-field NCRONTAB expression (second, minute, hour, day, month, weekday), or the setting that <c>%Name%</c> names.
    /// </summary>
    /// <exception cref="CannotStartException">The setting is missing or the expression is not one.</exception>
    public static Schedule Of(WorkerFunction function, IConfiguration settings)
    {
        var expression = function.Timer!.Schedule.Trim();
        if (expression is ['%', .. var name, '%'])
        {
            expression =
                settings[name]
                ?? throw new CannotStartException(
                    $"The timer {function.Name} reads its schedule from the setting {name}, which is not there."
                );
        }

        return CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is { } times
            ? new Schedule(times)
            : throw new CannotStartException(
                $"The timer {function.Name} has the schedule '{expression}', which is no six-field NCRONTAB expression."
            );
    }

    /// <summary>The first time after another; null where there is none.</summary>
    public DateTime? After(DateTime utc)
    {
        var next = times.GetNextOccurrence(utc);
        return next == DateTime.MaxValue ? null : DateTime.SpecifyKind(next, DateTimeKind.Utc);
    }

    /// <summary>Whether two runs can lie less than a minute apart, which the host keeps no status for.</summary>
    public bool IsUnderAMinute(DateTime utc) =>
        After(utc) is { } first && After(first) is { } second && second - first < TimeSpan.FromMinutes(1);
}

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer's function is told of the run.</summary>
public class TimerInfo
{
    /// <summary>The schedule's status before this run; null where none is kept.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run makes up for one that was missed.</summary>
    public bool IsPastDue { get; set; }
}

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function at the times of a six-field NCRONTAB expression, in UTC; <c>%Name%</c> reads it from a setting.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    public string Schedule { get; } = schedule;

    /// <summary>Whether the schedule's status is kept, so that a missed run is caught up with.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function also runs when the host starts; for development only.</summary>
    public bool RunOnStartup { get; set; }
}

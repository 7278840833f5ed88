namespace Microsoft.Azure.Functions.Worker;

/// <summary>When a timer last ran and when it runs next, in UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The last run; 0001-01-01 before the first.</summary>
    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}

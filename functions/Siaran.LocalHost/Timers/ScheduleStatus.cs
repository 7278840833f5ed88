namespace Siaran.LocalHost.Timers;

/// <summary>What is kept of a timer between runs, all in UTC.</summary>
/// <param name="Last">When it last ran; the first day of the calendar where it never did.</param>
/// <param name="Next">When it is due next.</param>
/// <param name="LastUpdated">When this was written.</param>
internal sealed record ScheduleStatus(DateTime Last, DateTime Next, DateTime LastUpdated);

/// <summary>What a run of a timer is given, in the JSON that the worker reads.</summary>
/// <param name="ScheduleStatus">Null without storage, and for schedules of less than a minute.</param>
internal sealed record TimerPayload(ScheduleStatus? ScheduleStatus, bool IsPastDue);

using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;

namespace Siaran.LocalHost.TestApp;

/// <summary>What the timers of this app were given, run by run, for tests to look at.</summary>
public sealed class Runs
{
    public ConcurrentQueue<(string Function, DateTime Time, TimerInfo Timer, int Attempt)> All { get; } = new();

    /// <summary>While set, the timer named Slow waits for it.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    public int MostAtOnce { get; set; }

    public IReadOnlyList<(string Function, DateTime Time, TimerInfo Timer, int Attempt)> Of(string function) =>
        [.. All.Where(run => run.Function == function)];
}

using System.Diagnostics;

namespace Siaran.Tests.Intake.Documents;

/// <summary>What a piece of work costs.</summary>
/// <param name="Result">What it gave.</param>
/// <param name="Allocated">Bytes that it allocated on its own thread, all together: more than it ever held.</param>
/// <param name="Took">By the clock.</param>
internal sealed record Measured<T>(T Result, long Allocated, TimeSpan Took);

internal static class Measured
{
    public static Measured<T> Run<T>(Func<T> work)
    {
        var (before, begun) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        var result = work();
        return new(result, GC.GetAllocatedBytesForCurrentThread() - before, Stopwatch.GetElapsedTime(begun));
    }
}

using Microsoft.Extensions.Logging;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>Goes on with a rebuild that nobody is at any more.</summary>
public sealed partial class RebuildResumption(
    TableRebuilder rebuilder,
    RebuildProgress progress,
    TimeProvider time,
    ILogger<RebuildResumption> logger
)
{
    // Well within the minute after which the timer fires again.
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(40);

    /// <summary>No call where no rebuild is known to be under way.</summary>
    /// <returns>Since when the tables are being rebuilt; null where they are not.</returns>
    public async Task<DateTimeOffset?> RunAsync(CancellationToken cancellationToken)
    {
        // Only where an upload or an embargo waits for its end does it matter; then this process has seen it.
        if (!progress.WasUnderWay)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var state = (await progress.FindAsync(cancellationToken))?.State;
        // HeldUntil in the past: whoever worked at it has died or was shut down.
        if (state is not null && state.HeldUntil <= now)
        {
            LogResumed(state.StartedAt);
            state = (await rebuilder.ResumeAsync(Step, cancellationToken))?.Done is true ? null : state;
        }

        return state?.StartedAt;
    }

    [LoggerMessage(1008, LogLevel.Warning, "The rebuild that began at {Since:O} was left unfinished and is resumed")]
    private partial void LogResumed(DateTimeOffset since);
}

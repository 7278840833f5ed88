using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>
/// Whether the service lives, is ready, and how old its last good run is. One point read, and none within the freshness of what memory
/// holds.
/// </summary>
public sealed partial class HealthEndpoint(IntakeTable intake, TimeProvider time, ILogger<HealthEndpoint> logger) : IDisposable
{
    /// <summary>After so long without a good run, collecting counts as late.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    private readonly DateTimeOffset startedAt = time.GetUtcNow();

    // One probe at a time, and its result for ten seconds: health is asked for by every load balancer
    // and anyone else, and must not become load.
    private readonly SemaphoreSlim gate = new(1);
    private Seen? seen;

    /// <summary>
    /// 200 where storage answers, the last run is not late and no rebuild has kept uploads waiting for as long, else 503. The body says
    /// which, and nothing of what the run took: an upload under an embargo must not show.
    /// </summary>
    public async Task<IResult> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var state = await SeeAsync(now, cancellationToken);
        // Without a run yet: late counts from the start, or a new deployment would be unhealthy until
        // its first run.
        var collected = state.Run?.At ?? startedAt;
        var rebuildingSince = state.Run?.RebuildingSince;
        var late = now - collected > Late || now - rebuildingSince > Late;
        var body = new
        {
            Status = !state.StorageAnswers ? "unavailable"
            : late ? "late"
            : "healthy",
            Live = true,
            Ready = state.StorageAnswers,
            Storage = new
            {
                Answers = state.StorageAnswers,
                CheckedAt = state.At,
                AgeSeconds = (int)(now - state.At).TotalSeconds,
            },
            Collecting = new
            {
                LastRunAt = state.Run?.At,
                AgeSeconds = state.Run is { } run ? (int)(now - run.At).TotalSeconds : (int?)null,
                Late = late,
                state.Run?.Failed,
                RebuildingSince = rebuildingSince,
            },
        };
        return UncachedJson.Of(state.StorageAnswers && !late ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, body);
    }

    public void Dispose() => gate.Dispose();

    private async Task<Seen> SeeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (seen is { } fresh && now - fresh.At < Freshness && now >= fresh.At)
            {
                return fresh;
            }

            using var patience = new CancellationTokenSource(Availability.Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
            try
            {
                return seen = new Seen(now, true, await intake.FindRunAsync(either.Token));
            }
            catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
            {
                LogSilent(ex);
                return seen = new Seen(now, false, seen?.Run);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    [LoggerMessage(3001, LogLevel.Warning, "Storage does not answer")]
    private partial void LogSilent(Exception ex);

    private sealed record Seen(DateTimeOffset At, bool StorageAnswers, RunRecord? Run);
}

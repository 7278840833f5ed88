using Microsoft.AspNetCore.Http;
using Siaran.Ingest;
using Siaran.Serving;

namespace Siaran.Endpoints;

/// <summary>Has the tables rebuilt, a step at a time.</summary>
public sealed class RebuildEndpoint(TableRebuilder rebuilder)
{
    // Azure's load balancer ends a request that is silent for 230 seconds.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(100);

    /// <summary>202 while more is left: ask again. 200 once all is rebuilt. 409 where another request is at it.</summary>
    public async Task<IResult> StepAsync()
    {
        // Whoever asks may go away; a batch half done is better brought to its end.
        var report = await rebuilder.StepAsync(Budget, CancellationToken.None);
        return report is null
            ? new ProblemResult(
                StatusCodes.Status409Conflict,
                "Being rebuilt",
                "Another request rebuilds the tables. Where that one has died, this can go on after three minutes."
            )
            {
                RetryAfter = TimeSpan.FromMinutes(3),
            }
            : UncachedJson.Of(report.Done ? StatusCodes.Status200OK : StatusCodes.Status202Accepted, report);
    }
}

using Microsoft.AspNetCore.Http;
using Siaran.Ingest;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>Has the tables rebuilt, and tells how far that has come.</summary>
public sealed class RebuildEndpoint(
    TableRebuilder rebuilder,
    RebuildWorker worker,
    RebuildProgress progress,
    Availability availability,
    Site site
)
{
    /// <summary>202 at once, with the address of <see cref="ReadAsync"/>: the work goes on behind the answer.</summary>
    public Task<IResult> BeginAsync(CancellationToken cancellationToken) =>
        availability.AnswerAsync(
            "rebuild",
            async ct =>
            {
                var report = await rebuilder.BeginAsync(ct);
                worker.GoOn();
                return new RebuildResult(StatusCodes.Status202Accepted, report, site);
            },
            cancellationToken
        );

    /// <summary>
    /// 200 with how far the last rebuild has come; 404 where there was none. One that nobody is at any more goes on by being asked for.
    /// </summary>
    public Task<IResult> ReadAsync(CancellationToken cancellationToken) =>
        availability.AnswerAsync(
            "rebuild",
            async ct =>
            {
                if (await progress.ReportAsync(ct) is not { } report)
                {
                    return new ProblemResult(StatusCodes.Status404NotFound, "Not found", "The tables were never rebuilt.");
                }

                if (!report.Done)
                {
                    worker.GoOn();
                }

                return new RebuildResult(StatusCodes.Status200OK, report, site);
            },
            cancellationToken
        );

    private sealed class RebuildResult(int status, RebuildReport report, Site site) : IResult
    {
        private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            if (status == StatusCodes.Status202Accepted)
            {
                response.Headers.Location = site.Address("maintenance/rebuild").AbsoluteUri;
            }

            ResponseWriter.AskAgain(response, report.Done ? null : Wait);
            return ResponseWriter.WritePrivateAsync(httpContext, status, WebJson.MediaType, WebJson.Bytes(report));
        }
    }
}

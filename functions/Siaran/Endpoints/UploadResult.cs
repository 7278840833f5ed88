using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Siaran.Ingest;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>
/// The answer to an upload: the release's id, address and tags, and the report. Refusals are problem details (RFC 9457) with the same
/// members.
/// </summary>
public sealed class UploadResult(int status, IngestResult collected) : IResult
{
    /// <summary>The address of the state of an upload that is still to be taken or confirmed.</summary>
    public Uri? State { get; init; }

    /// <summary>Where a held upload is confirmed, by POST.</summary>
    public Uri? Confirm { get; init; }

    /// <summary>201, 200, 202, 412 or 422, by the outcome of the upload.</summary>
    public static UploadResult Of(IngestResult collected, IncomingUpload upload, Site site) =>
        collected.Outcome switch
        {
            CollectOutcome.Created => new(StatusCodes.Status201Created, collected),
            CollectOutcome.Revised or CollectOutcome.Unchanged => new(StatusCodes.Status200OK, collected),
            CollectOutcome.Stale => new(StatusCodes.Status412PreconditionFailed, collected),
            CollectOutcome.Rejected => new(StatusCodes.Status422UnprocessableEntity, collected),
            CollectOutcome.Doubtful => new(StatusCodes.Status202Accepted, collected)
            {
                State = UploadStateEndpoint.AddressOf(upload.Name, site),
                Confirm = UploadConfirmEndpoint.AddressOf(upload.Name, upload.VersionName, site),
            },
            _ => new(StatusCodes.Status202Accepted, collected) { State = UploadStateEndpoint.AddressOf(upload.Name, site) },
        };

    private bool IsRefused => status >= StatusCodes.Status400BadRequest;

    private Release? Release => collected.Release?.Release;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (IsRefused && ProblemPage.IsWanted(httpContext.Request))
        {
            var pages = httpContext.RequestServices.GetRequiredService<ProblemPages>();
            await (await pages.WriteAsync(httpContext.Request, status, collected.Report)).WriteAsync(httpContext, status);
            return;
        }

        var headers = httpContext.Response.Headers;
        if (status is StatusCodes.Status201Created or StatusCodes.Status202Accepted)
        {
            headers.Location = (State ?? collected.Report.Address)?.AbsoluteUri;
        }

        if (Release is { } release && !IsRefused)
        {
            // The revision is what If-Match takes at the next PUT.
            headers.ETag = $"\"{release.Revision}\"";
        }

        await ResponseWriter.WritePrivateAsync(
            httpContext,
            status,
            IsRefused ? ProblemResult.MediaType : "application/json",
            WebJson.Bytes(Body())
        );
    }

    private object Body() =>
        new
        {
            Type = IsRefused ? "about:blank" : null,
            Title = !IsRefused ? null
            : status == StatusCodes.Status412PreconditionFailed ? "Stale revision"
            : "Upload rejected",
            Status = IsRefused ? status : (int?)null,
            Detail = IsRefused && collected.Report.Findings.Count > 0 ? collected.Report.Findings[0].English : null,
            Outcome = collected.Outcome.ToString().ToLowerInvariant(),
            Id = Release?.Id.ToString(),
            collected.Report.Address,
            State,
            Confirm,
            Release?.Revision,
            Release?.PublishAt,
            Tags = collected.Release?.Tags.Select(tag => tag.Id.ToString()),
            Report = JsonSerializer.Deserialize<JsonElement>(collected.Report.ToJson()),
        };
}

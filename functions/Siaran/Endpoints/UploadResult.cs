using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Siaran.Ingest;
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
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

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

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var refused = status >= StatusCodes.Status400BadRequest;
        var release = collected.Release?.Release;
        var body = new Dictionary<string, object?>();
        if (refused)
        {
            body["type"] = "about:blank";
            body["title"] = status == StatusCodes.Status412PreconditionFailed ? "Stale revision" : "Upload rejected";
            body["status"] = status;
            body["detail"] = collected.Report.Findings.Count > 0 ? collected.Report.Findings[0].English : null;
        }

        body["outcome"] = collected.Outcome.ToString().ToLowerInvariant();
        body["id"] = release?.Id.ToString();
        body["address"] = collected.Report.Address;
        body["state"] = State;
        body["confirm"] = Confirm;
        body["revision"] = release?.Revision;
        body["publishAt"] = release?.PublishAt;
        body["tags"] = collected.Release?.Tags.Select(tag => tag.Id.ToString());
        body["report"] = JsonSerializer.Deserialize<JsonElement>(collected.Report.ToJson());
        foreach (var absent in body.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            body.Remove(absent);
        }

        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (status is StatusCodes.Status201Created or StatusCodes.Status202Accepted)
        {
            response.Headers.Location = (State ?? collected.Report.Address)?.AbsoluteUri;
        }

        if (release is not null && !refused)
        {
            response.Headers.ETag = $"\"{release.Revision}\"";
        }

        await response.WriteAsJsonAsync(body, Json, refused ? ProblemResult.MediaType : "application/json", httpContext.RequestAborted);
    }
}

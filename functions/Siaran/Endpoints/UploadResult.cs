using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Siaran.Ingest;
using Siaran.Serving;

namespace Siaran.Endpoints;

/// <summary>
/// What an uploader is told: the release's id, address and tags, and the report. Refusals are problem details (RFC 9457) with the same
/// members.
/// </summary>
public sealed class UploadResult(int status, IngestResult collected) : IResult
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Where the state of an upload is told that is still to be taken.</summary>
    public Uri? State { get; init; }

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

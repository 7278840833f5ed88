using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Siaran.Serving;

/// <summary>
/// Answers GET and HEAD with a picture or document of a release. Its address names its bytes, so whoever has it keeps it for a year
/// (RFC 8246); caches that many share ask again soon, so that what is withdrawn is gone from there.
/// </summary>
/// <param name="document">The file.</param>
/// <param name="fileName">What it is saved as.</param>
/// <param name="shared">How long caches that many share may keep it.</param>
public sealed class AttachmentResult(Document document, string fileName, TimeSpan shared) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var etag = document.ETag(ContentEncoding.Identity);
        ResponseWriter.Describe(response, document.MediaType);
        response.Headers.ETag = etag;
        response.Headers.CacheControl = string.Create(
            CultureInfo.InvariantCulture,
            $"public, max-age=31536000, immutable, s-maxage={(long)shared.TotalSeconds}"
        );
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = disposition.ToString();
        if (
            request.Headers.IfNoneMatch.Count > 0
            && Conditions.Evaluate(request.Headers, etag, DateTimeOffset.MaxValue) is ConditionOutcome.NotModified
        )
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return ResponseWriter.WriteAsync(httpContext, StatusCodes.Status200OK, document, ContentEncoding.Identity);
    }
}

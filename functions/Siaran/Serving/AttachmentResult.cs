using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Siaran.Serving;

/// <summary>Answers GET and HEAD with a picture or document of a release.</summary>
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
        // The address names the bytes, so a reader keeps them for a year (RFC 8246). Caches that many
        // share are given less, so that what is withdrawn is soon gone from there: a browser's own copy
        // cannot be called back.
        response.Headers.CacheControl = string.Create(
            CultureInfo.InvariantCulture,
            $"public, max-age=31536000, immutable, s-maxage={(long)shared.TotalSeconds}"
        );
        // inline, for pictures are in pages; the name still serves whoever saves the file.
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

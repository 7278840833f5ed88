using Microsoft.AspNetCore.Http;

namespace Siaran.Serving;

/// <summary>
/// Answers GET and HEAD with an asset. Under the address that carries its version it may be kept for good (RFC 8246), else for five
/// minutes.
/// </summary>
/// <param name="document">The asset.</param>
/// <param name="version">What <c>v</c> is in the address that may be kept for good.</param>
public sealed class AssetResult(Document document, string version) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var encoding = ResponseWriter.EncodingOf(document, request);
        var etag = document.ETag(encoding);
        ResponseWriter.Describe(response, document.MediaType);
        response.Headers.ETag = etag;
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.CacheControl = request.Query["v"] == version ? "public, max-age=31536000, immutable" : "public, max-age=300";

        // An asset has no date of its own: its entity tag alone tells versions apart.
        if (
            request.Headers.IfNoneMatch.Count > 0
            && Conditions.Evaluate(request.Headers, etag, DateTimeOffset.MaxValue) is ConditionOutcome.NotModified
        )
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return ResponseWriter.WriteAsync(httpContext, StatusCodes.Status200OK, document, encoding);
    }
}

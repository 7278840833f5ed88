using Microsoft.AspNetCore.Http;
using Siaran.Serving;

namespace Siaran.Pages;

/// <summary>Answers GET and HEAD with an asset. Under the address that carries its version it may be kept for good (RFC 8246), else for five minutes.</summary>
public sealed class AssetResult(PageAsset asset) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var document = asset.Document;
        var encoding = document.IsCompressible ? ContentEncodings.Choose(request.Headers.AcceptEncoding) : ContentEncoding.Identity;
        var etag = document.ETag(encoding);
        Cors.Allow(response);
        SecurityHeaders.Add(response, document.MediaType);
        response.Headers.ETag = etag;
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.CacheControl = request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "public, max-age=300";

        // An asset has no date of its own: its entity tag alone tells versions apart.
        if (request.Headers.IfNoneMatch.Count > 0 && Conditions.Evaluate(request.Headers, etag, DateTimeOffset.MaxValue) is ConditionOutcome.NotModified)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var bytes = document.In(encoding);
        response.ContentType = document.MediaType;
        response.ContentLength = bytes.Length;
        if (encoding.Token() is { } token)
        {
            response.Headers.ContentEncoding = token;
        }

        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}

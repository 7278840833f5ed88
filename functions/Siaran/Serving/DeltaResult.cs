using Microsoft.AspNetCore.Http;

namespace Siaran.Serving;

/// <summary>226 IM Used (RFC 3229 §10.4.1): what is new since the document that the client has. Kept by no cache.</summary>
/// <param name="delta">The new entries alone.</param>
/// <param name="document">The whole document, whose validators the answer bears.</param>
public sealed class DeltaResult(Document delta, Document document) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var encoding = delta.IsCompressible ? ContentEncodings.Choose(request.Headers.AcceptEncoding) : ContentEncoding.Identity;
        var bytes = delta.In(encoding);
        Cors.Allow(response);
        SecurityHeaders.Add(response, delta.MediaType);
        response.StatusCode = StatusCodes.Status226IMUsed;
        response.ContentType = delta.MediaType;
        response.ContentLength = bytes.Length;
        response.Headers["IM"] = "feed";
        response.Headers.ETag = document.ETag(
            document.IsCompressible ? ContentEncodings.Choose(request.Headers.AcceptEncoding) : ContentEncoding.Identity
        );
        response.Headers.LastModified = document.LastModified?.ToString("R");
        response.Headers.CacheControl = "no-store, im";
        response.Headers.Vary = "A-IM, If-None-Match, Accept-Encoding";
        if (document.Links.Count > 0)
        {
            response.Headers.Link = string.Join(", ", document.Links);
        }

        if (encoding.Token() is { } token)
        {
            response.Headers.ContentEncoding = token;
        }

        return HttpMethods.IsHead(request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}

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
        ResponseWriter.Describe(response, delta.MediaType);
        response.Headers["IM"] = "feed";
        // The ETag is that of the whole document, in the form that the client would have been given:
        // the client asks by it for the next delta (RFC 3229).
        response.Headers.ETag = document.ETag(ResponseWriter.EncodingOf(document, request));
        response.Headers.LastModified = document.LastModifiedText;
        // A cache that does not know 226 must not keep it as the document.
        response.Headers.CacheControl = "no-store, im";
        response.Headers.Vary = "A-IM, If-None-Match, Accept-Encoding";
        if (document.Links.Count > 0)
        {
            response.Headers.Link = document.LinkText;
        }

        return ResponseWriter.WriteAsync(httpContext, StatusCodes.Status226IMUsed, delta, ResponseWriter.EncodingOf(delta, request));
    }
}

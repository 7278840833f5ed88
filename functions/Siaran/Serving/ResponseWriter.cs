using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Siaran.Serving;

/// <summary>
/// Writes every answer: who may read it, what a browser may do with it, its type, length and encoding, and no body where only the head is
/// asked for.
/// </summary>
internal static class ResponseWriter
{
    /// <summary>Sets what every public answer says, whether it has a body or not.</summary>
    public static void Describe(HttpResponse response, string mediaType)
    {
        Cors.Allow(response);
        SecurityHeaders.Add(response, mediaType);
    }

    /// <summary>The encoding of a document that the client prefers.</summary>
    public static ContentEncoding EncodingOf(Document document, HttpRequest request) =>
        document.IsCompressible ? ContentEncodings.Choose(request.Headers.AcceptEncoding) : ContentEncoding.Identity;

    /// <summary>Writes a document in an encoding. Its validators and lifetime are the caller's to set.</summary>
    public static Task WriteAsync(HttpContext context, int status, Document document, ContentEncoding encoding)
    {
        if (encoding.Token() is { } token)
        {
            context.Response.Headers.ContentEncoding = token;
        }

        return WriteBodyAsync(context, status, document.MediaType, document.In(encoding));
    }

    /// <summary>Writes what no cache may keep, for scripts of any site.</summary>
    public static Task WriteUncachedAsync(HttpContext context, int status, string mediaType, byte[] body)
    {
        Cors.Allow(context.Response);
        return WritePrivateAsync(context, status, mediaType, body);
    }

    /// <summary>Writes what no cache may keep, for whoever sent the request alone.</summary>
    public static Task WritePrivateAsync(HttpContext context, int status, string mediaType, byte[] body)
    {
        SecurityHeaders.Add(context.Response, mediaType);
        context.Response.Headers.CacheControl = "no-store";
        return WriteBodyAsync(context, status, mediaType, body);
    }

    /// <summary>Says when to ask again, where that is known.</summary>
    public static void AskAgain(HttpResponse response, TimeSpan? after)
    {
        if (after is { } wait)
        {
            response.Headers.RetryAfter = ((long)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static Task WriteBodyAsync(HttpContext context, int status, string mediaType, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = mediaType;
        // The length is set for HEAD too: it is what GET would have sent.
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Siaran.Serving;

/// <summary>Answers GET and HEAD with a picture or document of a release.</summary>
/// <param name="name">The last part of its address, which names its bytes.</param>
/// <param name="mediaType">Of the file.</param>
/// <param name="fileName">What it is saved as.</param>
/// <param name="shared">How long caches that many share may keep it.</param>
public sealed class AttachmentResult(string name, string mediaType, string fileName, TimeSpan shared) : IResult
{
    /// <summary>The file; null where <see cref="IsKnown"/>: the answer is 304.</summary>
    public Document? Document { get; init; }

    /// <summary>Whether the request comes from one who has the file already (RFC 9110 §13.1.2), so that it need not be fetched.</summary>
    public static bool IsKnown(IHeaderDictionary headers, string name) =>
        headers.IfNoneMatch.Count > 0
        && Conditions.Evaluate(headers, ETagOf(name), DateTimeOffset.MaxValue) is ConditionOutcome.NotModified;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        ResponseWriter.Describe(response, mediaType);
        response.Headers.ETag = ETagOf(name);
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
        if (Document is { } document)
        {
            return ResponseWriter.WriteAsync(httpContext, StatusCodes.Status200OK, document, ContentEncoding.Identity);
        }

        response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    private static string ETagOf(string name) => $"\"{name}\"";
}

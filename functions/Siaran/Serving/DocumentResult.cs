using Microsoft.AspNetCore.Http;

namespace Siaran.Serving;

/// <summary>Answers GET and HEAD with a document: validators, conditions, encodings, lifetimes and what browsers may do with it.</summary>
/// <param name="document">What is served.</param>
/// <param name="policy">How long others may keep it.</param>
/// <param name="now">The moment of the answer.</param>
public sealed class DocumentResult(Document document, CachePolicy policy, DateTimeOffset now) : IResult
{
    public int StatusCode { get; init; } = StatusCodes.Status200OK;

    /// <summary>The address of what is served where the request's own address chose it by <c>Accept</c>.</summary>
    public string? ContentLocation { get; init; }

    /// <summary>How long to wait before asking again, where this is a failure.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the request's <c>Accept</c> had a say.</summary>
    public bool VariesByAccept { get; init; }

    /// <summary>Whether the request's <c>Accept-Language</c> had a say.</summary>
    public bool VariesByLanguage { get; init; }

    /// <summary>The language of a page (BCP 47); null for what is no page.</summary>
    public string? Language { get; init; }

    /// <summary>Whether pages of other sites may show it in a frame.</summary>
    public bool MayBeFramed { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var encoding = ResponseWriter.EncodingOf(document, request);
        var etag = document.ETag(encoding);
        Describe(response, etag);
        // Conditions hold for 200 alone: an error page has no version worth asking for.
        var outcome =
            StatusCode == StatusCodes.Status200OK
                ? Conditions.Evaluate(request.Headers, etag, document.LastModified)
                : ConditionOutcome.Proceed;
        if (outcome is not ConditionOutcome.Proceed)
        {
            response.StatusCode =
                outcome is ConditionOutcome.NotModified ? StatusCodes.Status304NotModified : StatusCodes.Status412PreconditionFailed;
            return Task.CompletedTask;
        }

        return ResponseWriter.WriteAsync(httpContext, StatusCode, document, encoding);
    }

    private void Describe(HttpResponse response, string etag)
    {
        var headers = response.Headers;
        if (MayBeFramed)
        {
            headers.ContentSecurityPolicy = SecurityHeaders.FramePolicy;
        }

        ResponseWriter.Describe(response, document.MediaType);
        ResponseWriter.AskAgain(response, RetryAfter);
        headers.ETag = etag;
        if (document.LastModified is { } modified)
        {
            // Listings move their date ahead by a second for each change within one (ListingCommit).
            // HTTP forbids a date in the future (RFC 9110 §8.8.2.1), so it is cut to now.
            headers.LastModified = modified <= now ? document.LastModifiedText : now.ToString("R");
        }

        headers.CacheControl = policy.At(now);
        headers.Vary = (VariesByAccept, VariesByLanguage) switch
        {
            (true, true) => "Accept, Accept-Language, Accept-Encoding",
            (true, false) => "Accept, Accept-Encoding",
            (false, true) => "Accept-Language, Accept-Encoding",
            (false, false) => "Accept-Encoding",
        };
        if (Language is not null)
        {
            headers.ContentLanguage = Language;
        }

        if (document.Links.Count > 0)
        {
            headers.Link = document.LinkText;
        }

        if (ContentLocation is not null)
        {
            headers.ContentLocation = ContentLocation;
        }
    }
}

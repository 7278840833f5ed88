using Microsoft.AspNetCore.Http;

namespace Siaran.Serving;

/// <summary>
/// Lets scripts of any site read what is public, errors included, and pages that isolate themselves take it in (the Fetch standard, CORS
/// protocol and Cross-Origin-Resource-Policy).
/// </summary>
public static class Cors
{
    private const string Exposed = "Content-Location, ETag, IM, Last-Modified, Link, Retry-After";

    // Everything public, errors too: a script that may not read an error cannot tell its user what is
    // wrong. No credentials are ever asked for, which is what "*" needs.
    public static void Allow(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = Exposed;
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    /// <summary>The answer to a preflight request: 204.</summary>
    public static IResult Preflight { get; } = new PreflightResult();

    private sealed class PreflightResult : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            ResponseWriter.Describe(response, "");
            response.StatusCode = StatusCodes.Status204NoContent;
            response.Headers.AccessControlAllowMethods = "GET, HEAD, OPTIONS";
            response.Headers.AccessControlAllowHeaders = "A-IM, Accept, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since";
            // A day: browsers ask once and not before each request.
            response.Headers.AccessControlMaxAge = "86400";
            return Task.CompletedTask;
        }
    }
}

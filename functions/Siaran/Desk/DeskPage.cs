using Microsoft.AspNetCore.Http;
using Siaran.Pages;
using Siaran.Serving;

namespace Siaran.Desk;

/// <summary>
/// A screen of the desk: for whoever asked alone, kept by no cache, found by no search engine, and with no script but the desk's own file.
/// </summary>
/// <param name="Html">UTF-8.</param>
/// <param name="Status">The status code.</param>
internal sealed record DeskPage(byte[] Html, int Status = StatusCodes.Status200OK) : IResult
{
    private const string Policy =
        "default-src 'none'; img-src 'self' https: http: data:; style-src 'self'; script-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A page in a frame of the desk, which runs and sends nothing and leads nowhere by itself.</summary>
    // Of the desk's own origin, or the browser would ask for the draft's pictures as nobody.
    private const string FramePolicy =
        "default-src 'none'; img-src 'self' https: http: data:; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-top-navigation-by-user-activation";

    /// <summary>Whether the desk shows it within a screen.</summary>
    public bool IsFramed { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy = IsFramed ? FramePolicy : Policy;
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return ResponseWriter.WritePrivateAsync(httpContext, Status, PageRenderer.MediaType, Html);
    }
}

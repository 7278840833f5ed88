using Microsoft.AspNetCore.Http;
using Siaran.Serving;

namespace Siaran.Desk;

/// <summary>A file of the desk, for whoever asked alone.</summary>
/// <param name="MediaType">Its own.</param>
/// <param name="Content">The bytes.</param>
/// <param name="SaveAs">What it is saved as; null for a file that a page shows.</param>
internal sealed record DeskFile(string MediaType, BinaryData Content, string? SaveAs) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (SaveAs is not null)
        {
            httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{SaveAs}\"";
        }

        httpContext.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return ResponseWriter.WritePrivateAsync(httpContext, StatusCodes.Status200OK, MediaType, Content.ToArray());
    }
}

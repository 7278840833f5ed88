using Microsoft.AspNetCore.Http;

namespace Siaran.Serving;

/// <summary>301 to the one address of what was asked for. Readers update their subscription by it.</summary>
/// <param name="Location">Absolute, or relative to the request's address.</param>
public sealed record RedirectResult(string Location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        ResponseWriter.Describe(response, "");
        response.StatusCode = StatusCodes.Status301MovedPermanently;
        response.Headers.Location = Location;
        response.Headers.CacheControl = "public, max-age=3600";
        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.Http;

namespace Siaran.Serving;

/// <summary>
/// 301 to the one address of what was asked for, by which readers update their subscription; 302 where it leads there for now alone.
/// </summary>
/// <param name="Location">Absolute, or relative to the request's address.</param>
public sealed record RedirectResult(string Location) : IResult
{
    private static readonly TimeSpan ForGood = TimeSpan.FromHours(1);

    /// <summary>How long a cache may keep what leads there for now; null for what leads there for good.</summary>
    public TimeSpan? Lasts { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        ResponseWriter.Describe(response, "");
        response.StatusCode = Lasts is null ? StatusCodes.Status301MovedPermanently : StatusCodes.Status302Found;
        response.Headers.Location = Location;
        response.Headers.CacheControl = $"public, max-age={(long)(Lasts ?? ForGood).TotalSeconds}";
        return Task.CompletedTask;
    }
}

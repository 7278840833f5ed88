using Microsoft.AspNetCore.Http;

namespace Siaran.Serving;

/// <summary>After something was sent: where to look now (RFC 9110 §15.4.4), so that going back sends nothing again.</summary>
/// <param name="Address">Relative to the root.</param>
internal sealed record SeeOther(string Address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Headers.Location = Address;
        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Siaran.Serving;

/// <summary>What went wrong, for programs and people (RFC 9457). Holds nothing of the inside of the service.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Title">The kind of problem; the same for all of its kind.</param>
/// <param name="Detail">This very problem, and how to mend it.</param>
public sealed record ProblemResult(int Status, string Title, string? Detail) : IResult
{
    public const string MediaType = "application/problem+json";

    /// <summary>Further members, such as <c>nearest</c>.</summary>
    public IReadOnlyDictionary<string, object> Extensions { get; init; } = new Dictionary<string, object>();

    /// <summary>How long to wait before trying again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A value of <c>Vary</c>, where the same address may answer otherwise.</summary>
    public string? Vary { get; init; }

    public static ProblemResult BadRequest(string detail) => new(StatusCodes.Status400BadRequest, "Bad request", detail);

    public static ProblemResult NotFound(string detail) => new(StatusCodes.Status404NotFound, "Not found", detail);

    public static ProblemResult Unavailable() =>
        new(StatusCodes.Status503ServiceUnavailable, "Temporarily unavailable", "The store of releases does not answer. Try again shortly.")
        {
            RetryAfter = TimeSpan.FromSeconds(10),
        };

    public static ProblemResult Fault() =>
        new(
            StatusCodes.Status500InternalServerError,
            "Internal error",
            "A fault of this service, which has been noted. The same request may succeed later."
        );

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ResponseWriter.AskAgain(httpContext.Response, RetryAfter);
        if (ProblemPage.IsWanted(httpContext.Request) && httpContext.RequestServices?.GetService<IProblemPages>() is { } pages)
        {
            await (await pages.WriteAsync(httpContext.Request, this)).WriteAsync(httpContext, Status);
            return;
        }

        await WriteDetailsAsync(httpContext);
    }

    private Task WriteDetailsAsync(HttpContext httpContext)
    {
        var problem = new Dictionary<string, object?>
        {
            // No pages describe the kinds of problems; RFC 9457 has this name for "no more than the
            // status says".
            ["type"] = "about:blank",
            ["title"] = Title,
            ["status"] = Status,
            ["detail"] = Detail,
        };
        foreach (var (name, value) in Extensions)
        {
            problem[name] = value;
        }

        if (Vary is not null)
        {
            httpContext.Response.Headers.Vary = Vary;
        }

        return ResponseWriter.WriteUncachedAsync(httpContext, Status, MediaType, WebJson.Bytes(problem));
    }
}

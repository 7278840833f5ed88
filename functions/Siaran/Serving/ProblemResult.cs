using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Siaran.Serving;

/// <summary>What went wrong, for programs and people (RFC 9457). Holds nothing of the inside of the service.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Title">The kind of problem; the same for all of its kind.</param>
/// <param name="Detail">This very problem, and how to mend it.</param>
public sealed record ProblemResult(int Status, string Title, string? Detail) : IResult
{
    public const string MediaType = "application/problem+json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

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

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var problem = new Dictionary<string, object?>
        {
            ["type"] = "about:blank",
            ["title"] = Title,
            ["status"] = Status,
            ["detail"] = Detail,
        };
        foreach (var (name, value) in Extensions)
        {
            problem[name] = value;
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(problem, Options);
        Cors.Allow(response);
        SecurityHeaders.Add(response, MediaType);
        response.StatusCode = Status;
        response.ContentType = MediaType;
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "no-store";
        if (Vary is not null)
        {
            response.Headers.Vary = Vary;
        }

        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = ((long)wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return HttpMethods.IsHead(request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}

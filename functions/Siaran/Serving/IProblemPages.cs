using Microsoft.AspNetCore.Http;

namespace Siaran.Serving;

/// <summary>Writes problems as pages, for people; programs get problem details.</summary>
public interface IProblemPages
{
    /// <summary>The page, in the language that the request asks for.</summary>
    Task<ProblemPage> WriteAsync(HttpRequest request, ProblemResult problem);
}

/// <summary>A problem as a page.</summary>
/// <param name="Html">UTF-8.</param>
/// <param name="Language">BCP 47.</param>
public sealed record ProblemPage(byte[] Html, string Language)
{
    public const string MediaType = "text/html; charset=utf-8";

    /// <summary>Whether it is a person who asks, by what the browser accepts: programs that accept anything get problem details.</summary>
    public static bool IsWanted(HttpRequest request) =>
        ContentNegotiation.Choose(request.Headers.Accept, ProblemResult.MediaType, "application/json", "text/html") == 2;

    /// <summary>Writes it; no cache may keep it.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="status">The status code.</param>
    public Task WriteAsync(HttpContext context, int status)
    {
        context.Response.Headers.Vary = "Accept, Accept-Language";
        context.Response.Headers.ContentLanguage = Language;
        return ResponseWriter.WriteUncachedAsync(context, status, MediaType, Html);
    }
}

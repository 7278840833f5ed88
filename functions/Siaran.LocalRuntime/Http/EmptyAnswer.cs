using Microsoft.AspNetCore.Http;

namespace Siaran.LocalRuntime.Http;

internal static class EmptyAnswer
{
    /// <summary>Ends the request in an empty 500 that keeps the headers already set; once the answer is under way, breaks it off.</summary>
    public static void InternalServerError(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentLength = 0;
        if (context.Response.Body.CanSeek)
            context.Response.Body.SetLength(0);
    }
}

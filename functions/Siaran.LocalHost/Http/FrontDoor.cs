using Microsoft.AspNetCore.Http;
using Siaran.LocalHost.Running;

namespace Siaran.LocalHost.Http;

/// <summary>
/// What the host does with each request before a worker sees it: it finds the function, asks for the key, and hides what is disabled.
/// </summary>
internal sealed class FrontDoor(FunctionsApp app, LocalKeys keys, Administration administration, FunctionForwarder forwarder)
{
    /// <summary>How soon a client may ask again while the worker starts, in seconds.</summary>
    private const int RetryAfter = 2;

    public async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase))
        {
            await administration.AnswerAsync(context);
            return;
        }

        if (app.Running is not { } running)
        {
            context.Response.Headers.RetryAfter = RetryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (running.Http.Match(context) is not { } match || app.IsDisabled(match.Function.Name))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!keys.Opens(match.Function.Http!.Level, context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await forwarder.ForwardAsync(context, running, match);
    }
}

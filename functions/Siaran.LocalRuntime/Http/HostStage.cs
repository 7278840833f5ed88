using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Siaran.LocalRuntime.Http;

/// <summary>
/// What the host does before the worker sees a request: it chooses the function by its own matching, asks for the key, and hides
/// what is disabled. It stands around all of the app's own startup filters, which belong to the worker.
/// </summary>
internal sealed partial class HostStage(HttpFunctions functions, LocalKeys keys, Administration administration, IConfiguration settings, ILogger<HostStage> logger)
    : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(Answer);
        next(app);
    };

    private async Task Answer(HttpContext context, RequestDelegate worker)
    {
        if (context.Request.Path.StartsWithSegments("/admin"))
        {
            await administration.Answer(context);
            return;
        }

        if (functions.Choose(context) is not { } choice || IsDisabled(settings, choice.Function.Name))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!keys.Opens(choice.Function.Http!.AuthLevel, context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        context.Request.Scheme = "http";
        context.Request.Headers["X-Forwarded-Proto"] = "http";
        context.Features.Set(choice);
        await Forward(context, worker, choice);
    }

    private async Task Forward(HttpContext context, RequestDelegate worker, Choice choice)
    {
        try
        {
            await worker(context);
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            WorkerFailed(logger, failure, choice.Function.Name);
            EmptyAnswer.InternalServerError(context);
            return;
        }

        if (choice.IsReached)
            return;
        NeverReached(logger, choice.Failure, choice.Function.Name, context.Request.Path);
        EmptyAnswer.InternalServerError(context);
    }

    internal static bool IsDisabled(IConfiguration settings, string function)
        => IsTrue(settings[$"AzureWebJobs.{function}.Disabled"]) || IsTrue(settings[$"AzureWebJobs:{function}:Disabled"]);

    private static bool IsTrue(string? value) => value is "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(1, LogLevel.Error, "The worker failed outside the function {Function}")]
    private static partial void WorkerFailed(ILogger logger, Exception failure, string function);

    [LoggerMessage(2, LogLevel.Error, "The host chose {Function} for {Path} but no request reached it: a startup filter answered in its place, or the worker's routing "
        + "found another. In Azure this request hangs for 15 seconds and ends in an empty 500")]
    private static partial void NeverReached(ILogger logger, Exception? failure, string function, PathString path);
}

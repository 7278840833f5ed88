using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Siaran.LocalHost.Rpc;
using Siaran.LocalHost.Running;
using Siaran.LocalHost.Timers;

namespace Siaran.LocalHost.Http;

/// <summary>
/// The host's own addresses, for the master key alone: <c>POST /admin/functions/NAME</c> with a JSON object fires a timer's function, and
/// <c>GET /admin/host/status</c> tells what the host does.
/// </summary>
internal sealed class Administration(LocalKeys keys, FunctionsApp app, TimerRuns timers, TimeProvider clock)
{
    private readonly long started = clock.GetTimestamp();

    public async Task AnswerAsync(HttpContext context)
    {
        if (!keys.Opens(KeyLevel.Admin, context.Request))
        {
            // As the real host: a wrong key is 401, a right one that is too weak 403.
            context.Response.StatusCode = keys.Opens(KeyLevel.Function, context.Request)
                ? StatusCodes.Status403Forbidden
                : StatusCodes.Status401Unauthorized;
            return;
        }

        if (
            HttpMethods.IsGet(context.Request.Method)
            && context.Request.Path.Equals("/admin/host/status", StringComparison.OrdinalIgnoreCase)
        )
        {
            await WriteStatusAsync(context.Response);
            return;
        }

        context.Response.StatusCode = await FireAsync(context.Request);
    }

    private Task WriteStatusAsync(HttpResponse response) =>
        response.WriteAsJsonAsync(
            new
            {
                id = Environment.MachineName.ToLowerInvariant(),
                state = app.Running is null ? "Starting" : "Running",
                version = "4.0.0.0",
                processUptime = (long)clock.GetElapsedTime(started).TotalMilliseconds,
                functions = app.Running?.Functions.Select(function => function.Name).Order(StringComparer.OrdinalIgnoreCase)
                    ?? Enumerable.Empty<string>(),
            }
        );

    private async Task<int> FireAsync(HttpRequest request)
    {
        if (
            !HttpMethods.IsPost(request.Method)
            || !request.Path.StartsWithSegments("/admin/functions", StringComparison.OrdinalIgnoreCase, out var rest)
            || app.Running?.Named(rest.ToString().Trim('/')) is not { } function
        )
        {
            return StatusCodes.Status404NotFound;
        }

        if (!request.HasJsonContentType())
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        if (!await HasObjectAsync(request) || function.Timer is null)
        {
            return StatusCodes.Status400BadRequest;
        }

        timers.Fire(function);
        return StatusCodes.Status202Accepted;
    }

    private static async Task<bool> HasObjectAsync(HttpRequest request)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

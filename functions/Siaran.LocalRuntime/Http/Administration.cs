using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Siaran.LocalRuntime.Running;
using Siaran.LocalRuntime.Timers;

namespace Siaran.LocalRuntime.Http;

/// <summary>The host's own addresses: <c>POST /admin/functions/NAME</c> with the master key and a JSON body fires a function.</summary>
internal sealed class Administration(LocalKeys keys, FunctionsOfApp functions, TimerRuns timers)
{
    private const string Functions = "/admin/functions";

    public async Task Answer(HttpContext context)
    {
        if (!keys.Opens(AuthorizationLevel.Admin, context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        context.Response.StatusCode = await Fire(context.Request);
    }

    private async Task<int> Fire(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method)
            || !request.Path.StartsWithSegments(Functions, out var rest)
            || functions.Named(rest.ToString().Trim('/')) is not { } function)
            return StatusCodes.Status404NotFound;
        if (!request.HasJsonContentType())
            return StatusCodes.Status415UnsupportedMediaType;
        if (!await HasObject(request) || function.Timer is null)
            return StatusCodes.Status400BadRequest;

        timers.Fire(function);
        return StatusCodes.Status202Accepted;
    }

    private static async Task<bool> HasObject(HttpRequest request)
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

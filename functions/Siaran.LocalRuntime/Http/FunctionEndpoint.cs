using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Siaran.LocalRuntime.Running;

namespace Siaran.LocalRuntime.Http;

/// <summary>Answers a request with a function, as the worker does.</summary>
internal sealed partial class FunctionEndpoint(Invoker invoker, ILoggerFactory loggers)
{
    private const string InvocationHeader = "x-ms-invocation-id";

    public async Task Answer(HttpContext context, Function function)
    {
        // The host has already chosen; should the worker's routing find another function, that one is never run in Azure either.
        if (context.Features.Get<Choice>() is not { } choice || choice.Function != function)
            return;
        choice.IsReached = true;

        var invocation = new Invocation(function, context.RequestServices, context.RequestAborted) { Values = Values(context, choice) };
        invocation.Features.Set(context);
        context.Request.Headers[InvocationHeader] = invocation.InvocationId;
        try
        {
            await invoker.Run(invocation);
            await Write(ResultOf(invocation.Returned.Value), context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            Aborted(Logger(function), function.Name);
            context.Abort();
        }
        catch (Exception failure)
        {
            Failed(Logger(function), failure, function.Name);
            EmptyAnswer.InternalServerError(context);
        }
    }

    private ILogger Logger(Function function) => loggers.CreateLogger($"Function.{function.Name}");

    private static Dictionary<string, object?> Values(HttpContext context, Choice choice)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, given) in context.Request.Query)
            values[name] = given.Count > 0 ? given[^1] : null;
        foreach (var (name, value) in choice.RouteValues)
            values[name] = value;
        return values;
    }

    private static object? ResultOf(object? returned)
    {
        if (returned is null or IResult or IActionResult)
            return returned;
        var marked = returned.GetType().GetProperties().FirstOrDefault(property => property.IsDefined(typeof(HttpResultAttribute)));
        return marked?.GetValue(returned);
    }

    private static Task Write(object? result, HttpContext context) => result switch
    {
        IResult answer => answer.ExecuteAsync(context),
        IActionResult answer => answer.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor())),
        _ => Task.CompletedTask,
    };

    [LoggerMessage(1, LogLevel.Error, "The function {Function} failed")]
    private static partial void Failed(ILogger logger, Exception failure, string function);

    [LoggerMessage(2, LogLevel.Debug, "The client of the function {Function} went away")]
    private static partial void Aborted(ILogger logger, string function);
}

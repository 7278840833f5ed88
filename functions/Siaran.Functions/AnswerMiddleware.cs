using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Siaran.Serving;

namespace Siaran.Functions;

/// <summary>What is answered alike on every route: preflight requests, and problem details for whatever a function throws.</summary>
internal sealed class AnswerMiddleware(Availability availability) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext();
        // A preflight is answered alike on every public route, so that no function need know of it.
        if (http is not null && HttpMethods.IsOptions(http.Request.Method))
        {
            context.GetInvocationResult().Value = Cors.Preflight;
            return;
        }

        try
        {
            await next(context);
        }
        // Where the client went away, the cancellation must reach the host: there is nobody to answer.
        catch (Exception ex) when (http is { RequestAborted.IsCancellationRequested: false })
        {
            context.GetInvocationResult().Value = availability.Of(context.FunctionDefinition.Name, ex);
        }
    }
}

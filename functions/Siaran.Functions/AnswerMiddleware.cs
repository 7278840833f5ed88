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
        if (http is not null && HttpMethods.IsOptions(http.Request.Method))
        {
            context.GetInvocationResult().Value = Cors.Preflight;
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception ex) when (http is { RequestAborted.IsCancellationRequested: false })
        {
            context.GetInvocationResult().Value = availability.Of(context.FunctionDefinition.Name, ex);
        }
    }
}

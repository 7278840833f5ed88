using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Siaran.Serving;

namespace Siaran.Functions;

/// <summary>Whatever a function throws, its reader gets problem details: the same on every route.</summary>
internal sealed class UnavailableMiddleware(Availability availability) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception ex) when (context.GetHttpContext() is { RequestAborted.IsCancellationRequested: false })
        {
            context.GetInvocationResult().Value = availability.Of(context.FunctionDefinition.Name, ex);
        }
    }
}

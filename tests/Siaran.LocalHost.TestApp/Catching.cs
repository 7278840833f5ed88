using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Siaran.LocalHost.TestApp;

/// <summary>Answers 418 for an exception of the one kind it knows, and leaves its mark on the invocation.</summary>
public sealed class Catching : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        context.Items["middleware"] = "outer";
        try
        {
            await next(context);
        }
        catch (NotSupportedException) when (context.GetHttpContext() is not null)
        {
            context.GetInvocationResult().Value = Results.StatusCode(418);
        }
    }
}

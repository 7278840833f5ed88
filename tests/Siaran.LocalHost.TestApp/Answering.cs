using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Siaran.LocalHost.TestApp;

/// <summary>Answers in the function's place.</summary>
public sealed class Answering : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        await http.Response.WriteAsync("guarded");
    }
}

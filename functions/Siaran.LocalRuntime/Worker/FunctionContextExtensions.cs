using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Siaran.LocalRuntime.Running;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What else an invocation can be asked for.</summary>
public static class FunctionContextExtensions
{
    /// <summary>The request that the invocation answers; null where no request started it.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<HttpContext>();
    }

    public static ILogger<T> GetLogger<T>(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.InstanceServices.GetRequiredService<ILogger<T>>();
    }

    public static ILogger GetLogger(this FunctionContext context, string categoryName)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.InstanceServices.GetRequiredService<ILoggerFactory>().CreateLogger(categoryName);
    }

    /// <summary>What the function returned, once it has.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new InvocationResult(context.Features.Get<ReturnedValue>()
            ?? throw new InvalidOperationException("This context was not made by the runtime, so it has no result."));
    }
}

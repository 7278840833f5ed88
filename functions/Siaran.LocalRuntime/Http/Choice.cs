using Microsoft.AspNetCore.Routing;
using Siaran.LocalRuntime.Running;

namespace Siaran.LocalRuntime.Http;

/// <summary>The function that the host chose for a request, with the values of its route.</summary>
internal sealed record Choice(Function Function, RouteValueDictionary RouteValues)
{
    public bool IsReached { get; set; }

    /// <summary>What the worker's routing threw, so that the request never reached the function.</summary>
    public Exception? Failure { get; set; }
}

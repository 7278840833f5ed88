using Microsoft.AspNetCore.Routing;
using Siaran.LocalRuntime.Running;

namespace Siaran.LocalRuntime.Http;

/// <summary>The function that the host chose for a request, with the values of its route.</summary>
internal sealed record Choice(Function Function, RouteValueDictionary RouteValues)
{
    public bool IsReached { get; set; }
}

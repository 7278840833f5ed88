using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Siaran.LocalHost.Rpc;

namespace Siaran.LocalHost.Http;

/// <summary>
/// The functions that answer requests, matched as the host matches them: by the alphabetical order of their names, without precedence.
/// </summary>
internal sealed class HttpFunctions
{
    private readonly IReadOnlyList<Entry> inHostOrder;

    /// <exception cref="CannotStartException">Some address would hang in Azure.</exception>
    public HttpFunctions(IEnumerable<WorkerFunction> functions, string routePrefix, IInlineConstraintResolver constraints)
    {
        inHostOrder =
        [
            .. functions
                .Where(function => function.Http is not null)
                .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
                .Select(function => new Entry(
                    function,
                    HttpRoute.Of(function.Name, function.Http!.Route, function.Http.Methods, routePrefix, constraints)
                )),
        ];
        // At the start and not at a request: what would hang in Azure must not pass here.
        RouteConflicts.Refuse([.. inHostOrder.Select(entry => entry.Route)]);
    }

    /// <summary>The first function by name whose route and methods take the request; null where there is none.</summary>
    public HttpMatch? Match(HttpContext context)
    {
        foreach (var (function, route) in inHostOrder)
        {
            if (route.Takes(context.Request.Method) && route.Match(context.Request.Path, context) is { } values)
            {
                return new HttpMatch(function, values);
            }
        }

        return null;
    }

    private sealed record Entry(WorkerFunction Function, HttpRoute Route);
}

/// <summary>The function that answers a request, with the values of its route.</summary>
internal sealed record HttpMatch(WorkerFunction Function, RouteValueDictionary RouteValues);

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Siaran.LocalRuntime.Running;

namespace Siaran.LocalRuntime.Http;

/// <summary>The functions that answer requests, for both stages of matching.</summary>
internal sealed class HttpFunctions
{
    private readonly IReadOnlyList<(Function Function, HttpRoute Route)> _inHostOrder;

    /// <exception cref="CannotStartException">Some address would hang in Azure.</exception>
    public HttpFunctions(FunctionsOfApp functions, HostSettings host, IInlineConstraintResolver constraints)
    {
        _inHostOrder =
        [
            .. functions.Where(function => function.Http is not null)
                .Select(function => (function, HttpRoute.Of(function.Name, function.Http!.Route, function.Http.Methods, host.RoutePrefix, constraints))),
        ];
        RouteConflicts.Refuse([.. _inHostOrder.Select(pair => pair.Route)]);
    }

    /// <summary>The first function by name whose route and methods take the request, as the host chooses.</summary>
    public Choice? Choose(HttpContext context)
    {
        foreach (var (function, route) in _inHostOrder)
        {
            if (route.Takes(context.Request.Method) && route.Match(context.Request.Path, context) is { } values)
                return new Choice(function, values);
        }

        return null;
    }

    /// <summary>Maps each function as an endpoint, as the worker does.</summary>
    public void Map(IEndpointRouteBuilder endpoints, FunctionEndpoint endpoint)
    {
        foreach (var (function, route) in _inHostOrder)
        {
            var map = route.Methods.Count == 0
                ? endpoints.Map(route.Pattern, context => endpoint.Answer(context, function))
                : endpoints.MapMethods(route.Pattern.RawText!, route.Methods, context => endpoint.Answer(context, function));
            map.WithDisplayName(function.Name);
        }
    }
}

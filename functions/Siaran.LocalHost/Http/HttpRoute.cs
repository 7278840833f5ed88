using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace Siaran.LocalHost.Http;

/// <summary>The address and the methods that one function answers, matched as the host matches: alone, without precedence.</summary>
internal sealed class HttpRoute
{
    private readonly TemplateMatcher matcher;
    private readonly IDictionary<string, IRouteConstraint> constraints;

    // Matchers of single segments are made while conflicts are searched, thousands of times for few
    // segments.
    private readonly Dictionary<RoutePatternPathSegment, TemplateMatcher> segments = [];

    private HttpRoute(string function, RoutePattern pattern, IReadOnlyList<string> methods, IInlineConstraintResolver constraints)
    {
        Function = function;
        Pattern = pattern;
        Methods = methods;
        Template = new RouteTemplate(pattern);
        var defaults = new RouteValueDictionary(pattern.Defaults);
        matcher = new TemplateMatcher(Template, defaults);
        this.constraints = Constraints(Template, constraints, pattern.RawText!);
    }

    public string Function { get; }

    public RoutePattern Pattern { get; }

    public RouteTemplate Template { get; }

    /// <summary>Upper case; empty means every method.</summary>
    public IReadOnlyList<string> Methods { get; }

    /// <exception cref="CannotStartException">The template is not one that the host and the worker could both serve.</exception>
    public static HttpRoute Of(
        string function,
        string? route,
        IEnumerable<string>? methods,
        string prefix,
        IInlineConstraintResolver constraints
    )
    {
        var own = route ?? function;
        if (own.Length == 0)
        {
            throw new CannotStartException(
                $"The function {function} has the empty route, which Azure answers by hanging: to own the root, write {{ignored:maxlength(0)?}}."
            );
        }
        if (own[0] is '/' or '~')
        {
            throw new CannotStartException(
                $"The route {own} of the function {function} begins with '{own[0]}', which breaks every HTTP function in Azure: leave it out."
            );
        }
        if (own.StartsWith("admin", StringComparison.OrdinalIgnoreCase))
        {
            throw new CannotStartException(
                $"The route {own} of the function {function} lies under admin, which the host keeps for itself."
            );
        }

        try
        {
            var pattern = RoutePatternFactory.Parse(prefix.Length == 0 ? own : $"{prefix.Trim('/')}/{own}");
            return new HttpRoute(function, pattern, [.. (methods ?? []).Select(m => m.ToUpperInvariant()).Distinct()], constraints);
        }
        catch (Exception wrong)
            when (wrong is RoutePatternException or InvalidOperationException or RouteCreationException or ArgumentException)
        {
            throw new CannotStartException($"The route {own} of the function {function} is no route template: {wrong.Message}", wrong);
        }
    }

    /// <summary>Whether both answer some method.</summary>
    public bool SharesMethodWith(HttpRoute other) =>
        Methods.Count == 0 || other.Methods.Count == 0 || Methods.Intersect(other.Methods).Any();

    public bool Takes(string method) => Methods.Count == 0 || Methods.Contains(method, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether one segment of this route takes a text; a catch-all takes any, since its constraints see more than one segment.
    /// </summary>
    public bool Takes(RoutePatternPathSegment segment, string text)
    {
        if (segment.Parts is [RoutePatternParameterPart { IsCatchAll: true }])
        {
            return true;
        }
        var values = new RouteValueDictionary();
        var segmentMatcher =
            segments.GetValueOrDefault(segment)
            ?? (segments[segment] = new TemplateMatcher(new RouteTemplate(RoutePatternFactory.Pattern(segment)), []));
        return segmentMatcher.TryMatch("/" + text, values)
            && values.All(value =>
                !constraints.TryGetValue(value.Key, out var constraint)
                || constraint.Match(null, null, value.Key, values, RouteDirection.IncomingRequest)
            );
    }

    /// <summary>The route's values at a path; null where it does not match.</summary>
    public RouteValueDictionary? Match(PathString path, HttpContext? context)
    {
        var values = new RouteValueDictionary();
        if (!matcher.TryMatch(path, values))
        {
            return null;
        }
        foreach (var (name, constraint) in constraints)
        {
            if (!constraint.Match(context, null, name, values, RouteDirection.IncomingRequest))
            {
                return null;
            }
        }

        return values;
    }

    private static IDictionary<string, IRouteConstraint> Constraints(
        RouteTemplate template,
        IInlineConstraintResolver resolver,
        string name
    )
    {
        var builder = new RouteConstraintBuilder(resolver, name);
        foreach (var parameter in template.Parameters)
        {
            if (parameter.IsOptional)
            {
                builder.SetOptional(parameter.Name!);
            }
            foreach (var constraint in parameter.InlineConstraints)
            {
                builder.AddResolvedConstraint(parameter.Name!, constraint.Constraint);
            }
        }

        return builder.Build();
    }
}

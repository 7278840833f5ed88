using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Siaran.LocalHost.Http;

namespace Siaran.LocalHost.Tests;

[TestClass]
public sealed class RouteConflictTests
{
    private static readonly IInlineConstraintResolver Constraints = new ServiceCollection()
        .AddLogging()
        .AddRouting()
        .BuildServiceProvider()
        .GetRequiredService<IInlineConstraintResolver>();

    [TestMethod]
    [DataRow("same/{a}", "get", "same/{a}", "get", DisplayName = "one template and one method")]
    [DataRow("same", "get,post", "same", "post,put", DisplayName = "one template and overlapping methods")]
    [DataRow("same", "", "same", "put", DisplayName = "one template and all methods")]
    [DataRow("q/{a}", "get", "q/{b}", "get", DisplayName = "templates that differ in a name alone")]
    [DataRow("Q/x", "get", "q/X", "get", DisplayName = "templates that differ in case alone")]
    [DataRow("releases/{id}", "get", "releases/new", "get", DisplayName = "a literal behind a parameter")]
    [DataRow("{name}", "get", "{id:int}", "get", DisplayName = "a constrained parameter behind a free one")]
    [DataRow("{*rest}", "get", "health", "get", DisplayName = "anything behind a catch-all")]
    [DataRow("{a}/{b?}", "get", "health", "get", DisplayName = "a literal behind an optional part")]
    [DataRow("feeds/{key}", "get", "feeds/{key}.rss", "get", DisplayName = "a suffix behind a plain parameter")]
    [DataRow("{a}/x", "get", "y/{b}", "get", DisplayName = "templates that cross")]
    [DataRow("{a:alpha}", "get", "{b:length(5)}", "get", DisplayName = "constraints that share a value")]
    [DataRow("{a:regex(^(topic|region)$)}", "get", "region", "get", DisplayName = "a literal that a pattern takes")]
    [DataRow("{a:range(100,200)}", "get", "{b:min(150)}", "get", DisplayName = "ranges that overlap")]
    public void Routes_that_would_hang_are_refused_with_both_names(string first, string firstMethods, string second, string secondMethods)
    {
        var refusal = Assert.ThrowsExactly<CannotStartException>(() =>
            Refuse(("Alpha", first, firstMethods), ("Beta", second, secondMethods))
        );
        StringAssert.Contains(refusal.Message, "Alpha", StringComparison.Ordinal);
        StringAssert.Contains(refusal.Message, "Beta", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("same/{a}", "get", "same/{a}", "post", DisplayName = "one template and disjoint methods")]
    [DataRow("{id:int}", "get", "{name}", "get", DisplayName = "a constrained parameter before a free one")]
    [DataRow("releases/new", "get", "releases/{id}", "get", DisplayName = "a literal before a parameter")]
    [DataRow("health", "get", "{*rest}", "get", DisplayName = "a catch-all last")]
    [DataRow("feeds/{key}.rss", "get", "feeds/{key}", "get", DisplayName = "a suffix before a plain parameter")]
    [DataRow("feeds/{key}.rss", "get", "feeds/{key}.atom", "get", DisplayName = "two suffixes")]
    [DataRow("{ignored:maxlength(0)?}", "get", "health", "get", DisplayName = "the root and a literal")]
    [DataRow("{a:int}", "get", "{b:alpha}", "get", DisplayName = "constraints that share no value")]
    [DataRow("{slug:regex(^(?!new$).*$)}", "get", "new", "get", DisplayName = "a parameter that leaves the literal out")]
    [DataRow("a/{x}", "get", "b/{x}", "get", DisplayName = "different literals")]
    [DataRow("a/{x}", "get", "a/{x}/b", "get", DisplayName = "different lengths")]
    public void Routes_that_the_real_host_serves_are_taken(string first, string firstMethods, string second, string secondMethods) =>
        Refuse(("Alpha", first, firstMethods), ("Beta", second, secondMethods));

    [TestMethod]
    [DataRow("", "empty route")]
    [DataRow("/x", "begins with '/'")]
    [DataRow("admin", "under admin")]
    [DataRow("Admin/x", "under admin")]
    [DataRow("{a", "no route template")]
    [DataRow("{a}/{a}", "no route template")]
    [DataRow("{a:unheard}", "no route template")]
    public void A_route_that_no_host_serves_is_refused_with_its_reason(string route, string reason)
    {
        var refusal = Assert.ThrowsExactly<CannotStartException>(() => Refuse(("Alpha", route, "get")));
        StringAssert.Contains(refusal.Message, "Alpha", StringComparison.Ordinal);
        StringAssert.Contains(refusal.Message, reason, StringComparison.Ordinal);
    }

    private static void Refuse(params (string Function, string Route, string Methods)[] routes) =>
        RouteConflicts.Refuse([
            .. routes.Select(route =>
                HttpRoute.Of(route.Function, route.Route, route.Methods.Split(',', StringSplitOptions.RemoveEmptyEntries), "", Constraints)
            ),
        ]);
}

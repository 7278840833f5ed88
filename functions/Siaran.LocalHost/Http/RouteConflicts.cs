namespace Siaran.LocalHost.Http;

/// <summary>Finds the addresses that the real host and worker would disagree about.</summary>
internal static class RouteConflicts
{
    /// <exception cref="CannotStartException">Two routes match one address and the two stages would not agree on one of them.</exception>
    public static void Refuse(IReadOnlyList<HttpRoute> routes)
    {
        // The host takes the first route by the alphabet of the functions' names, the worker the best
        // by ASP.NET's precedence. Where that is not the same one, the two wait for each other and the
        // request hangs.
        var inHostOrder = routes.OrderBy(route => route.Function, StringComparer.OrdinalIgnoreCase).ToList();
        // All pairs: O(n²) for some twenty routes, once at the start.
        for (var second = 1; second < inHostOrder.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                Refuse(inHostOrder[first], inHostOrder[second]);
            }
        }
    }

    private static void Refuse(HttpRoute first, HttpRoute second)
    {
        // Where the host's first route is also the better one by precedence, both stages agree.
        if (!first.SharesMethodWith(second) || first.Pattern.InboundPrecedence < second.Pattern.InboundPrecedence)
        {
            return;
        }
        if (SharedAddress.Of(first, second) is not { } address)
        {
            return;
        }

        if (first.Pattern.InboundPrecedence == second.Pattern.InboundPrecedence)
        {
            throw new CannotStartException(
                $"The functions {first.Function} ({first.Pattern.RawText}) and {second.Function} ({second.Pattern.RawText}) both match {address} "
                    + "with equal right, which Azure answers by hanging: give them other methods, other templates, or constraints that tell them apart."
            );
        }

        throw new CannotStartException(
            $"The function {first.Function} ({first.Pattern.RawText}) hides {second.Function} ({second.Pattern.RawText}) at {address}, because the host tries "
                + "routes in the alphabetical order of the functions' names: rename one so that the narrower route comes first, or constrain its parameters."
        );
    }
}

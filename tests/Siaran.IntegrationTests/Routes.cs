using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Siaran.Functions;

namespace Siaran.IntegrationTests;

/// <summary>A route that the app declares.</summary>
/// <param name="Function">Its name.</param>
/// <param name="Method">In capitals.</param>
/// <param name="Template">Such as <c>releases/{name}</c>.</param>
/// <param name="Level">The key that opens it.</param>
internal sealed record Route(string Function, string Method, string Template, AuthorizationLevel Level)
{
    /// <summary>Every route there is, found by reflection, so that a new one is tried by itself.</summary>
    public static IReadOnlyList<Route> All { get; } =
    [
        .. from type in typeof(CollectFunctions).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        from trigger in method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes<HttpTriggerAttribute>())
        from verb in trigger.Methods!
        orderby function.Name, verb
        select new Route(function.Name, verb.ToUpperInvariant(), trigger.Route!, trigger.AuthLevel),
    ];

    /// <summary>How many of the template's parameters take any value.</summary>
    public int Parameters => Regex.Count(Template, @"\{[^}]*\}") - Regex.Count(Template, "length|extension");

    /// <summary>
    /// Whether it answers as another route does whatever is asked of it: a page in a language as the one without does, and the desk with
    /// the way to its sign-in.
    /// </summary>
    public bool AnswersAsAnother =>
        Template.Contains("length(2)", StringComparison.Ordinal) || Template.StartsWith("desk", StringComparison.Ordinal);

    /// <summary>Every address that the template gives when each of its parameters takes each of the values.</summary>
    public IEnumerable<string> Addresses(IReadOnlyList<string> values)
    {
        IEnumerable<string> addresses = ["/" + Template];
        foreach (var parameter in Regex.Matches(Template, @"\{[^}]*\}").Select(match => match.Value))
        {
            var takes =
                parameter.Contains("maxlength(0)", StringComparison.Ordinal) ? [""]
                : parameter.Contains("length(2)", StringComparison.Ordinal) ? ["en"]
                : parameter is "{extension}" ? ["rss", "atom", "json"]
                : values;
            addresses = addresses.SelectMany(address =>
                takes.Select(value => address.Replace(parameter, Uri.EscapeDataString(value), StringComparison.Ordinal))
            );
        }

        return addresses;
    }
}

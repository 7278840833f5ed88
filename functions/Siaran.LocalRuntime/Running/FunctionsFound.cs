using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace Siaran.LocalRuntime.Running;

/// <summary>Finds the functions of an app by their attributes.</summary>
internal static class FunctionsFound
{
    private static readonly Regex ValidName = new("^[a-zA-Z][a-zA-Z0-9_-]{0,126}$", RegexOptions.NonBacktracking);

    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The functions declared by <paramref name="types"/>, in the host's order: alphabetical by name.</summary>
    /// <exception cref="CannotStartException">A function is declared in a way that the host refuses.</exception>
    public static IReadOnlyList<Function> In(IEnumerable<Type> types)
    {
        var functions = types
            .SelectMany(type => type.GetMethods(Declared))
            .Select(method => (method, attribute: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.attribute is not null)
            .Select(found => Read(found.attribute!.Name, found.method))
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();

        foreach (var (first, second) in functions.Zip(functions.Skip(1)))
        {
            if (string.Equals(first.Name, second.Name, StringComparison.OrdinalIgnoreCase))
                throw new CannotStartException($"Two functions are named {first.Name}: {first.EntryPoint} and {second.EntryPoint}. Rename one.");
        }

        return functions;
    }

    private static Function Read(string name, MethodInfo method)
    {
        var place = $"{method.DeclaringType?.FullName}.{method.Name}";
        if (!ValidName.IsMatch(name))
            throw new CannotStartException($"The function {name} ({place}) needs a name of letters, digits, '_' and '-' that begins with a letter.");
        if (!method.IsPublic || method.DeclaringType is not { IsVisible: true, ContainsGenericParameters: false } || method.IsGenericMethod)
            throw new CannotStartException($"The function {name} ({place}) must be a public method of a public class, neither of them generic.");

        var triggers = method.GetParameters()
            .Where(parameter => parameter.IsDefined(typeof(HttpTriggerAttribute)) || parameter.IsDefined(typeof(TimerTriggerAttribute)))
            .ToList();
        if (triggers.Count != 1)
            throw new CannotStartException($"The function {name} ({place}) must have exactly one trigger; it has {triggers.Count}.");

        var function = new Function(name, method, triggers[0]);
        foreach (var parameter in method.GetParameters())
        {
            if (!Binding.CanBind(function, parameter))
                throw new CannotStartException(
                    $"The parameter {parameter.Name} of the function {name} is a {parameter.ParameterType.Name}, which the runtime does not bind: take a string and read it yourself.");
        }

        return function;
    }
}

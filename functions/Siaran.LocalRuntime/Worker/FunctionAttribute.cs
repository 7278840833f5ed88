namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a public method as a function of the app, under a name that is unique without regard to case.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));
}

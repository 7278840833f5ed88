namespace Microsoft.Azure.Functions.Worker;

/// <summary>A binding of a function: its trigger, another input, or an output.</summary>
public abstract class BindingMetadata
{
    public abstract string Name { get; }

    /// <summary>The kind of binding, such as <c>httpTrigger</c>.</summary>
    public abstract string Type { get; }

    public abstract BindingDirection Direction { get; }
}

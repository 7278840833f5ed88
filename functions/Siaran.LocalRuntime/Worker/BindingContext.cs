namespace Microsoft.Azure.Functions.Worker;

/// <summary>The values that came with the trigger, by name.</summary>
public abstract class BindingContext
{
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}

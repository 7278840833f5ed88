namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the function returned; middleware may read and replace it.</summary>
public class InvocationResult
{
    private readonly Siaran.LocalRuntime.Running.ReturnedValue _returned;

    internal InvocationResult(Siaran.LocalRuntime.Running.ReturnedValue returned) => _returned = returned;

    public object? Value
    {
        get => _returned.Value;
        set => _returned.Value = value;
    }
}

namespace Siaran.LocalRuntime.Running;

/// <summary>What the function of an invocation returned, awaited.</summary>
internal sealed class ReturnedValue
{
    public object? Value { get; set; }
}

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Whether a binding brings values in or takes them out.</summary>
public enum BindingDirection
{
    In = 0,
    Out = 1,
}

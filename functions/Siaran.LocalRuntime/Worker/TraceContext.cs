namespace Microsoft.Azure.Functions.Worker;

/// <summary>The invocation's place in a distributed trace (W3C Trace Context).</summary>
public abstract class TraceContext
{
    public abstract string TraceParent { get; }

    public abstract string TraceState { get; }

    public virtual IReadOnlyDictionary<string, string> Attributes => new Dictionary<string, string>();
}

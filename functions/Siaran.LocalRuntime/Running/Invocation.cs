using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace Siaran.LocalRuntime.Running;

/// <summary>The context of one invocation, as the worker fills it.</summary>
internal sealed class Invocation : FunctionContext
{
    public Invocation(Function function, IServiceProvider services, CancellationToken cancellationToken, Attempt? attempt = null)
    {
        Function = function;
        InstanceServices = services;
        CancellationToken = cancellationToken;
        RetryContext = attempt ?? new Attempt(0, 0);
        Features.Set(Returned);
    }

    public Function Function { get; }

    public ReturnedValue Returned { get; } = new();

    /// <summary>Values that bind to parameters by their name, without regard to case.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = ImmutableDictionary<string, object?>.Empty;

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => FunctionDefinition.Id;

    public override TraceContext TraceContext { get; } = new CurrentTrace();

    public override BindingContext BindingContext => new Bound(Values);

    public override RetryContext RetryContext { get; }

    public override IServiceProvider InstanceServices { get; set; }

    public override FunctionDefinition FunctionDefinition => Function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken { get; }

    private sealed class CurrentTrace : TraceContext
    {
        public override string TraceParent { get; } = Activity.Current?.Id ?? "";

        public override string TraceState { get; } = Activity.Current?.TraceStateString ?? "";
    }

    private sealed class Bound(IReadOnlyDictionary<string, object?> values) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData { get; } = values;
    }
}

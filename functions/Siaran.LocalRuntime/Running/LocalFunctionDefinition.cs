using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;

namespace Siaran.LocalRuntime.Running;

internal sealed class LocalFunctionDefinition(Function function) : FunctionDefinition
{
    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. function.Method.GetParameters().Select(p => new FunctionParameter(p.Name!, p.ParameterType, p.HasDefaultValue, p.HasDefaultValue ? p.DefaultValue : null))];

    public override string PathToAssembly { get; } = function.Method.DeclaringType!.Assembly.Location;

    public override string EntryPoint { get; } = function.EntryPoint;

    public override string Id { get; } = NumberOf(function);

    public override string Name { get; } = function.Name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(function.Trigger.Name!, new TriggerBinding(function));

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } = function.Http is null
        ? ImmutableDictionary<string, BindingMetadata>.Empty
        : ImmutableDictionary<string, BindingMetadata>.Empty.Add("$return", new ReturnBinding());

    private static string NumberOf(Function function)
    {
        // Stable between runs, as the worker's is.
        var hash = 2166136261u;
        foreach (var character in function.EntryPoint + function.Name)
            hash = (hash ^ character) * 16777619u;
        return hash.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed class TriggerBinding(Function function) : BindingMetadata
    {
        public override string Name { get; } = function.Trigger.Name!;

        public override string Type { get; } = function.Http is null ? "timerTrigger" : "httpTrigger";

        public override BindingDirection Direction => BindingDirection.In;
    }

    private sealed class ReturnBinding : BindingMetadata
    {
        public override string Name => "$return";

        public override string Type => "http";

        public override BindingDirection Direction => BindingDirection.Out;
    }
}

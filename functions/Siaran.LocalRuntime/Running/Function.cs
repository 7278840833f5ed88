using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Siaran.LocalRuntime.Running;

/// <summary>A function of the app: its name, its method and what triggers it.</summary>
internal sealed record Function(string Name, MethodInfo Method, ParameterInfo Trigger)
{
    public HttpTriggerAttribute? Http { get; } = Trigger.GetCustomAttribute<HttpTriggerAttribute>();

    public TimerTriggerAttribute? Timer { get; } = Trigger.GetCustomAttribute<TimerTriggerAttribute>();

    public Retrying Retrying { get; } = Retrying.Of(Name, Method);

    public string EntryPoint { get; } = $"{Method.DeclaringType?.FullName}.{Method.Name}";

    public FunctionDefinition Definition => field ??= new LocalFunctionDefinition(this);
}

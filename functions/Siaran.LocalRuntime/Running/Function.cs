using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Siaran.LocalRuntime.Running;

/// <summary>A function of the app: its name, its method and what triggers it.</summary>
internal sealed class Function(string name, MethodInfo method, ParameterInfo trigger)
{
    public string Name { get; } = name;

    public MethodInfo Method { get; } = method;

    public ParameterInfo Trigger { get; } = trigger;

    public HttpTriggerAttribute? Http { get; } = trigger.GetCustomAttribute<HttpTriggerAttribute>();

    public TimerTriggerAttribute? Timer { get; } = trigger.GetCustomAttribute<TimerTriggerAttribute>();

    public Retrying Retrying { get; } = Retrying.Of(name, method);

    public string EntryPoint { get; } = $"{method.DeclaringType?.FullName}.{method.Name}";

    public FunctionDefinition Definition => field ??= new LocalFunctionDefinition(this);
}

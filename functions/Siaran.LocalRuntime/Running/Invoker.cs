using System.Reflection;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Siaran.LocalRuntime.Running;

/// <summary>Runs invocations through the app's middleware to their function.</summary>
internal sealed class Invoker(IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
{
    private readonly FunctionExecutionDelegate _pipeline = middleware.Reverse().Aggregate<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>, FunctionExecutionDelegate>(
        context => Call((Invocation)context), static (next, around) => around(next));

    public Task Run(Invocation invocation) => _pipeline(invocation);

    private static async Task Call(Invocation invocation)
    {
        var method = invocation.Function.Method;
        var values = await Binding.ValuesFor(invocation);
        var instance = method.IsStatic ? null : ActivatorUtilities.CreateInstance(invocation.InstanceServices, method.DeclaringType!);
        var returned = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, values, null);
        invocation.Returned.Value = await Awaited(returned, method.ReturnType);
    }

    private static async Task<object?> Awaited(object? returned, Type declared)
    {
        if (returned is ValueTask plain)
        {
            await plain;
            return null;
        }

        if (declared.IsGenericType && declared.GetGenericTypeDefinition() == typeof(ValueTask<>))
        {
            returned = declared.GetMethod(nameof(ValueTask<int>.AsTask))!.Invoke(returned, null);
            declared = typeof(Task<>).MakeGenericType(declared.GenericTypeArguments);
        }

        if (returned is not Task task)
            return returned;
        await task;
        return declared.IsGenericType ? declared.GetProperty(nameof(Task<int>.Result))!.GetValue(task) : null;
    }
}

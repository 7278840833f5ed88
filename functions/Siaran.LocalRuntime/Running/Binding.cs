using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace Siaran.LocalRuntime.Running;

/// <summary>Gives a function's parameters their values, by type and by name.</summary>
internal static class Binding
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static bool CanBind(Function function, ParameterInfo parameter)
    {
        // By place: reflection may give two threads two objects for one parameter.
        if (parameter.Position == function.Trigger.Position)
            return parameter.ParameterType == (function.Http is null ? typeof(TimerInfo) : typeof(HttpRequest));
        if (parameter.ParameterType == typeof(FunctionContext) || parameter.ParameterType == typeof(CancellationToken))
            return true;
        return function.Http is not null
            && (parameter.IsDefined(typeof(FromBodyAttribute))
                || parameter.ParameterType == typeof(HttpRequest)
                || parameter.ParameterType == typeof(string)
                || parameter.ParameterType == typeof(int)
                || parameter.ParameterType == typeof(int?));
    }

    /// <exception cref="FormatException">A value does not fit its parameter, or is missing where there must be one.</exception>
    /// <exception cref="JsonException">The body is not the JSON that the parameter asks for.</exception>
    public static async Task<object?[]> ValuesFor(Invocation invocation)
    {
        var parameters = invocation.Function.Method.GetParameters();
        var values = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
            values[i] = await ValueOf(parameters[i], invocation);
        return values;
    }

    private static async ValueTask<object?> ValueOf(ParameterInfo parameter, Invocation invocation)
    {
        if (parameter.ParameterType == typeof(FunctionContext))
            return invocation;
        if (parameter.ParameterType == typeof(CancellationToken))
            return invocation.CancellationToken;
        if (parameter.ParameterType == typeof(TimerInfo))
            return invocation.Features.Get<TimerInfo>();

        var http = invocation.GetHttpContext();
        if (parameter.ParameterType == typeof(HttpRequest))
            return http?.Request;
        if (parameter.IsDefined(typeof(FromBodyAttribute)))
            return await JsonSerializer.DeserializeAsync(http!.Request.Body, parameter.ParameterType, Json, invocation.CancellationToken);
        return Convert(parameter, invocation);
    }

    private static object? Convert(ParameterInfo parameter, Invocation invocation)
    {
        if (!invocation.Values.TryGetValue(parameter.Name!, out var value) || value is null)
        {
            if (parameter.HasDefaultValue)
                return parameter.DefaultValue;
            return parameter.ParameterType != typeof(int)
                ? null
                : throw new FormatException($"The request has no value for the parameter '{parameter.Name}', which has no default.");
        }

        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture);
        if (parameter.ParameterType == typeof(string))
            return text;
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"The parameter '{parameter.Name}' is a number, which the request's value is not.");
    }
}

using System.Text.Json;

namespace Siaran.LocalHost.Rpc;

/// <summary>A function as its worker describes it: a name, one trigger, and how failed runs are retried.</summary>
/// <param name="Id">The worker's own id of the function, which load and invocation requests name.</param>
/// <param name="TriggerParameter">The parameter that the trigger binds to.</param>
internal sealed record WorkerFunction(
    string Name,
    string Id,
    string TriggerParameter,
    HttpTrigger? Http,
    TimerTrigger? Timer,
    RetryPolicy Retry
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <exception cref="CannotStartException">The function has no trigger that this host knows.</exception>
    public static WorkerFunction Read(RpcFunctionMetadata metadata)
    {
        var bindings = metadata.RawBindings.Select(raw => JsonSerializer.Deserialize<Binding>(raw, Json)!).ToList();
        // The worker sends bindings as raw JSON and wants them back as messages when it loads the
        // function.
        foreach (var binding in bindings)
        {
            metadata.Bindings[binding.Name] = new BindingInfo { Type = binding.Type, Direction = binding.ToDirection() };
        }

        var trigger =
            bindings.Find(binding => binding.Is("httpTrigger") || binding.Is("timerTrigger"))
            ?? throw new CannotStartException(
                $"The function {metadata.Name} has no trigger of a kind that this host runs: HTTP or a timer."
            );
        return new WorkerFunction(
            metadata.Name,
            metadata.FunctionId,
            trigger.Name,
            trigger.Is("httpTrigger") ? new HttpTrigger(trigger.Route, trigger.Methods ?? [], trigger.ToLevel()) : null,
            trigger.Is("timerTrigger")
                ? new TimerTrigger(trigger.Schedule ?? "", trigger.UseMonitor ?? true, trigger.RunOnStartup ?? false)
                : null,
            RetryPolicy.Read(metadata.RetryOptions)
        );
    }

    /// <summary>What a raw binding says, as far as this host needs it.</summary>
    private sealed record Binding(
        string Name,
        string Type,
        string? Direction,
        string? Route,
        string[]? Methods,
        string? AuthLevel,
        string? Schedule,
        bool? UseMonitor,
        bool? RunOnStartup
    )
    {
        public bool Is(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);

        public BindingInfo.Types.Direction ToDirection() =>
            Enum.TryParse<BindingInfo.Types.Direction>(Direction, ignoreCase: true, out var direction)
                ? direction
                : BindingInfo.Types.Direction.In;

        /// <summary>
        /// Levels of the contract: <c>Anonymous</c>, <c>User</c>, <c>Function</c>, <c>System</c>, <c>Admin</c>; what is not named needs a
        /// function key.
        /// </summary>
        public KeyLevel ToLevel() =>
            AuthLevel?.ToUpperInvariant() switch
            {
                "ANONYMOUS" => KeyLevel.Anonymous,
                "ADMIN" or "SYSTEM" => KeyLevel.Admin,
                _ => KeyLevel.Function,
            };
    }
}

/// <summary>Which key opens a function.</summary>
internal enum KeyLevel
{
    /// <summary>None is needed.</summary>
    Anonymous,

    /// <summary>A function key or the master key.</summary>
    Function,

    /// <summary>The master key alone.</summary>
    Admin,
}

/// <param name="Route">Null where the function's name is its route.</param>
/// <param name="Methods">Empty means every method.</param>
internal sealed record HttpTrigger(string? Route, IReadOnlyList<string> Methods, KeyLevel Level);

/// <param name="Schedule">Six fields of NCRONTAB in UTC, or <c>%Setting%</c>.</param>
/// <param name="UseMonitor">Whether the status is kept, so that a missed run is caught up with.</param>
internal sealed record TimerTrigger(string Schedule, bool UseMonitor, bool RunOnStartup);

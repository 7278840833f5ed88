using Microsoft.Extensions.DependencyInjection;

namespace Siaran.LocalHost;

/// <summary>How a test wants its app.</summary>
public sealed class FunctionsTestOptions
{
    private readonly List<Action<IServiceCollection>> changes = [];

    /// <summary>
    /// Settings by their configuration names (<c>A:B</c>); they win over <c>local.settings.sample.json</c>. The environment is not read.
    /// </summary>
    public IDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The clock of the app and of its timers; null leaves the app's own.</summary>
    public TimeProvider? Time { get; set; }

    /// <summary>Whether timers run by the clock; without, they run only when fired.</summary>
    public bool StartTimers { get; set; }

    /// <summary>Where the timers' statuses outlive the app, so that a test can restart it; null keeps them in memory.</summary>
    public string? SchedulesFolder { get; set; }

    /// <summary>Whether the values of <c>local.settings.sample.json</c> are read first.</summary>
    public bool UseSampleSettings { get; set; } = true;

    /// <summary>What the app's Main is given.</summary>
    public IReadOnlyList<string> Arguments { get; set; } = [];

    /// <summary>Adds or replaces services after the app has added its own.</summary>
    public void ConfigureServices(Action<IServiceCollection> change) => changes.Add(change);

    internal void Apply(IServiceCollection services)
    {
        foreach (var change in changes)
        {
            change(services);
        }
    }
}

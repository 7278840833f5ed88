using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;
using Siaran.Telemetry;

namespace Siaran.Storage;

/// <summary>Counts every request that leaves for storage, retries included: the figure that costs money.</summary>
public sealed class StorageCalls : HttpPipelineSynchronousPolicy
{
    private static readonly Meter Meter = new(Traces.Name);
    private static readonly Counter<long> Counter = Meter.CreateCounter<long>(
        "siaran.storage.calls",
        "{call}",
        "Requests sent to Azure Storage."
    );

    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>All calls so far.</summary>
    public int Total => counts.Values.Sum();

    /// <summary>Calls so far by method and by the container or table they went to, such as <c>GET Listings</c>.</summary>
    public IReadOnlyDictionary<string, int> ByTarget => new SortedDictionary<string, int>(counts, StringComparer.Ordinal);

    public override void OnSendingRequest(HttpMessage message)
    {
        var method = message.Request.Method.Method;
        // Addresses differ by account and emulator ("/Listings(…)", "/account/Listings(…)"); the part
        // that is a known name is the target. Names are a closed set, so the metric has few dimensions.
        var target = Target(message.Request.Uri.Path);
        counts.AddOrUpdate($"{method} {target}", 1, (_, count) => count + 1);
        Counter.Add(1, new("method", method), new("target", target));
    }

    private static string Target(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = parts.FirstOrDefault(part => Names.All.Any(known => part.StartsWith(known, StringComparison.Ordinal)));
        return name is null ? parts.LastOrDefault() ?? "/" : name.Split('(')[0];
    }
}

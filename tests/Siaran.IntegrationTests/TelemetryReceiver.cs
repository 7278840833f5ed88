using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Siaran.IntegrationTests;

/// <summary>Takes telemetry by OTLP over HTTP, and keeps it as it came.</summary>
internal sealed class TelemetryReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Kind, byte[] Body)> received = new();

    private TelemetryReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Enqueue((context.Request.Path.Value!.Split('/')[^1], body.ToArray()));
        });
    }

    /// <summary>The settings that send telemetry here.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = app.Urls.First(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "3600000",
        };

    public static async Task<TelemetryReceiver> StartAsync()
    {
        var receiver = new TelemetryReceiver();
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>Bytes of <c>traces</c>, <c>metrics</c> or <c>logs</c> so far.</summary>
    public long Bytes(string kind) => received.Where(one => one.Kind == kind).Sum(one => (long)one.Body.Length);

    /// <summary>Whether something of that kind holds this text.</summary>
    public bool Has(string kind, string text) =>
        received.Any(one => one.Kind == kind && one.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

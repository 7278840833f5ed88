using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Siaran.Telemetry;

/// <summary>Where traces, metrics and logs go.</summary>
internal static class Exporting
{
    private const string Connection = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>By OTLP where an endpoint is set, to Azure Monitor where its connection string is, to both or nowhere.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        // They write whole addresses, keys in `?code=` included, and four lines a request: the worker does not heed `host.json`.
        services.AddLogging(logging =>
            logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning)
        );
        var byOtlp = configuration[Otlp] is { Length: > 0 };
        var connection = configuration[Connection];
        if (!byOtlp && connection is not { Length: > 0 })
        {
            return services;
        }

        var telemetry = services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("siaran"))
            .WithTracing(traces => traces.AddSource(Traces.Name))
            .WithMetrics(metrics => metrics.AddMeter(Traces.Name));
        if (byOtlp)
        {
            telemetry
                .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddOtlpExporter())
                .WithMetrics(metrics => metrics.AddOtlpExporter())
                .WithLogging(logs => logs.AddOtlpExporter());
        }

        if (connection is { Length: > 0 })
        {
            // The Functions host reports requests and logs itself; sent from here too, each would be counted twice.
            void Send(AzureMonitorExporterOptions options) =>
                (options.ConnectionString, options.Credential) = (connection, CredentialOf(configuration[Authentication]));
            telemetry
                .WithTracing(traces => traces.AddAzureMonitorTraceExporter(Send))
                .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(Send));
        }

        return services;
    }

    /// <param name="authentication"><c>Authorization=AAD;ClientId=…</c>, as the Functions host reads it; null where the connection string
    /// is enough.</param>
    private static ManagedIdentityCredential? CredentialOf(string? authentication)
    {
        var parts = (authentication ?? "").Split(';', StringSplitOptions.TrimEntries);
        return !parts.Contains("Authorization=AAD", StringComparer.OrdinalIgnoreCase) ? null
            : parts.FirstOrDefault(part => part.StartsWith("ClientId=", StringComparison.OrdinalIgnoreCase)) is { } client
                ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client["ClientId=".Length..]))
            : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
    }
}

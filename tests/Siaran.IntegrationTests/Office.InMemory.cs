using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Siaran.IntegrationTests.Memory;

namespace Siaran.IntegrationTests;

internal sealed partial class Office
{
    /// <summary>An office whose storage is in memory: it never keeps anybody waiting.</summary>
    /// <param name="settings">By their configuration names.</param>
    public static async Task<Office> OpenInMemoryAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var clock = new FakeTimeProvider(Start);
        var transport = new MemoryTransport(new MemoryStorage(clock));
        var host = await StartAsync(
            MemoryStorage.ConnectionString,
            clock,
            settings,
            services: all => all.AddSingleton<HttpPipelineTransport>(transport)
        );
        return new Office(host, MemoryStorage.ConnectionString, clock, new BlobClientOptions { Transport = transport });
    }
}

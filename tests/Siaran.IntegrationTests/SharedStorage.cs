using Siaran.LocalHost;

namespace Siaran.IntegrationTests;

/// <summary>One Azurite for the whole run; each test takes an account of its own.</summary>
[TestClass]
public static class SharedStorage
{
    private static readonly Lazy<Task<AzuriteServer>> Started = new(() => AzuriteServer.StartAsync());

    internal static Task<AzuriteServer> Server => Started.Value;

    [AssemblyCleanup]
    public static async Task StopAsync()
    {
        if (Started.IsValueCreated)
        {
            await (await Started.Value).DisposeAsync();
        }
    }
}

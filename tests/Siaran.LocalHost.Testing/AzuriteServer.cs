using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Siaran.LocalHost.Running;
using Siaran.LocalHost.Storage;

namespace Siaran.LocalHost;

/// <summary>
/// One Azurite for a whole run of tests, on free ports and in memory, whose many accounts give each test an empty storage of its own.
/// </summary>
public sealed class AzuriteServer : IAsyncDisposable
{
    /// <summary>How many storages one server can hand out.</summary>
    public const int Accounts = 10_000;

    private readonly AzuriteProcess process;
    private readonly StorageAddress address;
    private readonly string key;
    private int used;

    private AzuriteServer(AzuriteProcess process, StorageAddress address, string key) =>
        (this.process, this.address, this.key) = (process, address, key);

    /// <exception cref="CannotStartException">Node is missing or too old, npm failed, or Azurite did not start.</exception>
    public static async Task<AzuriteServer> StartAsync(CancellationToken cancellationToken = default)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        for (var attempt = 1; ; attempt++)
        {
            var address = FreePorts();
            var log = Path.Combine(Path.GetTempPath(), $"azurite-{Environment.ProcessId}-{address.BlobPort}.log");
            try
            {
                var process = await AzuriteProcess.StartAsync(
                    ProjectFolder.Find(AppContext.BaseDirectory),
                    static _ => { },
                    log,
                    [
                        "--blobPort",
                        address.BlobPort.ToString(CultureInfo.InvariantCulture),
                        "--tablePort",
                        address.TablePort.ToString(CultureInfo.InvariantCulture),
                        "--accounts",
                        Accounts.ToString(CultureInfo.InvariantCulture),
                        "--accountKey",
                        key,
                    ],
                    cancellationToken
                );
                return new AzuriteServer(process, address, key);
            }
            catch (CannotStartException taken) when (attempt < 5 && taken.Message.Contains("EADDRINUSE", StringComparison.Ordinal))
            {
                // Another program took the port between the look and the start.
                File.Delete(log);
            }
        }
    }

    /// <summary>The connection string of a storage that nobody has used yet.</summary>
    /// <exception cref="InvalidOperationException">All <see cref="Accounts"/> are used up.</exception>
    public string NewConnectionString()
    {
        var account = Interlocked.Increment(ref used) - 1;
        return account < Accounts
            ? address.ConnectionString($"test{account}", key)
            : throw new InvalidOperationException($"All {Accounts} storages of this server are used up.");
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static StorageAddress FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return new StorageAddress(((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}

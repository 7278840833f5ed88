using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace Siaran.LocalHost.Storage;

/// <summary>
/// The storage behind <c>UseDevelopmentStorage=true</c>: an Azurite that listens already, or one that starts and stops with the host.
/// </summary>
internal sealed class DevelopmentStorage(StorageAddress address, string projectFolder, string dataFolder) : IAsyncDisposable
{
    private const string Shorthand = "UseDevelopmentStorage=true";

    private AzuriteProcess? azurite;

    /// <summary>Puts the emulator's connection string wherever the settings say <c>UseDevelopmentStorage=true</c>.</summary>
    /// <returns>Whether any did.</returns>
    public static bool Name(IConfigurationManager settings, string connectionString)
    {
        var names = settings
            .AsEnumerable()
            .Where(setting => string.Equals(setting.Value?.Trim().TrimEnd(';'), Shorthand, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(setting => setting.Key, _ => (string?)connectionString);
        if (names.Count > 0)
        {
            settings.AddInMemoryCollection(names);
        }
        return names.Count > 0;
    }

    /// <summary>Starts Azurite, where none listens already, without waiting until it serves.</summary>
    /// <param name="say">Hears of what takes time.</param>
    /// <exception cref="CannotStartException">Another program listens on a port, or Node or npm fail.</exception>
    public async Task LaunchAsync(Action<string> say, CancellationToken cancellationToken)
    {
        var asked = await Task.WhenAll(
            ListenerAsync(address.BlobPort, cancellationToken),
            ListenerAsync(address.TablePort, cancellationToken)
        );
        var (blobs, tables) = (asked[0], asked[1]);
        if (blobs is "Azurite-Blob" && tables is "Azurite-Table")
        {
            say($"Storage: an Azurite listens already on the ports {address.BlobPort} and {address.TablePort}");
            return;
        }

        if (blobs is not null || tables is not null)
        {
            var port = blobs is not null and not "Azurite-Blob" || tables is null ? address.BlobPort : address.TablePort;
            throw new CannotStartException(
                $"Local storage needs the ports {address.BlobPort} and {address.TablePort}, but another program listens on {port}: stop it, or choose another port for the app with --port."
            );
        }

        azurite = await AzuriteProcess.LaunchAsync(
            projectFolder,
            say,
            Path.Combine(dataFolder, "azurite.log"),
            [
                "--blobPort",
                address.BlobPort.ToString(CultureInfo.InvariantCulture),
                "--tablePort",
                address.TablePort.ToString(CultureInfo.InvariantCulture),
                "--location",
                dataFolder,
            ],
            cancellationToken
        );
    }

    /// <summary>Waits until the Azurite that was started serves.</summary>
    /// <exception cref="CannotStartException">Azurite does not start.</exception>
    public async Task WhenReadyAsync(Action<string> say, CancellationToken cancellationToken)
    {
        if (azurite is null)
        {
            return;
        }

        await azurite.WhenReadyAsync(cancellationToken);
        say($"Storage: Azurite listens on the ports {address.BlobPort} and {address.TablePort}");
    }

    public ValueTask DisposeAsync() => azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The product that answers on a port, without its version; null where nothing listens.</summary>
    private static async Task<string?> ListenerAsync(int port, CancellationToken cancellationToken)
    {
        if (!await ListensAsync(port, cancellationToken))
        {
            return null;
        }

        try
        {
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/devstoreaccount1?comp=list"), cancellationToken);
            return answer.Headers.Server.FirstOrDefault()?.Product?.Name ?? "another program";
        }
        catch (Exception other) when (other is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return "another program";
        }
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        using var probe = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await probe.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException ex) when (ex.SocketErrorCode == SocketError.ConnectionRefused)
        {
            return false;
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Siaran.LocalHost.Rpc;
using Siaran.LocalHost.Running;

namespace Siaran.Benchmarks;

/// <summary>A built functions app whose worker is a process of its own, behind the local host.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private readonly FunctionsHost host;
    private readonly WorkerChannel channel;
    private readonly WorkerProcess worker;

    private AppProcess(FunctionsHost host, WorkerChannel channel, WorkerProcess worker) =>
        (this.host, this.channel, this.worker) = (host, channel, worker);

    public Uri Address => host.Address;

    /// <summary>What the worker has used of processors so far.</summary>
    public TimeSpan WorkerTime => worker.ProcessorTime;

    /// <param name="directory">What the app was built into.</param>
    public static async Task<AppProcess> StartAsync(RpcServer rpc, string directory, Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var host = new FunctionsHost(
            new FunctionsHostOptions(
                directory,
                0,
                configuration,
                TimeProvider.System,
                null,
                static logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Error)
            )
        );
        await host.StartAsync(CancellationToken.None);
        var channel = rpc.Expect(static _ => { });
        var environment = settings.ToDictionary(
            setting => setting.Key.Replace(":", "__", StringComparison.Ordinal),
            setting => setting.Value
        );
        environment["FUNCTIONS_APPLICATION_DIRECTORY"] = directory;
        var worker = WorkerProcess.Start(directory, environment, rpc.ArgumentsFor(channel));
        await host.AttachAsync(channel, null, CancellationToken.None);
        return new AppProcess(host, channel, worker);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        channel.Terminate(TimeSpan.FromSeconds(10));
        await worker.EndAsync(TimeSpan.FromSeconds(10));
        channel.Close();
        worker.Dispose();
        await host.DisposeAsync();
    }

    /// <summary>The folder that a project of this repository was built into, in the configuration of this program.</summary>
    public static string Built(params string[] project)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var root = own;
        while (!File.Exists(Path.Combine(root.FullName, "Siaran.slnx")))
        {
            root = root.Parent ?? throw new InvalidOperationException("Run this from a built checkout.");
        }

        return Path.Combine([root.FullName, .. project, "bin", own.Parent!.Name, own.Name]);
    }

    public static string Milliseconds(double milliseconds) => milliseconds.ToString("0", CultureInfo.InvariantCulture);

    public static double Elapsed(long since) => Stopwatch.GetElapsedTime(since).TotalMilliseconds;
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Siaran.LocalHost.Rpc;
using Siaran.LocalHost.Running;

namespace Siaran.LocalHost;

/// <summary>A built functions app whose worker is a process of its own, behind the local host.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly Lazy<Task<RpcServer>> Rpc = new(() => RpcServer.StartAsync());

    private readonly FunctionsHost host;
    private readonly WorkerChannel channel;
    private readonly WorkerProcess worker;

    private AppProcess(FunctionsHost host, WorkerChannel channel, WorkerProcess worker) =>
        (this.host, this.channel, this.worker) = (host, channel, worker);

    /// <summary>Where any program on this machine reaches the app.</summary>
    public Uri Address => host.Address;

    /// <summary>What the worker has used of processors so far.</summary>
    public TimeSpan WorkerTime => worker.ProcessorTime;

    /// <summary>Most bytes of memory that the worker has had resident at once so far, what it maps from files included.</summary>
    public long WorkerPeakMemory => worker.PeakMemory;

    /// <param name="directory">What the app was built into.</param>
    /// <param name="settings">By their configuration names.</param>
    /// <param name="runtime">What else the worker finds in its environment, such as settings of the runtime.</param>
    /// <param name="startTimers">Whether timers fire by their schedules.</param>
    public static async Task<AppProcess> StartAsync(
        string directory,
        IReadOnlyDictionary<string, string?> settings,
        IReadOnlyDictionary<string, string?>? runtime = null,
        bool startTimers = false
    )
    {
        var rpc = await Rpc.Value;
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
        foreach (var (name, value) in runtime ?? new Dictionary<string, string?>())
        {
            environment[name] = value;
        }

        environment["FUNCTIONS_APPLICATION_DIRECTORY"] = directory;
        var worker = WorkerProcess.Start(directory, environment, rpc.ArgumentsFor(channel));
        await host.AttachAsync(channel, null, CancellationToken.None);
        if (startTimers)
        {
            host.Timers.Start();
        }

        return new AppProcess(host, channel, worker);
    }

    /// <summary>The folder that a project of this repository was built into, in the configuration of the program that runs.</summary>
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

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        channel.Terminate(TimeSpan.FromSeconds(10));
        await worker.EndAsync(TimeSpan.FromSeconds(10));
        channel.Close();
        worker.Dispose();
        await host.DisposeAsync();
    }
}

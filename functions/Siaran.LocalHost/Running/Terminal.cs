using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Siaran.LocalHost.Rpc;
using Siaran.LocalHost.Storage;

namespace Siaran.LocalHost.Running;

/// <summary>The host at the terminal: starts storage and the worker, keeps the worker running, and ends all three together.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly TerminalOptions options;
    private readonly string data;
    private readonly ConfigurationManager settings = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly Steps steps = new();
    private readonly DevelopmentStorage? storage;
    private readonly ILoggerFactory loggers;
    private FunctionsHost host = null!;
    private RpcServer rpc = null!;

    private Terminal(TerminalOptions options)
    {
        this.options = options;
        var folder = ProjectFolder.Find(options.ApplicationDirectory);
        data = Path.Combine(folder, ".azurite", options.Port.ToString(CultureInfo.InvariantCulture));
        settings.AddInMemoryCollection([
            new("WEBSITE_HOSTNAME", $"127.0.0.1:{options.Port.ToString(CultureInfo.InvariantCulture)}"),
            .. LocalSettings.Read(LocalSettings.FileIn(folder)),
        ]);
        settings.AddEnvironmentVariables();
        var address = StorageAddress.ForApp(options.Port);
        if (DevelopmentStorage.Name(settings, address.Emulator))
        {
            storage = new DevelopmentStorage(address, folder, data);
        }

        loggers = LoggerFactory.Create(logging =>
            Logging(logging.AddConfiguration(HostSettings.Read(Path.Combine(options.ApplicationDirectory, "host.json")).Logging))
        );
    }

    /// <summary>Runs until a signal ends it.</summary>
    /// <exception cref="CannotStartException">The app, its settings or its storage cannot start.</exception>
    public static async Task RunAsync(string[] arguments)
    {
        await using var terminal = new Terminal(TerminalOptions.Read(arguments));
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, terminal.Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, terminal.Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, terminal.Stop);
        await terminal.RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        if (rpc is not null)
        {
            await rpc.DisposeAsync();
        }

        if (storage is not null)
        {
            await storage.DisposeAsync();
        }

        loggers.Dispose();
        settings.Dispose();
        stopping.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stopping.Cancel();
    }

    private async Task RunAsync()
    {
        // Asked before anything is started, so that nothing has to be taken down again.
        RefuseTakenPort();
        try
        {
            // Each of these takes a fifth of a second of the runtime's compiler, so they go side by side.
            var launching = Task.Run(() => storage?.LaunchAsync(steps.Say, stopping.Token) ?? Task.CompletedTask, stopping.Token);
            var serving = Task.Run(() => RpcServer.StartAsync(stopping.Token), stopping.Token);
            host = CreateHost();
            await host.StartAsync(stopping.Token);
            rpc = await serving;
            await launching;
            await KeepWorkerRunningAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The signal came while something was still starting.
        }
    }

    private FunctionsHost CreateHost() =>
        new(
            new FunctionsHostOptions(
                options.ApplicationDirectory,
                options.Port,
                settings,
                TimeProvider.System,
                Path.Combine(data, "schedules"),
                Logging
            )
        );

    private async Task KeepWorkerRunningAsync()
    {
        var log = new WorkerLog(loggers);
        var pause = TimeSpan.Zero;
        for (var isFirst = true; !stopping.IsCancellationRequested; isFirst = false)
        {
            var channel = rpc.Expect(log.Write);
            using var worker = WorkerProcess.Start(options.ApplicationDirectory, EnvironmentOfWorker(), rpc.ArgumentsFor(channel));
            var ended = worker.EndedAsync();
            var started = Stopwatch.GetTimestamp();
            await AttachAsync(channel, worker, ended, isFirst && await IsStorageReadyBeforeAsync(ended, worker));
            await Task.WhenAny(ended, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopping.Token));
            if (stopping.IsCancellationRequested)
            {
                await StopAsync(channel, worker);
                return;
            }

            channel.Close();
            // A worker that ran for a while and then died is started at once; one that dies again and
            // again, ever more slowly.
            pause =
                Stopwatch.GetElapsedTime(started) > LongestPause
                    ? TimeSpan.FromSeconds(1)
                    : Shorter(pause * 2 + TimeSpan.FromSeconds(1), LongestPause);
            steps.Say($"The worker ended with exit code {worker.ExitCode} and is started again in {pause.TotalSeconds:0} s.");
            await Task.Delay(pause, TimeProvider.System, stopping.Token);
        }
    }

    /// <summary>
    /// Storage and the first worker start side by side, since each takes a second and the app tries for longer to reach its storage.
    /// </summary>
    /// <returns>False where the worker has ended meanwhile, which then says nothing about the app.</returns>
    private async Task<bool> IsStorageReadyBeforeAsync(Task ended, WorkerProcess worker)
    {
        try
        {
            await (storage?.WhenReadyAsync(steps.Say, stopping.Token) ?? Task.CompletedTask);
            return !ended.IsCompleted;
        }
        catch
        {
            await worker.EndAsync(TimeSpan.Zero);
            throw;
        }
    }

    /// <summary>
    /// A worker that ends before it can be asked anything ends the host where it is the first, and is started again where it is not.
    /// </summary>
    private async Task AttachAsync(WorkerChannel channel, WorkerProcess worker, Task ended, bool isFirst)
    {
        var attaching = host.AttachAsync(channel, null, stopping.Token);
        await Task.WhenAny(attaching, ended);
        if (!attaching.IsCompleted)
        {
            channel.Close();
        }

        try
        {
            await attaching;
        }
        catch (WorkerGoneException) when (!isFirst)
        {
            return;
        }
        catch (Exception ex) when (ex is WorkerGoneException or CannotStartException)
        {
            await worker.EndAsync(Patience);
            throw ex as CannotStartException ?? new CannotStartException(worker.Reason());
        }
        catch (OperationCanceledException)
        {
            await StopAsync(channel, worker);
            throw;
        }

        worker.Started();
        host.Timers.Start();
        steps.Say($"{host.App.Running?.Functions.Count} functions answer at {host.Address}");
    }

    private async Task StopAsync(WorkerChannel channel, WorkerProcess worker)
    {
        using var deadline = new CancellationTokenSource(Patience, TimeProvider.System);
        // First no more requests, then the worker, then storage: what is under way must find what it
        // needs.
        await host.StopAsync(deadline.Token);
        channel.Terminate(Patience);
        await worker.EndAsync(Patience);
        channel.Close();
    }

    private Dictionary<string, string?> EnvironmentOfWorker()
    {
        // Every setting, as the environment writes it; what the environment has already wins inside of the settings.
        var environment = settings
            .AsEnumerable()
            .Where(setting => setting.Value is not null)
            .ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        environment["AZURE_FUNCTIONS_ENVIRONMENT"] = settings["AZURE_FUNCTIONS_ENVIRONMENT"] ?? "Development";
        environment["LocalHost__Running"] = "true";
        environment["FUNCTIONS_APPLICATION_DIRECTORY"] = options.ApplicationDirectory;
        environment["FUNCTIONS_WORKER_DIRECTORY"] = options.ApplicationDirectory;
        return environment;
    }

    private void RefuseTakenPort()
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, options.Port);
            probe.Start();
        }
        catch (SocketException ex) when (ex.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            throw new CannotStartException(
                $"The port {options.Port} is in use: stop the program that listens there, or choose another port with --port.",
                ex
            );
        }
    }

    private static void Logging(ILoggingBuilder logging) => logging.AddSimpleConsole(console => console.SingleLine = true);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

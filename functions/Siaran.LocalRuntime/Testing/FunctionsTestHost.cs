using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Siaran.LocalRuntime.Running;
using Siaran.LocalRuntime.Storage;
using Siaran.LocalRuntime.Timers;

namespace Siaran.LocalRuntime;

/// <summary>A whole functions app inside a test: its own Main runs, on a free port of the loopback address, with the test's settings, clock and services.</summary>
public sealed class FunctionsTestHost : IAsyncDisposable
{
    private readonly LocalHost _host;
    private readonly Thread _main;
    private readonly List<HttpClient> _clients = [];

    private FunctionsTestHost(LocalHost host, Thread main, TestLog log)
    {
        (_host, _main, Log) = (host, main, log);
        BaseAddress = host.Address;
        Client = CreateClient();
    }

    /// <summary>Where any program on this machine reaches the app.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Sends what it is told and no more: it follows no redirect, keeps no cookie, and unpacks nothing.</summary>
    public HttpClient Client { get; }

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>What the app has logged so far.</summary>
    public TestLog Log { get; }

    /// <summary>Runs the Main of the assembly that holds <typeparamref name="TEntryPoint"/> until the app has started.</summary>
    /// <exception cref="CannotStartException">The runtime refuses the app, as it would at the terminal.</exception>
    public static Task<FunctionsTestHost> StartAsync<TEntryPoint>(Action<FunctionsTestOptions>? configure = null)
    {
        var app = typeof(TEntryPoint).Assembly;
        var entry = app.EntryPoint ?? throw new InvalidOperationException($"{app.GetName().Name} has no Main.");
        return StartAsync(app, args => entry.Invoke(null, BindingFlags.DoNotWrapExceptions, null, entry.GetParameters().Length == 0 ? null : [args], null), configure);
    }

    internal static async Task<FunctionsTestHost> StartAsync(Assembly app, Action<string[]> main, Action<FunctionsTestOptions>? configure = null)
    {
        var options = new FunctionsTestOptions();
        configure?.Invoke(options);
        var log = new TestLog();
        var surroundings = SurroundingsOf(app, options, log);
        var thread = Begin(main, [.. options.Arguments], surroundings);
        return new FunctionsTestHost(await surroundings.Started!.Task, thread, log);
    }

    /// <summary>Another client; with a key, it sends that in <c>x-functions-key</c>.</summary>
    public HttpClient CreateClient(string? key = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = BaseAddress };
        if (key is not null)
            client.DefaultRequestHeaders.Add(LocalKeys.Header, key);
        lock (_clients)
            _clients.Add(client);
        return client;
    }

    /// <summary>Runs the function of a timer once, retries included, and waits for its end.</summary>
    /// <exception cref="Exception">What the function threw.</exception>
    public Task FireAsync(string function)
    {
        var named = Services.GetRequiredService<FunctionsOfApp>().Named(function);
        return named?.Timer is null
            ? throw new ArgumentException($"There is no timer named {function}.", nameof(function))
            : Services.GetRequiredService<TimerRuns>().RunAndThrow(named);
    }

    /// <summary>Waits until every timer that was due by the app's clock has run: call it after moving the clock.</summary>
    /// <exception cref="TimeoutException">They still run after <paramref name="patience"/> (default 30 s).</exception>
    public async Task TimersAtRestAsync(TimeSpan? patience = null)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!_host.Timers.IsAtRest)
        {
            if (Stopwatch.GetElapsedTime(begun) > (patience ?? TimeSpan.FromSeconds(30)))
                throw new TimeoutException("Some timer still runs.");
            await Task.Delay(2);
        }
    }

    /// <summary>Stops the app as Ctrl+C does and waits until its Main has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await Task.Run(_main.Join);
    }

    private static Surroundings SurroundingsOf(Assembly app, FunctionsTestOptions options, TestLog log)
    {
        var folder = ProjectFolder.Find();
        return new Surroundings
        {
            App = app,
            Types = options.Types ?? app.GetTypes(),
            Port = 0,
            EnvironmentName = "Development",
            HostJson = options.HostJson ?? ProjectFolder.File(folder, "host.json"),
            SchedulesFolder = options.SchedulesFolder,
            StartsTimers = options.StartTimers,
            Started = new TaskCompletionSource<LocalHost>(TaskCreationOptions.RunContinuationsAsynchronously),
            Configure = settings => Configure(settings, folder, options),
            Replace = services =>
            {
                // The terminal is the tests' own; where the app sends its log besides is left to it.
                foreach (var usual in services.Where(service => service.ServiceType == typeof(ILoggerProvider) && service.ImplementationType?.Namespace?.StartsWith("Microsoft.Extensions.Logging", StringComparison.Ordinal) == true).ToList())
                    services.Remove(usual);
                services.AddLogging(logging => logging.AddProvider(log));
                services.RemoveAll<IHostLifetime>();
                services.AddSingleton<IHostLifetime, NoLifetime>();
                if (options.Time is { } clock)
                    services.Replace(ServiceDescriptor.Singleton(clock));
                options.Apply(services);
            },
        };
    }

    private static void Configure(ConfigurationManager settings, string folder, FunctionsTestOptions options)
    {
        var sources = ((IConfigurationBuilder)settings).Sources;
        foreach (var environment in sources.OfType<EnvironmentVariablesConfigurationSource>().Where(source => string.IsNullOrEmpty(source.Prefix)).ToList())
            sources.Remove(environment);
        if (options.UseSampleSettings && Path.Combine(folder, "local.settings.sample.json") is var sample && File.Exists(sample))
            settings.AddInMemoryCollection(LocalSettings.Read(sample));
        // The developer's own emulator is no place for tests.
        DevelopmentStorage.Name(settings, "");
        settings.AddInMemoryCollection(options.Settings);
    }

    private static Thread Begin(Action<string[]> main, string[] arguments, Surroundings surroundings)
    {
        var thread = new Thread(() =>
        {
            Surroundings.Current = surroundings;
            try
            {
                main(arguments);
                surroundings.Started!.TrySetException(new InvalidOperationException("The app's Main ended before its host had started."));
            }
            catch (Exception failure) when (surroundings.Started!.TrySetException(failure))
            {
                // The test that waits for the start gets it.
            }
        });
        thread.IsBackground = true;
        thread.Name = "Main of the tested app";
        thread.Start();
        return thread;
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

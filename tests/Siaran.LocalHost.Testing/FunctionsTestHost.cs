using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Siaran.LocalHost.Rpc;
using Siaran.LocalHost.Running;

namespace Siaran.LocalHost;

/// <summary>
/// A whole functions app inside a test: its own Main runs on the real worker in the test's process, with the test's settings, clock and
/// services, behind
/// a host on a free port of the loopback address.
/// </summary>
public sealed class FunctionsTestHost : IAsyncDisposable
{
    // The worker reads where the app lies from the environment, which the process has but one of: all apps of a test lie next to the tests.
    private const string ApplicationDirectoryVariable = "FUNCTIONS_APPLICATION_DIRECTORY";

    private static readonly Lazy<Task<RpcServer>> Rpc = new(() => RpcServer.StartAsync());

    private readonly FunctionsHost host;
    private readonly WorkerChannel channel;
    private readonly AppUnderTest app;
    private readonly List<HttpClient> clients = [];

    private FunctionsTestHost(FunctionsHost host, WorkerChannel channel, AppUnderTest app, TestLog log)
    {
        (this.host, this.channel, this.app, Log) = (host, channel, app, log);
        BaseAddress = host.Address;
        Client = CreateClient();
    }

    /// <summary>Where any program on this machine reaches the app.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Sends what it is given and no more: it follows no redirect, keeps no cookie, and unpacks nothing.</summary>
    public HttpClient Client { get; }

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>What the app and its host have logged so far.</summary>
    public TestLog Log { get; }

    /// <summary>Runs the Main of the assembly that holds <typeparamref name="TEntryPoint"/> until the app has started.</summary>
    /// <exception cref="CannotStartException">The host refuses the app, as it would at the terminal.</exception>
    public static async Task<FunctionsTestHost> StartAsync<TEntryPoint>(Action<FunctionsTestOptions>? configure = null)
    {
        var options = new FunctionsTestOptions();
        configure?.Invoke(options);
        Environment.SetEnvironmentVariable(ApplicationDirectoryVariable, AppContext.BaseDirectory);
        var log = new TestLog();
        var rpc = await Rpc.Value;
        var settings = TestSettings.Build(options);
        var host = new FunctionsHost(
            new FunctionsHostOptions(
                AppContext.BaseDirectory,
                0,
                settings,
                options.Time ?? TimeProvider.System,
                options.SchedulesFolder,
                logging => logging.AddProvider(log)
            )
        );
        var channel = rpc.Expect(static _ => { });
        var app = AppUnderTest.Begin(typeof(TEntryPoint).Assembly, settings, channel, rpc.Address, options, log);
        try
        {
            await host.StartAsync(CancellationToken.None);
            await app.StartedAsync();
            await host.AttachAsync(channel, () => app.HttpAddress, CancellationToken.None);
        }
        catch
        {
            await EndAsync(host, channel, app);
            throw;
        }

        if (options.StartTimers)
        {
            host.Timers.Start();
        }

        return new FunctionsTestHost(host, channel, app, log);
    }

    /// <summary>Another client; with a key, it sends that in <c>x-functions-key</c>.</summary>
    public HttpClient CreateClient(string? key = null)
    {
        var client = new HttpClient(
            new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                UseCookies = false,
            }
        )
        {
            BaseAddress = BaseAddress,
        };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Add(LocalKeys.Header, key);
        }

        lock (clients)
        {
            clients.Add(client);
        }

        return client;
    }

    /// <summary>Runs the function of a timer once, retries included, and waits for its end.</summary>
    /// <exception cref="FunctionFailedException">The function threw.</exception>
    public Task FireAsync(string function)
    {
        var named = host.App.Running?.Named(function);
        return named?.Timer is null
            ? throw new ArgumentException($"There is no timer named {function}.", nameof(function))
            : host.Runs.RunAndThrowAsync(named);
    }

    /// <summary>Waits until every timer that was due by the app's clock has run: call it after moving the clock.</summary>
    /// <exception cref="TimeoutException">They still run after <paramref name="patience"/> (default 5 minutes).</exception>
    public async Task TimersAtRestAsync(TimeSpan? patience = null)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!host.Timers.IsAtRest)
        {
            if (Stopwatch.GetElapsedTime(begun) > (patience ?? TimeSpan.FromMinutes(5)))
            {
                throw new TimeoutException("Some timer still runs.");
            }

            await Task.Delay(2);
        }
    }

    /// <summary>Stops host and app as Ctrl+C does and waits until Main has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        await host.StopAsync(CancellationToken.None);
        channel.Terminate(TimeSpan.FromSeconds(30));
        await EndAsync(host, channel, app);
    }

    private static async Task EndAsync(FunctionsHost host, WorkerChannel channel, AppUnderTest app)
    {
        await app.EndAsync();
        channel.Close();
        await host.DisposeAsync();
    }
}

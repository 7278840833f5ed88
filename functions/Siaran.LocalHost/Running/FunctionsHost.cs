using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Siaran.LocalHost.Http;
using Siaran.LocalHost.Rpc;
using Siaran.LocalHost.Timers;

namespace Siaran.LocalHost.Running;

/// <summary>
/// The host without its worker: the address that clients ask, the keys, the timers. A worker is attached once its stream is open.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private readonly WebApplication front;
    private readonly HostSettings host;

    public FunctionsHost(FunctionsHostOptions options)
    {
        host = HostSettings.Read(Path.Combine(options.ApplicationDirectory, "host.json"));
        ApplicationDirectory = options.ApplicationDirectory;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(options.Settings);
        options.Logging(builder.Logging.ClearProviders().AddConfiguration(host.Logging));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The worker's own limit counts.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        AddServices(builder.Services, options);
        front = builder.Build();
        front.Run(front.Services.GetRequiredService<FrontDoor>().AnswerAsync);
    }

    public string ApplicationDirectory { get; }

    /// <summary>Where clients reach the functions, once the host has started.</summary>
    public Uri Address => new(front.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public FunctionsApp App => front.Services.GetRequiredService<FunctionsApp>();

    public TimerHost Timers => front.Services.GetRequiredService<TimerHost>();

    public TimerRuns Runs => front.Services.GetRequiredService<TimerRuns>();

    /// <summary>Begins to answer, with 503 until a worker is attached.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => front.StartAsync(cancellationToken);

    /// <summary>Makes a worker ready and lets it answer from now on.</summary>
    /// <param name="httpAddress">Where the worker's web server listens; null takes what the worker says.</param>
    /// <exception cref="CannotStartException">The real host would not run these functions, or would let some requests hang.</exception>
    public async Task AttachAsync(WorkerChannel channel, Func<Uri>? httpAddress, CancellationToken cancellationToken)
    {
        var functions = await channel.StartAsync(ApplicationDirectory, cancellationToken);
        RefuseSameNames(functions);
        var http = new HttpFunctions(functions, host.RoutePrefix, front.Services.GetRequiredService<IInlineConstraintResolver>());
        Timers.Read(functions);
        var address =
            httpAddress?.Invoke()
            ?? channel.HttpAddress
            ?? throw new CannotStartException(
                "The worker does not say where it answers HTTP: the app needs ConfigureFunctionsWebApplication()."
            );
        await UntilListensAsync(address, channel, cancellationToken);
        App.Set(new RunningWorker(channel, address, functions, http));
    }

    /// <summary>Takes no more requests and waits for those that are under way, then for the timers' runs.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await front.StopAsync(cancellationToken);
        await Timers.StopAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => front.DisposeAsync();

    private static void AddServices(IServiceCollection services, FunctionsHostOptions options)
    {
        services.AddSingleton<IHostLifetime, NoLifetime>();
        services.AddHttpForwarder();
        services.AddRouting();
        services.AddSingleton(options.Time);
        services.AddSingleton<FunctionsApp>();
        services.AddSingleton<LocalKeys>();
        services.AddSingleton<Administration>();
        services.AddSingleton<FunctionForwarder>();
        services.AddSingleton<FrontDoor>();
        services.AddSingleton(new ScheduleStatuses(options.SchedulesFolder));
        services.AddSingleton<TimerRuns>();
        services.AddSingleton<TimerHost>();
    }

    /// <summary>A worker opens its stream before its web server listens.</summary>
    private static async Task UntilListensAsync(Uri address, WorkerChannel channel, CancellationToken cancellationToken)
    {
        while (!channel.Ended.IsCompleted)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(address.Host, address.Port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                // Ten milliseconds: starting up is what a developer waits for.
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellationToken);
            }
        }

        throw new WorkerGoneException();
    }

    private static void RefuseSameNames(IReadOnlyList<WorkerFunction> functions)
    {
        if (
            functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is
            { } twice
        )
        {
            throw new CannotStartException($"Two functions are named {twice.Key}. Rename one.");
        }
    }
}

/// <summary>How a host is to run.</summary>
/// <param name="ApplicationDirectory">Where the built app lies, with its host.json.</param>
/// <param name="Port">On the loopback address; 0 chooses a free one.</param>
/// <param name="SchedulesFolder">Where the timers' statuses are kept; null keeps them in memory.</param>
internal sealed record FunctionsHostOptions(
    string ApplicationDirectory,
    int Port,
    IConfiguration Settings,
    TimeProvider Time,
    string? SchedulesFolder,
    Action<ILoggingBuilder> Logging
);

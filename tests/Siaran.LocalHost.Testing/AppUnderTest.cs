using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Siaran.LocalHost.Rpc;

namespace Siaran.LocalHost;

/// <summary>Runs an app's Main on a thread of its own, and changes its settings and services while its host is built.</summary>
internal sealed class AppUnderTest
{
    private readonly FunctionsTestOptions options;
    private readonly IConfiguration settings;
    private readonly TestLog log;
    private readonly Assembly assembly;
    private readonly TaskCompletionSource<IHost> built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IHostApplicationLifetime? lifetime;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppUnderTest(Assembly assembly, IConfiguration settings, FunctionsTestOptions options, TestLog log) =>
        (this.assembly, this.settings, this.options, this.log) = (assembly, settings, options, log);

    public IServiceProvider Services => built.Task.Result.Services;

    /// <summary>Where the worker's own web server listens, once the app has started.</summary>
    public Uri HttpAddress => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static AppUnderTest Begin(
        Assembly assembly,
        IConfiguration settings,
        WorkerChannel channel,
        Uri rpc,
        FunctionsTestOptions options,
        TestLog log
    )
    {
        var app = new AppUnderTest(assembly, settings, options, log);
        var main = assembly.EntryPoint ?? throw new InvalidOperationException($"{assembly.GetName().Name} has no Main.");
        var thread = new Thread(() => app.Run(main, channel, rpc)) { IsBackground = true, Name = "Main of the app under test" };
        thread.Start();
        return app;
    }

    /// <summary>Waits until the app's host has started.</summary>
    /// <exception cref="Exception">What Main threw before.</exception>
    public async Task StartedAsync()
    {
        await built.Task;
        await await Task.WhenAny(started.Task, ended.Task);
    }

    /// <summary>Stops the app and waits until its Main has ended.</summary>
    public async Task EndAsync()
    {
        lifetime?.StopApplication();

        await ended.Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Run(MethodInfo main, WorkerChannel channel, Uri rpc)
    {
        using var hooks = HostingHooks.OnThisThread(Change, Built);
        try
        {
            var result = main.Invoke(
                null,
                BindingFlags.DoNotWrapExceptions,
                null,
                main.GetParameters().Length == 0 ? null : [ArgumentsOf(channel, rpc)],
                null
            );
            (result as Task)?.GetAwaiter().GetResult();
            built.TrySetException(new InvalidOperationException("The app's Main ended before its host was built."));
            ended.TrySetResult();
        }
        catch (Exception ex)
        {
            // Whoever waits for the start, or for the end, gets it.
            built.TrySetException(ex);
            ended.TrySetException(ex);
            _ = ended.Task.Exception;
        }
    }

    private void Built(IHost host)
    {
        // Kept, since an app that its host has already stopped has no services left to ask.
        lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        built.TrySetResult(host);
    }

    /// <summary>Main reads its settings before the host is built, so they are handed in as arguments too.</summary>
    private string[] ArgumentsOf(WorkerChannel channel, Uri rpc) =>
        [
            .. settings.AsEnumerable().Where(setting => setting.Value is not null).Select(setting => $"--{setting.Key}={setting.Value}"),
            .. WorkerSettings(channel, rpc).Select(setting => $"--{setting.Key}={setting.Value}"),
            .. options.Arguments,
        ];

    private static Dictionary<string, string?> WorkerSettings(WorkerChannel channel, Uri rpc) =>
        new()
        {
            ["Functions:Worker:HostEndpoint"] = rpc.ToString(),
            ["Functions:Worker:RequestId"] = Guid.NewGuid().ToString(),
            ["Functions:Worker:WorkerId"] = channel.WorkerId,
            ["Functions:Worker:GrpcMaxMessageLength"] = RpcServer.MaxMessageLength.ToString(
                System.Globalization.CultureInfo.InvariantCulture
            ),
        };

    private void Change(IHostBuilder builder)
    {
        // The worker looks for generated code in the entry assembly, which is the tests' own here.
        foreach (
            var startup in assembly
                .GetTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IAutoConfigureStartup)))
        )
        {
            ((IAutoConfigureStartup)Activator.CreateInstance(startup)!).Configure(builder);
        }

        builder.ConfigureAppConfiguration(configuration => RemoveEnvironment(configuration));
        builder.ConfigureServices(Replace);
    }

    /// <summary>What the developer's environment says is nothing to a test.</summary>
    private static void RemoveEnvironment(IConfigurationBuilder configuration)
    {
        foreach (
            var environment in configuration
                .Sources.OfType<EnvironmentVariablesConfigurationSource>()
                .Where(source => string.IsNullOrEmpty(source.Prefix))
                .ToList()
        )
        {
            configuration.Sources.Remove(environment);
        }
    }

    private void Replace(IServiceCollection services)
    {
        // The terminal is the tests' own; where the app sends its log besides is left to it.
        foreach (
            var usual in services
                .Where(service => service.ServiceType == typeof(ILoggerProvider) && IsUsual(service.ImplementationType))
                .ToList()
        )
        {
            services.Remove(usual);
        }

        services.AddLogging(logging => logging.AddProvider(log));
        services.RemoveAll<IHostLifetime>();
        services.AddSingleton<IHostLifetime, NoLifetime>();
        // The worker has one address for the process; each app gets another.
        services.PostConfigure<KestrelServerOptions>(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        if (options.Time is { } clock)
        {
            services.Replace(ServiceDescriptor.Singleton(clock));
        }

        options.Apply(services);
    }

    private static bool IsUsual(Type? provider) =>
        provider?.Namespace?.StartsWith("Microsoft.Extensions.Logging", StringComparison.Ordinal) == true;
}

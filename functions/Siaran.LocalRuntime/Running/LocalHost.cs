using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Siaran.LocalRuntime.Http;
using Siaran.LocalRuntime.Timers;

namespace Siaran.LocalRuntime.Running;

/// <summary>The host and the worker in one: storage first, then the app and its HTTP functions, then the timers.</summary>
internal sealed class LocalHost : IHost, IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Surroundings _surroundings;

    /// <exception cref="CannotStartException">The functions are not such as the real host would serve.</exception>
    public LocalHost(
        WebApplicationBuilder builder, Surroundings surroundings, HostSettings host, IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        _surroundings = surroundings;
        AddServices(builder, new FunctionsOfApp(FunctionsFound.In(surroundings.Types)), host, new Invoker(middleware));
        builder.Services.AddSingleton(new ScheduleStatuses(surroundings.SchedulesFolder));
        surroundings.Replace(builder.Services);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, surroundings.Port));
        _app = builder.Build();
        try
        {
            _app.Use(FailuresOfRouting);
            _app.UseRouting();
            _app.Services.GetRequiredService<HttpFunctions>().Map(_app, _app.Services.GetRequiredService<FunctionEndpoint>());
            _ = Timers;
        }
        catch
        {
            ((IDisposable)_app).Dispose();
            throw;
        }
    }

    public IServiceProvider Services => _app.Services;

    public TimerHost Timers => Services.GetRequiredService<TimerHost>();

    /// <summary>Where the app listens, once it has started.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await Begin(cancellationToken);
            _surroundings.Started?.TrySetResult(this);
        }
        catch (CannotStartException refusal) when (!_surroundings.IsTest)
        {
            await DisposeAsync();
            throw Refusal.End(refusal.Message);
        }
        catch (OptionsValidationException wrong) when (!_surroundings.IsTest)
        {
            await DisposeAsync();
            throw Refusal.End(string.Join(Environment.NewLine, wrong.Failures));
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await Timers.Stop(cancellationToken);
        await _app.StopAsync(cancellationToken);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_surroundings.Storage is { } storage)
            await storage.DisposeAsync();
    }

    /// <summary>Takes what goes wrong between the startup filters and the function past ASP.NET's error page for developers.</summary>
    private static async Task FailuresOfRouting(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (context.Features.Get<Choice>() is { IsReached: false } choice)
        {
            choice.Failure = failure;
        }
    }

    private async Task Begin(CancellationToken cancellationToken)
    {
        // Asked beforehand, since the app's host would log a wrong setting or a taken port with a whole stack trace.
        Services.GetService<IStartupValidator>()?.Validate();
        if (IsTaken(_surroundings.Port))
            throw new CannotStartException($"The port {_surroundings.Port} is in use: stop the program that listens there, or choose another port with --port.");

        if (_surroundings.Storage is { } storage)
            await storage.Start(cancellationToken);
        await _app.StartAsync(cancellationToken);
        if (_surroundings.StartsTimers)
            Timers.Start();
    }

    private static bool IsTaken(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return false;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return true;
        }
    }

    private static void AddServices(WebApplicationBuilder builder, FunctionsOfApp functions, HostSettings host, Invoker invoker)
    {
        var services = builder.Services;
        services.AddMvcCore();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(functions);
        services.AddSingleton(host);
        services.AddSingleton(invoker);
        services.AddSingleton<LocalKeys>();
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton<FunctionEndpoint>();
        services.AddSingleton<Administration>();
        services.AddSingleton<TimerRuns>();
        services.AddSingleton<TimerHost>();
        // The first filter stands around all others: the host's work comes before anything of the worker.
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, HostStage>());
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Siaran.LocalRuntime;
using Siaran.LocalRuntime.Running;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Builds the host of a functions app.</summary>
public sealed class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly Surroundings _surroundings;
    private readonly HostSettings _host;
    private readonly WebApplicationBuilder _web;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];

    internal FunctionsApplicationBuilder(string[] args, Surroundings surroundings)
    {
        _surroundings = surroundings;
        _host = HostSettings.Read(surroundings.HostJson);
        _web = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = surroundings.EnvironmentName,
            ApplicationName = surroundings.App.GetName().Name,
        });
        surroundings.Configure(_web.Configuration);
        _web.Logging.AddConfiguration(_host.Logging);
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    public IConfigurationManager Configuration => _web.Configuration;

    public IHostEnvironment Environment => _web.Environment;

    public ILoggingBuilder Logging => _web.Logging;

    public IMetricsBuilder Metrics => _web.Metrics;

    public IServiceCollection Services => _web.Services;

    internal IWebHostBuilder WebHost => _web.WebHost;

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _middleware.Add(middleware);
        return this;
    }

    public IHost Build()
    {
        try
        {
            return new LocalHost(_web, _surroundings, _host, [.. _middleware]);
        }
        catch (CannotStartException refusal) when (!_surroundings.IsTest)
        {
            throw Refusal.End(refusal.Message);
        }
    }

    void IHostApplicationBuilder.ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure)
        => ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);
}

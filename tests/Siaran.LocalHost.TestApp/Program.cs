using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Siaran.LocalHost.TestApp;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.TryAddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Runs>();
builder.Services.AddScoped<PerInvocation>();
builder.Services.AddSingleton<IStartupFilter, StampingFilter>();
builder.UseMiddleware<Catching>();
builder.UseWhen<Answering>(context => context.FunctionDefinition.Name == "Guarded");
if (builder.Configuration["Refuse"] is { } refusal)
{
    throw new InvalidOperationException(refusal);
}

builder.Build().Run();

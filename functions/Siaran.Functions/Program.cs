using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Siaran;
using Siaran.Functions;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<AnswerMiddleware>();
builder.Services.AddSiaran(builder.Configuration);
builder.Services.AddSampleReleases(builder.Configuration);
builder.Build().Run();

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Siaran.LocalHost.TestApp;

/// <summary>Adds a header to all that the worker answers; answers itself, as it must not, when asked to.</summary>
public sealed class StampingFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                async (HttpContext context, RequestDelegate rest) =>
                {
                    context.Response.Headers["x-stamp"] = "stamped";
                    if (!context.Request.Query.ContainsKey("short-circuit"))
                    {
                        await rest(context);
                    }
                }
            );
            next(app);
        };
}

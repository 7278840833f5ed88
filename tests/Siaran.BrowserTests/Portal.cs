using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Siaran.BrowserTests;

/// <summary>
/// A news portal at an origin of its own: the demo page, under a content security policy that lets in nothing but itself and Siaran.
/// </summary>
internal sealed class Portal : IAsyncDisposable
{
    private readonly WebApplication app;

    private Portal(WebApplication app) => this.app = app;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="siaran">The address of the service.</param>
    /// <param name="release">The release under which the list is to stand.</param>
    /// <param name="alter">Changes the demo page; null for the page as it is.</param>
    public static async Task<Portal> OpenAsync(Uri siaran, string release, Func<string, string>? alter = null)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Portal");
        var page = (await File.ReadAllTextAsync(Path.Combine(folder, "index.html")))
            .Replace("{siaran}", siaran.AbsoluteUri, StringComparison.Ordinal)
            .Replace("{release}", release, StringComparison.Ordinal);
        var style = await File.ReadAllTextAsync(Path.Combine(folder, "portal.css"));
        var origin = siaran.GetLeftPart(UriPartial.Authority);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet(
            "/",
            (HttpContext context) =>
            {
                context.Response.Headers.ContentSecurityPolicy =
                    $"default-src 'none'; style-src 'self'; script-src {origin}; connect-src {origin}; frame-src {origin}; require-trusted-types-for 'script'";
                return Results.Text(alter?.Invoke(page) ?? page, "text/html; charset=utf-8");
            }
        );
        app.MapGet("/portal.css", () => Results.Text(style, "text/css"));
        await app.StartAsync();
        return new Portal(app);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Siaran.Tests.Feeds.Readers;

/// <summary>Feeds over HTTP on a free port of this machine.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private FeedServer(WebApplication app) => this.app = app;

    /// <summary>The status of each answer, in order.</summary>
    public ConcurrentQueue<int> Statuses { get; } = new();

    public static async Task<FeedServer> StartAsync(FeedsUnderTest feeds)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new FeedServer(builder.Build());
        server.app.Map(
            "/feeds/{name}",
            async (string name, HttpContext context) =>
            {
                var result = await feeds.Service.GetAsync(context.Request, name, context.RequestAborted);
                await result.ExecuteAsync(context);
                server.Statuses.Enqueue(context.Response.StatusCode);
            }
        );
        await server.app.StartAsync();
        feeds.Site.BaseAddress = new Uri(server.app.Urls.Single() + "/");
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

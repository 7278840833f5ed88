using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Siaran.IntegrationTests;

/// <summary>A WebSub hub that takes pings by HTTP, or refuses them.</summary>
internal sealed class Hub : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> taken = new();

    private Hub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.MapPost(
            "/hub",
            async context =>
            {
                var form = await context.Request.ReadFormAsync();
                var isPing = form["hub.mode"] == "publish" && form["hub.url"].Count == 1;
                context.Response.StatusCode =
                    !isPing ? StatusCodes.Status400BadRequest
                    : IsDown ? StatusCodes.Status503ServiceUnavailable
                    : StatusCodes.Status202Accepted;
                if (context.Response.StatusCode == StatusCodes.Status202Accepted)
                {
                    taken.Enqueue(form["hub.url"].ToString());
                }
            }
        );
    }

    public bool IsDown { get; set; }

    public string Address => app.Urls.Single() + "/hub";

    public IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string> { ["Site:Hub"] = Address, ["Site:Freshness"] = "00:00:00" };

    public static async Task<Hub> StartAsync()
    {
        var hub = new Hub();
        await hub.app.StartAsync();
        return hub;
    }

    /// <summary>The topics taken since this was last asked, in ordinal order.</summary>
    public IReadOnlyList<string> Taken()
    {
        var topics = new List<string>();
        while (taken.TryDequeue(out var topic))
        {
            topics.Add(topic);
        }

        return [.. topics.Order(StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

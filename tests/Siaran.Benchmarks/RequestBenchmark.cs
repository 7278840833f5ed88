using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Siaran.Endpoints;
using Siaran.LocalHost;

namespace Siaran.Benchmarks;

/// <summary>
/// What a request for a hot feed costs through host and worker, compared with the smallest answer, and how much of it is Siaran's own code.
/// </summary>
internal static class RequestBenchmark
{
    private const int Clients = 16;
    private const string Feed = "feeds/all.rss";

    public static async Task RunAsync(TimeSpan stretch)
    {
        await using var storage = await AzuriteServer.StartAsync();
        await CompareAsync(storage, stretch);
        await OwnShareAsync(storage);
    }

    private static async Task CompareAsync(AzuriteServer storage, TimeSpan stretch)
    {
        var settings = await SiaranSettings.WithReleasesAsync(storage, releases: 50);
        await CollectAsync(settings);
        await using var hello = await AppProcess.StartAsync(
            AppProcess.Built("tests", "Siaran.HelloApp"),
            new Dictionary<string, string?>()
        );
        await using var siaran = await AppProcess.StartAsync(AppProcess.Built("functions", "Siaran.Functions"), settings);
        var etag = await ETagAsync(siaran);
        List<Load> loads =
        [
            new("hello world", hello, "hello", null, HttpStatusCode.OK),
            new("feed, 200, gzip", siaran, Feed, null, HttpStatusCode.OK),
            new("feed, 304", siaran, Feed, etag, HttpStatusCode.NotModified),
        ];
        foreach (
            var load in Enumerable
                .Repeat(loads, 4)
                .SelectMany(round => round)
                .Select((load, index) => (load, IsWarmUp: index < loads.Count))
        )
        {
            await load.load.RunAsync(stretch, load.IsWarmUp);
        }

        Console.WriteLine($"{Clients} clients, medians of three stretches of {stretch.TotalSeconds:0} s in turn");
        loads.ForEach(load => Console.WriteLine(load));
    }

    private static async Task CollectAsync(Dictionary<string, string?> settings)
    {
        await using var app = await InProcessAsync(settings);
        await app.FireAsync("Collect");
    }

    private static Task<FunctionsTestHost> InProcessAsync(Dictionary<string, string?> settings) =>
        FunctionsTestHost.StartAsync<Siaran.Functions.FeedFunctions>(test =>
        {
            test.UseSampleSettings = false;
            foreach (var (name, value) in settings)
            {
                test.Settings[name] = value;
            }
        });

    private static async Task<string> ETagAsync(AppProcess app)
    {
        using var client = ClientOf(app.Address);
        using var answer = await client.GetAsync(new Uri(Feed, UriKind.Relative));
        return answer.EnsureSuccessStatusCode().Headers.ETag!.ToString();
    }

    private static HttpClient ClientOf(Uri address) =>
        new(new SocketsHttpHandler { UseProxy = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = address,
            DefaultRequestHeaders = { { "Accept-Encoding", "gzip" } },
        };

    /// <summary>The same requests without host, worker and network: the service and its result on a context of their own.</summary>
    private static async Task OwnShareAsync(AzuriteServer storage)
    {
        var settings = await SiaranSettings.WithReleasesAsync(storage, releases: 50);
        await using var app = await InProcessAsync(settings);
        await app.FireAsync("Collect");
        var feeds = app.Services.GetRequiredService<FeedService>();
        var etag = (await AnswerAsync(feeds, app.Services, null)).Headers.ETag.ToString();
        foreach (var (name, known) in new (string, string?)[] { ("feed, 200, gzip", null), ("feed, 304", etag) })
        {
            const int warm = 20_000,
                counted = 50_000;
            for (var n = 0; n < warm; n++)
            {
                await AnswerAsync(feeds, app.Services, known);
            }

            var context = GC.GetAllocatedBytesForCurrentThread();
            for (var n = 0; n < 1_000; n++)
            {
                Context(app.Services, known);
            }

            var perContext = (GC.GetAllocatedBytesForCurrentThread() - context) / 1_000;
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var start = Stopwatch.GetTimestamp();
            for (var n = 0; n < counted; n++)
            {
                await AnswerAsync(feeds, app.Services, known);
            }

            var microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds / counted;
            var allocated = ((GC.GetTotalAllocatedBytes(precise: true) - bytes) / counted) - perContext;
            Console.WriteLine(
                $"{name, -18} Siaran's own code: {microseconds:0.0} µs and {allocated:N0} bytes a request (the context's own {perContext:N0} bytes taken off)"
            );
        }
    }

    private static async Task<HttpResponse> AnswerAsync(FeedService feeds, IServiceProvider services, string? known)
    {
        var context = Context(services, known);
        var result = await feeds.GetAsync(context.Request, "all.rss", CancellationToken.None);
        await result.ExecuteAsync(context);
        return context.Response;
    }

    private static DefaultHttpContext Context(IServiceProvider services, string? known)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Method = "GET";
        context.Request.Path = "/feeds/all.rss";
        context.Request.Headers.AcceptEncoding = "gzip";
        context.Response.Body = Stream.Null;
        // A real server has room for headers before the request comes.
        context.Features.Get<IHttpResponseFeature>()!.Headers = new HeaderDictionary(16);
        if (known is not null)
        {
            context.Request.Headers.IfNoneMatch = known;
        }

        return context;
    }

    private sealed record Load(string Name, AppProcess App, string Path, string? Known, HttpStatusCode Expected)
    {
        private readonly List<Stretch> stretches = [];

        public async Task RunAsync(TimeSpan stretch, bool isWarmUp)
        {
            using var client = ClientOf(App.Address);
            var (host, worker, start) = (Environment.CpuUsage.TotalTime, App.WorkerTime, Stopwatch.GetTimestamp());
            var latencies = (await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(() => AskAsync(client, start, stretch)))))
                .SelectMany(one => one)
                .Order()
                .ToList();
            if (!isWarmUp)
            {
                stretches.Add(
                    new Stretch(
                        latencies.Count / Stopwatch.GetElapsedTime(start).TotalSeconds,
                        latencies[latencies.Count / 2],
                        latencies[latencies.Count * 99 / 100],
                        (App.WorkerTime - worker).TotalMicroseconds / latencies.Count,
                        (Environment.CpuUsage.TotalTime - host).TotalMicroseconds / latencies.Count
                    )
                );
            }
        }

        public override string ToString()
        {
            double Of(Func<Stretch, double> figure) => stretches.Select(figure).Order().ElementAt(stretches.Count / 2);
            return $"{Name, -18} {Of(one => one.PerSecond), 7:N0} a second   p50 {Of(one => one.Median):0.0} ms   p99 {Of(one => one.Slow):0.0} ms   CPU a request: worker {Of(one => one.WorkerMicroseconds):0} µs, host and clients {Of(one => one.HostMicroseconds):0} µs";
        }

        private async Task<List<double>> AskAsync(HttpClient client, long start, TimeSpan stretch)
        {
            var latencies = new List<double>();
            while (Stopwatch.GetElapsedTime(start) < stretch)
            {
                var asked = Stopwatch.GetTimestamp();
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Path, UriKind.Relative));
                if (Known is not null)
                {
                    request.Headers.TryAddWithoutValidation("If-None-Match", Known);
                }

                using var answer = await client.SendAsync(request);
                if (answer.StatusCode != Expected)
                {
                    throw new InvalidOperationException($"{Name} answered {answer.StatusCode}.");
                }

                await answer.Content.CopyToAsync(Stream.Null);
                latencies.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }

            return latencies;
        }
    }

    private sealed record Stretch(double PerSecond, double Median, double Slow, double WorkerMicroseconds, double HostMicroseconds);
}

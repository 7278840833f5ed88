using System.Collections.Concurrent;
using System.Text;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Siaran.Feeds.Push;
using Siaran.Ingest;
using Siaran.Storage;
using Siaran.Tagging;

namespace Siaran.IntegrationTests.Memory;

/// <summary>One instance of Siaran over <see cref="MemoryStorage"/>, without any host: what the triggers call, and nothing else.</summary>
internal sealed class PressRoom : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly ConcurrentDictionary<Type, object> used = new();

    /// <param name="storage">Shared by all instances.</param>
    /// <param name="clock">Shared by all instances.</param>
    /// <param name="passing">See <see cref="MemoryTransport"/>.</param>
    /// <param name="settings">By their configuration names.</param>
    /// <param name="hub">The WebSub hub; null for none.</param>
    /// <param name="taggers">How texts are understood; null for <see cref="WordTagger"/>.</param>
    /// <param name="changing">Puts services in place of others.</param>
    public PressRoom(
        MemoryStorage storage,
        TimeProvider clock,
        Func<Azure.Core.HttpMessage, ValueTask<Func<ValueTask>?>>? passing = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        MemoryHub? hub = null,
        ITaggerFactory? taggers = null,
        Action<IServiceCollection>? changing = null
    )
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["AzureWebJobsStorage"] = MemoryStorage.ConnectionString,
                    ["Site:BaseAddress"] = "https://siaran.example/",
                    ["Site:Title"] = "Siaran Nusa Jaya",
                    ["Collect:AtOnce"] = "1",
                    ["Storage:AtOnce"] = "1",
                    ["Storage:RetryDelay"] = "00:00:00",
                }
            )
            .AddInMemoryCollection(settings ?? new Dictionary<string, string?>())
            .Build();
        if (hub is not null)
        {
            (configuration["Site:Hub"], configuration["Site:Freshness"]) = ("https://hub.example/", "00:00:00");
        }

        var all = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Warning))
            .AddSingleton(clock)
            .AddSingleton<HttpPipelineTransport>(new MemoryTransport(storage, passing))
            .AddSiaran(configuration)
            .AddSingleton(taggers ?? new WordTagger.Factory())
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<HubPublisher>(provider, Client(hub)));
        changing?.Invoke(all);
        services = all.BuildServiceProvider();
    }

    public WarningLog Log { get; } = new();

    /// <summary>Asks as over HTTP, by GET.</summary>
    /// <param name="answer">What the route's trigger calls.</param>
    /// <param name="query">From the question mark on.</param>
    public Task<Reply> AskAsync(Func<HttpRequest, Task<IResult>> answer, string query = "") =>
        AnswerAsync(
            answer,
            request =>
            {
                request.Method = "GET";
                request.Headers.Accept = "*/*";
                request.QueryString = new QueryString(query);
            }
        );

    /// <summary>Sends a form as a browser would from a page of the site.</summary>
    /// <param name="answer">What the route's trigger calls.</param>
    /// <param name="person">Who is signed in; null for a reader.</param>
    /// <param name="fields">By name.</param>
    public async Task<Reply> SendAsync(
        Func<HttpRequest, Task<IResult>> answer,
        string? person,
        IReadOnlyDictionary<string, string> fields,
        params string[] roles
    )
    {
        using var form = new FormUrlEncodedContent(fields);
        var bytes = await form.ReadAsByteArrayAsync();
        return await AnswerAsync(
            answer,
            request =>
            {
                (request.Method, request.Body) = ("POST", new MemoryStream(bytes));
                (request.ContentType, request.ContentLength) = (form.Headers.ContentType!.ToString(), bytes.Length);
                request.Headers["Sec-Fetch-Site"] = "same-origin";
                if (person is not null)
                {
                    request.Headers["X-MS-CLIENT-PRINCIPAL"] = DeskPrincipal.Of(person, roles);
                }
            }
        );
    }

    private async Task<Reply> AnswerAsync(Func<HttpRequest, Task<IResult>> answer, Action<HttpRequest> asking)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        asking(context.Request);
        using var body = new MemoryStream();
        context.Response.Body = body;
        await (await answer(context.Request)).ExecuteAsync(context);
        return new Reply(context.Response.StatusCode, body.ToArray());
    }

    // The provider compiles a method for what it is asked for often: much work for an instance that lives for some steps.
    public T Service<T>()
        where T : notnull => (T)used.GetOrAdd(typeof(T), _ => services.GetRequiredService<T>());

    /// <summary>Makes containers and tables.</summary>
    public Task CreateAsync() => Service<StorageAccount>().CreateAsync(CancellationToken.None);

    /// <summary>Puts a blob into <c>incoming</c>.</summary>
    public Task<IncomingUpload> UploadAsync(string name, string text) =>
        Service<Inbox>().AddAsync(new NewUpload(name, BinaryData.FromString(text), "text/markdown"), CancellationToken.None);

    /// <summary>One run of the timer.</summary>
    public Task<CollectRun> RunAsync() => Service<Collector>().CollectAsync(CancellationToken.None);

    /// <summary>An upload over HTTP.</summary>
    public async Task<CollectRun> PostAsync(string name, string text)
    {
        var bytes = BinaryData.FromBytes(Encoding.UTF8.GetBytes(text));
        var upload = await Service<Inbox>().AddAsync(new NewUpload(name, bytes, "text/markdown"), CancellationToken.None);
        return await Service<Collector>().CollectAsync([new UploadInHand(upload, bytes)], CancellationToken.None);
    }

    private static HttpClient Client(MemoryHub? hub) =>
        hub is null ? new HttpClient() : new HttpClient(hub, disposeHandler: false) { Timeout = TimeSpan.FromMilliseconds(100) };

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>What is answered over HTTP.</summary>
internal sealed record Reply(int Status, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>Keeps warnings and errors as text, to be shown where a test fails.</summary>
internal sealed class WarningLog : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose() { }
}

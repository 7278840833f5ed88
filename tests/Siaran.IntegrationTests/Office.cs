using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Siaran.Ingest;
using Siaran.LocalHost;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>
/// A press office for one test: a running Siaran, a storage of its own, and a clock that stands still until the test moves it.
/// </summary>
internal sealed partial class Office : IAsyncDisposable
{
    /// <summary>When tests begin. Uploads get this time, since it lies before the real one.</summary>
    public static readonly DateTimeOffset Start = Memory.StillClock.Start;

    private readonly FunctionsTestHost host;

    private Office(FunctionsTestHost host, string storage, FakeTimeProvider clock, BlobClientOptions? blobs = null)
    {
        (this.host, Storage, Clock) = (host, storage, clock);
        Incoming = new BlobContainerClient(storage, Names.Incoming, blobs);
        Rejected = new BlobContainerClient(storage, Names.Rejected, blobs);
        Accepted = new BlobContainerClient(storage, Names.Accepted, blobs);
        Vocabulary = new BlobContainerClient(storage, Names.Vocabulary, blobs);
        Editor = host.CreateClient(LocalKeys.DefaultFunction);
    }

    public string Storage { get; }

    public FakeTimeProvider Clock { get; }

    public BlobContainerClient Incoming { get; }

    public BlobContainerClient Rejected { get; }

    public BlobContainerClient Accepted { get; }

    public BlobContainerClient Vocabulary { get; }

    /// <summary>A reader without any key.</summary>
    public HttpClient Reader => host.Client;

    /// <summary>Has the function key.</summary>
    public HttpClient Editor { get; }

    public Uri Address => host.BaseAddress;

    public StorageCalls Calls => host.Services.GetRequiredService<StorageCalls>();

    public TestLog Log => host.Log;

    /// <param name="storage">The connection string of another office's storage, to work on it as well; null for a new one.</param>
    /// <param name="clock">Another office's clock; null for a new one.</param>
    /// <param name="settings">By their configuration names.</param>
    /// <param name="policy">Sees every call to storage.</param>
    public static async Task<Office> OpenAsync(
        string? storage = null,
        FakeTimeProvider? clock = null,
        IReadOnlyDictionary<string, string>? settings = null,
        HttpPipelinePolicy? policy = null
    )
    {
        storage ??= (await SharedStorage.Server).NewConnectionString();
        clock ??= new FakeTimeProvider(Start);
        return new Office(await StartAsync(storage, clock, settings, policy), storage, clock);
    }

    private static Task<FunctionsTestHost> StartAsync(
        string storage,
        FakeTimeProvider clock,
        IReadOnlyDictionary<string, string>? settings = null,
        HttpPipelinePolicy? policy = null,
        Action<IServiceCollection>? services = null
    ) =>
        FunctionsTestHost.StartAsync<Program>(options =>
        {
            options.UseSampleSettings = false;
            options.Time = clock;
            options.Settings["AzureWebJobsStorage"] = storage;
            options.Settings["CollectSchedule"] = "0 * * * * *";
            options.Settings["RetagSchedule"] = "30 0 0 1 1 *";
            options.Settings["Site:BaseAddress"] = "https://siaran.example/";
            options.Settings["Site:Title"] = "Siaran Nusa Jaya";
            foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            {
                options.Settings[name] = value;
            }

            if (policy is not null)
            {
                options.ConfigureServices(all => all.AddSingleton(policy));
            }

            if (services is not null)
            {
                options.ConfigureServices(services);
            }
        });

    /// <summary>Has the key given, or none.</summary>
    public HttpClient ClientWith(string? key) => host.CreateClient(key);

    /// <summary>Replaces the register of offices, as its operator does.</summary>
    /// <param name="register">JSON.</param>
    public async Task RegisterAsync(string register)
    {
        using var client = ClientWith(LocalKeys.DefaultMaster);
        using var content = new StringContent(register, Encoding.UTF8, "application/json");
        using var kept = await client.PutAsync(new Uri("/maintenance/offices", UriKind.Relative), content);
        Assert.AreEqual(HttpStatusCode.OK, kept.StatusCode);
    }

    public T Service<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public Task UploadAsync(string name, string text) => UploadAsync(name, Encoding.UTF8.GetBytes(text));

    public Task UploadAsync(string name, byte[] bytes) =>
        Incoming.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(bytes), overwrite: true);

    /// <summary>One run of the timer's function.</summary>
    public Task CollectAsync() => host.FireAsync("Collect");

    /// <summary>One run of re-tagging, and what it did.</summary>
    public Task<RetagRun> RetagAsync() => Service<Retagger>().RunAsync(CancellationToken.None);

    /// <summary>One run, and what it did.</summary>
    public Task<CollectRun> RunAsync() => Service<Collector>().CollectAsync(CancellationToken.None);

    public async Task PublishAsync(string name, string text)
    {
        await UploadAsync(name, text);
        await CollectAsync();
    }

    public async Task<string> ReadAsync(string path)
    {
        using var response = await Reader.GetAsync(new Uri(path, UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode, path);
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await Reader.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    public async Task<IReadOnlyList<XElement>> ItemsAsync(string feed = "all") =>
        [.. XDocument.Parse(await ReadAsync($"/feeds/{feed}.rss")).Descendants("item")];

    public async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(await ReadAsync(path)).RootElement;

    /// <summary>The path of the only release in the feed of everything.</summary>
    public async Task<string> OnlyPageAsync() => new Uri((await ItemsAsync())[0].Element("link")!.Value).AbsolutePath;

    public static async Task<IReadOnlyList<string>> BlobsAsync(BlobContainerClient container)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync())
        {
            names.Add(blob.Name);
        }

        return names;
    }

    /// <summary>Every row of a table, as text, without what storage itself adds.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string table)
    {
        var rows = new List<string>();
        await foreach (var row in new TableClient(Storage, table).QueryAsync<TableEntity>())
        {
            var cells = row.Where(cell => cell.Key is not ("odata.etag" or "Timestamp"))
                .OrderBy(cell => cell.Key, StringComparer.Ordinal)
                .Select(cell => $"{cell.Key}={(cell.Value is byte[] bytes ? Convert.ToBase64String(bytes) : cell.Value)}");
            rows.Add(string.Join('|', cells));
        }

        return rows;
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}

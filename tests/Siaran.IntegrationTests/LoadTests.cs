using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Azure.Storage.Blobs;
using Siaran.LocalHost;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>
/// Many readers while many uploads come in, from an app that is a process of its own and has the memory of the smallest instance: every feed
/// that is read is whole, one entity tag never names two texts, and nothing is lost. Small where it runs with all tests;
/// <c>SIARAN_LOAD_SECONDS=30 dotnet run --project tests/Siaran.IntegrationTests -- --filter TestCategory=Load</c> is the whole: 64 readers,
/// 500 uploads.
/// </summary>
[TestClass]
[TestCategory("Load")]
[DoNotParallelize]
public sealed class LoadTests
{
    private const int Readers = 64;

    /// <summary>Bytes that the smallest instance has, and that the app may have resident.</summary>
    private const long MostMemory = 512L * 1024 * 1024;

    private static readonly int Seconds = int.TryParse(
        Environment.GetEnvironmentVariable("SIARAN_LOAD_SECONDS"),
        CultureInfo.InvariantCulture,
        out var seconds
    )
        ? seconds
        : 2;
    private static readonly int Uploads = 500 * Seconds / 30;
    private static readonly string[] Addresses =
    [
        "/feeds/all.rss",
        "/feeds/all.atom",
        "/feeds/all.json",
        "/feeds/all.ninjs",
        "/feeds/tag:keyword:jembatan.rss",
        "/feeds/language:id.atom",
        "/feeds/agency:diskominfo-nusa-jaya.json",
        "/sitemap.xml?of=newest",
        "/changes?after=0&limit=1000",
        "/",
    ];

    private readonly ConcurrentDictionary<string, string> hashes = new();
    private readonly ConcurrentBag<string> torn = [];
    private readonly ConcurrentDictionary<string, int> refused = new();
    private long answers;

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [Timeout(600_000)]
    public async Task Every_feed_is_whole_and_memory_is_bounded_while_hundreds_of_uploads_come_in()
    {
        var storage = (await SharedStorage.Server).NewConnectionString();
        var incoming = new BlobContainerClient(storage, Names.Incoming);
        await incoming.CreateAsync();
        await UploadAsync(incoming, "dahulu.md", Release(-1));
        await using var app = await StartAsync(storage);
        using var client = new HttpClient { BaseAddress = app.Address };
        await UntilEmptyAsync(incoming);
        using var end = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(reader => Task.Run(() => ReadAsync(client, reader, end.Token))).ToList();
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < Uploads; i++)
        {
            await UploadAsync(incoming, $"beban/{i}.md", Release(i));
            var due = TimeSpan.FromSeconds((double)Seconds * i / Uploads);
            if (due > Stopwatch.GetElapsedTime(begun))
            {
                await Task.Delay(due - Stopwatch.GetElapsedTime(begun));
            }
        }

        await UntilEmptyAsync(incoming);
        var took = Stopwatch.GetElapsedTime(begun);
        await end.CancelAsync();
        await Task.WhenAll(readers);

        using var changes = JsonDocument.Parse(await client.GetStringAsync(new Uri("/changes?after=0&limit=1000", UriKind.Relative)));
        TestContext.WriteLine(
            $"{Readers} readers, {Uploads} uploads in {took.TotalSeconds:N0} s: {answers} answers read and parsed ({answers / took.TotalSeconds:N0} a second), {refused.Values.Sum()} of them 503 ({string.Join(", ", refused.Select(one => $"{one.Key} {one.Value}"))}), at most {app.WorkerPeakMemory >> 20} MiB in the app's process"
        );
        Assert.IsEmpty(torn, string.Join('\n', torn.Take(5)));
        Assert.AreEqual(Uploads + 1, changes.RootElement.GetProperty("changes").GetArrayLength());

        // What is held in memory is answered though storage, which shares the processors with all readers here, is late. The change log is
        // read from storage each time: there 503 is the right answer then, as long as it is rare.
        Assert.AreEqual("", string.Join(", ", refused.Keys.Where(address => !address.StartsWith("/changes", StringComparison.Ordinal))));
        Assert.IsLessThan((answers / 1000) + 1, refused.Values.Sum(), "Too many answers were 503.");
        Assert.IsGreaterThan(Readers, answers);
        Assert.IsLessThan(MostMemory, app.WorkerPeakMemory);
    }

    [TestMethod]
    [Timeout(600_000)]
    public async Task Seven_of_the_largest_releases_make_a_small_feed_in_the_memory_of_the_smallest_instance()
    {
        var storage = (await SharedStorage.Server).NewConnectionString();
        var incoming = new BlobContainerClient(storage, Names.Incoming);
        await incoming.CreateAsync();
        for (var i = 0; i < 7; i++)
        {
            var words = string.Join(
                "\n\n",
                Enumerable
                    .Range(0, 290)
                    .Select(n =>
                        $"Alinea {n} dari siaran {i}. "
                        + string.Concat(Enumerable.Repeat("Warga Baruna menunggu jembatan yang baru itu sejak lama. ", 28))
                    )
            );
            await UploadAsync(incoming, $"panjang/{i}.md", Texts.Release($"Kabar panjang nomor {i}", words));
        }

        await using var app = await StartAsync(storage);
        using var client = new HttpClient { BaseAddress = app.Address };
        await UntilEmptyAsync(incoming);
        var collected = app.WorkerPeakMemory;
        var lengths = new List<int>();
        foreach (var address in Addresses[..4])
        {
            lengths.Add((await client.GetStringAsync(new Uri(address, UriKind.Relative))).Length);
        }

        TestContext.WriteLine(
            $"feeds of {string.Join(", ", lengths)} characters; at most {collected >> 20} MiB while they were collected, {app.WorkerPeakMemory >> 20} MiB in all"
        );
        using var feed = JsonDocument.Parse(await client.GetStringAsync(new Uri("/feeds/all.json", UriKind.Relative)));
        Assert.AreEqual(7, feed.RootElement.GetProperty("items").GetArrayLength());
        Assert.IsLessThan(100_000, lengths.Max());
        Assert.IsLessThan(MostMemory, app.WorkerPeakMemory);
    }

    /// <summary>Siaran, collecting every second, with the heap that it has where there are 512 MiB.</summary>
    private static Task<AppProcess> StartAsync(string storage) =>
        AppProcess.StartAsync(
            AppProcess.Built("functions", "Siaran.Functions"),
            new Dictionary<string, string?>
            {
                ["AzureWebJobsStorage"] = storage,
                ["CollectSchedule"] = "* * * * * *",
                ["RetagSchedule"] = "30 0 0 1 1 *",
                ["Site:BaseAddress"] = "https://siaran.example/",
                ["Site:Title"] = "Siaran Nusa Jaya",
            },
            new Dictionary<string, string?> { ["DOTNET_GCHeapHardLimit"] = (MostMemory / 2).ToString("x", CultureInfo.InvariantCulture) },
            startTimers: true
        );

    private static async Task UploadAsync(BlobContainerClient incoming, string name, string text) =>
        await incoming.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);

    private static async Task UntilEmptyAsync(BlobContainerClient incoming)
    {
        while (await incoming.GetBlobsAsync().AnyAsync())
        {
            await Task.Delay(100);
        }
    }

    private static string Release(int number) =>
        Texts.Release(
            $"Kabar beban nomor {number}",
            $"Kabar beban nomor {number} tentang hal ke-{number % 17} di Baruna, dengan jembatan dan jalan.",
            $"tags: [jembatan, hal-{number % 17}]\n"
        );

    private async Task ReadAsync(HttpClient client, int reader, CancellationToken end)
    {
        for (var i = reader; !end.IsCancellationRequested; i++)
        {
            var address = Addresses[i % Addresses.Length];
            try
            {
                using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), CancellationToken.None);
                var text = await answer.Content.ReadAsStringAsync(CancellationToken.None);
                Check(address, answer, text);
                Interlocked.Increment(ref answers);
            }
            catch (Exception ex) when (ex is not AssertFailedException)
            {
                torn.Add($"{address}: {ex.GetType().Name} {ex.Message}");
            }
        }
    }

    private void Check(string address, HttpResponseMessage answer, string text)
    {
        if (answer.StatusCode is HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter is not null)
        {
            refused.AddOrUpdate(address, 1, (_, before) => before + 1);
            return;
        }

        if (answer.StatusCode != HttpStatusCode.OK)
        {
            torn.Add($"{address}: {(int)answer.StatusCode} {text}");
            return;
        }

        var ids = address switch
        {
            _ when address.EndsWith(".rss", StringComparison.Ordinal) =>
            [
                .. XDocument.Parse(text).Descendants("guid").Select(id => id.Value),
            ],
            _ when address.EndsWith(".atom", StringComparison.Ordinal) =>
            [
                .. XDocument
                    .Parse(text)
                    .Root!.Elements()
                    .Where(entry => entry.Name.LocalName == "entry")
                    .Select(entry => entry.Elements().First(id => id.Name.LocalName == "id").Value),
            ],
            _ when address.StartsWith("/sitemap", StringComparison.Ordinal) =>
            [
                .. XDocument.Parse(text).Root!.Elements().Select(url => url.Elements().First().Value),
            ],
            _ when address.EndsWith(".json", StringComparison.Ordinal) =>
            [
                .. JsonDocument
                    .Parse(text)
                    .RootElement.GetProperty("items")
                    .EnumerateArray()
                    .Select(item => item.GetProperty("id").GetString()!),
            ],
            _ when address.EndsWith(".ninjs", StringComparison.Ordinal) => IdsOf(JsonDocument.Parse(text).RootElement),
            _ when address.StartsWith("/changes", StringComparison.Ordinal) =>
            [
                .. JsonDocument
                    .Parse(text)
                    .RootElement.GetProperty("changes")
                    .EnumerateArray()
                    .Select(change => change.GetProperty("id").GetString()!),
            ],
            _ => text.TrimEnd().EndsWith("</html>", StringComparison.Ordinal) ? (string[])["page"] : [],
        };
        if (ids.Length == 0 || ids.Distinct().Count() != ids.Length)
        {
            torn.Add($"{address}: {ids.Length} entries, {ids.Distinct().Count()} of them distinct");
        }

        if (answer.Headers.ETag is { } etag && hashes.GetOrAdd(address + etag, _ => Hash(text)) != Hash(text))
        {
            torn.Add($"{address}: two texts under {etag}");
        }
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string[] IdsOf(JsonElement ninjs) =>
        [.. ninjs.GetProperty("associations").EnumerateArray().Select(item => item.GetProperty("uri").GetString()!)];
}

using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Siaran.Endpoints;
using Siaran.Intake;
using Siaran.Listings;
using Siaran.Settings;
using Siaran.Storage;
using Siaran.Tests.Feeds;
using Siaran.Tests.Intake;

namespace Siaran.Tests.Fuzzing;

/// <summary>
/// Whatever comes in, each reader ends in an answer of the kinds that it promises, soon. A failure prints the seed that repeats it
/// (CsCheck). Each target takes <c>SIARAN_FUZZ_SECONDS</c>, two where that is not set:
/// <c>SIARAN_FUZZ_SECONDS=60 dotnet run --project tests/Siaran.Tests -- --filter TestCategory=Fuzz</c>.
/// </summary>
[TestClass]
[TestCategory("Fuzz")]
public sealed class FuzzTests
{
    /// <summary>Inputs have at most 64 KiB. More than this is a reader that does not end, however loaded the machine is.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    /// <summary>How long each target is tried; null for a short look.</summary>
    private static readonly int? Seconds = int.TryParse(
        Environment.GetEnvironmentVariable("SIARAN_FUZZ_SECONDS"),
        CultureInfo.InvariantCulture,
        out var seconds
    )
        ? seconds
        : null;

    private static readonly byte[][] Samples =
    [
        .. Directory
            .EnumerateFiles(Repository.Samples, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes),
    ];

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow("siaran.txt")]
    [DataRow("siaran.md")]
    [DataRow("siaran.html")]
    public void An_upload_ends_in_a_release_or_a_report(string name) =>
        Fuzz(
            Mutations.Of(
                Samples,
                "<p>",
                "</div>",
                "<!--",
                "---\n",
                "\n\n",
                "# ",
                "&#x0;",
                "](",
                "**",
                "<table>",
                "<svg>",
                "<template>",
                "(*)",
                " – ",
                "\uFEFF",
                "“"
            ),
            bytes => EndsInReport(Uploads.Read(bytes, name))
        );

    [TestMethod]
    public void Front_matter_ends_in_a_release_or_a_report()
    {
        var matter = """
            ---
            id: teluk-jaya-2025-014
            title: "Pasar Ikan"
            publishAt: 11 November 2024 09.30 WITA
            updatedAt: 2024-11-11T09:30+08:00
            revision: major
            status: published
            tags: [nelayan kecil, -topic:sport]
            related: none
            image: https://a.example/b.jpg
            canonicalUrl: https://a.example/
            ---
            Pasar Ikan Dibuka

            Bupati membuka pasar ikan.
            """;
        Fuzz(
            Mutations.Of(
                [Encoding.UTF8.GetBytes(matter)],
                "---",
                ": ",
                "&a ",
                "*a",
                "!!str ",
                "|\n  ",
                ">\n ",
                "? ",
                "- ",
                "{",
                "}",
                "[",
                "]",
                "\"",
                "'",
                "#",
                "\t",
                "\r\n",
                "publishAt: ",
                "status: ",
                "9999-12-31T23:59:59+14:00",
                "0001-01-01",
                "<<: "
            ),
            bytes => EndsInReport(Uploads.Read(bytes, "siaran.md"))
        );
    }

    [TestMethod]
    public void A_page_s_JSON_LD_ends_in_a_release_or_a_report()
    {
        var page = """
            <html><head><title>Pasar</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":["NewsArticle"],"headline":"Pasar Ikan Dibuka","datePublished":"2024-11-11T09:30:00+08:00",
            "author":{"@type":"Person","name":"Budi"},"image":[{"url":"https://a.example/b.jpg"}],"url":"https://a.example/c","articleSection":["Kabar"]}]}</script></head><body><article><h1>Pasar Ikan Dibuka</h1><p>Bupati membuka pasar ikan.</p></article></body></html>
            """;
        Fuzz(
            Mutations.Of(
                [Encoding.UTF8.GetBytes(page)],
                "{",
                "}",
                "[",
                "]",
                "\"",
                ",",
                ":",
                "null",
                "true",
                "1e999",
                "\\ud800",
                "\"@graph\":",
                "\"@type\":\"NewsArticle\"",
                "</script>",
                "/*",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            ),
            bytes => EndsInReport(Uploads.Read(bytes, "siaran.html"))
        );
    }

    [TestMethod]
    public void A_stored_row_is_read_or_is_said_to_be_damaged()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", "UseDevelopmentStorage=true")]).Build();
        var payload = new Payload(new StorageAccount(settings, new StorageCalls(), [], new StorageOptions()));
        var packed = SomeFeeds
            .Gallery()
            .Select(tagged => Payload.Pack(StoredEntry.Of(ListingEntry.Of(tagged, DateTimeOffset.MaxValue)!)))
            .ToArray();
        Fuzz(Mutations.Of(packed), bytes => Reads(payload, bytes));
        Fuzz(
            Mutations.Of(
                [.. packed.Select(Unpacked)],
                "null",
                "\"Live\":",
                "{}",
                "[]",
                "\"\"",
                "-1",
                "1e999",
                "\"Withdrawn\":",
                "\"2024-02-30\"",
                "\\ud800"
            ),
            json => Reads(payload, Compressed(json))
        );
    }

    [TestMethod]
    public void A_feed_s_address_ends_in_an_answer_that_is_no_fault()
    {
        var feeds = new FeedsUnderTest(SomeFeeds.Gallery());
        string[] seeds =
        [
            "all.rss?content=summary&page=1",
            "custom.json?tag=topic:infrastruktur&region=teluk-jaya&match=any",
            "tag:topic:infrastruktur.atom",
            "agency:diskominfo-nusa-jaya",
        ];
        Fuzz(
            Mutations.Of(
                [.. seeds.Select(Encoding.UTF8.GetBytes)],
                "?",
                "&",
                "=",
                "%00",
                "%2F",
                "%ED%A0%80",
                "%",
                "+",
                "custom.rss?",
                "tag=",
                "match=all",
                "page=",
                "..",
                ":",
                "\u0130"
            ),
            bytes =>
            {
                var answer = feeds.GetAsync(Encoding.UTF8.GetString(bytes)).Result;
                return answer.Status is 200 or 301 or 400 or 404 or 406 or 414;
            }
        );
    }

    [TestMethod]
    public void A_query_for_related_releases_is_understood_or_refused_with_a_reason() =>
        Fuzz(
            Mutations.Of(
                [Encoding.UTF8.GetBytes("?limit=3&since=2025-03-12T09:30:00Z&kind=same-event&lang=en&content=summary")],
                "&",
                "=",
                "%",
                "limit=",
                "since=",
                "kind=",
                "lang=",
                "2025-03-12",
                "9999-12-31T23:59:59-14:00",
                "0001-01-01T00:00:00+14:00",
                "%ED%A0%80"
            ),
            bytes =>
                RelatedQuery.Parse(new QueryCollection(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(bytes))), out var problem) is null
                == problem is not null
        );

    private static bool EndsInReport(IntakeResult result)
    {
        using var report = JsonDocument.Parse(result.Report.ToJson());
        return result switch
        {
            IntakeResult.Accepted => true,
            IntakeResult.Doubtful => result.Report.Findings.Any(finding => finding.Severity is Severity.Doubt),
            _ => result.Report.Findings.Any(finding => finding.Severity is Severity.Error),
        };
    }

    private static bool Reads(Payload payload, byte[] bytes)
    {
        try
        {
            return payload
                .ReadAsync<StoredEntry>(new TableEntity("a", "b") { ["Payload0"] = bytes }, CancellationToken.None)
                .Result.ToEntry()
                is not null;
        }
        catch (Exception ex) when (ex is InvalidDataException || (ex as AggregateException)?.InnerException is InvalidDataException)
        {
            return true;
        }
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var json = new MemoryStream();
        brotli.CopyTo(json);
        return json.ToArray();
    }

    private static byte[] Compressed(byte[] json)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(json);
        }

        return packed.ToArray();
    }

    private void Fuzz(Gen<byte[]> inputs, Func<byte[], bool> endsWell)
    {
        var tried = 0;
        inputs.Sample(
            bytes =>
            {
                Interlocked.Increment(ref tried);
                var begun = Stopwatch.GetTimestamp();
                return endsWell(bytes) && Stopwatch.GetElapsedTime(begun) < Soon;
            },
            iter: Seconds is null ? 100 : -1,
            time: Seconds ?? -1
        );
        TestContext.WriteLine($"{tried} inputs");
        Assert.IsGreaterThan(0, tried);
    }
}

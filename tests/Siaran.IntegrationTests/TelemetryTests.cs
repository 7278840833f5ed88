using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using System.Text.RegularExpressions;
using OpenTelemetry.Metrics;

namespace Siaran.IntegrationTests;

[TestClass]
public sealed class TelemetryTests
{
    private static readonly Regex Row = new(
        @"^\| `(siaran\.[a-z.]+)` \|[^|]*\|[^|]*\|([^|]*)\|",
        RegexOptions.NonBacktracking | RegexOptions.Multiline
    );
    private static readonly Regex Dimension = new("`([a-z]+)`", RegexOptions.NonBacktracking);

    [TestMethod]
    public async Task Every_metric_of_the_runbook_is_measured_with_its_dimensions_and_no_other()
    {
        var measured = new ConcurrentDictionary<string, ConcurrentDictionary<string, bool>>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Meter.Name == "Siaran")
            {
                to.EnableMeasurementEvents(instrument);
            }
        };
        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var dimensions = measured.GetOrAdd(instrument.Name, _ => new());
            foreach (var tag in tags)
            {
                dimensions[tag.Key] = true;
            }
        }

        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        listener.Start();
        await using var office = await Office.OpenAsync();
        await LiveAsync(office);
        listener.RecordObservableInstruments();

        var runbook = Row.Matches(Repository.Read("docs/operating.md"));
        CollectionAssert.AreEquivalent(
            runbook
                .Select(row =>
                    $"{row.Groups[1].Value}: {string.Join(' ', Dimension.Matches(row.Groups[2].Value).Select(name => name.Groups[1].Value).Where(name => name is not ("succeeded" or "failed")).Order())}"
                )
                .ToList(),
            measured.Select(metric => $"{metric.Key}: {string.Join(' ', metric.Value.Keys.Order())}").ToList()
        );
    }

    [TestMethod]
    public async Task Where_an_endpoint_is_set_traces_metrics_and_logs_go_there()
    {
        await using var receiver = await TelemetryReceiver.StartAsync();
        // Azure's worker does not heed host.json, and would log all that ASP.NET says of a request.
        var settings = new Dictionary<string, string>(receiver.Settings) { ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information" };
        await using (var office = await Office.OpenAsync(settings: settings))
        {
            await LiveAsync(office);
            using var withKey = await office.Reader.GetAsync(new Uri("/feeds/all.rss?code=rahasia-kunci", UriKind.Relative));
            Assert.IsTrue(await Task.Run(() => office.Service<MeterProvider>().ForceFlush()));
        }

        foreach (var work in new[] { "collect", "intake", "upload", "tag", "publish", "relate", "/feeds/all.rss" })
        {
            Assert.IsTrue(receiver.Has("traces", work), work);
        }

        foreach (
            var metric in new[]
            {
                "siaran.releases.collected",
                "siaran.collect.duration",
                "siaran.feed.requests",
                "siaran.feed.age",
                "siaran.storage.calls",
            }
        )
        {
            Assert.IsTrue(receiver.Has("metrics", metric), metric);
        }

        Assert.IsTrue(receiver.Has("logs", "Created"), "logs");
        foreach (var kind in new[] { "traces", "metrics", "logs" })
        {
            Assert.IsFalse(receiver.Has(kind, "rahasia-kunci"), $"a key in an address, in {kind}");
        }
    }

    [TestMethod]
    public async Task Whatever_readers_call_themselves_and_ask_for_few_names_are_counted()
    {
        var seen = new ConcurrentDictionary<string, bool>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Name == "siaran.feed.requests")
            {
                to.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) =>
            {
                foreach (var tag in tags)
                {
                    seen[$"{tag.Key}={tag.Value}"] = true;
                }
            }
        );
        listener.Start();
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "tags: [jembatan]\n"));
        for (var i = 0; i < 30; i++)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get,
                new Uri(i % 2 == 0 ? $"/feeds/agency:tak-dikenal-{i}.rss" : "/feeds/tag:keyword:jembatan.rss", UriKind.Relative)
            );
            request.Headers.TryAddWithoutValidation("User-Agent", $"tak-dikenal-{i}/{i}.0 (+https://pembaca{i}.example)");
            using var answer = await office.Reader.SendAsync(request);
        }

        Assert.IsFalse(seen.Keys.Any(name => name.Contains("tak-dikenal", StringComparison.Ordinal)));
        Assert.IsTrue(seen.ContainsKey("key=tag:keyword"));
        Assert.IsTrue(seen.ContainsKey("reader=other"));
    }

    private static async Task LiveAsync(Office office)
    {
        await office.UploadAsync("a.txt", Texts.Model);
        await office.UploadAsync("bad.md", "");
        await office.UploadAsync("held.md", Texts.Release("Kabar yang Ditahan", frontMatter: "confirmed: false\n"));
        await office.CollectAsync();
        await office.ReadAsync("/feeds/all.rss");
        await office.ReadAsync("/changes");
        using var text = new StringContent(Texts.Release(), Encoding.UTF8, "text/markdown");
        using var refused = await office.Reader.PostAsync(new Uri("/releases?code=rahasia-kunci", UriKind.Relative), text);
    }
}

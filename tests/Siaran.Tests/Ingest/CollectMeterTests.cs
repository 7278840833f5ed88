using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Siaran.Ingest;
using Siaran.Intake;
using Siaran.Storage;
using Siaran.Tagging.Editors;
using Siaran.Tags;

namespace Siaran.Tests.Ingest;

/// <summary>What is counted of collecting, by the names and units that dashboards and alerts use.</summary>
[TestClass]
[DoNotParallelize]
public sealed class CollectMeterTests : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, string> instruments = new();
    private readonly ConcurrentQueue<string> measured = new();

    public CollectMeterTests()
    {
        listener.InstrumentPublished = (instrument, to) =>
        {
            // None of the runtime, or of libraries.
            if (instrument.Meter.Name == "Siaran")
            {
                instruments[instrument.Name] = $"{instrument.Unit}: {instrument.Description}";
                to.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

    [TestMethod]
    public void Every_instrument_has_its_name_its_unit_and_what_it_says()
    {
        CollectMeter.Run(TimeSpan.Zero, true);

        foreach (
            var (name, said) in new[]
            {
                ("siaran.releases.collected", "{release}: Uploads that were taken, and releases whose embargo ended."),
                ("siaran.releases.rejected", "{upload}: Uploads that could not be taken."),
                ("siaran.releases.doubtful", "{upload}: Uploads that are held until an editor confirms them."),
                ("siaran.collect.duration", "s: How long a run takes."),
                ("siaran.collect.delay", "s: From upload, or the end of the embargo, to the feeds."),
                ("siaran.rebuild.age", "s: Since the rebuild began that uploads wait for."),
                ("siaran.embargo.late", "s: Since the embargo ended of the release that has waited longest to be brought to the feeds."),
                ("siaran.tags.inferred", "{tag}: Tags that were inferred."),
            }
        )
        {
            Assert.AreEqual(said, instruments.GetValueOrDefault(name), name);
        }
    }

    [TestMethod]
    public void A_run_says_how_long_it_took_and_whether_it_ended_well()
    {
        CollectMeter.Run(TimeSpan.FromSeconds(2.5), true);
        CollectMeter.Run(TimeSpan.FromSeconds(1), false);

        AssertMeasured("siaran.collect.duration 2.5 outcome=succeeded", "siaran.collect.duration 1 outcome=failed");
    }

    [TestMethod]
    public void What_waits_is_told_in_seconds_and_never_below_none()
    {
        CollectMeter.Rebuilding(Some.Time, Some.Time.AddMinutes(2));
        CollectMeter.Rebuilding(Some.Time, Some.Time.AddMinutes(-2));
        CollectMeter.Rebuilding(null, Some.Time);
        CollectMeter.Late(Waiting, Some.Time.AddSeconds(30));
        CollectMeter.Late(Waiting, Some.Time.AddSeconds(-30));
        CollectMeter.Late(null, Some.Time);

        AssertMeasured(
            "siaran.rebuild.age 120",
            "siaran.rebuild.age 0",
            "siaran.rebuild.age 0",
            "siaran.embargo.late 30",
            "siaran.embargo.late 0",
            "siaran.embargo.late 0"
        );
    }

    [TestMethod]
    public void An_upload_counts_by_what_became_of_it()
    {
        CollectMeter.Upload(Result(CollectOutcome.Rejected, Error), Some.Time);
        CollectMeter.Upload(Result(CollectOutcome.Stale), Some.Time);
        CollectMeter.Upload(Result(CollectOutcome.Doubtful, Warning, Doubt), Some.Time);
        CollectMeter.Upload(Result(CollectOutcome.Unchanged), Some.Time.AddSeconds(9));
        CollectMeter.Upload(Result(CollectOutcome.Failed), Some.Time);

        AssertMeasured(
            "siaran.releases.rejected 1 reason=no-headline",
            "siaran.releases.rejected 1 reason=stale",
            "siaran.releases.doubtful 1 reason=from-pdf",
            "siaran.releases.collected 1 outcome=unchanged",
            "siaran.releases.collected 1 outcome=failed"
        );
    }

    [TestMethod]
    public void A_release_that_can_be_seen_says_how_long_it_took_and_what_was_inferred()
    {
        CollectMeter.Upload(Result(CollectOutcome.Created), Some.Time.AddSeconds(9));
        CollectMeter.Upload(Result(CollectOutcome.Revised), Some.Time);
        CollectMeter.Upload(Result(CollectOutcome.Created), Some.Time.AddSeconds(-1));

        AssertMeasured(
            "siaran.releases.collected 1 outcome=created",
            "siaran.tags.inferred 2 kind=programme",
            "siaran.tags.inferred 1 kind=keyword",
            "siaran.collect.delay 9",
            "siaran.releases.collected 1 outcome=revised",
            "siaran.tags.inferred 2 kind=programme",
            "siaran.tags.inferred 1 kind=keyword",
            "siaran.collect.delay 0",
            "siaran.releases.collected 1 outcome=created",
            "siaran.tags.inferred 2 kind=programme",
            "siaran.tags.inferred 1 kind=keyword"
        );
    }

    [TestMethod]
    public void A_release_whose_embargo_ended_says_how_late_it_is()
    {
        CollectMeter.Released(Tagged, Some.Time.AddSeconds(4));
        CollectMeter.Released(Tagged, Some.Time.AddSeconds(-4));

        AssertMeasured(
            "siaran.releases.collected 1 outcome=released",
            "siaran.collect.delay 4",
            "siaran.releases.collected 1 outcome=released",
            "siaran.collect.delay 0"
        );
    }

    private static Embargo Waiting => new(Some.Release().Id, TableKey.OldestFirst(Some.Time, Some.Release().Id), default);

    private static Finding Error => new(Severity.Error, "no-headline", null, null, "", "");

    private static Finding Doubt => new(Severity.Doubt, "from-pdf", null, null, "", "");

    private static Finding Warning => new(Severity.Warning, "long-lead", null, null, "", "");

    private static TaggedRelease Tagged =>
        new(
            Some.Release(),
            new Annotations
            {
                Version = "1",
                Tags =
                [
                    Tag(TagKind.Programme, "a", "words"),
                    Tag(TagKind.Programme, "b", "words"),
                    Tag(TagKind.Programme, "c", EditorTags.Source),
                    Tag(TagKind.Keyword, "d", "words"),
                ],
            }
        );

    private static Tag Tag(TagKind kind, string name, string source) =>
        new()
        {
            Id = new TagId(kind, name),
            Label = name,
            Source = source,
            Confidence = 1,
        };

    private static IngestResult Result(CollectOutcome outcome, params Finding[] findings) =>
        new(
            "a.md",
            outcome,
            Tagged,
            new IntakeReport
            {
                Upload = "a.md",
                Outcome = UploadOutcome.Accepted,
                Findings = findings,
            }
        );

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{instrument.Name} {value}");
        foreach (var tag in tags)
        {
            text += $" {tag.Key}={tag.Value}";
        }

        measured.Enqueue(text);
    }

    private void AssertMeasured(params string[] expected) => Assert.AreEqual(string.Join('\n', expected), string.Join('\n', measured));
}

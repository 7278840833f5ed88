using System.Diagnostics.Metrics;
using Siaran.Intake;
using Siaran.Releases;
using Siaran.Tagging.Editors;
using Siaran.Tags;
using Siaran.Telemetry;

namespace Siaran.Ingest;

/// <summary>Counts what collecting does.</summary>
internal static class CollectMeter
{
    private static readonly Meter Meter = new(Traces.Name);
    private static readonly Counter<long> Collected = Meter.CreateCounter<long>(
        "siaran.releases.collected",
        "{release}",
        "Uploads that were taken, and releases whose embargo ended."
    );
    private static readonly Counter<long> Rejected = Meter.CreateCounter<long>(
        "siaran.releases.rejected",
        "{upload}",
        "Uploads that could not be taken."
    );
    private static readonly Counter<long> Doubtful = Meter.CreateCounter<long>(
        "siaran.releases.doubtful",
        "{upload}",
        "Uploads that are held until an editor confirms them."
    );
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "siaran.collect.duration",
        "s",
        "How long a run takes."
    );
    private static readonly Histogram<double> Delay = Meter.CreateHistogram<double>(
        "siaran.collect.delay",
        "s",
        "From upload, or the end of the embargo, to the feeds."
    );
    private static readonly Gauge<double> RebuildAge = Meter.CreateGauge<double>(
        "siaran.rebuild.age",
        "s",
        "Since the rebuild began that uploads wait for."
    );
    private static readonly Gauge<double> EmbargoLate = Meter.CreateGauge<double>(
        "siaran.embargo.late",
        "s",
        "Since the embargo ended of the release that has waited longest to be brought to the feeds."
    );
    private static readonly Counter<long> Tags = Meter.CreateCounter<long>("siaran.tags.inferred", "{tag}", "Tags that were inferred.");

    public static void Run(TimeSpan took, bool succeeded) =>
        Duration.Record(took.TotalSeconds, new KeyValuePair<string, object?>("outcome", succeeded ? "succeeded" : "failed"));

    /// <param name="since">When the rebuild began that is under way; null where none is.</param>
    /// <param name="now">The time.</param>
    public static void Rebuilding(DateTimeOffset? since, DateTimeOffset now) =>
        RebuildAge.Record(since is { } begun ? Math.Max(0, (now - begun).TotalSeconds) : 0);

    /// <param name="oldest">The embargo that ended first of those that have; null where none has.</param>
    /// <param name="now">The time.</param>
    public static void Late(Storage.Embargo? oldest, DateTimeOffset now) =>
        EmbargoLate.Record(Math.Max(0, (now - (oldest?.Ends ?? now)).TotalSeconds));

    public static void Upload(IngestResult upload, DateTimeOffset now)
    {
        if (upload.Outcome is CollectOutcome.Rejected or CollectOutcome.Stale)
        {
            Rejected.Add(1, new KeyValuePair<string, object?>("reason", ReasonOf(upload)));
            return;
        }

        if (upload.Outcome is CollectOutcome.Doubtful)
        {
            Doubtful.Add(1, new KeyValuePair<string, object?>("reason", ReasonOf(upload)));
            return;
        }

        Collected.Add(1, new KeyValuePair<string, object?>("outcome", upload.Outcome.ToString().ToLowerInvariant()));
        if (upload is not { Outcome: CollectOutcome.Created or CollectOutcome.Revised, Release: { } tagged })
        {
            return;
        }

        foreach (var kind in tagged.Annotations.Tags.Where(tag => tag.Source != EditorTags.Source).GroupBy(tag => tag.Id.Kind))
        {
            Tags.Add(kind.Count(), new KeyValuePair<string, object?>("kind", kind.Key.Name));
        }

        if (tagged.Release.VisibilityAt(now) is Visibility.Visible)
        {
            Delay.Record(Math.Max(0, (now - tagged.Release.UploadedAt).TotalSeconds));
        }
    }

    /// <summary>A release whose embargo ended.</summary>
    public static void Released(TaggedRelease tagged, DateTimeOffset now)
    {
        Collected.Add(1, new KeyValuePair<string, object?>("outcome", "released"));
        Delay.Record(Math.Max(0, (now - tagged.Release.PublishAt).TotalSeconds));
    }

    private static string ReasonOf(IngestResult upload) =>
        upload.Report.Findings.FirstOrDefault(finding => finding.Severity is Severity.Error or Severity.Doubt)?.Code
        ?? upload.Outcome.ToString().ToLowerInvariant();
}

using Siaran.Releases;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>Tells of a run all that goes by what was published: metrics, what memory holds, the hub.</summary>
public sealed class RunReport(IntakeTable intake, FeedAge age, DocumentCache cache, HubPush push, TimeProvider time)
{
    /// <summary>Notes that a run ended well.</summary>
    public Task RecordAsync(RunRecord run, CancellationToken cancellationToken)
    {
        CollectMeter.Rebuilding(run.RebuildingSince, run.At);
        return intake.RecordRunAsync(run, cancellationToken);
    }

    public async Task NotifyAsync(CollectRun run, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var upload in run.Uploads)
        {
            CollectMeter.Upload(upload, now);
        }

        foreach (var release in run.Released)
        {
            CollectMeter.Released(release, now);
        }

        foreach (
            var shown in run
                .Uploads.Select(upload => upload.Release)
                .Concat(run.Released)
                .Where(tagged => tagged?.Release.VisibilityAt(now) is Visibility.Visible)
        )
        {
            age.Note(shown!.Release.PublishAt);
        }

        // Whatever memory holds may show what has changed; a run without changes leaves the memory
        // warm.
        if (run.Uploads.Count > 0 || run.Released.Count > 0)
        {
            cache.Expire();
        }

        await push.PushAsync(run.ChangedFeeds, cancellationToken);
    }
}

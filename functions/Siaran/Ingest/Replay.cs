using Microsoft.Extensions.Logging;
using Siaran.Intake;
using Siaran.Related;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>
/// Runs the pipeline again, in staging tables, not in those that readers see, over originals that lie in <c>accepted</c>, by the clock of
/// the time when they were collected.
/// </summary>
/// <param name="accepted">The originals.</param>
/// <param name="reader">What reads them again.</param>
/// <param name="clock">The clock of all that follows.</param>
/// <param name="pipeline">The pipeline over the staging tables.</param>
/// <param name="indexer">The index of related releases, of the staging tables.</param>
/// <param name="embargoes">The embargoes of the staging tables.</param>
/// <param name="logger">Where uploads that fail are named.</param>
public sealed class Replay(
    AcceptedUploads accepted,
    UploadReader reader,
    ReplayClock clock,
    IngestPipeline pipeline,
    RelatedIndexer indexer,
    Embargoes embargoes,
    ILogger<Replay> logger
)
{
    /// <summary>One batch as it was collected. Repeating it changes nothing.</summary>
    /// <returns>The originals that are not understood any more.</returns>
    public async Task<IReadOnlyList<AcceptedOriginal>> CollectAsync(
        IReadOnlyList<AcceptedOriginal> batch,
        CancellationToken cancellationToken
    )
    {
        // The clock stands still for a batch, so that a repeated step decides the same.
        clock.Now = batch.Max(original => original.CollectedAt);
        var unreadable = new List<AcceptedOriginal>();
        // A batch may be larger than what is held in memory today: it was collected under other settings, or grew since batches of
        // clocks that differ count as one.
        foreach (var part in reader.InBatches(batch))
        {
            unreadable.AddRange(await CollectPartAsync(part, cancellationToken));
        }

        return unreadable;
    }

    /// <summary>Lets out the embargoes that had ended by then.</summary>
    public async Task ReleaseAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        clock.Now = at;
        await embargoes.ReleaseDueAsync(again: true, cancellationToken);
        await indexer.MaintainAsync(cancellationToken);
    }

    private async Task<IEnumerable<AcceptedOriginal>> CollectPartAsync(
        IReadOnlyList<AcceptedOriginal> part,
        CancellationToken cancellationToken
    )
    {
        var read = new List<ReadUpload>();
        foreach (var original in part)
        {
            if (
                await accepted.ReadAsync(original.Blob, cancellationToken) is { Content: var content }
                && reader.ReadAgain(original.Upload, content) is IntakeResult.Accepted result
            )
            {
                read.Add(new ReadUpload(original.Upload, content, result, NameRecord.None) { Before = original });
            }
        }

        // Strict: a rebuild that left one upload out would be a silent loss. It stops, and goes on from
        // the same batch.
        await pipeline.RunAsync(read, part[0].Batch, new UploadFaults(isStrict: true, logger), mayClose: null, cancellationToken);
        // Merging in between keeps the index small while it grows from nothing.
        await indexer.MaintainAsync(cancellationToken);
        return part.Except(read.Select(one => one.Before!));
    }
}

using Microsoft.Extensions.Logging;
using Siaran.Intake;
using Siaran.Related;
using Siaran.Settings;
using Siaran.Storage;
using Siaran.Tagging;

namespace Siaran.Ingest;

/// <summary>Runs the pipeline again over the originals, in staging tables and by the clock of their time.</summary>
public sealed class Replay
{
    private readonly AcceptedUploads accepted;
    private readonly UploadReader reader;
    private readonly ILogger logger;
    private readonly ReplayClock clock = new();
    private readonly RelatedIndexer indexer;
    private readonly Embargoes embargoes;
    private readonly IngestPipeline pipeline;

    public Replay(
        StorageAccount account,
        AcceptedUploads accepted,
        IIndexStore index,
        Journal journal,
        RebuildProgress progress,
        UploadReader reader,
        AttachmentKeeper attachments,
        ITagger tagger,
        CollectOptions options,
        Site site,
        ILoggerFactory loggers
    )
    {
        // The whole pipeline is built a second time with other stores and another clock, and no branch
        // within it asks whether it is a replay: what is tested for uploads holds for rebuilds. Nothing
        // is announced (null), for nothing new happens.
        var staging = account.StagingTables();
        (this.accepted, this.reader, logger) = (accepted, reader, loggers.CreateLogger<Replay>());
        var (releases, intake) = (new ReleaseTable(staging, loggers.CreateLogger<ReleaseTable>()), new IntakeTable(staging));
        indexer = new RelatedIndexer(index, new RelatedTable(staging), releases, clock, loggers.CreateLogger<RelatedIndexer>());
        var publisher = new Publisher(
            releases,
            new ListingTable(staging, clock, loggers.CreateLogger<ListingTable>()),
            new ChangeLog(staging, clock),
            indexer,
            null,
            clock
        );
        embargoes = new Embargoes(releases, publisher, journal, progress, clock);
        var uploads = new ReplayedUploads(intake);
        pipeline = new IngestPipeline(
            new UploadIngester(releases, intake, uploads, attachments, tagger, site, clock),
            publisher,
            intake,
            uploads,
            options,
            clock,
            logger
        );
    }

    /// <summary>One batch as it was collected. Repeating it changes nothing.</summary>
    /// <returns>The originals that are not understood any more.</returns>
    public async Task<IReadOnlyList<AcceptedOriginal>> CollectAsync(
        IReadOnlyList<AcceptedOriginal> batch,
        CancellationToken cancellationToken
    )
    {
        // The clock stands still for a batch, so that a repeated step decides the same.
        clock.Now = batch.Max(original => original.CollectedAt);
        var read = new List<ReadUpload>();
        foreach (var original in batch)
        {
            if (
                await accepted.ReadAsync(original.Blob, cancellationToken) is { } content
                && reader.ReadAgain(original.Upload, content) is IntakeResult.Accepted result
            )
            {
                read.Add(new ReadUpload(original.Upload, content, result, null) { Before = original });
            }
        }

        // Strict: a rebuild that left one upload out would be a silent loss. It stops, and goes on from
        // the same batch.
        await pipeline.RunAsync(read, batch[0].Batch, new UploadFaults(isStrict: true, logger), cancellationToken);
        // Merging in between keeps the index small while it grows from nothing.
        await indexer.MaintainAsync(cancellationToken);
        return [.. batch.Except(read.Select(one => one.Before!))];
    }

    /// <summary>Lets out the embargoes that had ended by then.</summary>
    public async Task ReleaseAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        clock.Now = at;
        await embargoes.ReleaseDueAsync(again: true, cancellationToken);
        await indexer.MaintainAsync(cancellationToken);
    }
}

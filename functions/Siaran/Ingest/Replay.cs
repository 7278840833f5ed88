using Microsoft.Extensions.Logging;
using Siaran.Intake;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tagging;

namespace Siaran.Ingest;

/// <summary>Does again, in staging tables, beside those that readers see, what collecting once did with originals that lie in <c>accepted</c>, by the clock of that time.</summary>
internal sealed class Replay
{
    private readonly AcceptedUploads accepted;
    private readonly ReleaseTable releases;
    private readonly IntakeTable intake;
    private readonly UploadReader reader;
    private readonly ITagger tagger;
    private readonly CollectOptions options;
    private readonly ReplayClock clock = new();
    private readonly RelatedIndexer indexer;
    private readonly Publisher publisher;
    private readonly Embargoes embargoes;

    public Replay(
        StorageAccount staging, AcceptedUploads accepted, IIndexStore index, Journal journal, RebuildProgress progress, UploadReader reader, ITagger tagger,
        CollectOptions options, ILoggerFactory loggers)
    {
        (this.accepted, this.reader, this.tagger, this.options) = (accepted, reader, tagger, options);
        (releases, intake) = (new ReleaseTable(staging, loggers.CreateLogger<ReleaseTable>()), new IntakeTable(staging));
        indexer = new RelatedIndexer(index, new RelatedTable(staging), releases, clock, loggers.CreateLogger<RelatedIndexer>());
        publisher = new Publisher(releases, new ListingTable(staging, clock), new ChangeLog(staging, clock), indexer, push: null, clock);
        embargoes = new Embargoes(releases, publisher, journal, progress, clock);
    }

    /// <summary>One batch as it was collected. Repeating it changes nothing.</summary>
    /// <returns>The originals that are not understood any more.</returns>
    public async Task<IReadOnlyList<AcceptedOriginal>> CollectAsync(IReadOnlyList<AcceptedOriginal> batch, CancellationToken cancellationToken)
    {
        var publishedAt = batch.Max(original => original.CollectedAt);
        var taken = new System.Collections.Concurrent.ConcurrentBag<(AcceptedOriginal Original, StoredRelease? Stored)>();
        var parallelism = new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(batch.GroupBy(original => original.Id), parallelism, async (revisions, ct) =>
        {
            foreach (var original in InOrder(revisions))
            {
                taken.Add((original, await TakeAsync(original, ct)));
            }
        });

        clock.Now = publishedAt;
        var done = InOrder(taken, one => one.Original).ToList();
        var newest = done.Where(one => one.Stored is not null).GroupBy(one => one.Original.Id).Select(same => same.MaxBy(one => one.Stored!.Release.Revision)).ToList();
        var stored = InOrder(newest, one => one.Original).Select(one => one.Stored!).ToList();
        await publisher.PublishAsync(stored, cancellationToken);
        await Parallel.ForEachAsync(done.Where(one => one.Stored is not null), parallelism, async (one, ct) => await CloseAsync(one.Original, one.Stored!.Release, ct));
        await indexer.MaintainAsync(cancellationToken);
        return [.. done.Where(one => one.Stored is null).Select(one => one.Original)];
    }

    /// <summary>Lets out the embargoes that had ended by then.</summary>
    public async Task ReleaseAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        clock.Now = at;
        await embargoes.ReleaseDueAsync(again: true, cancellationToken);
        await indexer.MaintainAsync(cancellationToken);
    }

    private async Task<StoredRelease?> TakeAsync(AcceptedOriginal original, CancellationToken cancellationToken)
    {
        var content = await accepted.ReadAsync(original.Blob, cancellationToken);
        if (content is null || reader.Read(original.Upload, content) is not IntakeResult.Accepted { Submission: var submission })
        {
            return null;
        }

        var now = original.CollectedAt;
        var source = new UploadSource(original.Upload.Name, original.Upload.UploadedAt < now ? original.Upload.UploadedAt : now);
        var current = await releases.FindAsync(original.Id, cancellationToken);
        var outcome = current is null ? Revising.Create(original.Id, submission, source) : Revising.Revise(current.Release, submission, source, now);
        switch (outcome)
        {
            case RevisionOutcome.Created { Release: var first }:
                var created = Store(first, original, [], now);
                await releases.TryAddAsync(created.Tagged, original.Blob, created.FeedKeys, cancellationToken);
                return created;
            case RevisionOutcome.Revised { Release: var next }:
                var revised = Store(next, original, current!.FeedKeys, now);
                return await releases.TryReviseAsync(current, revised.Tagged, original.Blob, revised.FeedKeys, cancellationToken)
                    ? revised
                    : throw new InvalidOperationException($"{original.Id} was revised while the tables are rebuilt.");
            default:
                // A former attempt at this batch has stored it, or one that came after it.
                return current;
        }
    }

    private StoredRelease Store(Release release, AcceptedOriginal original, IReadOnlyList<Feeds.FeedKey> earlier, DateTimeOffset now)
    {
        var tagged = new TaggedRelease(release, tagger.Read(release));
        return new StoredRelease(tagged, original.Blob, Publisher.FeedKeysOf(tagged, earlier, now), default, now);
    }

    private async Task CloseAsync(AcceptedOriginal original, Release release, CancellationToken cancellationToken)
    {
        await intake.OwnAsync(Fingerprint.OfText(release.Content), release.Id, cancellationToken);
        var outcome = release.Revision == 1 ? CollectOutcome.Created : CollectOutcome.Revised;
        await intake.RecordAsync(
            new IntakeRecord(original.Upload.Name, original.Upload.Version.ToString(), outcome.ToString().ToLowerInvariant(), release.Id, clock.Now), cancellationToken);
    }

    private static IEnumerable<AcceptedOriginal> InOrder(IEnumerable<AcceptedOriginal> originals) => InOrder(originals, original => original);

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> some, Func<T, AcceptedOriginal> of) =>
        some.OrderBy(one => of(one).Upload.UploadedAt).ThenBy(one => of(one).Upload.Name, StringComparer.Ordinal);
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Siaran.Releases;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>What a batch came to.</summary>
/// <param name="Taken">Uploads that are closed, in the order in which they came.</param>
/// <param name="ChangedFeeds">The feeds that now read otherwise.</param>
public sealed record PipelineRun(IReadOnlyList<TakenUpload> Taken, IReadOnlySet<Listings.FeedKey> ChangedFeeds)
{
    /// <summary>Uploads that made or met a release, and could not be published or closed.</summary>
    public IReadOnlyList<TakenUpload> Unpublished { get; init; } = [];
}

/// <summary>What is done with a batch of uploads that were read, whoever brought them: take, publish, close.</summary>
public sealed partial class IngestPipeline(
    IUploadIngester ingester,
    Publisher publisher,
    IntakeTable intake,
    IUploadStore uploads,
    CollectOptions options,
    TimeProvider time,
    ILogger<IngestPipeline> logger
)
{
    /// <param name="read">In any order.</param>
    /// <param name="batch">The <see cref="BatchId"/> of the batch.</param>
    /// <param name="faults">Records uploads that could not be taken.</param>
    /// <param name="mayClose">
    /// Whether what was written counts, asked behind all of it; where not, every upload is left for a later run. Null where it always does.
    /// </param>
    /// <param name="cancellationToken">Ends it early; repeating it changes nothing.</param>
    public async Task<PipelineRun> RunAsync(
        IEnumerable<ReadUpload> read,
        string batch,
        UploadFaults faults,
        Func<CancellationToken, Task<bool>>? mayClose,
        CancellationToken cancellationToken
    )
    {
        // One pipeline for the timer, HTTP and the rebuild, each with stores and a clock of its own:
        // two ways to publish would be two sets of faults. Groups of one release go one after another,
        // groups go at once; publishing is one commit for all, since the cost of a feed is a commit and
        // not an entry.
        var taken = new ConcurrentBag<TakenUpload>();
        var parallelism = new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            SameRelease.Group(read),
            parallelism,
            async (group, ct) => await TakeAsync(group, batch, faults, taken, ct)
        );
        var changed = await PublishAsync([.. taken], faults, cancellationToken);
        await AuditAsync([.. taken.Where(upload => !faults.Has(upload.Upload))], faults, cancellationToken);
        if (mayClose is not null && !taken.IsEmpty && !await mayClose(cancellationToken))
        {
            faults.LeaveForRebuild(taken.Select(upload => upload.Upload));
        }

        var closed = new ConcurrentBag<TakenUpload>();
        await Parallel.ForEachAsync(
            taken.Where(upload => !faults.Has(upload.Upload)),
            parallelism,
            (upload, ct) =>
                faults.GuardAsync(
                    upload.Upload,
                    async () =>
                    {
                        await CloseAsync(upload, ct);
                        closed.Add(upload);
                    }
                )
        );
        return new PipelineRun([.. UploadOrder.Of(closed, upload => upload.Upload)], changed)
        {
            Unpublished = [.. taken.Where(upload => upload.Stored is not null && faults.Has(upload.Upload))],
        };
    }

    /// <summary>All in one go, before any is closed: a change that the audit does not know of is tried again.</summary>
    private async Task AuditAsync(IReadOnlyList<TakenUpload> taken, UploadFaults faults, CancellationToken cancellationToken)
    {
        try
        {
            await uploads.AuditAsync(taken, cancellationToken);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            foreach (var upload in taken)
            {
                faults.Add(upload.Upload, ex);
            }
        }
    }

    /// <summary>Notes the outcome of an upload; it is the last that is done with it.</summary>
    public async Task CloseAsync(TakenUpload taken, CancellationToken cancellationToken)
    {
        // After publishing and not before: a text whose release could be rolled back must own nothing.
        foreach (var stored in new[] { taken.Stored, taken.Unclosed }.OfType<StoredRelease>())
        {
            await OwnTextAsync(stored.Release, cancellationToken);
        }

        await OptimisticRetry.RunAsync(
            $"The outcome of {taken.Upload.Name}",
            async ct =>
            {
                // Another upload of the name may have been closed since this one was read, and is then its predecessor.
                var again = await uploads.CloseAsync(taken, RecordOf(taken), ct);
                taken = again ?? taken;
                return again is null ? taken : null;
            },
            cancellationToken
        );
    }

    private async Task OwnTextAsync(Release release, CancellationToken cancellationToken)
    {
        // One that began with this text is found by its id.
        if (Fingerprint.OfText(release.Content) is var text && ReleaseId.FromFingerprint(text) != release.Id)
        {
            await intake.OwnAsync(text, release.Id, cancellationToken);
        }
    }

    private IntakeRecord RecordOf(TakenUpload taken)
    {
        var (outcome, release) = (taken.Result.Outcome, taken.Result.Release?.Release);
        return new IntakeRecord(
            taken.Upload.Name,
            taken.Upload.VersionName,
            outcome.ToString().ToLowerInvariant(),
            // A file that could not be read goes on belonging to the release that its name had, so that a mended one revises it.
            release?.Id
                ?? taken.SameName?.Id,
            time.GetUtcNow()
        )
        {
            Office = release?.Office ?? taken.Office,
            // A rejected document leaves its pictures where they are, and its name those that it had.
            Pictures = outcome is CollectOutcome.Rejected or CollectOutcome.Stale ? taken.SameName?.Pictures : taken.PictureVersions,
            UploadedAt = taken.Upload.UploadedAt,
        };
    }

    /// <summary>
    /// Uploads that may speak of one release, one after another. Where one fails, those that came after it wait: a correction must not
    /// overtake what it corrects.
    /// </summary>
    private async Task TakeAsync(
        IReadOnlyList<ReadUpload> group,
        string batch,
        UploadFaults faults,
        ConcurrentBag<TakenUpload> taken,
        CancellationToken cancellationToken
    )
    {
        foreach (var read in group)
        {
            // Only uploads that name their release can be corrections of one that could not be read.
            // An upload that could not be read may be what a later one corrects. Only those that name
            // their release can be such corrections, so that one unreadable file does not hold up
            // everything.
            var names = SameRelease.NamesOf(read).ToList();
            if (faults.HaveAnyOf(names) || (read.NamesRelease && faults.HasUnreadBefore(read.Upload)))
            {
                faults.HoldBack(read.Upload);
            }
            else if (read.IsAwaitingPictures)
            {
                faults.Await(read.Upload);
            }
            else
            {
                await faults.GuardAsync(read.Upload, async () => taken.Add(await ingester.TakeAsync(read, batch, cancellationToken)));
            }

            if (faults.Has(read.Upload))
            {
                faults.NoteNames(names);
            }
        }
    }

    /// <summary>All in one go; where that fails, one by one, so that a release at fault stops no other.</summary>
    private async Task<IReadOnlySet<Listings.FeedKey>> PublishAsync(
        IReadOnlyList<TakenUpload> taken,
        UploadFaults faults,
        CancellationToken cancellationToken
    )
    {
        var newest = NewestOf(taken);
        var changed = await FinishAsync(taken, faults, cancellationToken);
        try
        {
            changed.UnionWith(await publisher.PublishAsync([.. newest.Select(upload => upload.Stored!)], cancellationToken));
        }
        catch (Exception ex) when (ex is not OperationCanceledException && newest.Count > 1)
        {
            // By itself each fails or not, and only the one at fault keeps waiting. It costs a commit
            // for each, in the rare batch that fails.
            LogBatchFailed(ex, newest.Count);
            foreach (var upload in newest)
            {
                await faults.GuardAsync(
                    upload.Upload,
                    async () => changed.UnionWith(await publisher.PublishAsync([upload.Stored!], cancellationToken))
                );
            }
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            faults.Add(newest[0].Upload, ex);
        }

        // Older revisions of a release that could not be published must not be closed either: their
        // turn comes with it.
        var failed = newest.Where(upload => faults.Has(upload.Upload)).Select(upload => upload.Stored!.Release.Id).ToHashSet();
        foreach (var other in taken.Where(upload => upload.Stored is { } stored && failed.Contains(stored.Release.Id)))
        {
            faults.HoldBack(other.Upload);
        }

        return changed;
    }

    /// <summary>
    /// Publishes what an earlier version of a file made: whoever had that in hand may have died, and it is in <c>incoming</c> no longer.
    /// </summary>
    private async Task<HashSet<Listings.FeedKey>> FinishAsync(
        IEnumerable<TakenUpload> taken,
        UploadFaults faults,
        CancellationToken cancellationToken
    )
    {
        var changed = new HashSet<Listings.FeedKey>();
        // A further revision of the same release brings all up to date by itself.
        foreach (var upload in taken.Where(one => one.Unclosed is { } left && left.Release.Id != one.Stored?.Release.Id))
        {
            try
            {
                changed.UnionWith(await publisher.PublishAsync([upload.Unclosed!], cancellationToken));
            }
            catch (Exception ex) when (StorageFailure.IsPermanent(ex))
            {
                // Not the fault of the later version, which must not wait for what never comes.
                LogUnfinished(ex, upload.Upload.Name);
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                faults.Add(upload.Upload, ex);
            }
        }

        return changed;
    }

    /// <summary>Of several revisions in one batch only the last is current.</summary>
    private static List<TakenUpload> NewestOf(IReadOnlyList<TakenUpload> taken) =>
        [
            .. UploadOrder.Of(
                taken.Where(upload => upload.Stored is not null).GroupBy(upload => upload.Stored!.Release.Id).Select(NewestOfOne),
                upload => upload.Upload
            ),
        ];

    private static TakenUpload NewestOfOne(IEnumerable<TakenUpload> ofRelease)
    {
        var newest = ofRelease.MaxBy(upload => upload.Stored!.Release.Revision)!;
        return newest with { Stored = newest.Stored! with { MayBeBack = ofRelease.Any(upload => upload.Stored!.MayBeBack) } };
    }

    [LoggerMessage(1004, LogLevel.Warning, "Could not publish {Count} releases in one go; they are tried one by one")]
    private partial void LogBatchFailed(Exception ex, int count);

    [LoggerMessage(1016, LogLevel.Error, "What an earlier version of {Upload} made cannot be published")]
    private partial void LogUnfinished(Exception ex, string upload);
}

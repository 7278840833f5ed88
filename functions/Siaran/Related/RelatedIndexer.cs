using Microsoft.Extensions.Logging;
using Siaran.Related.Index;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Related;

/// <summary>What relating a batch came to.</summary>
/// <param name="Related">How many releases of the batch may be seen and so have a list.</param>
/// <param name="RowsWritten">Table writes, refused ones included.</param>
public sealed record RelatingReport(int Related, int RowsWritten);

/// <summary>
/// Finds what is related to what, and keeps the lists of all releases true. One instance serves any number of calls; several instances at
/// once do no harm.
/// </summary>
public sealed partial class RelatedIndexer
{
    // A batch has to be planned in memory: 64 releases with forty candidates each.
    private const int BatchSize = 64;
    private const string Manifest = "The manifest of the related news index";

    private readonly RelatedIndex index;
    private readonly IRelatedStore rows;
    private readonly IReleaseArchive archive;
    private readonly TimeProvider clock;
    private readonly ILogger<RelatedIndexer> logger;
    private readonly RankingOptions ranking;
    private volatile bool isLookedAt;

    /// <param name="segments">Where the index is.</param>
    /// <param name="rows">Where lists are.</param>
    /// <param name="archive">All releases.</param>
    /// <param name="clock">Decides what may be seen.</param>
    /// <param name="logger">Where damage is noted.</param>
    /// <param name="cache">That of searches too.</param>
    public RelatedIndexer(
        IIndexStore segments,
        IRelatedStore rows,
        IReleaseArchive archive,
        TimeProvider clock,
        ILogger<RelatedIndexer> logger,
        BlockCache cache
    )
        : this(new RelatedIndex(segments, clock, cache), rows, archive, clock, logger, RankingOptions.Default) { }

    /// <summary>With a cache of its own.</summary>
    internal RelatedIndexer(
        IIndexStore segments,
        IRelatedStore rows,
        IReleaseArchive archive,
        TimeProvider clock,
        ILogger<RelatedIndexer> logger
    )
        : this(new RelatedIndex(segments, clock), rows, archive, clock, logger, RankingOptions.Default) { }

    internal RelatedIndexer(
        RelatedIndex index,
        IRelatedStore rows,
        IReleaseArchive archive,
        TimeProvider clock,
        ILogger<RelatedIndexer> logger,
        RankingOptions ranking
    ) => (this.index, this.rows, this.archive, this.clock, this.logger, this.ranking) = (index, rows, archive, clock, logger, ranking);

    /// <summary>
    /// Takes the current revision of each release that is new, corrected, re-tagged, withdrawn, or whose embargo has ended. Repeating a
    /// batch changes nothing, so a run that died is mended by the next. Withdrawals should be given <em>before</em> they are made known
    /// elsewhere, all else after. Releases under an embargo are passed over. A damaged or lost index is first built again from the archive.
    /// </summary>
    /// <exception cref="ContentionException">Others changed the index or a list all the while.</exception>
    public async Task<RelatingReport> RelateAsync(IReadOnlyList<TaggedRelease> batch, CancellationToken cancellationToken)
    {
        var report = new RelatingReport(0, 0);
        foreach (var part in batch.Chunk(BatchSize))
        {
            var (related, written) = await RelatePartAsync(part, cancellationToken);
            report = new(report.Related + related, report.RowsWritten + written);
        }

        return report;
    }

    /// <summary>The list that a release would have if it were related now. Nothing is stored, and no other list changes.</summary>
    /// <param name="release">As if it could be seen already.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    /// <returns>Null where there is no index to look into, or it is being built.</returns>
    public async Task<RelatedList?> PreviewAsync(TaggedRelease release, CancellationToken cancellationToken)
    {
        try
        {
            var (at, now) = (await index.OpenAsync(cancellationToken), clock.GetUtcNow());
            if (at.ETag is null || at.Manifest.IsOutdated || at.Manifest.Rebuilding)
            {
                return null;
            }

            var plan = await BatchPlan.MakeAsync(at, rows, [release], keepStored: false, ranking, now, cancellationToken);
            return plan.Changes.FirstOrDefault(change => change.Id == release.Release.Id)?.Apply(null).At(now);
        }
        catch (IndexDamagedException ex)
        {
            // The next run builds it again; a preview only goes without.
            LogDamaged(ex);
            return null;
        }
    }

    /// <summary>Forgets a release that there is no more, or not yet: it leaves the index and all lists, and has none of its own.</summary>
    /// <exception cref="ContentionException">Others changed the index or a list all the while.</exception>
    public async Task ForgetAsync(TaggedRelease release, CancellationToken cancellationToken)
    {
        var gone = release.Release with { Status = ReleaseStatus.Withdrawn, EverShown = false };
        await RelateAsync([release with { Release = gone }], cancellationToken);
        await this.rows.DeleteAsync(gone.Id, cancellationToken);
    }

    /// <summary>
    /// Does the housekeeping that is due: one merge of segments and the deletion of those that nobody reads any more. Worth calling after a
    /// run that related something; answers whether there may be more to do.
    /// </summary>
    public async Task<bool> MaintainAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await index.MaintainAsync(cancellationToken);
        }
        catch (IndexDamagedException ex)
        {
            LogDamaged(ex);
            await RebuildAsync(cancellationToken);
            return false;
        }
    }

    /// <summary>
    /// Builds an index of an earlier format again, and goes on with one that is being built. It reads the manifest the first time, and
    /// nothing later: the format changes only with the program.
    /// </summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        if (isLookedAt)
        {
            return;
        }

        try
        {
            if (
                await index.ReadManifestAsync(cancellationToken) is { IsOutdated: var isOutdated } found
                && (isOutdated || found.Rebuilding)
            )
            {
                await (isOutdated ? RebuildAsync(cancellationToken) : GoOnRebuildingAsync(cancellationToken));
            }
        }
        catch (IndexDamagedException ex)
        {
            LogDamaged(ex);
            await RebuildAsync(cancellationToken);
        }

        isLookedAt = true;
    }

    /// <summary>Builds the index again from the archive. Lists that are stored stay as they are; those that are missing are made.</summary>
    public Task RebuildAsync(CancellationToken cancellationToken) => BuildAsync(null, cancellationToken);

    /// <param name="at">What is there, where it was looked at just now.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The index once it is built.</returns>
    private async Task<Snapshot> BuildAsync(Snapshot? at, CancellationToken cancellationToken)
    {
        await OptimisticRetry.RunAsync(
            Manifest,
            async ct =>
            {
                var seen = at;
                at = null;
                return await index.ClearAsync(seen, m => m with { Rebuilding = true }, ct) ? this : null;
            },
            cancellationToken
        );
        return await GoOnRebuildingAsync(cancellationToken);
    }

    private async Task<RelatingReport> RelatePartAsync(IReadOnlyList<TaggedRelease> part, CancellationToken cancellationToken)
    {
        // Damage is repaired once. If the index is damaged again right after, something else is wrong,
        // and the error has to be seen.
        var (batch, isRepaired) = (part, false);
        return await OptimisticRetry.RunAsync(Manifest, TryAsync, cancellationToken);

        async Task<RelatingReport?> TryAsync(CancellationToken ct)
        {
            try
            {
                var at = await index.OpenAsync(ct);
                // No manifest: the first run of all, or the index was lost. Both are mended from the
                // tables.
                if (at.ETag is null || at.Manifest.IsOutdated || at.Manifest.Rebuilding)
                {
                    at = await (at.ETag is null || at.Manifest.IsOutdated ? BuildAsync(at, ct) : GoOnRebuildingAsync(ct));
                }

                isLookedAt = true;
                var report = await TryRelateAsync(at, batch, keepStored: false, m => m, ct);
                // Another run was faster. It may have stored later editions of these very releases,
                // which count from now on.
                batch = report is null ? await NewestAsync(batch, ct) : batch;
                return report;
            }
            catch (IndexDamagedException ex) when (!isRepaired)
            {
                isRepaired = true;
                LogDamaged(ex);
                await RebuildAsync(ct);
                return null;
            }
        }
    }

    /// <summary>The same releases, each in the edition that counts now.</summary>
    private async Task<IReadOnlyList<TaggedRelease>> NewestAsync(IReadOnlyList<TaggedRelease> batch, CancellationToken cancellationToken)
    {
        var newer = (await archive.NewerAsync(batch, cancellationToken)).ToDictionary(r => r.Release.Id);
        return [.. batch.Select(r => newer.GetValueOrDefault(r.Release.Id, r))];
    }

    /// <returns>The index once it is built.</returns>
    private async Task<Snapshot> GoOnRebuildingAsync(CancellationToken cancellationToken)
    {
        for (var pages = 0; ; pages++)
        {
            // A page a commit, and the manifest says how far it got: a run that dies goes on from
            // there, and of several instances at once one wins each page.
            var at = await index.OpenAsync(cancellationToken);
            if (pages > 0 && SegmentMerge.Next(at.Manifest).Count > 0)
            {
                await index.MaintainAsync(cancellationToken);
                at = await index.OpenAsync(cancellationToken);
            }

            if (!at.Manifest.Rebuilding)
            {
                LogRebuilt(pages);
                return at;
            }

            var page = await archive.ReadAsync(at.Manifest.RebuiltUpTo, cancellationToken);
            await TryRelateAsync(
                at,
                page.Releases,
                keepStored: true,
                m => m with { Rebuilding = page.Next is not null, RebuiltUpTo = page.Next },
                cancellationToken
            );
        }
    }

    private async Task<RelatingReport?> TryRelateAsync(
        Snapshot at,
        IReadOnlyList<TaggedRelease> batch,
        bool keepStored,
        Func<Manifest, Manifest> change,
        CancellationToken cancellationToken
    )
    {
        var plan = await BatchPlan.MakeAsync(at, rows, batch, keepStored, ranking, clock.GetUtcNow(), cancellationToken);
        var stored = await StoredAsync(plan, cancellationToken);
        var changed = Changed(plan.Changes, stored);
        NoteWhomListsName(plan, changed, stored);

        // Whoever stores a later edition after this look commits to the index after this, or makes this commit fail. A page of the archive
        // was read within this commit.
        if (!keepStored && (await archive.NewerAsync(batch, cancellationToken)).Count > 0)
        {
            return null;
        }

        // The index must name a list before the list names anyone: whoever is withdrawn is then found in every list, wherever a run may
        // die. A later edition is
        // committed even where it adds nothing, since an earlier one that is still under way has to fail.
        var isCommitted = keepStored || !plan.Addition.IsEmpty || batch.Any(r => r.Edition > Edition.First);
        if (isCommitted && !await index.CommitAsync(at, plan.Addition, change, cancellationToken))
        {
            return null;
        }

        // Where lists are made again, a row that was refused is left to whoever wrote it meanwhile; else all is looked at once more.
        var refused = changed.Count > 0 ? await rows.WriteAsync(changed, cancellationToken) : [];
        return keepStored || refused.Count == 0 ? new(plan.Related, changed.Count) : null;
    }

    /// <summary>Notes in the index whom each changed list names.</summary>
    // Also each list of a release that has a new number, though that list says what it said: what was
    // noted under the former number counts no more.
    private static void NoteWhomListsName(BatchPlan plan, List<RelatedRow> changed, Dictionary<ReleaseId, RelatedRow> stored)
    {
        var written = changed.ToDictionary(row => row.List.Id, row => row.List);
        foreach (var change in plan.Changes)
        {
            if (change.Owner is not { } owner)
            {
                continue;
            }

            if (written.TryGetValue(change.Id, out var list))
            {
                plan.Note(owner, list);
            }
            else if (plan.HasNewNumber(owner) && stored.TryGetValue(change.Id, out var row))
            {
                plan.Note(owner, row.List);
            }
        }
    }

    /// <summary>The rows that the plan may change, as they are stored.</summary>
    private async Task<Dictionary<ReleaseId, RelatedRow>> StoredAsync(BatchPlan plan, CancellationToken cancellationToken)
    {
        var stored = plan.RowsRead.Where(row => row.Value is not null).ToDictionary(row => row.Key, row => row.Value!);
        var ids = plan.Changes.Select(c => c.Id).Where(id => !plan.RowsRead.ContainsKey(id)).ToList();
        foreach (var (id, row) in ids.Count > 0 ? await rows.ReadAsync(ids, cancellationToken) : new Dictionary<ReleaseId, RelatedRow>())
        {
            stored[id] = row;
        }

        return stored;
    }

    private static List<RelatedRow> Changed(IReadOnlyCollection<ListChange> changes, Dictionary<ReleaseId, RelatedRow> stored)
    {
        var fences = changes.Where(c => c.IsFence).Select(c => c.Id).ToHashSet();
        return
        [
            .. changes
                .Where(c => c.Owner is not null || c.IsFence || stored.ContainsKey(c.Id))
                .Select(c => new RelatedRow(c.Apply(stored.GetValueOrDefault(c.Id)?.List), stored.GetValueOrDefault(c.Id)?.Version))
                .Where(r => !stored.TryGetValue(r.List.Id, out var old) || fences.Contains(r.List.Id) || !old.List.SaysTheSameAs(r.List)),
        ];
    }

    [LoggerMessage(2501, LogLevel.Warning, "The index of related news is damaged; it is built again")]
    private partial void LogDamaged(Exception ex);

    [LoggerMessage(2502, LogLevel.Information, "The index of related news was built again from {Pages} pages")]
    private partial void LogRebuilt(int pages);
}

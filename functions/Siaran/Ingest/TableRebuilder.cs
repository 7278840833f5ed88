using System.Diagnostics;
using System.Globalization;
using Azure;
using Microsoft.Extensions.Logging;
using Siaran.Related;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Storage;
using Siaran.Tagging;

namespace Siaran.Ingest;

/// <summary>How far a rebuild has come.</summary>
/// <param name="Done">Whether all is rebuilt.</param>
/// <param name="Replayed">Originals done again so far.</param>
/// <param name="Unreadable">Originals that are not understood any more; the log names them.</param>
/// <param name="Left">Originals still to do.</param>
public sealed record RebuildReport(bool Done, int Replayed, int Unreadable, int Left);

/// <summary>
/// Builds every table and the index of related news again from <c>accepted</c>, in steps that go on where the last one ended. It works in
/// tables of its own, so
/// that readers see the former state until all is rebuilt; only then what differs goes over.
/// </summary>
public sealed partial class TableRebuilder
{
    // Longer than any batch takes; a step that died frees the rebuild after so long.
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(3);

    /// <summary>How long what was rebuilt goes over before how far that has come is noted.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(30);

    private readonly StorageAccount account;
    private readonly StorageAccount staging;
    private readonly AcceptedUploads accepted;
    private readonly IntakeTable intake;
    private readonly Journal journal;
    private readonly RebuildProgress progress;
    private readonly DocumentCache cache;
    private readonly TimeProvider time;
    private readonly ILogger<TableRebuilder> logger;
    private readonly Replay replay;

    public TableRebuilder(
        StorageAccount account,
        AcceptedUploads accepted,
        IIndexStore index,
        Journal journal,
        RebuildProgress progress,
        UploadReader reader,
        ITagger tagger,
        CollectOptions options,
        Site site,
        DocumentCache cache,
        TimeProvider time,
        ILoggerFactory loggers
    )
    {
        (this.account, this.accepted, this.journal, this.progress, this.cache, this.time) = (
            account,
            accepted,
            journal,
            progress,
            cache,
            time
        );
        staging = account.StagingTables();
        intake = new IntakeTable(staging);
        logger = loggers.CreateLogger<TableRebuilder>();
        replay = new Replay(staging, accepted, index, journal, progress, reader, tagger, options, site, loggers);
    }

    /// <summary>
    /// Begins a rebuild or goes on with the one under way, for <paramref name="budget"/> and the batch in which that runs out.
    /// </summary>
    /// <returns>Null where another request is at it.</returns>
    public async Task<RebuildReport?> StepAsync(TimeSpan budget, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.StartNew();
        var found = await progress.FindAsync(cancellationToken);
        var state = found?.State ?? new RebuildState(false, "", 0, 0, default) { StartedAt = time.GetUtcNow() };
        if (state.HeldUntil > time.GetUtcNow() || await HoldAsync(state, found?.Version, cancellationToken) is not { } version)
        {
            return null;
        }

        if (!state.Cleared)
        {
            await staging.ClearAsync(cancellationToken);
            state = state with { Cleared = true };
        }

        var past = await PastAsync(cancellationToken);
        var left = past.Where(one => string.CompareOrdinal(one.BatchId, state.After) > 0).ToList();
        var at = 0;
        for (; at < left.Count && (at == 0 || begun.Elapsed < budget); at++)
        {
            var unreadable = await AgainAsync(left[at], cancellationToken);
            state = state with
            {
                After = left[at].BatchId,
                Replayed = state.Replayed + left[at].Originals.Count,
                Unreadable = state.Unreadable + unreadable,
            };
            if (await HoldAsync(state, version, cancellationToken) is not { } next)
            {
                return null;
            }

            version = next;
        }

        var waiting = left.Skip(at).Sum(one => one.Originals.Count);
        if (at == left.Count && past.Sum(one => one.Originals.Count) != state.Replayed)
        {
            // A run that had begun before the rebuild accepted something at a moment that was passed already.
            state = new RebuildState(false, "", 0, 0, default) { StartedAt = state.StartedAt };
            waiting = past.Sum(one => one.Originals.Count);
        }
        else if (at == left.Count)
        {
            (state, version) = await CutOverAsync(state, version, () => begun.Elapsed >= budget, cancellationToken);
            if (state.TakenOver == Names.Rebuildable.Count)
            {
                return await EndAsync(state, cancellationToken);
            }
        }

        await progress.TryStoreAsync(state with { HeldUntil = default }, version, cancellationToken);
        return new RebuildReport(false, state.Replayed, state.Unreadable, waiting);
    }

    /// <summary>Lets readers see what was rebuilt, table by table.</summary>
    private async Task<(RebuildState State, ETag Version)> CutOverAsync(
        RebuildState state,
        ETag version,
        Func<bool> isTimeUp,
        CancellationToken cancellationToken
    )
    {
        if (state is { TakenOver: 0, Partition: "" })
        {
            await RecordUploadsAsync(cancellationToken);
            await account.CreateAsync(cancellationToken);
        }

        while (state.TakenOver < Names.Rebuildable.Count)
        {
            var name = Names.Rebuildable[state.TakenOver];
            var sliceBegun = Stopwatch.GetTimestamp();
            var reached = await new RebuiltTable(name, staging.Table(name), account.Table(name)).CutOverAsync(
                state.Partition,
                state.Unreadable == 0,
                () => isTimeUp() || Stopwatch.GetElapsedTime(sliceBegun) > Slice,
                cancellationToken
            );
            state = state with { TakenOver = state.TakenOver + (reached is null ? 1 : 0), Partition = reached ?? "" };
            if (isTimeUp() && state.TakenOver < Names.Rebuildable.Count)
            {
                break;
            }

            version =
                await HoldAsync(state, version, cancellationToken)
                ?? throw new InvalidOperationException("Another request took the rebuild over.");
        }

        return (state, version);
    }

    private async Task<RebuildReport> EndAsync(RebuildState state, CancellationToken cancellationToken)
    {
        await staging.DropAsync(cancellationToken);
        await progress.EndAsync(cancellationToken);
        cache.Expire();
        LogRebuilt(state.Replayed, state.Unreadable);
        return new RebuildReport(true, state.Replayed, state.Unreadable, 0);
    }

    private async Task<int> AgainAsync(Past past, CancellationToken cancellationToken)
    {
        if (past.Originals.Count == 0)
        {
            await replay.ReleaseAsync(BatchId.TimeOf(past.BatchId), cancellationToken);
            return 0;
        }

        var unreadable = await replay.CollectAsync(past.Originals, cancellationToken);
        foreach (var original in unreadable)
        {
            LogUnreadable(original.Blob);
        }

        return unreadable.Count;
    }

    /// <summary>All that collecting did, oldest first.</summary>
    private async Task<List<Past>> PastAsync(CancellationToken cancellationToken)
    {
        var originals = new List<AcceptedOriginal>();
        await foreach (var original in accepted.ListAsync(cancellationToken))
        {
            originals.Add(original);
        }

        var batches = ThatMadeRevisions(originals)
            .GroupBy(original => original.Batch, StringComparer.Ordinal)
            .ToDictionary(batch => batch.Key, batch => batch.ToList(), StringComparer.Ordinal);
        await foreach (var moment in journal.ReleasedAsync(cancellationToken))
        {
            batches[moment] = [];
        }

        return [.. batches.Select(batch => new Past(batch.Key, batch.Value)).OrderBy(past => past.BatchId, StringComparer.Ordinal)];
    }

    /// <summary>
    /// A try that was cut short leaves an original that made no revision where its blob was replaced before the next: the upload that was
    /// kept later as the same revision is the one that made it.
    /// </summary>
    private static IEnumerable<AcceptedOriginal> ThatMadeRevisions(IEnumerable<AcceptedOriginal> originals) =>
        originals
            .GroupBy(original => (original.Id, Revision: original.Revision?.ToString(CultureInfo.InvariantCulture) ?? original.Blob))
            .Select(same => same.MaxBy(original => (original.CollectedAt, original.Batch, original.Blob))!);

    private async Task RecordUploadsAsync(CancellationToken cancellationToken)
    {
        await foreach (var record in journal.UploadsAsync(cancellationToken))
        {
            if (await intake.FindAsync(record.Name, cancellationToken) is not { } newer || newer.At < record.At)
            {
                await intake.RecordAsync(record, cancellationToken);
            }
        }
    }

    private Task<ETag?> HoldAsync(RebuildState state, ETag? over, CancellationToken cancellationToken) =>
        progress.TryStoreAsync(state with { HeldUntil = time.GetUtcNow() + Hold }, over, cancellationToken);

    [LoggerMessage(
        1121,
        LogLevel.Information,
        "Every table is rebuilt from {Replayed} originals; {Unreadable} are not understood any more"
    )]
    private partial void LogRebuilt(int replayed, int unreadable);

    [LoggerMessage(1122, LogLevel.Error, "{Original} is not understood any more and was skipped")]
    private partial void LogUnreadable(string original);

    /// <summary>A batch that was collected, or embargoes that ended where it holds no originals.</summary>
    private sealed record Past(string BatchId, IReadOnlyList<AcceptedOriginal> Originals);
}

using System.Diagnostics;
using Azure;
using Microsoft.Extensions.Logging;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>Builds every table and the index of related news again from <c>accepted</c>, in steps that may be cut short.</summary>
public sealed partial class TableRebuilder
{
    // Longer than any batch takes; a step that died frees the rebuild after so long.
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(3);

    /// <summary>How long what was rebuilt goes over before how far that has come is noted.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(30);

    // Readers see the former state until all is rebuilt in staging tables; only then what differs goes
    // over (RebuiltTable). Progress is one blob under compare-and-swap, so that a function's time limit
    // or a death costs one batch.
    private readonly StorageAccount account;
    private readonly StorageAccount staging;
    private readonly IngestHistory history;
    private readonly IntakeTable intake;
    private readonly RebuildProgress progress;
    private readonly DocumentCache cache;
    private readonly TimeProvider time;
    private readonly ILogger<TableRebuilder> logger;
    private readonly Replay replay;

    public TableRebuilder(
        StorageAccount account,
        IngestHistory history,
        Replay replay,
        RebuildProgress progress,
        DocumentCache cache,
        TimeProvider time,
        ILogger<TableRebuilder> logger
    )
    {
        (this.account, this.history, this.replay, this.progress) = (account, history, replay, progress);
        (this.cache, this.time, this.logger) = (cache, time, logger);
        staging = account.StagingTables();
        intake = new IntakeTable(staging);
    }

    /// <summary>Marks that the tables are to be rebuilt, where they are not being rebuilt yet; two calls.</summary>
    public async Task<RebuildReport> BeginAsync(CancellationToken cancellationToken)
    {
        var state = Beginning(time.GetUtcNow());
        if (await progress.FindAsync(cancellationToken) is { } found)
        {
            state = found.State;
        }
        else
        {
            // Where another request was faster, the rebuild is its own.
            await progress.TryStoreAsync(state, null, cancellationToken);
        }

        return RebuildReport.Of(state);
    }

    /// <summary>
    /// Begins a rebuild or goes on with the one under way, for <paramref name="budget"/> and the batch in which that runs out.
    /// </summary>
    /// <returns>Null where another request is at it.</returns>
    public async Task<RebuildReport?> StepAsync(TimeSpan budget, CancellationToken cancellationToken) =>
        await StepAsync(await progress.FindAsync(cancellationToken), budget, cancellationToken);

    /// <summary>As <see cref="StepAsync(TimeSpan, CancellationToken)"/>, and begins none.</summary>
    /// <returns>Null where none is under way or another request is at it.</returns>
    public async Task<RebuildReport?> ResumeAsync(TimeSpan budget, CancellationToken cancellationToken) =>
        await progress.FindAsync(cancellationToken) is { } found ? await StepAsync(found, budget, cancellationToken) : null;

    private async Task<RebuildReport?> StepAsync(StoredRebuild? found, TimeSpan budget, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.StartNew();
        var state = found?.State ?? Beginning(time.GetUtcNow());
        if (state.HeldUntil > time.GetUtcNow() || await HoldAsync(state, found?.Version, cancellationToken) is not { } version)
        {
            return null;
        }

        var past = await history.ReadAsync(cancellationToken);
        // What comes in behind tables that went over already would be missing from them.
        state = state is not { TakenOver: 0, Partition: "" } && IsBehind(state, past) ? Beginning(state.StartedAt) : state;
        state = await ClearedAsync(state, cancellationToken);
        var left = past.Where(one => IsLeft(state, one)).ToList();
        var at = 0;
        for (; at < left.Count && (at == 0 || begun.Elapsed < budget); at++)
        {
            state = await ReplayAsync(left[at], state, cancellationToken) with { Left = left.Skip(at + 1).Sum(one => one.Originals.Count) };
            // Held again after each batch: whoever lost it (null) stops at once, and another process
            // goes on from what was stored.
            if (await HoldAsync(state, version, cancellationToken) is not { } next)
            {
                return null;
            }

            version = next;
        }

        // A run that had begun before the rebuild may have accepted something since: behind what was done again, or before it.
        past = at == left.Count ? await history.ReadAsync(cancellationToken) : past;
        if (Unreplayed(state, past) is { } unfinished)
        {
            state = unfinished;
        }
        else
        {
            (state, version) = await CutOverAsync(state, version, () => begun.Elapsed >= budget, cancellationToken);
            if (state.TakenOver == Names.Rebuildable.Count)
            {
                return await EndAsync(state, cancellationToken);
            }
        }

        await progress.TryStoreAsync(state with { HeldUntil = default }, version, cancellationToken);
        return RebuildReport.Of(state);
    }

    /// <returns>Null where all is done again.</returns>
    private static RebuildState? Unreplayed(RebuildState state, IReadOnlyList<PastBatch> past)
    {
        var all = past.Sum(one => one.Originals.Count);
        return IsBehind(state, past) ? state with { Left = past.Where(one => IsLeft(state, one)).Sum(one => one.Originals.Count) }
            : all != state.Replayed ? Beginning(state.StartedAt) with { Left = all }
            : null;
    }

    private static bool IsLeft(RebuildState state, PastBatch batch) => string.CompareOrdinal(batch.BatchId, state.After) > 0;

    private static bool IsBehind(RebuildState state, IReadOnlyList<PastBatch> past) => past.Any(one => IsLeft(state, one));

    private async Task<RebuildState> ClearedAsync(RebuildState state, CancellationToken cancellationToken)
    {
        if (!state.Cleared)
        {
            await staging.ClearAsync(cancellationToken);
        }

        return state with
        {
            Cleared = true,
        };
    }

    private static RebuildState Beginning(DateTimeOffset at) => new(false, "", 0, 0, default) { StartedAt = at };

    /// <summary>Lets readers see what was rebuilt, table by table.</summary>
    private async Task<(RebuildState State, ETag Version)> CutOverAsync(
        RebuildState state,
        ETag version,
        Func<bool> isTimeUp,
        CancellationToken cancellationToken
    )
    {
        // Before the first table only. Tables that were lost altogether are made here.
        if (state is { TakenOver: 0, Partition: "" })
        {
            await history.RecordUploadsAsync(intake, cancellationToken);
            await account.CreateAsync(cancellationToken);
        }

        while (state.TakenOver < Names.Rebuildable.Count)
        {
            var name = Names.Rebuildable[state.TakenOver];
            var sliceBegun = Stopwatch.GetTimestamp();
            var reached = await new RebuiltTable(name, staging.Table(name), account.Table(name)).CutOverAsync(
                state.Partition,
                // With originals that are no longer understood, rows that only they could make must
                // stay.
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
        var report = RebuildReport.Of(state, isDone: true);
        await progress.EndAsync(report, cancellationToken);
        cache.Expire();
        LogRebuilt(state.Replayed, state.Unreadable);
        return report;
    }

    private async Task<RebuildState> ReplayAsync(PastBatch past, RebuildState state, CancellationToken cancellationToken)
    {
        if (past.Originals.Count == 0)
        {
            await replay.ReleaseAsync(BatchId.TimeOf(past.BatchId), cancellationToken);
            return state with { After = past.BatchId };
        }

        var unreadable = await replay.CollectAsync(past.Originals, cancellationToken);
        foreach (var original in unreadable)
        {
            LogUnreadable(original.Blob);
        }

        return state with
        {
            After = past.BatchId,
            Replayed = state.Replayed + past.Originals.Count,
            Unreadable = state.Unreadable + unreadable.Count,
        };
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
}

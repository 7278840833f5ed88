using Microsoft.Extensions.Logging;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>Where re-tagging has come to in the archive, and for which version of the tagger.</summary>
public sealed partial class RetagPosition(CurrentTagger tagger, RetagTable progress, TimeProvider time, ILogger<RetagPosition> logger)
{
    /// <summary>The position of the tagger's version, at the beginning where that is new.</summary>
    /// <returns>Null while the vocabularies in storage cannot be used.</returns>
    public async Task<RetagProgress?> FindAsync(CancellationToken cancellationToken)
    {
        var isCurrent = await tagger.RefreshAsync(cancellationToken);
        var state = await progress.FindAsync(cancellationToken);
        if (isCurrent)
        {
            return await CurrentAsync(state, cancellationToken);
        }

        await BeginAgainAsync(state, cancellationToken);
        return null;
    }

    /// <summary>Moves on, to the end where no more follows.</summary>
    public async Task<RetagProgress> MoveAsync(RetagProgress state, string? next, CancellationToken cancellationToken)
    {
        var moved = await progress.WriteAsync(state with { Cursor = next, IsDone = next is null }, cancellationToken);
        if (moved.IsDone)
        {
            LogDone(moved.Version);
        }

        return moved;
    }

    /// <summary>
    /// Instances may tag by different vocabularies until these are corrected: then all is looked at once more.
    /// </summary>
    private async Task BeginAgainAsync(RetagProgress? state, CancellationToken cancellationToken)
    {
        // While vocabularies cannot be used, this instance tags by older ones than others may: what is
        // read now is read again once they are mended.
        if (state is { IsDone: true })
        {
            await progress.WriteAsync(
                state with
                {
                    Pass = state.Pass + 1,
                    Since = time.GetUtcNow(),
                    Cursor = null,
                    IsDone = false,
                },
                cancellationToken
            );
        }
    }

    /// <summary>The progress of the tagger's version, begun where there is none.</summary>
    private async Task<RetagProgress> CurrentAsync(RetagProgress? state, CancellationToken cancellationToken)
    {
        if (state is not null && state.Version == tagger.Version)
        {
            return state;
        }

        var begun = await progress.WriteAsync(
            new RetagProgress(tagger.Version, (state?.Pass ?? 0) + 1, time.GetUtcNow(), null, false, state?.ETag ?? default),
            cancellationToken
        );
        LogBegun(tagger.Version);
        return begun;
    }

    [LoggerMessage(1111, LogLevel.Information, "The archive is to be tagged by version {Version}")]
    private partial void LogBegun(string version);

    [LoggerMessage(1112, LogLevel.Information, "The archive is tagged by version {Version}")]
    private partial void LogDone(string version);
}

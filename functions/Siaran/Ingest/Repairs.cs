using Microsoft.Extensions.Logging;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>Repairs releases and closed pages of which a row cannot be read: some in each run of the timer, each by itself.</summary>
public sealed partial class Repairs(
    DamagedRows damaged,
    ReleaseTable releases,
    ReleaseRestorer restorer,
    PageRestorer pages,
    Publisher publisher,
    TimeProvider time,
    ILogger<Repairs> logger
)
{
    /// <summary>How long a damaged row may wait.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private const int MostInOneRun = 20;

    private DateTimeOffset? lookedAt;

    /// <summary>One query every five minutes where nothing is damaged.</summary>
    /// <returns>The feeds that changed.</returns>
    public async Task<IReadOnlySet<FeedKey>> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var changed = new HashSet<FeedKey>();
        if (lookedAt is { } last && now - last < Interval && now >= last)
        {
            return changed;
        }

        var found = await damaged.ReadAsync(MostInOneRun, cancellationToken);
        // Releases come first: pages are made of them.
        foreach (var damage in found)
        {
            try
            {
                changed.UnionWith(await RepairAsync(damage, cancellationToken));
                // Forgotten even where it is lost, which the log says: the same release would be tried
                // every five minutes for ever.
                await damaged.RemoveAsync(damage, cancellationToken);
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                LogFailed(ex, damage);
            }
        }

        // There may be more: look again in the next run.
        lookedAt = found.Count == MostInOneRun ? null : now;
        return changed;
    }

    private async Task<IReadOnlySet<FeedKey>> RepairAsync(Damage damage, CancellationToken cancellationToken)
    {
        if (damage is Damage.OfPage page)
        {
            await pages.RestoreAsync(page.Key, page.Page, cancellationToken);
            return new HashSet<FeedKey> { page.Key };
        }

        var id = ((Damage.OfRelease)damage).Id;
        if (await FindOrRestoreAsync(id, cancellationToken) is not { } stored)
        {
            LogLost(id);
            return new HashSet<FeedKey>();
        }

        if (!await restorer.RestoreOlderAsync(stored, cancellationToken))
        {
            LogLost(id);
        }

        var changed = await publisher.RepairAsync(stored, cancellationToken);
        LogRepaired(id, changed.Count);
        return changed;
    }

    private async Task<StoredRelease?> FindOrRestoreAsync(ReleaseId id, CancellationToken cancellationToken)
    {
        try
        {
            return await releases.FindAsync(id, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return await restorer.RestoreAsync(id, cancellationToken);
        }
    }

    [LoggerMessage(1009, LogLevel.Warning, "The damaged release {Id} is repaired; {Feeds} feeds changed")]
    private partial void LogRepaired(ReleaseId id, int feeds);

    [LoggerMessage(1010, LogLevel.Error, "The damaged release {Id} cannot be repaired from its originals; rebuild the tables")]
    private partial void LogLost(ReleaseId id);

    [LoggerMessage(1011, LogLevel.Error, "What is damaged could not be repaired, and is tried again: {Damage}")]
    private partial void LogFailed(Exception ex, Damage damage);
}

using Microsoft.Extensions.Logging.Abstractions;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Tests.Related;

/// <summary>A indexer with its storage in memory, an archive and a clock that tests set.</summary>
internal sealed class RelatedWorld : TimeProvider, IReleaseArchive
{
    private readonly SortedDictionary<ReleaseId, TaggedRelease> archive = [];

    public RelatedWorld()
    {
        Index = new(this);
        Indexer = Another();
    }

    public DateTimeOffset Now { get; set; } = Some.Time.AddDays(30);

    public InMemoryIndexStore Index { get; }

    public InMemoryRelatedStore Rows { get; } = new();

    public RelatedIndexer Indexer { get; }

    public RelatedList this[TaggedRelease release] => Rows[release.Release.Id];

    /// <summary>A second instance on the same storage.</summary>
    public RelatedIndexer Another() => new(Index, Rows, this, this, NullLogger<RelatedIndexer>.Instance);

    public Task<RelatingReport> RelateAsync(params TaggedRelease[] batch) => RelateAsync(Indexer, batch);

    public Task<RelatingReport> RelateAsync(RelatedIndexer indexer, params TaggedRelease[] batch)
    {
        foreach (var release in batch)
        {
            archive[release.Release.Id] = release;
        }

        return indexer.RelateAsync(batch, default);
    }

    /// <summary>From now on calls to storage kill the process now and then.</summary>
    public void DieAtRandom(Random chance, double share)
    {
        void Die()
        {
            if (chance.NextDouble() < share)
            {
                throw new ProcessDeathException();
            }
        }

        (Index.BeforeEach, Rows.BeforeEach) = (_ => Die(), _ => Die());
    }

    public void LiveOn() => (Index.BeforeEach, Rows.BeforeEach) = (null, null);

    /// <summary>A new process relates the batch and does the housekeeping; false where it died.</summary>
    public async Task<bool> SurvivesAsync(params TaggedRelease[] batch)
    {
        try
        {
            var indexer = Another();
            await RelateAsync(indexer, batch);
            await indexer.MaintainAsync(default);
            return true;
        }
        catch (ProcessDeathException)
        {
            return false;
        }
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public Task<IReadOnlyList<TaggedRelease>> NewerAsync(
        IReadOnlyCollection<TaggedRelease> releases,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<TaggedRelease>>([
            .. releases
                .Select(r => archive.GetValueOrDefault(r.Release.Id, r))
                .Where(now => releases.Any(r => r.Release.Id == now.Release.Id && now.Edition > r.Edition)),
        ]);

    public Task<ArchivePage> ReadAsync(string? cursor, CancellationToken cancellationToken)
    {
        var page = archive.Values.Where(r => cursor is null || string.CompareOrdinal(r.Release.Id.ToString(), cursor) > 0).Take(7).ToList();
        return Task.FromResult(new ArchivePage(page, page.Count == 7 ? page[^1].Release.Id.ToString() : null));
    }
}

/// <summary>Stands for a process that is killed.</summary>
internal sealed class ProcessDeathException : Exception;

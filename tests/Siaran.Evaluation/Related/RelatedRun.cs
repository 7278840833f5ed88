using Microsoft.Extensions.Logging.Abstractions;
using Siaran.Related;
using Siaran.Related.Index;
using Siaran.Tags;
using Siaran.Tests.Related;

namespace Siaran.Evaluation.Related;

/// <summary>Collects releases through the whole of relating, on storage in memory.</summary>
internal sealed class RelatedRun : IReleaseArchive
{
    private readonly RelatedIndexer indexer;

    public RelatedRun(RankingOptions? ranking = null)
    {
        indexer = new(
            new RelatedIndex(Index, TimeProvider.System),
            Rows,
            this,
            TimeProvider.System,
            NullLogger<RelatedIndexer>.Instance,
            ranking ?? RankingOptions.Default
        );
    }

    public InMemoryIndexStore Index { get; } = new();

    public InMemoryRelatedStore Rows { get; } = new();

    public static RelatedRun Collect(IEnumerable<TaggedRelease> releases, int batch, RankingOptions? ranking = null)
    {
        var run = new RelatedRun(ranking);
        run.Add(releases, batch);
        return run;
    }

    public void Add(IEnumerable<TaggedRelease> releases, int batch)
    {
        foreach (var part in releases.Chunk(batch))
        {
            indexer.RelateAsync(part, default).GetAwaiter().GetResult();
            indexer.MaintainAsync(default).GetAwaiter().GetResult();
        }
    }

    public Task<ArchivePage> ReadAsync(string? cursor, CancellationToken cancellationToken) => Task.FromResult(new ArchivePage([], null));

    public Task<IReadOnlyList<TaggedRelease>> NewerAsync(
        IReadOnlyCollection<TaggedRelease> releases,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<TaggedRelease>>([]);
}

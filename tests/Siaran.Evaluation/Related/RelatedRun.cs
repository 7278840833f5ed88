using Microsoft.Extensions.Logging.Abstractions;
using Siaran.Related;
using Siaran.Tagging;
using Siaran.Tests.Related;

namespace Siaran.Evaluation.Related;

/// <summary>Collects releases through the whole of relating, on storage in memory.</summary>
internal sealed class RelatedRun : IReleaseArchive
{
    private readonly Relater relater;

    public RelatedRun(Signals? signals = null)
    {
        this.relater = new(Index, Rows, this, TimeProvider.System, NullLogger<Relater>.Instance, signals ?? Signals.Default);
    }

    public InMemoryIndexStore Index { get; } = new();

    public InMemoryRelatedStore Rows { get; } = new();

    public static RelatedRun Collect(IEnumerable<TaggedRelease> releases, int batch, Signals? signals = null)
    {
        var run = new RelatedRun(signals);
        run.Add(releases, batch);
        return run;
    }

    public void Add(IEnumerable<TaggedRelease> releases, int batch)
    {
        foreach (var part in releases.Chunk(batch))
        {
            this.relater.RelateAsync(part, default).GetAwaiter().GetResult();
            this.relater.MaintainAsync(default).GetAwaiter().GetResult();
        }
    }

    public Task<ArchivePage> ReadAsync(string? cursor, CancellationToken cancellationToken) => Task.FromResult(new ArchivePage([], null));

    public Task<IReadOnlyList<TaggedRelease>> NewerAsync(IReadOnlyCollection<TaggedRelease> releases, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TaggedRelease>>([]);
}

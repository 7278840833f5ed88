using Siaran.Listings;
using Siaran.Tags;

namespace Siaran.Tests.Feeds;

/// <summary>Releases under an embargo, in memory, as long as no run has published them.</summary>
internal sealed class FakeDueReleases : IDueReleases
{
    public List<TaggedRelease> Waiting { get; } = [];

    public Task<IReadOnlyList<TaggedRelease>> ReadDueAsync(DateTimeOffset until, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TaggedRelease>>([
            .. Waiting.Where(tagged => tagged.Release.PublishAt <= until).OrderBy(tagged => tagged.Release.PublishAt).Take(limit),
        ]);
}

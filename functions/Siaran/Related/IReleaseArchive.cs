using Siaran.Tags;

namespace Siaran.Related;

/// <summary>Some of all releases there are.</summary>
/// <param name="Releases">In their current revision.</param>
/// <param name="Next">Where the next page starts; null where this is the last.</param>
public sealed record ArchivePage(IReadOnlyList<TaggedRelease> Releases, string? Next);

/// <summary>All releases there are, for building the index again.</summary>
public interface IReleaseArchive
{
    /// <summary>
    /// A page of some tens or hundreds of releases, always in the same order, from <paramref name="cursor"/> on (null: from the start).
    /// </summary>
    Task<ArchivePage> ReadAsync(string? cursor, CancellationToken cancellationToken);

    /// <summary>
    /// Those of the releases given that are there in a later edition, as they are now; one point read for each of the rest.
    /// </summary>
    Task<IReadOnlyList<TaggedRelease>> NewerAsync(IReadOnlyCollection<TaggedRelease> releases, CancellationToken cancellationToken);
}

using Siaran.Tags;

namespace Siaran.Listings;

/// <summary>Releases under an embargo, as stored.</summary>
public interface IDueReleases
{
    /// <summary>
    /// Those that no run has published yet and whose embargo ends at <paramref name="until"/> or before, soonest first. One query, and a
    /// point read for each.
    /// </summary>
    /// <param name="until">May lie ahead: the gate is the caller's to ask.</param>
    /// <param name="limit">At least 1; those that end later are left out.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<TaggedRelease>> ReadDueAsync(DateTimeOffset until, int limit, CancellationToken cancellationToken);
}

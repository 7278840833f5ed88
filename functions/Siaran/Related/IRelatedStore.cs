using Siaran.Releases;

namespace Siaran.Related;

/// <summary>A stored list.</summary>
/// <param name="List">What readers get.</param>
/// <param name="Version">What the store knows it by, such as an ETag; null where it has yet to be stored.</param>
public sealed record RelatedRow(RelatedList List, string? Version);

/// <summary>The table of related lists: one row a release, read by its id.</summary>
public interface IRelatedStore
{
    /// <summary>One point read for each id, several at once. Ids without a row are absent from the answer.</summary>
    Task<IReadOnlyDictionary<ReleaseId, RelatedRow>> ReadAsync(IReadOnlyCollection<ReleaseId> ids, CancellationToken cancellationToken);

    /// <summary>
    /// One write for each row, on condition that the stored row still has <see cref="RelatedRow.Version"/> (null: that there is none).
    /// Answers the ids of those refused, which another instance changed since they were read.
    /// </summary>
    Task<IReadOnlyCollection<ReleaseId>> WriteAsync(IReadOnlyCollection<RelatedRow> rows, CancellationToken cancellationToken);

    /// <summary>Deletes the list of a release that there is no more; one call.</summary>
    Task DeleteAsync(ReleaseId id, CancellationToken cancellationToken);
}

using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Ingest;

/// <summary>A revision is or was taken back, here or by another instance, and its upload makes none any more.</summary>
/// <param name="id">The release.</param>
/// <param name="made">The revision; null where it was not made here.</param>
public sealed class TakenBackException(ReleaseId id, TaggedRelease? made)
    : Exception($"The upload made a revision of {id} that was taken back.")
{
    public ReleaseId Id => id;

    public TaggedRelease? Made => made;
}

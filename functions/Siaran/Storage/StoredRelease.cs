using Azure;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Storage;

/// <summary>The current revision of a release as stored, with what storage itself must remember of it.</summary>
/// <param name="Tagged">The release and what was understood of it.</param>
/// <param name="Original">The blob in <c>accepted</c> that holds the upload as it came.</param>
/// <param name="FeedKeys">Every feed that has listed this release or is about to: none while it is under an embargo.</param>
/// <param name="ETag">Refuses a write over a newer revision.</param>
/// <param name="WrittenAt">When it was last written, UTC.</param>
public sealed record StoredRelease(
    TaggedRelease Tagged,
    string Original,
    IReadOnlyList<FeedKey> FeedKeys,
    ETag ETag,
    DateTimeOffset WrittenAt
)
{
    public Release Release => Tagged.Release;

    /// <summary>
    /// The <see cref="IncomingUpload.VersionName"/> of the very upload that made this revision; empty where it was not noted.
    /// </summary>
    public string UploadVersion { get; init; } = "";

    /// <summary>The <see cref="BatchId"/> of the batch that makes it. Not stored with it but with the decision on its upload.</summary>
    public string Batch { get; init; } = "";

    /// <summary>
    /// Whether it may have been there before and taken back, so that translations wait for its return. Not stored: only known while its
    /// first revision is made.
    /// </summary>
    public bool MayBeBack { get; init; }
}

/// <summary>A revision that is no longer current.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Tagged">Null where it is damaged or lost.</param>
public sealed record OlderRevision(int Number, TaggedRelease? Tagged);

/// <summary>An address that belongs to a release for good.</summary>
/// <param name="Slug">The address.</param>
/// <param name="IsNew">Whether it did not belong to it before, as it does where its first revision was taken back.</param>
public sealed record ClaimedSlug(string Slug, bool IsNew);

/// <summary>Some of all releases there are.</summary>
/// <param name="Releases">In their current revision.</param>
/// <param name="Next">Where the next page starts; null where this is the last.</param>
public sealed record StoredPage(IReadOnlyList<StoredRelease> Releases, string? Next);

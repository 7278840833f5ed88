using Siaran.Intake;
using Siaran.Listings;
using Siaran.Tags;

namespace Siaran.Ingest;

/// <summary>The outcome of one upload.</summary>
/// <param name="Upload">The blob's name in <c>incoming</c>.</param>
/// <param name="Outcome">What was done with it.</param>
/// <param name="Release">The release that it made or spoke of, without a body that is too long for a listing.</param>
/// <param name="Report">The report for its editor.</param>
public sealed record IngestResult(string Upload, CollectOutcome Outcome, TaggedRelease? Release, IntakeReport Report);

public enum CollectOutcome
{
    Created,
    Revised,

    /// <summary>It says what is known already.</summary>
    Unchanged,

    /// <summary>Kept in <c>rejected</c> with the report.</summary>
    Rejected,

    /// <summary>Perhaps misread; kept in <c>doubtful</c> with the report until an editor confirms it.</summary>
    Doubtful,

    /// <summary>The uploader had seen an older revision than the current one (<c>If-Match</c>); kept in <c>rejected</c>.</summary>
    Stale,

    /// <summary>A fault of ours; it stays in <c>incoming</c> and is tried again.</summary>
    Failed,

    /// <summary>Its turn has not come within the uploader's patience; it lies in <c>incoming</c> and is taken all the same.</summary>
    Queued,
}

/// <summary>What one run did.</summary>
/// <param name="Uploads">In the order in which they came.</param>
/// <param name="Released">Releases whose embargo ended.</param>
/// <param name="ChangedFeeds">The feeds that now read otherwise.</param>
public sealed record CollectRun(
    IReadOnlyList<IngestResult> Uploads,
    IReadOnlyList<TaggedRelease> Released,
    IReadOnlySet<FeedKey> ChangedFeeds
);

namespace Siaran.Releases;

/// <summary>One revision of a release. All times are UTC in whole seconds.</summary>
public sealed record Release
{
    public required ReleaseId Id { get; init; }

    /// <summary>
    /// The last part of its address, fixed by the first revision: the headline's slug and one of <see cref="ReleaseId.Suffixes"/>.
    /// </summary>
    public required string Slug { get; init; }

    /// <summary>The addresses that a first revision may take, the one it asks for first.</summary>
    public IEnumerable<string> Slugs()
    {
        // The longest that fits: where an id's digits repeat, a shorter one ends the slug as well.
        var suffix = Id.Suffixes().Last(digits => Slug.EndsWith(digits, StringComparison.Ordinal));
        var stem = Slug[..^suffix.Length];
        return Id.Suffixes().SkipWhile(digits => digits != suffix).Select(digits => stem + digits);
    }

    /// <summary>From 1.</summary>
    public required int Revision { get; init; }

    public RevisionKind RevisionKind { get; init; } = RevisionKind.Major;

    public string? ChangeNote { get; init; }

    public ReleaseStatus Status { get; init; }

    public string? WithdrawnReason { get; init; }

    /// <summary>The release that takes its place since it was withdrawn: its address leads there while that one is public.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public ReleaseId? Successor { get; init; }

    /// <summary>When it may first be seen, and its place among others.</summary>
    public required DateTimeOffset PublishAt { get; init; }

    /// <summary>The time of the last major revision or the withdrawal; at first, <see cref="PublishAt"/>.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the upload that made this revision came in.</summary>
    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>The blob name, within <c>incoming</c>, that made this revision.</summary>
    public required string UploadName { get; init; }

    /// <summary>Whether some revision was ever open to the public. Decides if a withdrawal leaves a trace.</summary>
    public bool EverShown { get; init; }

    /// <summary>
    /// Id of the office that it belongs to, which alone may change it; null where offices were not kept apart when it came.
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Office { get; init; }

    public required ReleaseContent Content { get; init; }

    /// <summary>Equal to the next upload's when that upload changes nothing.</summary>
    public required Fingerprint Fingerprint { get; init; }
}

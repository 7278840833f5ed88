namespace Siaran.Releases;

/// <summary>What one upload asks for: the content as read, and the editor's instructions.</summary>
public sealed record Submission
{
    /// <summary>The front matter's <c>id</c>: a UUID or any text of the editor's own.</summary>
    public string? EditorKey { get; init; }

    /// <summary>Null only where the upload brings no text: it withdraws a release by its id, or gives it other tags.</summary>
    public ReleaseContent? Content { get; init; }

    /// <summary>UTC. Ahead of now it is an embargo.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Null where the editor did not say.</summary>
    public RevisionKind? Revision { get; init; }

    public string? ChangeNote { get; init; }

    /// <summary>Null where the editor did not say; then it is published.</summary>
    public ReleaseStatus? Status { get; init; }

    public string? WithdrawnReason { get; init; }

    /// <summary>What the editor says of the tags, where the upload brings nothing else; null where it does.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The release that takes a withdrawn one's place, as the editor names it: by its UUID or the editor's own id.</summary>
    // Left out where it is not said, so that fingerprints of all other uploads stay what they are.
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Successor { get; init; }
}

public enum ReleaseStatus
{
    Published,
    Withdrawn,
}

public enum RevisionKind
{
    /// <summary>A typo mended: the entry keeps its place and dates.</summary>
    Minor,

    /// <summary>News in itself: <c>updated</c> moves and the change note is shown.</summary>
    Major,
}

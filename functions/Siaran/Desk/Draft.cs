using Siaran.Intake;
using Siaran.Releases;

namespace Siaran.Desk;

/// <summary>A release as it is being written: what the desk's fields hold. It is sent as Markdown with front matter.</summary>
public sealed record Draft
{
    public string Headline { get; init; } = "";

    public string Label { get; init; } = "";

    public string Agency { get; init; } = "";

    public string Place { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>Markdown without the headline.</summary>
    public string Body { get; init; } = "";

    /// <summary>As the editor writes them: names, and <c>-name</c> for those that were inferred and are not wanted.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The files that go with it.</summary>
    public IReadOnlyList<DraftFile> Files { get; init; } = [];

    /// <summary>What intake said of the file that it was read from.</summary>
    public IReadOnlyList<Finding> SourceFindings { get; init; } = [];

    /// <summary>What the original says and no field shows; goes along as it is.</summary>
    public DraftRest Rest { get; init; } = new();

    /// <summary>The release that it corrects; null for a new one.</summary>
    public ReleaseId? Target { get; init; }

    /// <summary>The revision of that release which its writer has seen.</summary>
    public int? Seen { get; init; }

    /// <summary>Releases that seem to say the same, and which its writer says are others.</summary>
    public IReadOnlyList<ReleaseId> Others { get; init; } = [];

    /// <summary>Whether readers hear of the correction.</summary>
    public RevisionKind Kind { get; init; } = RevisionKind.Minor;

    public string ChangeNote { get; init; } = "";

    /// <summary>When it is to come out; null for at once.</summary>
    public DateTimeOffset? PublishAt { get; init; }
}

/// <summary>A picture or PDF of a draft.</summary>
/// <param name="Name">As it is stored and as the text names it: a hash and an extension.</param>
/// <param name="FileName">As its editor calls it.</param>
/// <param name="MediaType">By its content.</param>
/// <param name="Alt">What it shows; empty for a document.</param>
public sealed record DraftFile(string Name, string FileName, string MediaType, string Alt)
{
    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);
}

/// <summary>Keys of front matter that are seldom needed; a key without a field goes along as it is.</summary>
public sealed record DraftRest
{
    public string? Language { get; init; }

    public string? Image { get; init; }

    public string? ImageAlt { get; init; }

    public string? CanonicalUrl { get; init; }

    public string? Licence { get; init; }

    /// <summary>True for <c>related: none</c>.</summary>
    public bool RelatedNone { get; init; }

    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>The release that it translates: lost, it could be public before that.</summary>
    public string? TranslationOf { get; init; }

    /// <summary>The <c>id</c> that a document gives its release: without it, the release would come out a second time.</summary>
    public string? EditorKey { get; init; }
}

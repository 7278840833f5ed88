using Siaran.Intake.Documents;
using Siaran.Releases;

namespace Siaran.Intake;

/// <summary>What the front matter gives; null or empty where it does not say. Times are UTC.</summary>
internal sealed record FrontMatter
{
    public static FrontMatter None { get; } = new();

    /// <summary>The keys, exactly as they are written.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "id",
        "title",
        "summary",
        "agency",
        "label",
        "language",
        "place",
        "publishAt",
        "updatedAt",
        "revision",
        "changeNote",
        "status",
        "withdrawnReason",
        "successor",
        "tags",
        "related",
        "translationOf",
        "image",
        "imageAlt",
        "canonicalUrl",
        "licence",
        "reading",
        "confirmed",
    ];

    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Summary { get; init; }

    public string? Agency { get; init; }

    public string? Label { get; init; }

    public string? Language { get; init; }

    public string? Place { get; init; }

    public DateTimeOffset? PublishAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public RevisionKind? Revision { get; init; }

    public string? ChangeNote { get; init; }

    public ReleaseStatus? Status { get; init; }

    public string? WithdrawnReason { get; init; }

    /// <summary>As written: the id of the release that takes a withdrawn one's place.</summary>
    public string? Successor { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether it has the key of <see cref="Tags"/>, be it with nothing in it.</summary>
    public bool SaysTags { get; init; }

    /// <summary>Whether it asks, without a text, for other tags and nothing else.</summary>
    public bool IsOfTagsAlone => this is { Id: not null, SaysTags: true, Revision: RevisionKind.Minor, Status: null };

    public EditorRelated Related { get; init; } = EditorRelated.Unsaid;

    /// <summary>The release that it translates, as written.</summary>
    public string? TranslationOf { get; init; }

    /// <summary>As written: absolute, or relative to the document's address.</summary>
    public string? Image { get; init; }

    public string? ImageAlt { get; init; }

    public Uri? CanonicalUrl { get; init; }

    public string? Licence { get; init; }

    /// <summary>Which text a document with tracked changes means.</summary>
    public TrackedReading? Reading { get; init; }

    /// <summary>
    /// What its keys say, as written, unknown ones too; without those whose values are names that may be any word: an embargo or a draft
    /// may
    /// be said in any of them.
    /// </summary>
    public IReadOnlyList<string> Said { get; init; } = [];

    /// <summary>A <c>date</c> next to <c>publishAt</c>, as written: one that is still to come says another thing.</summary>
    public string? DateBesides { get; init; }

    /// <summary>Whether an editor has seen how the document is read; false asks for that.</summary>
    public bool? IsConfirmed { get; init; }
}

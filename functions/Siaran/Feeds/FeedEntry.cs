using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Feeds;

/// <summary>One release as every format shows it. Texts hold no character that a document may not hold, addresses are absolute.</summary>
public sealed record FeedEntry
{
    public required ReleaseId Id { get; init; }

    /// <summary>From 1; rises with every correction.</summary>
    public required int Revision { get; init; }

    /// <summary>The page of the release.</summary>
    public required Uri Address { get; init; }

    /// <summary>Where it first stood, when that is not here.</summary>
    public Uri? Canonical { get; init; }

    public required string Headline { get; init; }

    /// <summary>Plain text, at most about 300 characters.</summary>
    public required string Summary { get; init; }

    /// <summary>The whole release as HTML; null in a feed of summaries.</summary>
    public string? Html { get; init; }

    /// <summary>The whole release as plain text, one paragraph a line with an empty line between; null in a feed of summaries.</summary>
    public string? Text { get; init; }

    public FeedTerm? Label { get; init; }

    public string? Agency { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>The release that it translates.</summary>
    public ReleaseId? TranslationOf { get; init; }

    public string? Place { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What the last major revision changed.</summary>
    public string? ChangeNote { get; init; }

    /// <summary>An address or a name.</summary>
    public string? Licence { get; init; }

    public FeedImage? Image { get; init; }

    /// <summary>The first picture that is served here and whose measures are known, for lists; it is never a broken one.</summary>
    public Attachment? Picture { get; init; }

    /// <summary>Pictures and documents that came with it, but for <see cref="Image"/>.</summary>
    public IReadOnlyList<FeedAttachment> Attachments { get; init; } = [];

    /// <summary>Tags for the reader's eye: those that others imply are left out.</summary>
    public IReadOnlyList<FeedTerm> Tags { get; init; } = [];
}

/// <summary>A word of a vocabulary.</summary>
/// <param name="Kind">A tag's kind, or <c>label</c>.</param>
/// <param name="Term">Its slug.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Scheme">The address of the vocabulary.</param>
public sealed record FeedTerm(TagKind Kind, string Term, string Title, Uri Scheme)
{
    /// <summary>The tag behind it; null for a label.</summary>
    public Tag? Tag { get; init; }
}

/// <summary>A picture.</summary>
/// <param name="Address">Absolute.</param>
/// <param name="MediaType">Null where it is not known.</param>
/// <param name="Length">In bytes; null where it is not known.</param>
/// <param name="Alt">What it shows.</param>
public sealed record FeedImage(Uri Address, string? MediaType, long? Length, string? Alt);

/// <summary>A picture or document that came with a release.</summary>
/// <param name="Address">Absolute.</param>
/// <param name="MediaType">By its content.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Title">What a picture shows, else the name of the file.</param>
/// <param name="IsPicture">Else a document.</param>
public sealed record FeedAttachment(Uri Address, string MediaType, long Length, string Title, bool IsPicture);

/// <summary>A withdrawn release (RFC 6721).</summary>
public sealed record FeedTombstone(ReleaseId Id, Uri Address, DateTimeOffset WithdrawnAt, string? Reason);

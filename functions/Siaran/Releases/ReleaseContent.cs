namespace Siaran.Releases;

/// <summary>What a release says: all that its readers see of it.</summary>
public sealed record ReleaseContent
{
    public required string Headline { get; init; }

    /// <summary>The editor's own summary; where there is none, <see cref="Lead"/> is used.</summary>
    public string? Summary { get; init; }

    /// <summary>What kind of text it is, as the upload says: <c>Siaran Pers</c>, <c>Advertorial</c>.</summary>
    public string? Label { get; init; }

    /// <summary>The office that issues it, as the upload names it.</summary>
    public string? Agency { get; init; }

    /// <summary>A language tag (BCP 47), lower case.</summary>
    public string Language { get; init; } = "id";

    /// <summary>Where the dateline or the front matter places it.</summary>
    public string? Place { get; init; }

    /// <summary>The outlet that the dateline names in parentheses.</summary>
    public string? Outlet { get; init; }

    /// <summary>The day of the dateline, or of a line of its own above the text; null where neither has one.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? DatelineDay { get; init; }

    /// <summary>
    /// The body as plain text, one paragraph, heading or list item each, without dateline, sign-off or page furniture. Spans of evidence
    /// count in <see cref="BodyText"/>.
    /// </summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>The body as sanitised HTML whose links and images are absolute.</summary>
    public required string BodyHtml { get; init; }

    /// <summary>The first full date in the text, which is when the reported event took place.</summary>
    public DateOnly? EventDate { get; init; }

    /// <summary>Whether the text closed with a sign-off such as <c>(*)</c>.</summary>
    public bool SignedOff { get; init; }

    public ReleaseImage? Image { get; init; }

    /// <summary>Pictures and documents that came with it, in their order; null where none did.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>Where the release first stood, when that is not here.</summary>
    public Uri? CanonicalUrl { get; init; }

    /// <summary>The licence's address or name, as the editor gives it.</summary>
    public string? Licence { get; init; }

    /// <summary>Tags as the editor wrote them; <c>-tag</c> removes an inferred one.</summary>
    public IReadOnlyList<string> EditorTags { get; init; } = [];

    /// <summary>The editor's word on related releases.</summary>
    public EditorRelated Related { get; init; } = EditorRelated.Unsaid;

    /// <summary>The paragraphs separated by one empty line: the text that evidence points into.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string BodyText => string.Join("\n\n", Paragraphs);

    /// <summary>Characters of the body, as plain text and as HTML together: by far most of what a release takes in memory.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public long BodyLength => BodyHtml.Length + Paragraphs.Sum(paragraph => (long)paragraph.Length);

    /// <summary>The summary, or the first paragraph, at most 300 characters, cut at a word.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Lead => Summary ?? Cut(Paragraphs.Count > 0 ? Paragraphs[0] : "", 300);

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        // length − 1 leaves room for the ellipsis.
        var end = text.LastIndexOf(' ', length - 1);
        end = end > 0 ? end : length - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd(' ', ',', ';', ':') + "…";
    }
}

/// <summary>The picture of a release.</summary>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="Alt">What it shows, for those who cannot see it.</param>
public sealed record ReleaseImage(Uri Url, string? Alt)
{
    /// <summary>Where the editor or the storage knows it.</summary>
    public string? MediaType { get; init; }

    /// <summary>In bytes, where the editor or the storage knows it.</summary>
    public long? Length { get; init; }
}

/// <summary>Whether the editor left related releases to Siaran, forbade them, or named some.</summary>
/// <param name="None">True for <c>related: none</c>.</param>
/// <param name="Keys">Ids (UUIDs or editors' keys) or slugs, in the editor's order.</param>
public sealed record EditorRelated(bool None, IReadOnlyList<string> Keys)
{
    /// <summary>What an editor writes for <see cref="Forbidden"/>.</summary>
    public const string NoneKey = "none";

    public static EditorRelated Unsaid { get; } = new(false, []);

    public static EditorRelated Forbidden { get; } = new(true, []);

    public bool Equals(EditorRelated? other) => other is not null && None == other.None && Keys.SequenceEqual(other.Keys);

    public override int GetHashCode() => HashCode.Combine(None, Keys.Count);
}

using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Siaran.Releases;

namespace Siaran.Tags;

/// <summary>A tag's stable name: <c>kind:slug</c>, such as <c>regulation:inpres-2-2021</c>.</summary>
[JsonConverter(typeof(TagIdJsonConverter))]
public readonly record struct TagId(TagKind Kind, string Name)
{
    public static bool TryParse(string? text, out TagId id)
    {
        // Both parts must be slugs as they are: ids go into addresses, feed keys and table keys, where
        // another spelling would be another tag.
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        id = colon > 0 ? new(new TagKind(text![..colon]), text[(colon + 1)..]) : default;
        return colon > 0 && Slug.From(id.Kind.Name) == id.Kind.Name && id.Name.Length > 0 && Slug.From(id.Name) == id.Name;
    }

    public override string ToString() => $"{Kind}:{Name}";
}

internal sealed class TagIdJsonConverter : JsonConverter<TagId>
{
    public override TagId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is var text && TagId.TryParse(text, out var id)
            ? id
            : throw new JsonException($"A tag's id is kind:slug, not {text}.");

    /// <exception cref="JsonException">The id could not be read again: better it fails its own release than every later reader.</exception>
    public override void Write(Utf8JsonWriter writer, TagId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(
            TagId.TryParse(value.ToString(), out _) ? value.ToString() : throw new JsonException($"A tag's id is kind:slug, not {value}.")
        );
}

/// <summary>Something a release is about, and why Siaran says so.</summary>
public sealed record Tag
{
    /// <summary>Characters: no name of an office, a person or a place is longer, and storage takes no title of any length.</summary>
    public const int LongestLabel = 200;

    public required TagId Id { get; init; }

    /// <summary>The name in the release's language, for people.</summary>
    public required string Label { get; init; }

    /// <summary>
    /// The official code in the vocabulary that <see cref="Scheme"/> names, such as <c>52.03</c> or <c>medtop:20000538</c>.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>The vocabulary's address or name.</summary>
    public string? Scheme { get; init; }

    /// <summary>The rule or model that found it, or <c>editor</c>.</summary>
    public required string Source { get; init; }

    /// <summary>From 0 to 1; an editor's tag has 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Where the release says it. Empty for an editor's tag and for those implied by another.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>
    /// True where another tag implies it (a regency's province), so that it serves feeds and look-ups but not the reader's eye.
    /// </summary>
    public bool Implied { get; init; }

    /// <summary>Facts of this kind of tag: a person's <c>office</c> and <c>agency</c>, a regulation's <c>subject</c>.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}

/// <summary>
/// A span of the headline, of <see cref="ReleaseContent.BodyText"/>, or of the agency or the place above it, in UTF-16 code units.
/// </summary>
public sealed record Evidence(EvidenceField Field, int Start, int Length);

[JsonConverter(typeof(JsonStringEnumConverter<EvidenceField>))]
public enum EvidenceField
{
    Headline,
    Body,
    Agency,
    Place,
}

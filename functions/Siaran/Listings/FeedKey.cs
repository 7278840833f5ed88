using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Listings;

/// <summary>What a feed gathers its releases by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeedKind>))]
public enum FeedKind
{
    All,

    /// <summary>The office that issues the release, which is not the offices it speaks of.</summary>
    Agency,

    /// <summary>The region and the places within it.</summary>
    Region,
    Label,
    Language,
    Tag,
}

/// <summary>
/// A feed's stable name: <c>all</c>, <c>agency:slug</c>, <c>region:slug</c>, <c>label:slug</c>, <c>language:code</c> or
/// <c>tag:kind:slug</c>.
/// </summary>
/// <remarks>Its characters are <c>a–z 0–9 - :</c>, so that it can stand in an address and in a table key.</remarks>
[JsonConverter(typeof(FeedKeyJsonConverter))]
public readonly record struct FeedKey : IComparable<FeedKey>
{
    private readonly string? text;

    private FeedKey(FeedKind kind, string text)
    {
        Kind = kind;
        this.text = text;
    }

    /// <summary>The longest a key can be, in characters.</summary>
    public const int MaxLength = 4 + Releases.Slug.MaxLength + 1 + Releases.Slug.MaxLength;

    public static FeedKey All => default;

    public FeedKind Kind { get; }

    /// <summary>What comes after the kind: a slug, a language code, <c>kind:slug</c> of a tag; empty for <see cref="All"/>.</summary>
    public string Name => text is null ? "" : text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The tag that the releases of this feed bear, where it is a feed of a tag or region.</summary>
    public TagId? Tag =>
        Kind switch
        {
            FeedKind.Region => new TagId(TagKind.Region, Name),
            FeedKind.Tag when TagId.TryParse(Name, out var id) => id,
            _ => null,
        };

    /// <summary>The key of the releases that bear a tag. Regions have a kind of their own.</summary>
    // Regions get short addresses, since they are what most readers subscribe to. One tag has one key:
    // TryParse maps the long form to the short one, or two feeds would hold the same.
    public static FeedKey Of(TagId tag) =>
        tag.Kind == TagKind.Region ? new(FeedKind.Region, $"region:{tag.Name}") : new(FeedKind.Tag, $"tag:{tag}");

    /// <summary>
    /// The key for an agency, region, label or language as people write it; null where nothing of the name can stand in a key.
    /// </summary>
    public static FeedKey? From(FeedKind kind, string? name) =>
        kind is FeedKind.All or FeedKind.Tag || Slug.From(name ?? "") is not { Length: > 0 } slug
            ? null
            : new(kind, $"{Prefix(kind)}:{slug}");

    /// <summary>
    /// Reads a key in any case; <c>tag:region:x</c> is read as <c>region:x</c>. Anything else than a well-formed key is refused.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FeedKey key)
    {
        key = default;
        if (text is null || text.Length > MaxLength)
        {
            return false;
        }

        // A key that is not in its canonical form is refused, apart from its case: one feed, one
        // address.
        var lower = text.ToLowerInvariant();
        var colon = lower.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return lower == "all";
        }

        var (prefix, name) = (lower[..colon], lower[(colon + 1)..]);
        if (prefix == "tag")
        {
            var parsed = TagId.TryParse(name, out var tag);
            key = parsed ? Of(tag) : default;
            return parsed;
        }

        var kind = Named.FirstOrDefault(k => Prefix(k) == prefix);
        if (kind is FeedKind.All || name.Length == 0 || Slug.From(name) != name)
        {
            return false;
        }

        key = new(kind, lower);
        return true;
    }

    public int CompareTo(FeedKey other) => string.CompareOrdinal(ToString(), other.ToString());

    public override string ToString() => text ?? "all";

    public static bool operator <(FeedKey left, FeedKey right) => left.CompareTo(right) < 0;

    public static bool operator >(FeedKey left, FeedKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(FeedKey left, FeedKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FeedKey left, FeedKey right) => left.CompareTo(right) >= 0;

    private static FeedKind[] Named => [FeedKind.Agency, FeedKind.Region, FeedKind.Label, FeedKind.Language];

    private static string Prefix(FeedKind kind) =>
        kind switch
        {
            FeedKind.Agency => "agency",
            FeedKind.Region => "region",
            FeedKind.Label => "label",
            FeedKind.Language => "language",
            FeedKind.Tag => "tag",
            _ => "all",
        };
}

internal sealed class FeedKeyJsonConverter : JsonConverter<FeedKey>
{
    public override FeedKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FeedKey.TryParse(reader.GetString(), out var key)
            ? key
            : throw new JsonException("A feed's key is all, agency:…, region:…, label:…, language:… or tag:kind:….");

    public override void Write(Utf8JsonWriter writer, FeedKey value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

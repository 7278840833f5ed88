using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Siaran.Releases;

/// <summary>
/// What names a release for good: a UUID that no new headline, path, host or revision changes, and that is never used again.
/// </summary>
[JsonConverter(typeof(ReleaseIdJsonConverter))]
public readonly record struct ReleaseId(Guid Value) : IComparable<ReleaseId>
{
    /// <summary>The feed entry's guid, <c>urn:uuid:…</c> (RFC 9562 §4).</summary>
    public string Urn => $"urn:uuid:{Value:D}";

    /// <summary>Hexadecimal digits in an id.</summary>
    public const int LongestSuffix = 32;

    private const int ShortestSuffix = 8;

    /// <summary>
    /// What may end the release's address: the first eight hexadecimal digits and, where another release has that address, twelve and more.
    /// </summary>
    public IEnumerable<string> Suffixes()
    {
        var digits = Value.ToString("N");
        // Eight digits are 2^32 addresses for each headline; the loop is for the day when two meet.
        for (var length = ShortestSuffix; length <= LongestSuffix; length += 4)
        {
            yield return digits[..length];
        }
    }

    /// <summary>The first eight hexadecimal digits, which end the release's address as a rule.</summary>
    public string Suffix => Suffixes().First();

    /// <summary>The id of an upload that names itself by <c>id:</c>. A UUID stands for itself; any other text is hashed.</summary>
    public static ReleaseId FromEditorKey(string key) =>
        Guid.TryParse(key, out var uuid) ? new(uuid) : new(NameBasedUuid.Create("key:" + key.Trim()));

    /// <summary>
    /// The id that an office's own text stands for: the same text by another office gives another, so that none learns what others use.
    /// </summary>
    public static ReleaseId FromEditorKey(string key, string office) => new(NameBasedUuid.Create($"key:{office}\n{key.Trim()}"));

    /// <summary>The same of what an office says that another has said.</summary>
    public static ReleaseId FromFingerprint(Fingerprint fingerprint, string office) =>
        new(NameBasedUuid.Create($"text:{office}\n{fingerprint.Value}"));

    /// <summary>The id of an upload that names no id: the same text by the same agency always gives the same one.</summary>
    public static ReleaseId FromFingerprint(Fingerprint fingerprint) => new(NameBasedUuid.Create("text:" + fingerprint.Value));

    /// <summary>Reads a lower- or upper-case UUID with hyphens, with or without <c>urn:uuid:</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReleaseId id)
    {
        const string prefix = "urn:uuid:";
        var span = text.AsSpan();
        if (span.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        {
            span = span[prefix.Length..];
        }

        var parsed = Guid.TryParseExact(span, "D", out var uuid);
        id = new(uuid);
        return parsed;
    }

    public int CompareTo(ReleaseId other) => string.CompareOrdinal(ToString(), other.ToString());

    public override string ToString() => Value.ToString("D");

    public static bool operator <(ReleaseId left, ReleaseId right) => left.CompareTo(right) < 0;

    public static bool operator >(ReleaseId left, ReleaseId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReleaseId left, ReleaseId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReleaseId left, ReleaseId right) => left.CompareTo(right) >= 0;
}

internal sealed class ReleaseIdJsonConverter : JsonConverter<ReleaseId>
{
    public override ReleaseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, ReleaseId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

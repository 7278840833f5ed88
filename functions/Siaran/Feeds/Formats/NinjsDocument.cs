using System.Text.Json;
using System.Text.Json.Serialization;

namespace Siaran.Feeds.Formats;

/// <summary>A feed as IPTC's ninjs 3.1 has it; members are written in the order they have here.</summary>
internal sealed record NinjsDocument
{
    public required string Uri { get; init; }

    public string Type { get; } = "composite";

    public NinjsStandard Standard { get; } = new("ninjs", "3.1", "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json");

    public required string RepresentationType { get; init; }

    public required DateTimeOffset VersionCreated { get; init; }

    public string PubStatus { get; } = "usable";

    public required string Language { get; init; }

    public required string Title { get; init; }

    public required IEnumerable<NinjsAltId> AltIds { get; init; }

    public required IEnumerable<NinjsItem> Associations { get; init; }
}

internal sealed record NinjsStandard(string Name, string Version, string Schema);

/// <summary>A release, or what is left of a withdrawn one.</summary>
internal sealed record NinjsItem
{
    public required string Name { get; init; }

    /// <summary>What it is to the item that it is associated with.</summary>
    public string? Rel { get; init; }

    public required string Uri { get; init; }

    public string? Type { get; init; }

    public string? RepresentationType { get; init; }

    public string? Version { get; init; }

    public DateTimeOffset? ContentCreated { get; init; }

    public required DateTimeOffset VersionCreated { get; init; }

    public required string PubStatus { get; init; }

    public string? Language { get; init; }

    public NinjsText[]? Headlines { get; init; }

    public NinjsText[]? Descriptions { get; init; }

    public NinjsText[]? Bodies { get; init; }

    public string? By { get; init; }

    public string? Located { get; init; }

    public string? EdNote { get; init; }

    public NinjsSource[]? InfoSources { get; init; }

    public NinjsGenre[]? Genres { get; init; }

    /// <summary>Every tag, with its confidence; people, offices and places stand in their own members too.</summary>
    public IEnumerable<NinjsConcept>? Subjects { get; init; }

    public IEnumerable<NinjsConcept>? People { get; init; }

    public IEnumerable<NinjsConcept>? Organisations { get; init; }

    public IEnumerable<NinjsConcept>? Places { get; init; }

    public NinjsRights? RightsInfo { get; init; }

    public string? UsageTerms { get; init; }

    public NinjsRendition[]? Renditions { get; init; }

    public required IEnumerable<NinjsAltId> AltIds { get; init; }

    /// <summary>Pictures and documents that came with a release.</summary>
    public IEnumerable<NinjsItem>? Associations { get; init; }
}

internal sealed record NinjsText(string Role, string ContentType, string Value);

internal sealed record NinjsSource(string Name, string Role);

internal sealed record NinjsGenre(string Name, string Uri, string Literal);

/// <param name="Confidence">In per cent.</param>
internal sealed record NinjsConcept(string Name, string Rel, string Uri, string Literal, string? Creator = null, int? Confidence = null);

internal sealed record NinjsRights(string LinkedRights);

internal sealed record NinjsRendition(string Name, string Href, string? ContentType, string? Title, long? SizeInBytes);

internal sealed record NinjsAltId(string Role, string Value);

[JsonSerializable(typeof(NinjsDocument))]
internal sealed partial class NinjsContext : JsonSerializerContext
{
    public static NinjsContext Instance { get; } = new(JsonDocumentBytes.Options(JsonNamingPolicy.CamelCase));
}

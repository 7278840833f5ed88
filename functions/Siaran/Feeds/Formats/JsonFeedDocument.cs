using System.Text.Json;
using System.Text.Json.Serialization;

namespace Siaran.Feeds.Formats;

/// <summary>A feed as JSON Feed 1.1 has it; members are written in the order they have here.</summary>
internal sealed record JsonFeedDocument
{
    public string Version { get; } = "https://jsonfeed.org/version/1.1";

    public required string Title { get; init; }

    public required string HomePageUrl { get; init; }

    public required string FeedUrl { get; init; }

    public required string Description { get; init; }

    public string? NextUrl { get; init; }

    public required string Language { get; init; }

    public required JsonFeedAuthor[] Authors { get; init; }

    public JsonFeedHub[]? Hubs { get; init; }

    public required IEnumerable<JsonFeedItem> Items { get; init; }

    [JsonPropertyName("_siaran")]
    public required JsonFeedExtension Extension { get; init; }
}

internal sealed record JsonFeedAuthor(string Name, string? Url = null);

internal sealed record JsonFeedHub(string Type, string Url);

internal sealed record JsonFeedItem
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    public string? ExternalUrl { get; init; }

    public required string Title { get; init; }

    public string? ContentHtml { get; init; }

    public string? ContentText { get; init; }

    public required string Summary { get; init; }

    public string? Image { get; init; }

    public required DateTimeOffset DatePublished { get; init; }

    public required DateTimeOffset DateModified { get; init; }

    public required JsonFeedAuthor[] Authors { get; init; }

    public required IEnumerable<string> Tags { get; init; }

    public required string Language { get; init; }

    public JsonFeedAttachment[]? Attachments { get; init; }

    [JsonPropertyName("_siaran")]
    public required JsonFeedItemExtension Extension { get; init; }
}

internal sealed record JsonFeedAttachment(string Url, string MimeType, string? Title, long? SizeInBytes);

/// <summary>What JSON Feed has no member for, of an item.</summary>
/// <param name="About">Where the extension is explained, as JSON Feed asks for.</param>
internal sealed record JsonFeedItemExtension(
    string About,
    int Revision,
    string? Label,
    string? Place,
    string? Licence,
    string? ChangeNote,
    string? TranslationOf
);

/// <summary>What JSON Feed has no member for, of a feed.</summary>
internal sealed record JsonFeedExtension
{
    public required string About { get; init; }

    public required DateTimeOffset DateModified { get; init; }

    public bool? Archive { get; init; }

    public string? CurrentUrl { get; init; }

    public required IEnumerable<JsonFeedTombstone> Expired { get; init; }
}

internal sealed record JsonFeedTombstone(string Id, string Url, bool Expired, DateTimeOffset DateExpired, string? Reason);

[JsonSerializable(typeof(JsonFeedDocument))]
internal sealed partial class JsonFeedContext : JsonSerializerContext
{
    public static JsonFeedContext Instance { get; } = new(JsonDocumentBytes.Options(JsonNamingPolicy.SnakeCaseLower));
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Siaran.Feeds;
using Siaran.Listings;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Tags;

namespace Siaran.Endpoints;

/// <summary>Tags as JSON, for partner portals.</summary>
public sealed class TagJson(Site site)
{
    /// <summary>So many tags of a kind are shown with the kind itself.</summary>
    private const int MostUsed = 10;

    private static readonly string[] Formats = ["rss", "atom", "json"];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public byte[] Kinds(TagDirectory directory) =>
        Bytes(
            new
            {
                Kinds = directory.Kinds.Select(kind => new
                {
                    kind.Kind,
                    Address = site.Address($"tags/{kind.Kind}"),
                    Tags = kind.Tags.Count,
                    MostUsed = kind.Tags.OrderByDescending(tag => tag.Count).ThenBy(tag => tag.Key).Take(MostUsed).Select(Line),
                }),
            }
        );

    public byte[] Kind(TagKind kind) =>
        Bytes(
            new
            {
                kind.Kind,
                Address = site.Address($"tags/{kind.Kind}"),
                Count = kind.Tags.Count,
                Tags = kind.Tags.Select(Line),
            }
        );

    public byte[] Tag(TagView view) =>
        Bytes(
            new
            {
                view.Id,
                view.Id.Kind,
                view.Label,
                view.Code,
                view.Scheme,
                Facts = view.Facts.Count > 0 ? view.Facts : null,
                Address = AddressOf(view.Id),
                Releases = view.Count,
                Feeds = Formats.ToDictionary(format => format, format => site.Address($"feeds/{view.Key}.{format}")),
                Newest = view.Releases.Select(entry => new
                {
                    entry.Id,
                    entry.Address,
                    entry.Headline,
                    entry.Summary,
                    entry.Agency,
                    entry.Language,
                    entry.PublishedAt,
                    entry.UpdatedAt,
                }),
                Related = view.Companions.Select(tag => new
                {
                    tag.Id,
                    tag.Label,
                    tag.Releases,
                    Address = AddressOf(tag.Id),
                }),
            }
        );

    public Uri AddressOf(TagId id) => site.Address($"tags/{id.Kind}/{id.Name}");

    /// <summary>404 with what may have been meant.</summary>
    public static ProblemResult Unknown(string detail, IEnumerable<object> nearest) =>
        ProblemResult.NotFound(detail) with
        {
            Extensions = new Dictionary<string, object> { ["nearest"] = nearest.ToList() },
            Vary = "Accept",
        };

    private static byte[] Bytes<T>(T document) => JsonSerializer.SerializeToUtf8Bytes(document, Options);

    private object Line(ListedKey tag)
    {
        var id = TagName.Of(tag.Key)!.Value;
        return new
        {
            Id = id,
            Label = tag.Title,
            Releases = tag.Count,
            Address = AddressOf(id),
            Feed = site.Address($"feeds/{tag.Key}"),
        };
    }
}

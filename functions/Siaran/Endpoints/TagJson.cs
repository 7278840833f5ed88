using Siaran.Feeds;
using Siaran.Feeds.Formats;
using Siaran.Listings;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Tagging.Topics;
using Siaran.Tags;

namespace Siaran.Endpoints;

/// <summary>Tags as JSON, for partner portals.</summary>
public sealed class TagJson(Site site)
{
    /// <summary>So many tags of a kind are shown with the kind itself.</summary>
    private const int MostUsed = 10;

    public byte[] Kinds(TagDirectory directory) =>
        WebJson.IndentedBytes(
            new
            {
                Kinds = directory.Kinds.Select(kind => new
                {
                    Kind = kind.Kind.Name,
                    Address = site.Address($"tags/{kind.Kind}"),
                    Tags = kind.Tags.Count,
                    MostUsed = kind.Tags.OrderByDescending(tag => tag.Count).ThenBy(tag => tag.Key).Take(MostUsed).Select(Line),
                }),
            }
        );

    public byte[] Kind(TagsOfKind kind) =>
        WebJson.IndentedBytes(
            new
            {
                Kind = kind.Kind.Name,
                Address = site.Address($"tags/{kind.Kind}"),
                Count = kind.Tags.Count,
                Tags = kind.Tags.Select(Line),
            }
        );

    public byte[] Tag(TagView view) =>
        WebJson.IndentedBytes(
            new
            {
                view.Id,
                Kind = view.Id.Kind.Name,
                Label = TopicNames.In(site.Language, view.Id, view.Label),
                Labels = TopicNames.All(view.Id, view.Label),
                view.Code,
                view.Scheme,
                Facts = view.Facts.Count > 0 ? view.Facts : null,
                Address = AddressOf(view.Id),
                Releases = view.Count,
                Feeds = FeedFormats.ForReaders.ToDictionary(
                    format => format.Extension,
                    format => site.Address($"feeds/{view.Key}.{format.Extension}")
                ),
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
                    Label = TopicNames.In(site.Language, tag.Id, tag.Label),
                    Labels = TopicNames.All(tag.Id, tag.Label),
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

    private object Line(ListedKey tag)
    {
        var id = TagName.Of(tag.Key)!.Value;
        return new
        {
            Id = id,
            Label = TopicNames.In(site.Language, id, tag.Title),
            Labels = TopicNames.All(id, tag.Title),
            Releases = tag.Count,
            Address = AddressOf(id),
            Feed = site.Address($"feeds/{tag.Key}"),
        };
    }
}

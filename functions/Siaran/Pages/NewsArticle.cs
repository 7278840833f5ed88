using System.Text.Json;
using System.Text.Json.Nodes;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Pages;

/// <summary>A release as linked data for search engines (schema.org NewsArticle, JSON-LD 1.1).</summary>
public static class NewsArticle
{
    private static readonly Dictionary<TagKind, string> Types = new()
    {
        [TagKind.Agency] = "GovernmentOrganization",
        [TagKind.Person] = "Person",
        [TagKind.Programme] = "GovernmentService",
        [TagKind.Region] = "AdministrativeArea",
        [TagKind.Regulation] = "Legislation",
    };

    /// <summary>
    /// One JSON object in which <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> are escaped, so that it can stand inside a script element.
    /// </summary>
    public static string Of(TaggedRelease tagged, PageView view)
    {
        var release = tagged.Release;
        var content = release.Content;
        var address = view.Site.Address(PageView.ReleasePath(release.Slug)).AbsoluteUri;
        var article = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["@id"] = release.Id.Urn,
            ["url"] = address,
            ["mainEntityOfPage"] = content.CanonicalUrl?.AbsoluteUri ?? address,
            ["headline"] = content.Headline,
            ["description"] = content.Lead,
            ["inLanguage"] = content.Language,
            ["datePublished"] = view.Machine(release.PublishAt),
            ["dateModified"] = view.Machine(release.UpdatedAt),
            ["isAccessibleForFree"] = true,
            ["publisher"] = Organization(content.Agency ?? view.Site.Title),
        };
        AddOptional(article, content);
        var about = tagged.Tags.Where(tag => !tag.Implied).Select(About).ToArray<JsonNode>();
        if (about.Length > 0)
        {
            article["about"] = new JsonArray(about);
        }

        return article.ToJsonString(JsonSerializerOptions.Web);
    }

    private static void AddOptional(JsonObject article, ReleaseContent content)
    {
        if (content.Agency is { } agency)
        {
            article["author"] = Organization(agency);
        }

        if (content.Label is { } label)
        {
            article["articleSection"] = label;
        }

        if (content.Image is { } image)
        {
            article["image"] = new JsonObject
            {
                ["@type"] = "ImageObject",
                ["url"] = image.Url.AbsoluteUri,
                ["caption"] = image.Alt,
            };
        }

        if (content.Place is { } place)
        {
            article["contentLocation"] = new JsonObject { ["@type"] = "Place", ["name"] = place };
        }

        if (WebAddress(content.Licence) is { } licence)
        {
            article["license"] = licence.AbsoluteUri;
        }
    }

    /// <summary>Null where <paramref name="text"/> is no http or https address.</summary>
    internal static Uri? WebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : null;

    private static JsonObject Organization(string name) => new() { ["@type"] = "GovernmentOrganization", ["name"] = name };

    private static JsonObject About(Tag tag) => new() { ["@type"] = Types.GetValueOrDefault(tag.Id.Kind, "Thing"), ["name"] = tag.Label };
}

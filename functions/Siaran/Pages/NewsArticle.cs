using System.Text.Json;
using System.Text.Json.Nodes;
using Siaran.Related;
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
    /// <param name="tagged">The release.</param>
    /// <param name="view">Gives addresses.</param>
    /// <param name="translations">As the gate lets them through.</param>
    public static string Of(TaggedRelease tagged, PageView view, IReadOnlyList<Neighbour> translations)
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
        AddTranslations(article, release, translations, view);
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

    /// <summary>The original of a translation, or the translations of an original.</summary>
    private static void AddTranslations(JsonObject article, Release release, IReadOnlyList<Neighbour> translations, PageView view)
    {
        if (release.TranslationOf is { } id)
        {
            if (translations.FirstOrDefault(one => one.Id == id) is { } original)
            {
                article["translationOfWork"] = Work(original);
            }
        }
        else if (translations.Count > 0)
        {
            article["workTranslation"] = new JsonArray([.. translations.Select(Work)]);
        }

        JsonObject Work(Neighbour one) =>
            new()
            {
                ["@type"] = "NewsArticle",
                ["@id"] = one.Id.Urn,
                ["url"] = view.Site.Address(PageView.ReleasePath(one.Slug)).AbsoluteUri,
                ["inLanguage"] = one.Language,
            };
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

using System.Buffers;
using System.Text.Json;

namespace Siaran.Intake;

/// <summary>What a page's JSON-LD says of its article (schema.org NewsArticle and its kin).</summary>
internal sealed record StructuredData(
    string? Headline,
    string? Published,
    string? Address,
    string? Image,
    string? Author,
    string? Section,
    string? Body
)
{
    private const int LongestScript = 200_000;
    private const int MostNodes = 2_000;
    private const int MostScripts = 20;
    private const int MostTimes = 50;

    /// <summary>The media type of JSON-LD, as it is and as some escape it.</summary>
    private static readonly SearchValues<string> MediaTypes = SearchValues.Create(["ld+json", "ld&#"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a page may hold any.</summary>
    /// <param name="html">As it is written.</param>
    public static bool IsIn(string html) => html.AsSpan().ContainsAny(MediaTypes);

    /// <summary>
    /// The first article in the page's scripts; of a page that names none, when it itself was published. Null where neither is there.
    /// </summary>
    /// <param name="elements">The page's.</param>
    /// <param name="html">As it is written.</param>
    public static StructuredData? Of(PageElements elements, string html)
    {
        if (!IsIn(html))
        {
            return null;
        }

        StructuredData? page = null;
        foreach (var script in elements.Data.Take(MostScripts))
        {
            if (script.TextContent.Length <= LongestScript && JsonWalk.Parse(script.TextContent) is { } json)
            {
                using (json)
                {
                    if (First(json, IsArticle, Read) is { } article)
                    {
                        return article;
                    }

                    page ??= First(json, IsPage, ReadPage);
                }
            }
        }

        return page;
    }

    /// <summary>When each article and page that the scripts name was published, as written.</summary>
    public static IReadOnlyList<string> TimesOf(PageElements elements, string html)
    {
        var times = new List<string>();
        foreach (var script in IsIn(html) ? elements.Data.Take(MostScripts) : [])
        {
            if (script.TextContent.Length <= LongestScript && JsonWalk.Parse(script.TextContent) is { } json)
            {
                using (json)
                {
                    // None of them is the one that is sought, so that all are read.
                    First(json, type => IsArticle(type) || IsPage(type), node => Gather(node, times));
                }
            }
        }

        return times;
    }

    private static StructuredData? Gather(JsonElement node, List<string> times)
    {
        if (times.Count < MostTimes && Text(node, "datePublished") is { } published)
        {
            times.Add(published);
        }

        return null;
    }

    private static StructuredData? First(JsonDocument json, Func<string, bool> isOfType, Func<JsonElement, StructuredData?> read)
    {
        try
        {
            return new JsonWalk(MostNodes)
                .Of(json.RootElement, Nodes)
                .Where(node => node.ValueKind is JsonValueKind.Object && Types(node).Any(isOfType))
                .Select(read)
                .FirstOrDefault(one => one is not null);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair (RFC 8259 §8.2) is noticed only when it is read. A page's broken metadata says nothing; its text
            // still does.
            return null;
        }
    }

    /// <summary>
    /// The nodes within a list, and those of which the article is one, as Yoast, the commonest plugin of WordPress for this, writes it.
    /// </summary>
    private static IEnumerable<JsonElement> Nodes(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array ? value.EnumerateArray()
        : value.ValueKind is JsonValueKind.Object && value.TryGetProperty("@graph", out var graph) ? [graph]
        : value.ValueKind is JsonValueKind.Object && value.TryGetProperty("mainEntity", out var entity) ? [entity]
        : [];

    private static bool IsArticle(string type) => type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "Report";

    private static bool IsPage(string type) => type is "WebPage" or "ItemPage";

    private static StructuredData Read(JsonElement article) =>
        new(
            Text(article, "headline"),
            Text(article, "datePublished"),
            Text(article, "mainEntityOfPage", "@id") ?? Text(article, "url"),
            Text(article, "image", "url"),
            Text(article, "author", "name"),
            Text(article, "articleSection"),
            TextOf(article)
        );

    /// <summary>A page that is no article has a name for what an article has a headline for, and more texts than one.</summary>
    private static StructuredData? ReadPage(JsonElement page) =>
        Text(page, "datePublished") is { } published ? new(null, published, null, null, null, null, null) : null;

    /// <summary>The article's text with its line breaks.</summary>
    private static string? TextOf(JsonElement article) =>
        article.TryGetProperty("articleBody", out var body) && body.ValueKind is JsonValueKind.String
            ? Characters.Clean(body.GetString()!).Text
            : null;

    private static IEnumerable<string> Types(JsonElement element) =>
        !element.TryGetProperty("@type", out var type) ? []
        : type.ValueKind is JsonValueKind.String ? [String(type)!]
        : type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Take(10).Select(String).OfType<string>()
        : [];

    private static string? Text(JsonElement element, string name, string? inner = null)
    {
        if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.Array && value.GetArrayLength() > 0)
        {
            value = value[0];
        }

        return value.ValueKind is JsonValueKind.String ? String(value)
            : inner is not null ? Text(value, inner)
            : null;
    }

    private static string? String(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        try
        {
            // Some plugins escape for HTML what is in JSON.
            return Characters.Fold(Characters.Clean(System.Net.WebUtility.HtmlDecode(value.GetString()!)).Text) is { Length: > 0 } text
                ? text
                : null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate in an escape, which no string can hold.
            return null;
        }
    }
}

using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Siaran.Intake.Articles;

/// <summary>The text that a page gives to its scripts as JSON in an attribute of the element that they are to fill.</summary>
internal static class ScriptProperties
{
    private const int Longest = 500_000;
    private const int MostElements = 20;
    private const int MostValues = 2_000;

    /// <summary>Whether a page may hold any.</summary>
    /// <param name="html">As it is written.</param>
    public static bool IsIn(string html) =>
        html.Contains(@"\u003cp", StringComparison.OrdinalIgnoreCase) || html.Contains("&lt;p", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Paragraphs in HTML, of each element those of the first property that has as much as a text: those after it are of other pages.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="least">So many characters are a text.</param>
    public static IEnumerable<string> TextsOf(IHtmlDocument page, int least) =>
        page.Body!.Descendants<IElement>()
            .SelectMany(element => element.Attributes)
            .Where(attribute => attribute.Name.StartsWith("data-", StringComparison.Ordinal) && IsObject(attribute.Value, least))
            .Take(MostElements)
            .Select(attribute => TextOf(attribute.Value, least))
            .OfType<string>();

    private static bool IsObject(string value, int least) => value.Length > least && value.Length <= Longest && value[0] == '{';

    private static string? TextOf(string value, int least)
    {
        using var json = JsonWalk.Parse(value);
        if (json?.RootElement is not { ValueKind: JsonValueKind.Object } root)
        {
            return null;
        }

        try
        {
            var walk = new JsonWalk(MostValues);
            return root.EnumerateObject()
                .Select(property => Paragraphs(walk, property.Value))
                .FirstOrDefault(paragraphs => paragraphs.Length > least);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair (RFC 8259 §8.2) says nothing; what the page shows still does.
            return null;
        }
    }

    private static string Paragraphs(JsonWalk walk, JsonElement value) =>
        string.Concat(
            walk.Of(value, JsonWalk.Values)
                .Where(inner => inner.ValueKind is JsonValueKind.String)
                .Select(inner => inner.GetString()!)
                .Where(IsParagraphs)
        );

    private static bool IsParagraphs(string text) => text.TrimStart().StartsWith("<p", StringComparison.OrdinalIgnoreCase);
}

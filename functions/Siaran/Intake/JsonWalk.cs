using System.Text.Json;

namespace Siaran.Intake;

/// <summary>Walks JSON that pages hold within bounds: so deep, and so many values in all.</summary>
/// <param name="most">How many values it visits.</param>
internal sealed class JsonWalk(int most)
{
    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = 32,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private int left = most;

    /// <summary>The document, or null where the text is none or is too deep: broken data says nothing, the page still does.</summary>
    public static JsonDocument? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A value and those within it, each before what it holds.</summary>
    /// <param name="value">The first.</param>
    /// <param name="within">What a value holds that is walked too.</param>
    /// <exception cref="InvalidOperationException">A name holds half of a surrogate pair (RFC 8259 §8.2).</exception>
    public IEnumerable<JsonElement> Of(JsonElement value, Func<JsonElement, IEnumerable<JsonElement>> within)
    {
        if (--left < 0)
        {
            yield break;
        }

        yield return value;
        foreach (var inner in within(value).SelectMany(held => Of(held, within)))
        {
            yield return inner;
        }
    }

    /// <summary>What an array or an object holds; nothing where a value is neither.</summary>
    public static IEnumerable<JsonElement> Values(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray(),
            JsonValueKind.Object => value.EnumerateObject().Select(property => property.Value),
            _ => [],
        };
}

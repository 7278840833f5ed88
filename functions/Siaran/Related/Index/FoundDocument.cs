using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Related.Index;

/// <summary>A release that searches find.</summary>
/// <param name="Number">Its place in the order of collecting.</param>
/// <param name="Tagged">As collected.</param>
internal sealed record FoundDocument(long Number, TaggedRelease Tagged);

/// <summary>
/// What a search shows of a release, as bytes: all that a feed entry without its text has, and the text to cut a snippet from.
/// </summary>
internal static class FoundDocumentFormat
{
    /// <summary>Characters; a snippet of a longer text comes from its beginning.</summary>
    private const int LongestText = 24_000;

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new LongStringConverter() },
    };

    public static byte[] Write(TaggedRelease tagged)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, new BrotliCompressionOptions { Quality = 5 }))
        {
            JsonSerializer.Serialize(brotli, Bare(tagged), Json);
        }

        return packed.ToArray();
    }

    /// <exception cref="IndexDamagedException">It is no such document.</exception>
    public static TaggedRelease Read(ReadOnlyMemory<byte> bytes)
    {
        using var brotli = new BrotliStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
        try
        {
            return JsonSerializer.Deserialize<TaggedRelease>(brotli, Json)
                ?? throw new IndexDamagedException("A release in the index is empty.");
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new IndexDamagedException("A release in the index is not as it was written.", ex);
        }
    }

    // All that no hit shows is left out: every merge of segments reads and writes these bytes again.
    private static TaggedRelease Bare(TaggedRelease tagged)
    {
        var content = tagged.Release.Content;
        return tagged with
        {
            Release = tagged.Release with
            {
                Content = content with
                {
                    Summary = content.Lead,
                    Paragraphs = [.. Within(content.Paragraphs, LongestText)],
                    BodyHtml = "",
                    EditorTags = [],
                    Related = EditorRelated.Unsaid,
                },
            },
            Annotations = new() { Tags = [.. tagged.Tags.Where(tag => !tag.Implied).Select(tag => tag with { Evidence = [] })] },
        };
    }

    private static IEnumerable<string> Within(IEnumerable<string> paragraphs, int characters)
    {
        foreach (var paragraph in paragraphs)
        {
            var text = paragraph.Length <= characters ? paragraph : paragraph[..characters];
            characters -= text.Length;
            if (text.Length == 0)
            {
                yield break;
            }

            yield return text;
        }
    }
}

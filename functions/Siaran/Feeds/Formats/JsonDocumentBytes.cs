using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Siaran.Feeds.Formats;

/// <summary>JSON documents as bytes that stay still.</summary>
internal static class JsonDocumentBytes
{
    /// <summary>How feeds are written; members that are null are left out.</summary>
    public static JsonSerializerOptions Options(JsonNamingPolicy naming) =>
        new()
        {
            PropertyNamingPolicy = naming,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Letters and quotation marks as they are: documents are UTF-8, and an escape takes six
            // bytes for each.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = true,
            IndentSize = 1,
            NewLine = "\n",
        };

    public static byte[] Write<T>(T document, JsonTypeInfo<T> type)
    {
        using var stream = new MemoryStream();
        JsonSerializer.Serialize(stream, document, type);
        // A last line end, as text files have it: diffs and terminals show the whole.
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}

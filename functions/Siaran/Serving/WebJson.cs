using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Siaran.Serving;

/// <summary>JSON as it is served: camel case, no members that are null, letters of all scripts as they are.</summary>
internal static class WebJson
{
    public const string MediaType = "application/json; charset=utf-8";

    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true, NewLine = "\n" };

    /// <summary>In one line, for programs.</summary>
    public static byte[] Bytes<T>(T document) => JsonSerializer.SerializeToUtf8Bytes(document, Compact);

    /// <summary>Indented, for documents that people open too.</summary>
    public static byte[] IndentedBytes<T>(T document) => JsonSerializer.SerializeToUtf8Bytes(document, Indented);
}

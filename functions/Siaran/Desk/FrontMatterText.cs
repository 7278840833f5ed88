using System.Text.Encodings.Web;
using System.Text.Json;

namespace Siaran.Desk;

/// <summary>Values of the front matter that the desk writes.</summary>
internal static class FrontMatterText
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A text in quotation marks: JSON's strings are YAML's too (YAML 1.2 §1.3).</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text, Json);
}

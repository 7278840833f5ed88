using System.Text.Json;
using System.Text.Json.Serialization;

namespace Siaran.Costs;

/// <summary>Reading of the input files: every member must be there, and none that is not known.</summary>
internal static class Inputs
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <exception cref="JsonException">The text is not of the shape of <typeparamref name="T"/>.</exception>
    public static T Parse<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Strict) ?? throw new JsonException("The file holds nothing.");
}

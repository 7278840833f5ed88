using System.Text.Json;
using System.Text.Json.Serialization;

namespace Siaran;

/// <summary>Writes long strings in segments, to the same bytes.</summary>
internal sealed class LongStringConverter : JsonConverter<string>
{
    // Whole, each string would have a buffer of six bytes for each of its characters (the longest
    // escape), and bodies have millions of them.
    private const int Segment = 4096;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        var rest = value.AsSpan();
        if (rest.Length <= Segment)
        {
            writer.WriteStringValue(rest);
            return;
        }

        for (; rest.Length > Segment; rest = rest[Segment..])
        {
            writer.WriteStringValueSegment(rest[..Segment], isFinalSegment: false);
        }

        writer.WriteStringValueSegment(rest, isFinalSegment: true);
    }
}

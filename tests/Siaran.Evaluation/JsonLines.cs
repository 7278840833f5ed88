using System.IO.Compression;
using System.Text.Json;

namespace Siaran.Evaluation;

/// <summary>Reads gzipped files of one JSON object a line.</summary>
internal static class JsonLines
{
    public static IEnumerable<JsonElement> Rows(string file)
    {
        using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                using var document = JsonDocument.Parse(line);
                yield return document.RootElement.Clone();
            }
        }
    }
}

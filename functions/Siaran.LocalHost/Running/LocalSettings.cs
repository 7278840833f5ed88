using System.Text.Json;

namespace Siaran.LocalHost.Running;

/// <summary>Reads <c>local.settings.json</c>: what is under <c>Values</c> is to the app as environment variables are.</summary>
internal static class LocalSettings
{
    private static readonly string[] Names = ["local.settings.json", "local.settings.sample.json"];

    /// <summary>The developer's own settings, else the sample's; null where there are neither.</summary>
    public static string? FileIn(string folder) => Names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <returns>Names with <c>:</c> between their parts, as configuration has them, and their values.</returns>
    /// <exception cref="CannotStartException">The file is not JSON, or a value is not plain.</exception>
    public static Dictionary<string, string?> Read(string? path)
    {
        if (path is null)
        {
            return [];
        }
        try
        {
            using var file = JsonDocument.Parse(
                File.ReadAllText(path),
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
            );
            if (!file.RootElement.TryGetProperty("Values", out var values))
            {
                return [];
            }
            return values
                .EnumerateObject()
                .ToDictionary(
                    value => value.Name.Replace("__", ":", StringComparison.Ordinal),
                    value => Plain(path, value),
                    StringComparer.OrdinalIgnoreCase
                );
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new CannotStartException($"{path} can't be read: {wrong.Message}", wrong);
        }
    }

    private static string? Plain(string path, JsonProperty value) =>
        value.Value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Object or JsonValueKind.Array => throw new CannotStartException(
                $"{path}: the value of {value.Name} must be plain text, a number, true or false."
            ),
            _ => value.Value.ToString() is var text && value.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? text.ToLowerInvariant()
                : text,
        };
}

namespace Siaran.Intake.Documents;

/// <summary>What a document says of itself in its properties.</summary>
internal static class DocumentProperties
{
    private const int Most = 50;
    private const int Longest = 500;

    private static readonly char[] Separators = [',', ';'];

    /// <summary>Each property that has a value, as its value and as <c>name: value</c>.</summary>
    public static IReadOnlyList<string> Said(IEnumerable<KeyValuePair<string, string?>> properties) =>
        [
            .. from property in properties.Take(Most)
            let value = Characters.Fold(Start(property.Value ?? ""))
            where value.Length > 0
            from said in new[] { value, $"{property.Key}: {value}" }.Concat(Words(property.Key, value))
            select said,
        ];

    /// <summary>Each of several keywords.</summary>
    private static string[] Words(string key, string value) =>
        key.StartsWith("keyword", StringComparison.OrdinalIgnoreCase) && value.AsSpan().ContainsAny(Separators)
            ? value.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [];

    private static string Start(string value) => value.Length > Longest ? value[..Longest] : value;
}

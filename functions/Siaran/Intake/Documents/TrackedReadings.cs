namespace Siaran.Intake.Documents;

/// <summary>The words for <see cref="TrackedReading"/>, in front matter and in a document's properties.</summary>
internal static class TrackedReadings
{
    public const string Key = "reading";

    /// <summary>Null where the property is another, or its value none of them.</summary>
    public static TrackedReading? Of(string name, string value) =>
        !name.Equals(Key, StringComparison.OrdinalIgnoreCase)
            ? null
            : value.Trim().ToLowerInvariant() switch
            {
                "final" => TrackedReading.Final,
                "original" => TrackedReading.Original,
                _ => null,
            };
}

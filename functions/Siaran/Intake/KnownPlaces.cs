namespace Siaran.Intake;

/// <summary>Names of places as datelines give them, from <c>places.tsv</c>.</summary>
internal static class KnownPlaces
{
    private static readonly ILookup<string, string> Rows = IntakeVocabulary.Read("places.tsv");

    private static readonly HashSet<string> Names = new(Rows["name"], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Kinds = [.. Rows["kind"].Select(kind => kind + " ")];

    /// <summary>True for a name on the list, or one that says what kind of place it is.</summary>
    public static bool Contains(string name) =>
        Names.Contains(name) || Array.Exists(Kinds, k => name.StartsWith(k, StringComparison.OrdinalIgnoreCase));
}

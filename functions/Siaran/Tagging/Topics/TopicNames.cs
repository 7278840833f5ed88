using Siaran.Tagging.Vocabularies;
using Siaran.Tags;

namespace Siaran.Tagging.Topics;

/// <summary>What the project's own topics are called in Indonesian and in English.</summary>
internal static class TopicNames
{
    // Not by the vocabularies in storage, which not every instance has read: all must give the same page. What a site calls its topics
    // by its own vocabulary stays as it is.
    private static readonly Lazy<Dictionary<string, Names>> Own = new(() =>
        new VocabularyFiles().Rows("topics.tsv").ToDictionary(row => row[0], row => new Names(row[2], Capital(row[3])))
    );

    private static readonly Lazy<Dictionary<string, Names>> ByLabel = new(Labelled);

    /// <summary>The name of a topic in a language; of any other tag, and of a topic with a name of its own, that name.</summary>
    /// <param name="language">BCP 47; another than English has the Indonesian name.</param>
    /// <param name="id">The tag's.</param>
    /// <param name="label">What some release calls it.</param>
    public static string In(string language, TagId id, string label) => Of(id, label)?.In(language) ?? label;

    /// <summary>The name of a topic in a language, where all that is known is what some release calls it.</summary>
    public static string In(string language, string label) => ByLabel.Value.GetValueOrDefault(label)?.In(language) ?? label;

    /// <summary>The names by language; null where <see cref="In(string, TagId, string)"/> gives the label as it is.</summary>
    public static IReadOnlyDictionary<string, string>? All(TagId id, string label) =>
        Of(id, label) is { } names ? new Dictionary<string, string> { ["id"] = names.Indonesian, ["en"] = names.English } : null;

    private static Names? Of(TagId id, string label) =>
        id.Kind == TagKind.Topic
        && Own.Value.TryGetValue(id.Name, out var names)
        && (names.Indonesian == label || string.Equals(names.English, label, StringComparison.OrdinalIgnoreCase))
            ? names
            : null;

    private static Dictionary<string, Names> Labelled()
    {
        // Case tells apart: an affair of the law may be called in English as a media topic is, but for its capital.
        var names = new Dictionary<string, Names>(StringComparer.Ordinal);
        foreach (var row in new VocabularyFiles().Rows("topics.tsv"))
        {
            names.TryAdd(row[2], Own.Value[row[0]]);
            names.TryAdd(row[3], Own.Value[row[0]]);
        }

        foreach (var own in Own.Value.Values)
        {
            names.TryAdd(own.English, own);
        }

        return names;
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private sealed record Names(string Indonesian, string English)
    {
        public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : Indonesian;
    }
}

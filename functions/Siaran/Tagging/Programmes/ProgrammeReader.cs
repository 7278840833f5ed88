using Siaran.Releases;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;
using Siaran.Tags;

namespace Siaran.Tagging.Programmes;

/// <summary>Finds government programmes by the names that editors list in <c>programmes.tsv</c>.</summary>
internal sealed class ProgrammeReader
{
    public const string Source = "rule:programme-names";

    private const int LongestAcronym = 5;

    private readonly PhraseMap<Programme> names = new();
    private readonly Dictionary<string, string> byName = [];
    private readonly Dictionary<string, string> slugs = [];

    public ProgrammeReader(VocabularyFiles files)
    {
        foreach (var row in files.Rows("programmes.tsv"))
        {
            var programme = new Programme(row[0], row[1]);
            names.Add(row[1], programme);
            byName[row[0]] = row[1];
            slugs[row[0]] = row[0];
            slugs.TryAdd(Slug.From(row[1]), row[0]);
            foreach (var name in row.Length > 2 && row[2].Length > 0 ? row[2].Split('|') : [])
            {
                names.Add(name, programme);
                slugs.TryAdd(Slug.From(name), row[0]);
            }
        }
    }

    public IEnumerable<Tag> Tags(ReleaseText text)
    {
        // Sorted by slug, so that the same text gives the same tags in the same order on each machine:
        // the feed's bytes depend on it.
        var found = new SortedDictionary<string, (string Name, List<Evidence> Spans)>(StringComparer.Ordinal);
        var tokens = text.Tokens;
        for (var i = 0; i < tokens.Length; )
        {
            // By the list alone and no model: programmes come and go with ministers, and an editor can
            // add one to the vocabulary today.
            if (!tokens[i].IsWord || names.Match(tokens, i, out var meanings) is not (> 0 and var length) || !IsWritten(tokens, i, length))
            {
                i++;
                continue;
            }

            if (!found.TryGetValue(meanings[0].Slug, out var entry))
            {
                found[meanings[0].Slug] = entry = (meanings[0].Name, []);
            }

            entry.Spans.Add(text.At(i, i + length - 1, tokens));
            i += length;
        }

        return found.Select(entry =>
            TagOf(entry.Key, entry.Value.Name) with
            {
                Source = Source,
                Confidence = 0.95,
                Evidence = entry.Value.Spans,
            }
        );
    }

    /// <summary>The tag of a programme's slug or of any of its names' slugs; null where there is none.</summary>
    public Tag? Find(string slug) => slugs.TryGetValue(slug, out var known) ? TagOf(known, byName[known]) : null;

    private static Tag TagOf(string slug, string name) =>
        new()
        {
            Id = new(TagKind.Programme, slug),
            Label = name,
            Source = "vocabulary",
            Confidence = 1,
        };

    /// <summary>Acronyms only in capitals (<c>PIP</c>, not <c>Pip</c>); names only with a capital where they begin or end.</summary>
    private static bool IsWritten(ReadOnlySpan<Token> tokens, int first, int length) =>
        length == 1 && tokens[first].Length <= LongestAcronym
            ? tokens[first].Case is TokenCase.Upper or TokenCase.Mixed
            : tokens[first].IsCapital || tokens[first + length - 1].IsCapital;

    private sealed record Programme(string Slug, string Name);
}

using Siaran.Releases;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging.Topics;

/// <summary>All topics with the words that point to them.</summary>
internal sealed class TopicVocabulary
{
    private const string Generic = "generic";
    private const double Word = 1;

    // Two words together are rarely meant otherwise.
    private const double PhraseOfWords = 1.6;

    private readonly List<Topic> topics = [];
    private readonly Dictionary<string, int> bySlug = [];
    private readonly Dictionary<string, int> byLabel = [];
    private readonly PhraseMap<(int Topic, double Weight)> terms = new();
    private readonly Dictionary<string, PhraseMap<(int Topic, double Weight)>> byLanguage = new(StringComparer.OrdinalIgnoreCase);

    public TopicVocabulary(VocabularyFiles files)
    {
        foreach (var row in files.Rows("topics.tsv"))
        {
            var index = topics.Count;
            topics.Add(
                new(row[0], row[1], row[2], row[3], row[4] == "-" ? null : row[4], row[5] == "-" ? [] : row[5].Split(' '))
                {
                    IsGeneric = row.Length > 7 && row[7] == Generic,
                }
            );
            bySlug[row[0]] = index;
            byLabel.TryAdd(Slug.From(row[2]), index);
            byLabel.TryAdd(Slug.From(row[3]), index);
            Add(terms, index, row[6].Split('|'));
        }

        foreach (var (language, name) in files.Languages("topics"))
        {
            byLanguage[language] = Of(files.Rows(name), files.Rows("topics.tsv"));
        }
    }

    public IReadOnlyList<Topic> Topics => topics;

    /// <summary>
    /// Words of a language (BCP 47) to topics and what they say for them; Indonesian where it has no file <c>topics.LANGUAGE.tsv</c>.
    /// </summary>
    public PhraseMap<(int Topic, double Weight)> Terms(string language) => byLanguage.GetValueOrDefault(language.Split('-')[0], terms);

    public int IndexOf(string slug) => bySlug.GetValueOrDefault(slug, -1);

    /// <summary>A topic by slug or label; null where there is none.</summary>
    public Topic? Find(string slug) => bySlug.TryGetValue(slug, out var i) || byLabel.TryGetValue(slug, out i) ? topics[i] : null;

    /// <summary>A language's own words, and the Indonesian acronyms, which every language uses.</summary>
    // Acronyms ("BPJS", "APBD") are the same in every language of releases.
    private PhraseMap<(int Topic, double Weight)> Of(IEnumerable<string[]> own, IEnumerable<string[]> indonesian)
    {
        PhraseMap<(int Topic, double Weight)> map = new();
        var words = own.ToDictionary(row => row[0], row => row[1].Split('|'));
        foreach (var row in indonesian)
        {
            Add(
                map,
                bySlug[row[0]],
                words.GetValueOrDefault(row[0], []).Union(row[6].Split('|').Where(term => term.All(char.IsAsciiLetterUpper)))
            );
        }

        return map;
    }

    private static void Add(PhraseMap<(int Topic, double Weight)> map, int topic, IEnumerable<string> terms)
    {
        foreach (var term in terms)
        {
            map.Add(term, (topic, term.Contains(' ', StringComparison.Ordinal) ? PhraseOfWords : Word));
        }
    }
}
